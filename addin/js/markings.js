/** A wording as a host takes it, and what becomes of it when others went in just before. Values in, values out. */

import { byParagraph } from "./wordings.js";

/**
 * @typedef {import("./host.js").Marking} Marking
 * @typedef {import("./host.js").AddedParagraphs} AddedParagraphs
 * @typedef {import("./types.js").Finding} Finding
 */

/**
 * @param {Finding} finding as propose answers it
 * @param {boolean} comments whether comments are wanted at all
 * @returns {Marking}
 */
export function markingOf(finding, comments) {
  const proposal = finding.proposals.find((each) => each.rung === finding.rung) ?? finding.proposals[0];
  return {
    finding: finding.id,
    title: finding.title,
    changed: [...byParagraph(proposal.edits)].map(([paragraph, edits]) => changedParagraph(paragraph, edits)),
    added: addedParagraphs(proposal.new_paragraphs),
    place: placeOf(finding),
    comment: comments ? proposal.comment : "",
    annex: annexOf(proposal),
  };
}

/** @param {import("./types.js").Proposal} proposal */
function annexOf({ annex }) {
  return annex?.flat_opc ? { label: annex.label, texts: annex.paragraphs.map(({ text }) => text), xml: annex.flat_opc } : null;
}

/**
 * @param {Finding} finding
 * @returns {import("./host.js").Place}
 */
export function placeOf(finding) {
  const { story, paragraph, label, text, start, end, quote, occurrence, before, after } = finding.anchor;
  return { story, paragraph, label, text, start, end, quote, occurrence, before, after };
}

/**
 * @param {number} paragraph
 * @param {import("./types.js").Edit[]} placed in order
 */
function changedParagraph(paragraph, placed) {
  const text = placed[0].text;
  const edits = placed.map((edit) => ({ start: edit.start, end: edit.end, old: edit.old, new: edit.new }));
  const intended = apply(text, edits);
  return { paragraph, text, intended, edits, removed: !intended };
}

/**
 * @param {string} text
 * @param {import("./host.js").HostEdit[]} edits in order
 */
function apply(text, edits) {
  return edits.reduceRight((whole, edit) => whole.slice(0, edit.start) + edit.new + whole.slice(edit.end), text);
}

/**
 * @param {import("./types.js").NewParagraph[]} paragraphs
 * @returns {AddedParagraphs[]} one for each run that follows the same paragraph
 */
function addedParagraphs(paragraphs) {
  /** @type {AddedParagraphs[]} */
  const runs = [];
  for (const each of paragraphs) {
    const { text, level, label, lead } = each;
    const last = runs.at(-1);
    if (last?.after === each.after) last.paragraphs.push({ text, level, label, lead });
    else {
      const like = { like: each.like ?? each.after, likeText: each.like_text ?? each.after_text ?? "" };
      runs.push({ after: each.after, afterText: each.after_text ?? "", ...like, paragraphs: [{ text, level, label, lead }] });
    }
  }
  return runs;
}

/**
 * The marking for a document in which others, of the same answer, went in just before: texts and offsets as they are now.
 * @param {Marking} marking
 * @param {Marking[]} done in the order they went in
 * @returns {Marking}
 */
export function rebase(marking, done) {
  const place = marking.place;
  const here = editsIn(done, place.paragraph);
  const text = apply(place.text, here);
  const start = shift(place.start, here);
  return {
    ...marking,
    changed: marking.changed.map((each) => rebaseParagraph(each, editsIn(done, each.paragraph))),
    added: marking.added.map((each) => rebaseAdded(each, done)),
    place: { ...place, text, start, end: shift(place.end, here) },
  };
}

/**
 * @param {import("./host.js").ChangedParagraph} changed
 * @param {import("./host.js").HostEdit[]} before
 */
function rebaseParagraph(changed, before) {
  if (!before.length) return changed;
  const text = apply(changed.text, before);
  const edits = changed.edits.map((edit) => ({ ...edit, start: shift(edit.start, before), end: shift(edit.start, before) + edit.old.length }));
  return { ...changed, text, edits, intended: apply(text, edits), removed: !apply(text, edits) };
}

/**
 * @param {AddedParagraphs} added
 * @param {Marking[]} done
 */
function rebaseAdded(added, done) {
  const earlier = done.flatMap((each) => each.added).filter((each) => each.after === added.after);
  const last = earlier.at(-1)?.paragraphs.at(-1);
  const afterText = last ? last.text : apply(added.afterText, editsIn(done, added.after));
  return { ...added, afterText, likeText: apply(added.likeText, editsIn(done, added.like)) };
}

/**
 * @param {Marking[]} done
 * @param {number} paragraph
 * @returns {import("./host.js").HostEdit[]} in order, as offsets into the paragraph as it was before all of them
 */
function editsIn(done, paragraph) {
  const found = done.flatMap((each) => each.changed).filter((each) => each.paragraph === paragraph);
  return found.flatMap((each) => each.edits).sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * @param {number} at
 * @param {import("./host.js").HostEdit[]} edits
 */
function shift(at, edits) {
  return edits.filter((edit) => edit.end <= at).reduce((moved, edit) => moved + edit.new.length - edit.old.length, at);
}
