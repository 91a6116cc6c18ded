/** What stands in a paragraph of Word besides its words: links, fields, content controls, notes. */

import { currentTexts } from "./word-places.js";
import { hasApi } from "./word-stories.js";

/**
 * start, end: in the paragraph's text, half-open; the mark of a note has no letters. locked: nothing in it can be changed.
 * @typedef {{kind: "link" | "field" | "control" | "note" | "mark", start: number, end: number, locked: boolean}} Seam
 * @typedef {{kind: Seam["kind"], range: Word.Range, locked: boolean}} Structure
 */

/**
 * The seams of the pieces of one paragraph of the review, in its text; where someone's deleted mark joins two of Word's, a seam, too.
 * @param {Word.RequestContext} context
 * @param {import("./word-places.js").Found} found
 * @returns {Promise<Seam[]>}
 */
export async function seamsOf(context, { pieces }) {
  /** @type {Seam[]} */
  const seams = [];
  for (const { paragraph, text, from } of pieces) {
    if (from) seams.push({ kind: "mark", start: from, end: from, locked: false });
    for (const seam of await inParagraph(context, paragraph, text)) seams.push({ ...seam, start: from + seam.start, end: from + seam.end });
  }
  return seams;
}

/**
 * @param {Word.RequestContext} context
 * @param {Word.Paragraph} paragraph
 * @param {string} text
 * @returns {Promise<Seam[]>}
 */
async function inParagraph(context, paragraph, text) {
  const whole = paragraph.getRange("Content");
  const around = hasApi("1.3") ? paragraph.parentContentControlOrNullObject : null;
  around?.load("cannotEdit");
  const structures = await structuresOf(context, whole);
  const seams = structures.length ? await placed(context, whole, structures) : [];
  if (around && !around.isNullObject && around.cannotEdit) seams.push({ kind: "control", start: 0, end: text.length, locked: true });
  const links = seams.filter(({ kind }) => kind === "link");
  // to Word a link is a field, too
  return seams.filter((seam) => seam.kind !== "field" || !links.some((link) => link.start <= seam.start && seam.end <= link.end));
}

/**
 * @param {Word.RequestContext} context
 * @param {Word.Range} whole
 * @returns {Promise<Structure[]>}
 */
async function structuresOf(context, whole) {
  const controls = whole.contentControls;
  controls.load("items/cannotEdit");
  const links = since("1.3", () => whole.getHyperlinkRanges());
  const fields = since("1.4", () => whole.fields);
  const notes = [since("1.5", () => whole.footnotes), since("1.5", () => whole.endnotes)];
  for (const each of [links, fields, ...notes]) each?.load("items");
  await context.sync();
  return [
    ...itemsOf(links).map((range) => structure("link", range, false)),
    ...itemsOf(fields).map((field) => structure("field", field.result, true)),
    ...controls.items.map((control) => structure("control", control.getRange("Content"), control.cannotEdit)),
    ...notes.flatMap(itemsOf).map((note) => structure("note", note.reference, false)),
  ];
}

/**
 * @template T
 * @param {string} version of WordApi; null before it
 * @param {() => T} ask
 */
function since(version, ask) {
  return hasApi(version) ? ask() : null;
}

/**
 * @template T
 * @param {{items: T[]} | null} list
 */
function itemsOf(list) {
  return list?.items ?? [];
}

/**
 * @param {Seam["kind"]} kind
 * @param {Word.Range} range
 * @param {boolean} locked
 * @returns {Structure}
 */
function structure(kind, range, locked) {
  return { kind, range, locked };
}

/**
 * @param {Word.RequestContext} context
 * @param {Word.Range} whole
 * @param {Structure[]} structures
 * @returns {Promise<Seam[]>}
 */
async function placed(context, whole, structures) {
  const heads = structures.map(({ range }) => whole.getRange("Start").expandTo(range.getRange("Start")));
  const before = await currentTexts(context, heads);
  const own = await currentTexts(context, structures.map(({ range }) => range));
  return structures.map(({ kind, locked }, at) => ({ kind, locked, start: before[at].length, end: before[at].length + own[at].length }));
}
