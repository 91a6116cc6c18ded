/**
 * The way for a Word that cannot track our changes (before WordApi 1.4, or where tracking will not be switched on): the words come as XML that
 * holds the tracked changes ready-made. Only with tracking off, for else Word marks everything as replaced once more (office-js #334).
 */

import { WORD_STRINGS } from "./strings.js";
import { hasApi } from "./word-stories.js";
import { rangeOf } from "./word-ranges.js";
import { fold } from "./word-text.js";
import { markedBlocks, markedRuns, newParagraphs, textsOf } from "./word-xml.js";

/**
 * @typedef {import("./word-targets.js").Targets} Targets
 * @param {Word.RequestContext} context
 * @param {Targets} targets
 * @param {import("./host.js").Annexed | null} annex
 * @returns {Promise<import("./host.js").Outcome>}
 */
export async function insertWithMarkup(context, targets, annex) {
  if (!(await isTrackingOff(context))) return { state: "failed", message: WORD_STRINGS.markupOff };
  for (const { change, found } of targets.changed) {
    const [{ paragraph, text }] = found.pieces;
    if (found.pieces.length > 1 || change.removed) return { state: "failed", message: WORD_STRINGS.split };
    const wrong = await changeWords(context, change, { paragraph, text });
    if (wrong) return { state: "failed", message: `${wrong} ${WORD_STRINGS.undo}` };
  }
  if (annex && targets.end) targets.end.last.getRange("Whole").insertOoxml(markedBlocks(annex.xml), "After");
  for (const { addition, found, like } of targets.added) {
    const last = found.pieces[found.pieces.length - 1].paragraph;
    const model = await xmlOf(context, like ?? last);
    last.getRange("Whole").insertOoxml(newParagraphs(model, addition.paragraphs.map(({ text }) => text)), "After");
  }
  await context.sync();
  return { state: "inserted", message: WORD_STRINGS.markup };
}

/** @param {Word.RequestContext} context */
async function isTrackingOff(context) {
  if (!hasApi("1.4")) return true; // cannot be asked; verified afterwards
  context.document.load("changeTrackingMode");
  await context.sync();
  return context.document.changeTrackingMode === "Off";
}

/**
 * @param {Word.RequestContext} context
 * @param {import("./host.js").ChangedParagraph} change
 * @param {{paragraph: Word.Paragraph, text: string}} place
 * @returns {Promise<string>} what is wrong afterwards, or ""
 */
async function changeWords(context, change, { paragraph, text }) {
  let now = text;
  for (const edit of [...change.edits].reverse()) {
    const { start, end, words } = withWord(now, edit);
    const range = await rangeOf(context, paragraph, now, { start, end });
    if (!range) return WORD_STRINGS.lost;
    range.insertOoxml(markedRuns(await xmlOf(context, range), words), "Replace");
    // each written before the next is looked for
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    now = now.slice(0, start) + words + now.slice(end);
  }
  // Word for Mac gives the whole row for the last paragraph of a cell (office-js #6751)
  const read = textsOf(await xmlOf(context, paragraph)).filter((each) => fold(each.current) === fold(change.intended));
  if (!read.length) return WORD_STRINGS.otherWords;
  return read.some((each) => fold(each.original) === fold(change.text)) ? "" : WORD_STRINGS.untracked;
}

/**
 * The words to replace and what with: an insertion takes the word beside it along, for a range of no words has no look to copy.
 * @param {string} text
 * @param {import("./host.js").HostEdit} edit
 */
function withWord(text, edit) {
  if (edit.old) return { start: edit.start, end: edit.end, words: edit.new };
  const left = /\S+\s*$/.exec(text.slice(0, edit.start));
  if (left) return { start: left.index, end: edit.start, words: left[0] + edit.new };
  const right = /^\s*\S+/.exec(text.slice(edit.start))?.[0] ?? "";
  return { start: edit.start, end: edit.start + right.length, words: edit.new + right };
}

/**
 * @param {Word.RequestContext} context
 * @param {Word.Range | Word.Paragraph} stretch
 */
async function xmlOf(context, stretch) {
  const xml = stretch.getOoxml();
  await context.sync();
  // a ClientResult has its value after the sync; it is nothing to be loaded
  // eslint-disable-next-line office-addins/load-object-before-read
  return xml.value;
}
