/** How a user's own wording differs from the contract's, word by word: what the pane shows while someone types. */

/** @typedef {import("./types.js").Step} Step */

const TOKEN = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*|\s+|[^]/gu;
const WORD = /[\p{L}\p{N}]+/gu;
// letters: "the", "of", "any", "with"
const SHORT_WORD = 4;
// kept words are worth reading where they are more than half as long as the smaller change beside them
const STANDS_ALONE = 2;
// beyond this many comparisons the words between the first and the last change are shown as replaced
const MOST_CELLS = 4_000_000;

/** @param {string} text */
const tokens = (text) => text.match(TOKEN) ?? [];

/**
 * keep and delete together are `before`, keep and insert together are `after`.
 * @param {string} before
 * @param {string} after
 * @returns {Step[]}
 */
export function wordDiff(before, after) {
  const [a, b] = [tokens(before), tokens(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const steps = new Steps();
  steps.add("keep", a.slice(0, head));
  compare(a.slice(head, a.length - tail), b.slice(head, b.length - tail), steps);
  steps.add("keep", a.slice(a.length - tail));
  return dropCrumbs(steps.list);
}

/** Steps in the making: deletions before insertions, neighbours of one kind in one step. */
class Steps {
  /** @type {Step[]} */
  list = [];

  /**
   * @param {Step["op"]} op
   * @param {string[]} words
   */
  add(op, words) {
    if (!words.length) return;
    const last = this.list.at(-1);
    if (last?.op === op) last.text += words.join("");
    else this.list.push({ op, text: words.join("") });
  }
}

/**
 * @param {string[]} a
 * @param {string[]} b
 * @param {Steps} steps
 */
function compare(a, b, steps) {
  const common = (a.length + 1) * (b.length + 1) > MOST_CELLS ? null : lengths(a, b);
  const width = b.length + 1;
  let [i, j] = [0, 0];
  while (common && i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      steps.add("keep", [a[i]]);
      i++;
      j++;
    } else if (common[(i + 1) * width + j] >= common[i * width + j + 1]) steps.add("delete", [a[i++]]);
    else steps.add("insert", [b[j++]]);
  }
  steps.add("delete", a.slice(i));
  steps.add("insert", b.slice(j));
}

/**
 * Lengths of the longest common run of words of the two tails, from every pair of places.
 * @param {string[]} a
 * @param {string[]} b
 */
function lengths(a, b) {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      table[at] = a[i] === b[j] ? table[at + width + 1] + 1 : Math.max(table[at + width], table[at + 1]);
    }
  }
  return table;
}

/**
 * Kept words that are not worth reading join the changes around them, the shortest first: as the server's differences read.
 * @param {Step[]} steps
 * @returns {Step[]}
 */
function dropCrumbs(steps) {
  let pieces = piecesOf(steps);
  for (;;) {
    const crumbs = pieces.map((_, at) => at).filter((at) => at > 0 && at < pieces.length - 1 && isCrumb(pieces[at], pieces[at - 1], pieces[at + 1]));
    if (!crumbs.length) break;
    const at = crumbs.reduce((least, each) => (pieces[each].old.length < pieces[least].old.length ? each : least));
    const around = pieces.slice(at - 1, at + 2);
    const whole = { old: around.map((each) => each.old).join(""), new: around.map((each) => each.new).join(""), kept: false };
    pieces = [...pieces.slice(0, at - 1), whole, ...pieces.slice(at + 2)];
  }
  return pieces.flatMap((piece) => (piece.kept ? [step("keep", piece.old)] : [step("delete", piece.old), step("insert", piece.new)])).filter(({ text }) => text);
}

/**
 * @param {Step["op"]} op
 * @param {string} text
 * @returns {Step}
 */
function step(op, text) {
  return { op, text };
}

/**
 * Kept and changed stretches by turns.
 * @typedef {{old: string, new: string, kept: boolean}} Piece
 * @param {Step[]} steps
 * @returns {Piece[]}
 */
function piecesOf(steps) {
  /** @type {Piece[]} */
  const pieces = [];
  for (const { op, text } of steps) {
    const kept = op === "keep";
    const last = pieces.at(-1);
    const piece = last && last.kept === kept ? last : { old: "", new: "", kept };
    if (piece !== last) pieces.push(piece);
    if (op !== "insert") piece.old += text;
    if (op !== "delete") piece.new += text;
  }
  return pieces;
}

/**
 * No word, one short word, or little beside both of the changes around it. Tabs and breaks are structure: they stay.
 * @param {Piece} piece
 * @param {Piece} before
 * @param {Piece} after
 */
function isCrumb({ old, kept }, before, after) {
  if (!kept || /[\t\n]/.test(old)) return false;
  const words = old.match(WORD) ?? [];
  if (!words.length || (words.length === 1 && words[0].length <= SHORT_WORD)) return true;
  const longest = (/** @type {Piece} */ change) => Math.max(change.old.length, change.new.length);
  return old.length * STANDS_ALONE <= Math.min(longest(before), longest(after));
}
