/** A wording as a person reads it: deletions struck out, insertions underlined, both said aloud. */

import { make } from "./dom.js";
import { STRINGS } from "./strings.js";

/** @typedef {import("./types.js").Step} Step */

const AROUND = 110;

/**
 * Words that go or come. A reader that cannot see hears which.
 * @param {"delete" | "insert"} op
 * @param {string} text
 */
export function change(op, text) {
  const gone = op === "delete";
  const said = make("span", { class: "unseen", text: gone ? STRINGS.deleted : STRINGS.added });
  return make(gone ? "del" : "ins", {}, said, text, make("span", { class: "unseen", text: STRINGS.endOf }));
}

/**
 * Kept words only as far as they show where the change stands.
 * @param {string} words
 * @param {boolean} first
 * @param {boolean} last
 */
function shorten(words, first, last) {
  if (words.length <= 2 * AROUND) return words;
  const head = first ? "" : words.slice(0, AROUND).replace(/\S*$/, "");
  const tail = last ? "" : words.slice(-AROUND).replace(/^\S*/, "");
  return `${head}…${tail}`;
}

/** @param {Step[]} steps */
function line(steps) {
  const shown = make("p");
  steps.forEach((step, at) => {
    if (step.op === "keep") shown.append(shorten(step.text, at === 0, at === steps.length - 1));
    else shown.append(change(step.op, step.text));
  });
  return shown;
}

/**
 * @param {import("./wordings.js").Shown} wording
 * @param {number} anchor the paragraph the card is about: the others are named
 * @param {(paragraph: number) => string} placeOf
 * @returns {Node[]}
 */
export function redline(wording, anchor, placeOf) {
  const changed = wording.changed.flatMap(({ paragraph, steps }) => {
    const also = paragraph === anchor ? [] : [make("p", { class: "redline-where", text: STRINGS.alsoIn(placeOf(paragraph)) })];
    return [...also, line(steps)];
  });
  const added = wording.added.map(({ label, text }) => {
    const number = label && !text.startsWith(label) ? make("span", { class: "new-label", text: label }) : null;
    return make("p", { class: "redline-new" }, number, number ? " " : null, change("insert", text));
  });
  return [...changed, ...added, ...(wording.annex ? [annexed(wording.annex)] : [])];
}

/**
 * An annex folded up: its name says enough until someone wants to read it.
 * @param {import("./types.js").Annex} annex
 */
function annexed({ label, title, paragraphs }) {
  const lines = annexLines(paragraphs).map(({ number, text }) => make("p", { class: "redline-new" }, number ? make("span", { class: "new-label", text: number }) : null, number ? " " : null, change("insert", text)));
  return make("details", { class: "annex" }, make("summary", { text: STRINGS.annex(label, title) }), ...lines);
}

/**
 * The lines of an annex that have words, each with the number that it will show.
 * @param {import("./types.js").Annex["paragraphs"]} paragraphs
 */
export function annexLines(paragraphs) {
  return paragraphs.filter(({ text }) => text.trim()).map(({ text, label, level }) => ({ text, level, number: text.startsWith(label) ? "" : label }));
}
