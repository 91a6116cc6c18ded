/** Where paragraphs stand in an open document: its body, and the notes, text boxes, headers and footers beside it. */

import { WORD_STRINGS } from "./strings.js";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/** @type {Record<string, "Primary" | "FirstPage" | "EvenPages">} ST_HdrFtr (ECMA-376-1 17.18.36) as Office.js calls them */
const TYPES = { default: "Primary", first: "FirstPage", even: "EvenPages" };

/**
 * @typedef {(context: Word.RequestContext) => Promise<Word.Paragraph[]>} Story
 */

/** @param {string} version */
export function hasApi(version) {
  return Office.context.requirements.isSetSupported("WordApi", version);
}

/**
 * The stories to look through for a paragraph, the likeliest first: nearly everything stands in the body.
 * @param {string} story as the review names it
 * @returns {Story[]}
 */
export function storiesOf(story) {
  if (story === "header" || story === "footer") return [marginsOf];
  if (story === "textbox") return [boxesOf];
  return [bodyOf, notesOf];
}

/**
 * Why a paragraph of such a story was not found, where it is not that it changed; else "".
 * @param {string} story
 */
export function closed(story) {
  if (story === "textbox" && !hasBoxes()) return WORD_STRINGS.textbox;
  if (story === "header" || story === "footer") return WORD_STRINGS.margin;
  return /note$/.test(story) && !hasApi("1.5") ? WORD_STRINGS.notes : "";
}

/** @type {Story} */
export async function bodyOf(context) {
  return paragraphsOf(context, [context.document.body]);
}

/** @type {Story} */
async function notesOf(context) {
  if (!hasApi("1.5")) return [];
  const { footnotes, endnotes } = context.document.body;
  footnotes.load("items");
  endnotes.load("items");
  await context.sync();
  return paragraphsOf(context, [...footnotes.items, ...endnotes.items].map((note) => note.body));
}

function hasBoxes() {
  return Office.context.requirements.isSetSupported("WordApiDesktop", "1.2");
}

/** @type {Story} */
async function boxesOf(context) {
  if (!hasBoxes()) return [];
  const { shapes } = context.document.body;
  shapes.load("items/type");
  await context.sync();
  return paragraphsOf(context, shapes.items.filter(({ type }) => type === "TextBox" || type === "GeometricShape").map((shape) => shape.body));
}

/**
 * Headers and footers: only those that there are, as the document's own XML tells, for to ask Word for one that is not there makes it.
 * @type {Story}
 */
async function marginsOf(context) {
  const { sections } = context.document;
  sections.load("items");
  const xml = context.document.body.getOoxml();
  await context.sync();
  // a ClientResult has its value after the sync; it is nothing to be loaded
  // eslint-disable-next-line office-addins/load-object-before-read
  const told = new DOMParser().parseFromString(xml.value, "application/xml").getElementsByTagNameNS(W, "sectPr");
  const bodies = sections.items.flatMap((section, at) => (told[at] ? [...told[at].children] : []).flatMap((each) => {
    const type = TYPES[each.getAttributeNS(W, "type") ?? "default"];
    if (each.localName === "headerReference") return [section.getHeader(type)];
    return each.localName === "footerReference" ? [section.getFooter(type)] : [];
  }));
  return paragraphsOf(context, bodies);
}

/**
 * @param {Word.RequestContext} context
 * @param {Word.Body[]} bodies
 */
async function paragraphsOf(context, bodies) {
  const lists = bodies.map((body) => body.paragraphs);
  for (const list of lists) list.load("items/text");
  await context.sync();
  return lists.flatMap((list) => list.items);
}
