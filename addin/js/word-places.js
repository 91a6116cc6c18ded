/** Finds paragraphs of the open document by their text: there is no other key that Word and the server share (paraId and uniqueLocalId change). */

import { bodyOf, hasApi, storiesOf } from "./word-stories.js";
import { fold } from "./word-text.js";

const NEAREST = 12;
/** how many paragraphs another author's deleted marks may join into one */
const JOINED = 6;

/**
 * A paragraph of the review in the document. pieces: usually one; several where deleted paragraph marks join them in the review. text: as the
 * review has it, piece by piece.
 * @typedef {{paragraph: Word.Paragraph, text: string, from: number}} Piece
 * seams: what stands among its words, once someone has looked.
 * @typedef {{pieces: Piece[], index: number, siblings: Word.Paragraph[], seams: import("./word-seams.js").Seam[]}} Found
 */

/**
 * How each of these reads now, others' deletions left out. Word before 1.4 cannot tell; there it is the text as shown.
 * @param {Word.RequestContext} context
 * @param {(Word.Paragraph | Word.Range)[]} stretches
 * @returns {Promise<string[]>}
 */
export async function currentTexts(context, stretches) {
  return reviewed(context, stretches, "Current");
}

/**
 * How each read before anyone's tracked changes.
 * @param {Word.RequestContext} context
 * @param {(Word.Paragraph | Word.Range)[]} stretches
 * @returns {Promise<string[]>}
 */
export async function originalTexts(context, stretches) {
  return reviewed(context, stretches, "Original");
}

/**
 * @param {Word.RequestContext} context
 * @param {(Word.Paragraph | Word.Range)[]} stretches
 * @param {"Current" | "Original"} view
 */
async function reviewed(context, stretches, view) {
  if (!stretches.length) return [];
  if (!hasApi("1.4")) {
    for (const each of stretches) each.load("text");
    await context.sync();
    return stretches.map((each) => fold(each.text));
  }
  const told = stretches.map((each) => each.getReviewedText(view));
  await context.sync();
  return told.map((each) => fold(each.value));
}

/**
 * The paragraph that reads `text` now, the nearest to `hint` where there are several; null where none does.
 * @param {Word.RequestContext} context
 * @param {string} text
 * @param {number} hint
 * @param {string} [where] the story, as the review names it
 * @returns {Promise<Found | null>}
 */
export async function findParagraph(context, text, hint, where = "body") {
  for (const story of storiesOf(where)) {
    const siblings = await story(context);
    const found = await among(context, siblings, { text, hint: story === bodyOf ? hint : 0 });
    if (found) return found;
  }
  return null;
}

/**
 * @param {Word.RequestContext} context
 * @param {Word.Paragraph[]} siblings
 * @param {{text: string, hint: number}} sought
 * @returns {Promise<Found | null>}
 */
async function among(context, siblings, { text, hint }) {
  const wanted = fold(text);
  const near = siblings.map((_, index) => index).sort((one, other) => Math.abs(one - hint) - Math.abs(other - hint));
  // what a view shows may differ from what is there (office-js #2314, #5286): asked of the likely ones first, then of all
  const likely = near.filter((index) => fold(siblings[index].text) === wanted).slice(0, NEAREST);
  for (const indices of [likely, near]) {
    // the first round nearly always decides
    const texts = await currentTexts(context, indices.map((index) => siblings[index]));
    const at = texts.indexOf(wanted);
    if (at >= 0) return { pieces: [{ paragraph: siblings[indices[at]], text, from: 0 }], index: indices[at], siblings, seams: [] };
    if (indices === near) return joined(siblings, inOrder(near, texts), text);
  }
  return null;
}

/**
 * @param {number[]} indices
 * @param {string[]} texts
 */
function inOrder(indices, texts) {
  /** @type {string[]} */
  const ordered = [];
  indices.forEach((index, at) => {
    ordered[index] = texts[at];
  });
  return ordered;
}

/**
 * @param {Word.Paragraph[]} siblings
 * @param {string[]} texts
 * @param {string} text
 * @returns {Found | null}
 */
function joined(siblings, texts, text) {
  const wanted = fold(text);
  for (let first = 0; wanted && first < texts.length; first += 1) {
    let all = "";
    /** @type {Piece[]} */
    const pieces = [];
    for (let at = first; at < Math.min(first + JOINED, texts.length) && wanted.startsWith(all + texts[at]); at += 1) {
      pieces.push({ paragraph: siblings[at], text: text.slice(all.length, all.length + texts[at].length), from: all.length });
      all += texts[at];
      if (all === wanted) return { pieces, index: at, siblings, seams: [] };
    }
  }
  return null;
}
