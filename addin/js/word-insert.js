/** Puts one finding's wording into the open document as Word's own tracked changes, and looks afterwards whether that is what stands there. */

import { addAnnex } from "./word-annex.js";
import { addComment } from "./word-comments.js";
import { insertWithMarkup } from "./word-markup.js";
import { WORD_STRINGS } from "./strings.js";
import { explain } from "./word-messages.js";
import { addParagraphs } from "./word-paragraphs.js";
import { currentTexts, originalTexts } from "./word-places.js";
import { detours, obstacle } from "./word-detours.js";
import { rangeOf } from "./word-ranges.js";
import { closed } from "./word-stories.js";
import { seamsOf } from "./word-seams.js";
import { findTargets, paragraphsOf } from "./word-targets.js";
import { fold, strokes } from "./word-text.js";
import { tracking } from "./word-tracking.js";

/**
 * @typedef {import("./host.js").Marking} Marking
 * @typedef {import("./host.js").Outcome} Outcome
 * @typedef {import("./host.js").HostEdit} HostEdit
 * @typedef {import("./word-places.js").Found} Found
 * @typedef {import("./word-targets.js").Targets} Targets
 * @typedef {{range: Word.Range, text: string, how: "Replace" | "Start" | "End" | "Delete"}} Ready
 */

/** @type {Record<import("./word-detours.js").Obstacle, string>} */
const OBSTACLES = { link: WORD_STRINGS.link, field: WORD_STRINGS.field, locked: WORD_STRINGS.locked, control: WORD_STRINGS.control };

/**
 * @param {Marking} marking
 * @param {AbortSignal} [signal] heeded until the first word is written
 * @returns {Promise<Outcome>}
 */
export async function insertMarking(marking, signal) {
  /** @type {Targets | null} */
  let begun = null;
  try {
    return await Word.run(async (context) => {
      const targets = await findTargets(context, marking);
      if (!targets) return unfound(marking);
      const refusal = await rehearse(context, targets);
      if (refusal) return { state: "failed", message: refusal };
      if (signal?.aborted) return { state: "failed", message: WORD_STRINGS.cancelled };
      begun = targets;
      return write(context, marking, targets);
    });
  } catch (error) {
    const some = begun && !(await isUntouched(marking, begun));
    return { state: "failed", message: `${explain(error)} ${some ? WORD_STRINGS.howToUndo : WORD_STRINGS.untouched}` };
  }
}

/**
 * Whether all still reads as before: Word may refuse the very first word (a protected document). False where that cannot be asked.
 * @param {Marking} marking
 * @param {Targets} before
 */
function isUntouched(marking, before) {
  return Word.run(async (context) => {
    const targets = await findTargets(context, marking);
    if (!targets) return false;
    const next = targets.added.map(({ found }) => found.siblings[found.index + 1]);
    const there = await currentTexts(context, next.filter(Boolean));
    const texts = marking.added.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => fold(text)));
    return !there.some((text) => texts.includes(text)) && targets.end?.index === before.end?.index;
  }).catch(() => false);
}

/**
 * @param {Marking} marking
 * @returns {Outcome}
 */
function unfound({ place }) {
  const why = closed(place.story);
  return why ? { state: "failed", message: why } : { state: "stale", message: WORD_STRINGS.stale };
}

/**
 * @param {Word.RequestContext} context
 * @param {Marking} marking
 * @param {Targets} targets
 * @returns {Promise<Outcome>}
 */
async function write(context, marking, targets) {
  let alike = true;
  const tracked = await tracking(context, async () => {
    // the end of the document is where it was found only as long as nothing came before it
    if (marking.annex && targets.end) await addAnnex(context, marking.annex, targets.end);
    for (const { change, found } of targets.changed) await changeWords(context, change, found);
    // the last place first, so that those before stay where they were found
    for (const added of [...targets.added].reverse()) alike = (await addParagraphs(context, added)) && alike;
  });
  if (!tracked) return insertWithMarkup(context, targets, marking.annex);
  const wrong = await verify(context, targets);
  if (wrong) return { state: "failed", message: `${wrong} ${WORD_STRINGS.howToUndo}` };
  const told = [alike ? "" : WORD_STRINGS.otherLook, marking.comment ? await addComment(context, marking, targets) : ""];
  return { state: "inserted", message: told.filter(Boolean).join(" ") };
}

/**
 * Looks for every word to be changed before the first is: nothing is written by halves. The reason why not, or "". What stands in the way of a
 * change cuts it into pieces here.
 * @param {Word.RequestContext} context
 * @param {Targets} targets
 */
async function rehearse(context, targets) {
  for (const target of targets.changed) {
    const { change, found } = target;
    if (change.removed) continue;
    found.seams = await seamsOf(context, found);
    /** @type {HostEdit[]} */
    const edits = [];
    for (const edit of change.edits) {
      const way = await wayFor(context, found, edit);
      if (typeof way === "string") return way;
      edits.push(...way);
    }
    target.change = { ...change, edits };
  }
  return "";
}

/**
 * The edits that make one change, all of them found; or why there are none.
 * @param {Word.RequestContext} context
 * @param {Found} found
 * @param {HostEdit} edit
 * @returns {Promise<HostEdit[] | string>}
 */
async function wayFor(context, found, edit) {
  const ways = detours(edit, found.seams);
  if (typeof ways === "string") return OBSTACLES[ways];
  let refusal = "";
  for (const way of ways) {
    refusal = "";
    for (const piece of way) {
      const ready = await prepare(context, found, piece);
      if (typeof ready === "string") refusal = ready;
    }
    if (!refusal) return way;
  }
  return refusal;
}

/**
 * @param {Word.RequestContext} context
 * @param {import("./host.js").ChangedParagraph} change
 * @param {Found} found
 */
async function changeWords(context, change, found) {
  if (change.removed) {
    for (const { paragraph } of found.pieces) paragraph.delete();
    await context.sync();
    return;
  }
  // last to first, each written before the next is looked for: hits of one search that overlap confuse Word (office-js #2697)
  for (const edit of [...change.edits].reverse()) {
    const ready = await prepare(context, found, edit);
    if (typeof ready === "string") throw new Error(ready);
    if (ready.how === "Delete") ready.range.delete();
    else ready.range.insertText(ready.text.replaceAll("\n", "\v"), ready.how);
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    const piece = pieceOf(found, edit);
    if (piece) piece.text = piece.text.slice(0, edit.start - piece.from) + edit.new + piece.text.slice(edit.end - piece.from);
    found.seams = moved(found.seams, edit);
  }
}

/**
 * Seams behind an edit after it.
 * @param {import("./word-seams.js").Seam[]} seams
 * @param {HostEdit} edit
 */
function moved(seams, { start, end, new: words }) {
  const by = words.length - (end - start);
  return seams.map((seam) => (seam.start >= end ? { ...seam, start: seam.start + by, end: seam.end + by } : seam.end > start && seam.start <= start ? { ...seam, end: seam.end + by } : seam));
}

/**
 * The range that an edit is written to and how, or why it cannot be.
 * @param {Word.RequestContext} context
 * @param {Found} found
 * @param {HostEdit} edit
 * @returns {Promise<Ready | string>}
 */
async function prepare(context, found, edit) {
  const piece = pieceOf(found, edit);
  if (!piece) return WORD_STRINGS.split;
  const seams = found.seams.map((seam) => ({ ...seam, start: seam.start - piece.from, end: seam.end - piece.from }));
  const ways = strokes(piece.text, { ...edit, start: edit.start - piece.from, end: edit.end - piece.from });
  const [best, next] = [true, false].map((strict) => ways.filter((way) => !obstacle(way, seams, strict)));
  for (const stroke of [...best, ...next]) {
    const range = stroke.start < stroke.end ? await rangeOf(context, piece.paragraph, piece.text, stroke) : piece.paragraph.getRange("Start");
    if (range) return { range, text: stroke.text, how: stroke.how };
  }
  return next.length ? WORD_STRINGS.lost : OBSTACLES[ways.map((way) => obstacle(way, seams, false)).find((each) => each !== null) ?? "link"];
}

/**
 * @param {Found} found
 * @param {HostEdit} edit
 */
function pieceOf(found, edit) {
  return found.pieces.find((piece, at) => {
    const end = at + 1 < found.pieces.length ? found.pieces[at + 1].from : Infinity;
    return piece.from <= edit.start && edit.end <= end;
  });
}

/**
 * What is not as intended, in words; "" where all is: each paragraph reads as shown, and did before anyone's changes as it did.
 * @param {Word.RequestContext} context
 * @param {Targets} targets
 */
async function verify(context, { changed, added }) {
  for (const { change, found, before } of changed) {
    const paragraphs = paragraphsOf(found);
    const now = (await currentTexts(context, paragraphs)).join("");
    const original = await originalTexts(context, paragraphs);
    if (now !== fold(change.removed ? "" : change.intended)) return WORD_STRINGS.otherWords;
    if (original.join("") !== before.join("")) return WORD_STRINGS.untracked;
  }
  for (const { found, before } of added) {
    const original = await originalTexts(context, paragraphsOf(found));
    if (original.join("") !== before.join("")) return WORD_STRINGS.untracked;
  }
  return "";
}
