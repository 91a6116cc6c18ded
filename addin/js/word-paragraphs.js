/** New paragraphs, put in so that they look like their neighbours without anything being set on a paragraph (office-js #6538). */

import { currentTexts, originalTexts } from "./word-places.js";
import { rangeOf } from "./word-ranges.js";
import { fold } from "./word-text.js";
import { WORD_STRINGS } from "./strings.js";

/**
 * Inserts them, each verified. Throws where one does not stand there as intended.
 * @param {Word.RequestContext} context
 * @param {import("./word-targets.js").Added} added
 * @returns {Promise<boolean>} whether a neighbour had the look that they should have
 */
export async function addParagraphs(context, { addition, found, like }) {
  const last = found.pieces[found.pieces.length - 1].paragraph;
  const next = found.siblings[found.index + 1] ?? null;
  const { leaning, alike } = await lookAround(context, { last, next, like });
  /** @type {Word.Paragraph[]} */
  const made = [];
  for (const { text } of addition.paragraphs) {
    // all of them, in order, before the next one whose look they share; or each after the one before it
    made.push(leaning ? leaning.insertParagraph(written(text), "Before") : (made.at(-1) ?? last).insertParagraph(written(text), "After"));
  }
  await context.sync();
  await dress(context, addition, { made, model: like ?? leaning ?? last });
  await verify(context, made, addition.paragraphs.map(({ text }) => fold(text)));
  return alike;
}

/**
 * @param {Word.RequestContext} context
 * @param {Word.Paragraph[]} made
 * @param {string[]} texts
 */
async function verify(context, made, texts) {
  const now = await currentTexts(context, made);
  const original = await originalTexts(context, made);
  if (texts.some((text, at) => text !== now[at])) throw new Error(WORD_STRINGS.otherWords);
  if (original.some((text) => text)) throw new Error(WORD_STRINGS.untracked);
}

/** @param {string} text */
function written(text) {
  return text.replaceAll("\n", "\v");
}

/**
 * leaning: the next paragraph, where the new ones should look like it and not like the one before them. alike: whether either has that look.
 * @param {Word.RequestContext} context
 * @param {{last: Word.Paragraph, next: Word.Paragraph | null, like: Word.Paragraph | null}} around
 */
async function lookAround(context, { last, next, like }) {
  if (!like) return { leaning: null, alike: true };
  const all = next ? [like, last, next] : [like, last];
  for (const each of all) each.load("style,isListItem,leftIndent,tableNestingLevel");
  await context.sync();
  const lists = all.map((each) => (each.isListItem ? each.listItem : null));
  for (const each of lists) each?.load("level");
  await context.sync();
  const [model, before, after] = all.map((each, at) => `${each.style}|${lists[at]?.level}|${each.leftIndent}`);
  if (before === model) return { leaning: null, alike: true };
  // never into or out of a table
  const fits = next !== null && after === model && last.tableNestingLevel === next.tableNestingLevel;
  return { leaning: fits ? next : null, alike: fits };
}

/**
 * Gives new words the weight of their model's: a new clause beside a bold heading is not bold, but its lead-in is where the others' are.
 * @param {Word.RequestContext} context
 * @param {import("./host.js").AddedParagraphs} addition
 * @param {{made: Word.Paragraph[], model: Word.Paragraph}} look
 */
async function dress(context, addition, { made, model }) {
  const { lead, body } = await looksOf(context, model);
  for (const [at, paragraph] of made.entries()) {
    const { text, lead: length } = addition.paragraphs[at];
    if (!text) continue;
    wear(paragraph.getRange("Content"), length === text.length ? lead : body);
    const head = length && length < text.length ? await rangeOf(context, paragraph, fold(text), { start: 0, end: text.slice(0, length).trimEnd().length }) : null;
    if (head) wear(head, lead);
  }
  await context.sync();
}

/**
 * @typedef {{bold: boolean, underline: Word.Font["underline"]}} Look
 * @param {Word.RequestContext} context
 * @param {Word.Paragraph} model
 * @returns {Promise<{lead: Look, body: Look}>}
 */
async function looksOf(context, model) {
  const words = model.getTextRanges([" "], true);
  words.load("items/font/bold,items/font/underline,items/text");
  await context.sync();
  const spoken = words.items.filter((each) => /\w/.test(each.text));
  const fonts = spoken.map((each) => each.font);
  const plain = { bold: false, underline: /** @type {Word.Font["underline"]} */ ("None") };
  const first = fonts[0] ? { bold: fonts[0].bold, underline: fonts[0].underline } : plain;
  const end = fonts.at(-1);
  return { lead: first, body: end ? { bold: end.bold, underline: end.underline } : plain };
}

/**
 * @param {Word.Range} range
 * @param {Look} look
 */
function wear(range, { bold, underline }) {
  range.font.bold = bold;
  if (underline !== "Mixed") range.font.underline = underline;
}
