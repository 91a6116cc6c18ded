/** Puts one finding's wording into the open document as Word's own tracked changes, and looks afterwards whether that is what stands there. */

import { addComment } from "./word-comments.js";
import { insertWithMarkup } from "./word-markup.js";
import { WORD_STRINGS } from "./strings.js";
import { explain } from "./word-messages.js";
import { addParagraphs } from "./word-paragraphs.js";
import { currentTexts, hasApi, originalTexts } from "./word-places.js";
import { rangeOf } from "./word-ranges.js";
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

/**
 * @param {Marking} marking
 * @param {AbortSignal} [signal] heeded until the first word is written
 * @returns {Promise<Outcome>}
 */
export async function insertMarking(marking, signal) {
  let began = false;
  try {
    return await Word.run(async (context) => {
      const targets = await findTargets(context, marking);
      if (!targets) return { state: "stale", message: WORD_STRINGS.stale };
      const refusal = await rehearse(context, targets);
      if (refusal) return { state: "failed", message: refusal };
      if (signal?.aborted) return { state: "failed", message: WORD_STRINGS.cancelled };
      began = true;
      return write(context, marking, targets);
    });
  } catch (error) {
    return { state: "failed", message: `${explain(error)} ${began ? WORD_STRINGS.howToUndo : WORD_STRINGS.untouched}` };
  }
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
    for (const { change, found } of targets.changed) await changeWords(context, change, found);
    // the last place first, so that those before stay where they were found
    for (const added of [...targets.added].reverse()) alike = (await addParagraphs(context, added)) && alike;
  });
  if (!tracked) return insertWithMarkup(context, targets);
  const wrong = await verify(context, targets);
  if (wrong) return { state: "failed", message: `${wrong} ${WORD_STRINGS.howToUndo}` };
  const told = [alike ? "" : WORD_STRINGS.otherLook, marking.comment ? await addComment(context, marking, targets) : ""];
  return { state: "inserted", message: told.filter(Boolean).join(" ") };
}

/**
 * Looks for every word to be changed before the first is: nothing is written by halves. The reason why not, or "".
 * @param {Word.RequestContext} context
 * @param {Targets} targets
 */
async function rehearse(context, targets) {
  for (const { change, found } of targets.changed) {
    for (const edit of change.removed ? [] : change.edits) {
      const ready = await prepare(context, found, edit);
      if (typeof ready === "string") return ready;
    }
  }
  return "";
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
  }
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
  let refusal = WORD_STRINGS.lost;
  const local = { ...edit, start: edit.start - piece.from, end: edit.end - piece.from };
  for (const stroke of strokes(piece.text, local)) {
    const range = stroke.start < stroke.end ? await rangeOf(context, piece.paragraph, piece.text, stroke) : piece.paragraph.getRange("Start");
    if (!range) continue;
    refusal = await lockOf(context, range);
    if (!refusal) return { range, text: stroke.text, how: stroke.how };
  }
  return refusal;
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
 * Why these words must not be written over: links take odd looks (office-js #4276, #1762), a field writes its own words anew.
 * @param {Word.RequestContext} context
 * @param {Word.Range} range
 */
async function lockOf(context, range) {
  range.load("hyperlink");
  const fields = hasApi("1.4") ? range.fields : null;
  fields?.load("items");
  await context.sync();
  if (range.hyperlink) return WORD_STRINGS.link;
  return fields?.items.length ? WORD_STRINGS.field : "";
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
