/** How a user's own wording differs from the contract's, word by word: what the pane shows while someone types. */

/** @typedef {import("./types.js").Step} Step */

const TOKEN = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*|\s+|[^]/gu;
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
  return joinSpaces(steps.list);
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
 * Spaces kept between two changes belong to both: "old one" for "new two" reads as one change, not as two.
 * @param {Step[]} steps
 */
function joinSpaces(steps) {
  /** @type {Step[]} */
  const joined = [];
  let [gone, come] = ["", ""];
  const flush = () => {
    if (gone) joined.push({ op: "delete", text: gone });
    if (come) joined.push({ op: "insert", text: come });
    [gone, come] = ["", ""];
  };
  steps.forEach(({ op, text }, at) => {
    const between = op === "keep" && (gone || come) && at < steps.length - 1 && !text.trim();
    if (op === "delete" || between) gone += text;
    if (op === "insert" || between) come += text;
    if (op !== "keep" || between) return;
    flush();
    joined.push({ op, text });
  });
  flush();
  return joined;
}
