/** A comment for the other side on what was changed. */

import { WORD_STRINGS } from "./strings.js";
import { findParagraph } from "./word-places.js";
import { rangeOf } from "./word-ranges.js";
import { fold } from "./word-text.js";

/**
 * Puts the marking's comment on its first new words. "" or what a person should know: a comment that fails undoes no change.
 * @param {Word.RequestContext} context
 * @param {import("./host.js").Marking} marking
 * @param {import("./word-targets.js").Targets} targets
 * @returns {Promise<string>}
 */
export async function addComment(context, marking, targets) {
  try {
    const range = await commented(context, targets, marking.annex);
    if (!range) return WORD_STRINGS.noComment;
    range.insertComment(marking.comment);
    await context.sync();
    return "";
  } catch {
    return WORD_STRINGS.noComment;
  }
}

/**
 * @param {Word.RequestContext} context
 * @param {import("./word-targets.js").Targets} targets
 * @param {import("./host.js").Annexed | null} annex
 */
async function commented(context, { changed, added, end }, annex) {
  const first = changed.find(({ change }) => !change.removed && change.edits.length);
  if (first) {
    const { paragraph, text, from } = first.found.pieces.find((piece) => first.change.edits[0].start <= piece.from + piece.text.length) ?? first.found.pieces[0];
    const words = spoken(text, first.change.edits[0], from);
    return (words && (await rangeOf(context, paragraph, text, words))) || paragraph.getRange("Content");
  }
  const [text, at] = added.length ? [added[0].addition.paragraphs[0].text, added[0].found.index + 1] : [annex?.texts[0], (end?.index ?? 0) + 1];
  const place = text ? await findParagraph(context, text, at) : null;
  return place && place.pieces[0].paragraph.getRange("Content");
}

/**
 * The new words without the spaces around them; where words only went, the word before them.
 * @param {string} text the paragraph's, as it reads now
 * @param {import("./host.js").HostEdit} edit
 * @param {number} from where the text starts in the review's paragraph
 */
function spoken(text, edit, from) {
  const words = fold(edit.new);
  const at = edit.start - from;
  const start = at + (words.length - words.trimStart().length);
  const end = at + words.trimEnd().length;
  if (start < end) return { start, end };
  const before = text.slice(0, at).trimEnd().length;
  const word = /\S*$/.exec(text.slice(0, before))?.[0].length ?? 0;
  return word ? { start: before - word, end: before } : null;
}
