/** An annex at the end of the open document: its XML goes in while Word tracks, so that Word marks it as its user's, as it does what is pasted. */

import { currentTexts, originalTexts } from "./word-places.js";
import { bodyOf } from "./word-stories.js";
import { WORD_STRINGS } from "./strings.js";
import { fold } from "./word-text.js";

/**
 * Where the document ends. free: the last paragraph has no words, nor had any: what comes before its mark leaves it as it is.
 * @typedef {{last: Word.Paragraph, index: number, text: string, free: boolean}} End
 */

/**
 * @param {Word.RequestContext} context
 * @returns {Promise<End>}
 */
export async function findEnd(context) {
  const items = await bodyOf(context);
  const last = items[items.length - 1];
  const [[text], [original]] = [await currentTexts(context, [last]), await originalTexts(context, [last])];
  return { last, index: items.length - 1, text, free: !text && !original };
}

/**
 * Puts an annex in and looks at what stands there then. Throws where that is not the annex, or not tracked.
 *
 * An empty paragraph takes over the document's last mark first: XML put in at the very end would run on in the last line.
 * @param {Word.RequestContext} context
 * @param {import("./host.js").Annexed} annex
 * @param {End} end
 */
export async function addAnnex(context, annex, end) {
  const room = end.free ? end.last : end.last.insertParagraph("", "After");
  room.getRange("Start").insertOoxml(annex.xml, "Start");
  await context.sync();
  const items = await bodyOf(context);
  const before = end.free ? "" : (await currentTexts(context, [items[end.index]]))[0];
  const made = items.slice(end.free ? end.index : end.index + 1);
  // Word adds an empty paragraph behind XML, or leaves one out (office-js-docs #874): the words decide
  const words = (await currentTexts(context, made)).filter(Boolean);
  const wanted = annex.texts.map(fold).filter(Boolean);
  if (before !== end.text || words.join("\n") !== wanted.join("\n")) throw new Error(WORD_STRINGS.otherWords);
  if ((await originalTexts(context, made)).some(Boolean)) throw new Error(WORD_STRINGS.untracked);
}
