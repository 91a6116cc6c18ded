/** The paragraphs of the open document that one finding's wording concerns. */

import { findEnd } from "./word-annex.js";
import { findParagraph, originalTexts } from "./word-places.js";

/**
 * before: how the found paragraphs read before anyone's tracked changes.
 * @typedef {import("./word-places.js").Found} Found
 * @typedef {{change: import("./host.js").ChangedParagraph, found: Found, before: string[]}} Changed
 * @typedef {{addition: import("./host.js").AddedParagraphs, found: Found, before: string[], like: Word.Paragraph | null}} Added
 * @typedef {{changed: Changed[], added: Added[], end: import("./word-annex.js").End | null}} Targets
 */

/**
 * Every paragraph concerned, or null where one no longer reads as reviewed.
 * @param {Word.RequestContext} context
 * @param {import("./host.js").Marking} marking
 * @returns {Promise<Targets | null>}
 */
export async function findTargets(context, marking) {
  /** @type {Targets} */
  const targets = { changed: [], added: [], end: null };
  for (const change of marking.changed) {
    const found = await findParagraph(context, change.text, change.paragraph, marking.place.story);
    if (!found) return null;
    targets.changed.push({ change, found, before: await originalTexts(context, paragraphsOf(found)) });
  }
  for (const addition of marking.added) {
    const found = await findParagraph(context, addition.afterText, addition.after);
    if (!found) return null;
    const like = addition.likeText ? await findParagraph(context, addition.likeText, addition.like) : null;
    const before = await originalTexts(context, paragraphsOf(found));
    targets.added.push({ addition, found, before, like: like && like.pieces[0].paragraph });
  }
  if (marking.annex) targets.end = await findEnd(context);
  return targets;
}

/** @param {Found} found */
export function paragraphsOf(found) {
  return found.pieces.map((piece) => piece.paragraph);
}
