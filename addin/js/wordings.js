/** A finding's wording as it is shown, sent and put in. Values in, values out. */

import { wordDiff } from "./word-diff.js";

/**
 * @typedef {import("./types.js").Finding} Finding
 * @typedef {import("./types.js").Proposal} Proposal
 * @typedef {import("./types.js").Edit} Edit
 * @typedef {import("./types.js").Step} Step
 * @typedef {import("./store.js").Choice} Choice
 *
 * @typedef {object} Shown
 * @property {{paragraph: number, label: string, steps: Step[]}[]} changed the anchor's paragraph first
 * @property {{label: string, text: string}[]} added
 * @property {import("./types.js").Annex | null} annex
 */

/**
 * @param {Finding} finding
 * @param {Choice} choice
 * @returns {Proposal | undefined} at the rung chosen, as put in or as drafted for what is chosen together
 */
export function proposalOf(finding, choice) {
  if (choice.state === "inserted" && choice.inserted) return choice.inserted;
  const drafted = choice.drafted?.find((each) => each.rung === choice.rung);
  return drafted ?? finding.proposals.find((each) => each.rung === choice.rung);
}

/**
 * Whether there is anything to put in.
 * @param {Finding} finding
 * @param {Choice} choice
 */
export function hasWords(finding, choice) {
  const proposal = proposalOf(finding, choice);
  return Boolean(proposal && (proposal.edits.length || proposal.new_paragraphs.length || proposal.annex));
}

/**
 * Our wording as one text to edit: the new paragraphs a line each, or the paragraph as it would read.
 * @param {Proposal} proposal
 */
export function editable(proposal) {
  return proposal.new_paragraphs.length ? proposal.new_paragraphs.map((each) => each.text).join("\n") : proposal.text;
}

/**
 * The comment that would go in, "" for none.
 * @param {Choice} choice
 * @param {Proposal | undefined} proposal
 */
export function commentOf(choice, proposal) {
  return choice.comment === false ? "" : (choice.comment ?? proposal?.comment ?? "");
}

/**
 * @param {Finding} finding
 * @param {Choice} choice
 * @param {(paragraph: number) => string} labelOf
 * @returns {Shown}
 */
export function show(finding, choice, labelOf) {
  const proposal = proposalOf(finding, choice);
  if (!proposal) return { changed: [], added: [], annex: null };
  const { anchor } = finding;
  const own = choice.text;
  const adds = proposal.new_paragraphs.length > 0;
  const diff = own !== null && !adds ? wordDiff(anchor.text, own) : proposal.diff;
  const here = { paragraph: anchor.paragraph, label: anchor.label, steps: diff };
  const others = [...byParagraph(proposal.edits)].filter(([paragraph]) => paragraph !== anchor.paragraph);
  return {
    changed: [
      ...(diff.some((step) => step.op !== "keep") ? [here] : []),
      ...others.map(([paragraph, edits]) => ({ paragraph, label: labelOf(paragraph), steps: stepsOf(edits) })),
    ],
    added: own !== null && adds ? ownLines(own, proposal) : proposal.new_paragraphs.map(({ label, text }) => ({ label, text })),
    annex: proposal.annex ?? null,
  };
}

/**
 * @param {string} own
 * @param {Proposal} proposal
 */
function ownLines(own, proposal) {
  const lines = own.split("\n").filter((line) => line.trim());
  return lines.map((text, number) => ({ label: proposal.new_paragraphs[number]?.label ?? "", text }));
}

/**
 * @param {Edit[]} edits
 * @returns {Map<number, Edit[]>} each paragraph's edits in order
 */
export function byParagraph(edits) {
  /** @type {Map<number, Edit[]>} */
  const found = new Map();
  for (const edit of edits) found.set(edit.paragraph, [...(found.get(edit.paragraph) ?? []), edit]);
  for (const list of found.values()) list.sort((a, b) => a.start - b.start || a.end - b.end);
  return found;
}

const NUMBERS = new Intl.Collator("en", { numeric: true });

/**
 * New paragraphs in one place stand by the numbers they will show.
 * @param {{label: string}} one
 * @param {{label: string}} other
 */
export function byNumber(one, other) {
  return NUMBERS.compare(one.label, other.label);
}

/**
 * A paragraph with its edits, word by word.
 * @param {Edit[]} edits of one paragraph, in order
 * @returns {Step[]}
 */
export function stepsOf(edits) {
  const text = edits[0].text;
  /** @type {Step[]} */
  const steps = [];
  let done = 0;
  for (const edit of edits) {
    steps.push({ op: "keep", text: text.slice(done, edit.start) }, ...wordDiff(edit.old, edit.new));
    done = edit.end;
  }
  steps.push({ op: "keep", text: text.slice(done) });
  return steps.filter((step) => step.text);
}

/**
 * The choice as the server takes it.
 * @param {Finding} finding
 * @param {Choice} choice
 * @returns {import("./types.js").Selection}
 */
export function selectionOf(finding, choice) {
  return {
    finding: finding.id,
    rung: choice.rung,
    ...(choice.text === null ? {} : { text: choice.text }),
    ...(choice.comment === null ? {} : { comment: choice.comment }),
  };
}
