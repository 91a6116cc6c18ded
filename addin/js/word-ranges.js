/** The Range of some words of a paragraph: by search where Word's search can, else word by word. */

import { fold, occurrences, searchNotation } from "./word-text.js";
import { currentTexts, originalTexts } from "./word-places.js";

/**
 * The range of text.slice(start, end), or null where Word does not find it.
 * @param {Word.RequestContext} context
 * @param {Word.Paragraph} paragraph
 * @param {string} text how the paragraph reads now
 * @param {{start: number, end: number}} words
 * @returns {Promise<Word.Range | null>}
 */
export async function rangeOf(context, paragraph, text, { start, end }) {
  if (start === 0 && end === text.length && (await isPlain(context, paragraph))) return paragraph.getRange("Content");
  return (await nth(context, paragraph, text, { start, end })) ?? (await byWords(context, paragraph, text, { start, end }));
}

/**
 * Whether a paragraph holds no tracked changes: its whole range would take what was struck along.
 * @param {Word.RequestContext} context
 * @param {Word.Paragraph} paragraph
 */
async function isPlain(context, paragraph) {
  const [[now], [original]] = [await currentTexts(context, [paragraph]), await originalTexts(context, [paragraph])];
  return now === original;
}

/**
 * By search. The hits must be as many as the text has such words: those in deleted text are left out, and where a deletion or a field stands
 * inside a phrase Word does not find it at all (office-js #5874, #5905).
 * @param {Word.RequestContext} context
 * @param {Word.Paragraph | Word.Range} scope
 * @param {string} text of the scope
 * @param {{start: number, end: number}} words
 */
async function nth(context, scope, text, { start, end }) {
  const phrase = text.slice(start, end);
  const places = occurrences(fold(text), fold(phrase));
  const notation = searchNotation(phrase);
  if (!notation || !places.includes(start)) return null;
  const hits = scope.search(notation, { matchCase: true });
  hits.load("items/text");
  await context.sync();
  const texts = await currentTexts(context, hits.items);
  const good = hits.items.filter((_, at) => texts[at] === fold(phrase));
  return good.length === places.length ? good[places.indexOf(start)] : null;
}

/**
 * By the words of the paragraph: the first and the last one of the range, cut where the range begins or ends inside a word.
 * @param {Word.RequestContext} context
 * @param {Word.Paragraph} paragraph
 * @param {string} text
 * @param {{start: number, end: number}} words
 */
async function byWords(context, paragraph, text, { start, end }) {
  const ranges = paragraph.getTextRanges([" "], false);
  ranges.load("items/text");
  await context.sync();
  const { items } = ranges;
  const texts = await currentTexts(context, items);
  if (texts.join("") !== fold(text)) return null;
  const cut = cutOut(text, texts, { start, end });
  if (!cut.length) return null;
  const [first, last] = [cut[0], cut[cut.length - 1]];
  const from = await partOf(context, items[first.index], first);
  const to = first === last ? from : await partOf(context, items[last.index], last);
  return from && to && (from === to ? from : from.expandTo(to));
}

/**
 * Of each word that the range touches, which of its letters.
 * @param {string} text
 * @param {string[]} words what the text is made of
 * @param {{start: number, end: number}} range
 */
function cutOut(text, words, { start, end }) {
  let at = 0;
  const cut = [];
  for (const [index, word] of words.entries()) {
    const part = { index, word: text.slice(at, at + word.length), from: Math.max(start - at, 0), to: Math.min(end - at, word.length) };
    if (part.from < part.to) cut.push(part);
    at += word.length;
  }
  return cut;
}

/**
 * Some letters of a word. A break or a tab is part of a word here, and nothing to be searched for: then from the letters before it to those after.
 * @param {Word.RequestContext} context
 * @param {Word.Range} range
 * @param {{word: string, from: number, to: number}} cut
 */
async function partOf(context, range, { word, from, to }) {
  if (from === 0 && to === word.length) return range;
  const found = await nth(context, range, word, { start: from, end: to });
  const [first, last] = found ? [0, 0] : edges(word.slice(from, to));
  if (!first || !last) return found;
  const start = await nth(context, range, word, { start: from, end: from + first });
  const end = await nth(context, range, word, { start: to - last, end: to });
  return start && end && start.expandTo(end);
}

/**
 * How many letters there are before the first break and after the last; none where there is none.
 * @param {string} letters
 */
function edges(letters) {
  const parts = letters.split(/[\t\n]/);
  return parts.length > 1 ? [parts[0].length, parts[parts.length - 1].length] : [0, 0];
}
