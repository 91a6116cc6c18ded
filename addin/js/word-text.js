/** What Word calls the text of a paragraph, and the words to look for in it. Pure: no Office.js here. */

/** Word's search takes no more (d.ts of Range.search; office-js #31, #168), counted after its own notation is written out. */
const SEARCHABLE = 255;
const SAME = new Map([
  ["\v", "\n"],
  ["\u2028", "\n"],
  ["\u001e", "\u2011"],
  ["\u001f", "\u00ad"],
  ["\u00a0", " "],
  ["\u202f", " "],
]);
/** marks of notes, fields, pictures, cells and paragraphs, which the review's text does not have */
// eslint-disable-next-line no-control-regex
const MARKS = /[\u0000-\u0008\u000c-\u0019\ufffc]/g;

/**
 * A paragraph's text in one form, whoever tells it: the review or any Word. A review's text keeps its length, so that offsets hold.
 * @param {string} text
 */
export function fold(text) {
  // eslint-disable-next-line no-control-regex
  return text.replace(MARKS, "").replace(/[\v\u2028\u001e\u001f\u00a0\u202f]/g, (each) => SAME.get(each) ?? each);
}

/**
 * The phrase as Word's search wants it, or "" where it takes none such: too long, empty, or with breaks and tabs in it.
 * @param {string} phrase
 */
export function searchNotation(phrase) {
  const written = phrase.replaceAll("^", "^^");
  // eslint-disable-next-line no-control-regex
  const odd = /[\u0000-\u001f\u00ad\u2011\ufffc]/.test(phrase);
  return odd || !phrase.trim() || written.length > SEARCHABLE ? "" : written;
}

/**
 * Where a phrase stands in a text, as a search from left to right finds it: no two overlap.
 * @param {string} text
 * @param {string} phrase
 */
export function occurrences(text, phrase) {
  const places = [];
  for (let at = text.indexOf(phrase); phrase && at >= 0; at = text.indexOf(phrase, at + phrase.length)) places.push(at);
  return places;
}

/**
 * One way to make a change: at the words start..end, `text` put in their place, before or after them; or the words struck.
 * @typedef {{start: number, end: number, text: string, how: "Replace" | "Start" | "End" | "Delete"}} Stroke
 */

/**
 * The ways to make a change, the best first. None that writes words starts or ends on a space: Word for Mac moves such a space to the other side
 * of a tracked change (office-js #6544). A whole word beside it is taken along instead. The last resort is the change as it is.
 * @param {string} text the paragraph's
 * @param {{start: number, end: number, old: string, new: string}} edit
 * @returns {Stroke[]}
 */
export function strokes(text, edit) {
  if (!edit.new) return [{ start: edit.start, end: edit.end, text: "", how: "Delete" }];
  if (!edit.old) return insertions(text, edit.start, edit.new);
  const { start, end, words } = widened(text, edit);
  // as it is, where what stands beside it must not be written over
  return [{ start, end, text: words, how: "Replace" }, { start: edit.start, end: edit.end, text: edit.new, how: "Replace" }];
}

/**
 * @param {string} text
 * @param {number} at
 * @param {string} words
 * @returns {Stroke[]}
 */
function insertions(text, at, words) {
  const left = wordBefore(text, at);
  const right = wordAfter(text, at);
  /** @type {Stroke[]} */
  const ways = [];
  const onSpace = /^\s|\s$/.test(words);
  if (left < at && !/\s$/.test(words)) {
    ways.push(onSpace ? { start: left, end: at, text: text.slice(left, at) + words, how: "Replace" } : { start: left, end: at, text: words, how: "End" });
  }
  if (right > at && !/^\s/.test(words)) {
    ways.push(onSpace ? { start: at, end: right, text: words + text.slice(at, right), how: "Replace" } : { start: at, end: right, text: words, how: "Start" });
  }
  if (!ways.length) ways.push(squeezed(text, at, words));
  return [...ways, ...overSpaces(text, at, words)];
}

/**
 * With the next word behind the space, or the last one before it: where the word beside it must not be written over.
 * @param {string} text
 * @param {number} at
 * @param {string} words
 * @returns {Stroke[]}
 */
function overSpaces(text, at, words) {
  const end = wordAfter(text, text.length - text.slice(at).trimStart().length);
  const start = wordBefore(text, text.slice(0, at).trimEnd().length);
  /** @type {Stroke[]} */
  const ways = [
    { start: at, end, text: words + text.slice(at, end), how: "Replace" },
    { start, end: at, text: text.slice(start, at) + words, how: "Replace" },
  ];
  return ways.filter((way) => text.slice(way.start, way.end).trim());
}

/**
 * Between two spaces, or at the very edge of a line: the words beside, with what is between them.
 * @param {string} text
 * @param {number} at
 * @param {string} words
 * @returns {Stroke}
 */
function squeezed(text, at, words) {
  const { start, end, words: all } = widened(text, { start: at, end: at, new: words });
  return start < end ? { start, end, text: all, how: "Replace" } : { start: at, end: at, text: words, how: "Start" };
}

/**
 * A change with the words beside it, as far as it starts or ends on a space.
 * @param {string} text
 * @param {{start: number, end: number, new: string}} edit
 */
function widened(text, edit) {
  let { start, end, new: words } = edit;
  if (/^\s/.test(words) || /^\s/.test(text.slice(start, end)) || start === end) {
    const from = wordBefore(text, text.slice(0, start).trimEnd().length);
    words = text.slice(from, start) + words;
    start = from;
  }
  if (/\s$/.test(words) || /\s$/.test(text.slice(start, end))) {
    const to = wordAfter(text, text.length - text.slice(end).trimStart().length);
    words += text.slice(end, to);
    end = to;
  }
  return { start, end, words };
}

/**
 * @param {string} text
 * @param {number} at
 */
function wordBefore(text, at) {
  return at - (/\S*$/.exec(text.slice(0, at))?.[0].length ?? 0);
}

/**
 * @param {string} text
 * @param {number} at
 */
function wordAfter(text, at) {
  return at + (/^\S*/.exec(text.slice(at))?.[0].length ?? 0);
}
