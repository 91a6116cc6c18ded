/** The whole contract on the page, with what is inserted as deletions and insertions and the comments in the margin. DOM only. */

import { at, icon, make } from "./dom.js";
import { keepMargin } from "./margin.js";
import { annexLines, change } from "./redline-view.js";
import { STRINGS } from "./strings.js";
import { byNumber, byParagraph, commentOf, proposalOf } from "./wordings.js";

/**
 * @typedef {import("./types.js").Paragraph} Paragraph
 * @typedef {import("./types.js").Finding} Finding
 * @typedef {import("./types.js").Edit} Edit
 * @typedef {import("./store.js").Store} Store
 *
 * @typedef {object} Layer what lies over one paragraph
 * @property {Edit[]} edits inserted ones
 * @property {{finding: string, label: string, lines: Line[]}[]} added what one wording puts in here, under the number it begins with
 * @property {Line[]} annexes behind the last paragraph
 * @property {Finding[]} open
 * @property {Note[]} notes comments of what is inserted here
 *
 * @typedef {{finding: Finding, comment: string}} Note
 * @typedef {{text: string, number: string, level: number | null, notes: Note[]}} Line
 */

const SHORT = 120;

/** @param {Store} store */
export function showDocument(store) {
  const { review } = store;
  if (!review) return;
  const layers = layersOf(store);
  const sheet = make("div", { class: "sheet" });
  /** @type {HTMLElement | null} */
  let row = null;
  let story = "";
  for (const paragraph of review.paragraphs) {
    if (paragraph.story !== story) sheet.append(...storyTitle(paragraph.story));
    story = paragraph.story;
    const shown = paragraphBlock(paragraph, layers.get(paragraph.index), store);
    row = paragraph.cell ? rowFor(paragraph, row, sheet) : null;
    (row ? cellFor(paragraph, row) : sheet).append(...shown);
  }
  at("paper").replaceChildren(sheet);
  keepMargin(sheet);
}

/** @param {string} story headers, footnotes and the like are named, the body and its tables are not */
function storyTitle(story) {
  const title = STRINGS.stories[/** @type {keyof typeof STRINGS.stories} */ (story)];
  return title ? [make("p", { class: "story", text: title })] : [];
}

/**
 * @param {Paragraph} paragraph
 * @param {HTMLElement | null} row the last one
 * @param {HTMLElement} sheet
 */
function rowFor(paragraph, row, sheet) {
  const key = `${paragraph.cell?.table}.${paragraph.cell?.row}`;
  if (row?.dataset.row === key) return row;
  const made = make("div", { class: "table-row", "data-row": key });
  sheet.append(made);
  return made;
}

/**
 * @param {Paragraph} paragraph
 * @param {HTMLElement} row
 */
function cellFor(paragraph, row) {
  const column = String(paragraph.cell?.column);
  const last = /** @type {HTMLElement | null} */ (row.lastElementChild);
  if (last?.dataset.column === column) return last;
  const made = make("div", { class: "table-cell", "data-column": column });
  row.append(made);
  return made;
}

/**
 * @param {Store} store
 * @returns {Map<number, Layer>}
 */
function layersOf(store) {
  /** @type {Map<number, Layer>} */
  const layers = new Map();
  const layer = (/** @type {number} */ paragraph) => {
    const known = layers.get(paragraph) ?? { edits: [], added: [], annexes: [], open: [], notes: [] };
    layers.set(paragraph, known);
    return known;
  };
  const end = store.review?.paragraphs.filter(({ story }) => story === "body" || story === "cell").at(-1)?.index ?? 0;
  const inserted = store.inState("inserted").sort((one, other) => store.choice(one.id).order - store.choice(other.id).order);
  for (const finding of inserted) {
    const proposal = proposalOf(finding, store.choice(finding.id));
    if (proposal) lay(finding, proposal, commented(store, finding), { layer, end });
  }
  for (const finding of store.inState("open")) layer(finding.anchor.paragraph).open.push(finding);
  for (const { added } of layers.values()) added.sort(byNumber);
  return layers;
}

/**
 * @param {Store} store
 * @param {Finding} finding
 */
function commented(store, finding) {
  const choice = store.choice(finding.id);
  return store.settings.comments ? commentOf(choice, proposalOf(finding, choice)) : "";
}

/**
 * One inserted wording over the paragraphs it is about, its comment beside the first.
 * @param {Finding} finding
 * @param {import("./types.js").Proposal} proposal
 * @param {string} comment
 * @param {{layer: (paragraph: number) => Layer, end: number}} sheet end: the last paragraph of the contract
 */
function lay(finding, proposal, comment, { layer, end }) {
  const edits = byParagraph(proposal.edits);
  const notes = comment ? [{ finding, comment }] : [];
  const first = edits.has(finding.anchor.paragraph) ? finding.anchor.paragraph : [...edits.keys()][0];
  for (const [paragraph, placed] of edits) layer(paragraph).edits.push(...placed);
  if (first !== undefined) layer(first).notes.push(...notes);
  let free = first === undefined ? notes : [];
  for (const { text, label, level, after } of proposal.new_paragraphs) {
    const { added } = layer(after);
    const group = added.find((each) => each.finding === finding.id) ?? { finding: finding.id, label, lines: [] };
    if (!group.lines.length) added.push(group);
    group.lines.push({ text, number: text.startsWith(label) ? "" : label, level, notes: free });
    free = [];
  }
  for (const each of proposal.annex ? annexLines(proposal.annex.paragraphs) : []) {
    layer(end).annexes.push({ ...each, notes: free });
    free = [];
  }
}

/**
 * @param {Paragraph} paragraph
 * @param {Layer | undefined} layer
 * @param {Store} store
 * @returns {HTMLElement[]} the paragraph with its margin, and what is new after it
 */
function paragraphBlock(paragraph, layer, store) {
  const { text, label, index, level } = paragraph;
  if (!text.trim() && !layer) return [make("div", { class: "paragraph blank", "data-paragraph": index })];
  const words = line(label, isHeading(paragraph), embolden(pieces(text, layer), paragraph.lead));
  const block = make("div", { class: `paragraph ${indent(level)}`, "data-paragraph": index }, words, margin(layer?.notes ?? [], layer?.open ?? [], store));
  const lines = [...(layer?.added ?? []).flatMap((each) => each.lines), ...(layer?.annexes ?? [])];
  const added = lines.map((each) => make("div", { class: `paragraph new ${indent(each.level ?? level)}` },
    line(each.number, false, [change("insert", each.text)]), margin(each.notes, [], store)));
  return [block, ...added];
}

/**
 * @param {string} label
 * @param {boolean} heading
 * @param {(string | Node)[]} words
 */
function line(label, heading, words) {
  const number = label ? make("span", { class: "number", text: label }) : null;
  return make("p", { class: `words${heading ? " heading" : ""}${label ? " numbered" : ""}` }, number, ...words);
}

/** @param {number | null} level */
const indent = (level) => `level-${Math.min(level ?? 0, 4)}`;

/** @param {Paragraph} paragraph */
function isHeading({ text, style, lead }) {
  return text.length < SHORT && (/heading|title/i.test(style) || lead >= text.trimEnd().length);
}

/**
 * The lead-in of a paragraph ("Term.") stands out, as in the document.
 * @param {(string | Node)[]} words
 * @param {number} lead
 */
function embolden(words, lead) {
  const [first, ...rest] = words;
  if (!lead || typeof first !== "string" || lead >= SHORT) return words;
  return [make("b", { text: first.slice(0, lead) }), first.slice(lead), ...rest];
}

/**
 * The text in pieces: kept, changed, or the words of an open finding.
 * @param {string} text
 * @param {Layer | undefined} layer
 * @returns {(string | Node)[]}
 */
function pieces(text, layer) {
  if (!layer) return [text];
  const edits = layer.edits.map((edit) => ({ start: edit.start, end: edit.end, nodes: () => changes(edit) }));
  const marks = layer.open.filter((finding) => finding.anchor.end > finding.anchor.start)
    .map((finding) => ({ start: finding.anchor.start, end: finding.anchor.end, nodes: () => [mark(finding)] }))
    .filter((one) => !edits.some((edit) => edit.start <= one.end && edit.end >= one.start));
  /** @type {(string | Node)[]} */
  const shown = [];
  let done = 0;
  for (const each of [...edits, ...marks].sort((a, b) => a.start - b.start || a.end - b.end)) {
    // of two findings in the same words the first is marked; the margin names both
    if (each.start < done) continue;
    shown.push(text.slice(done, each.start), ...each.nodes());
    done = each.end;
  }
  return [...shown, text.slice(done)];
}

/**
 * The server's own least words, as they will stand in the file.
 * @param {Edit} edit
 */
function changes(edit) {
  return [edit.old && change("delete", edit.old), edit.new && change("insert", edit.new)].filter(Boolean);
}

/** @param {Finding} finding */
function mark(finding) {
  return make("a", { class: `hit ${finding.priority}`, href: `#finding-${finding.id}`, "data-finding": finding.id, title: STRINGS.toFinding(finding.title), text: finding.anchor.quote });
}

/**
 * @param {Note[]} notes
 * @param {Finding[]} open
 * @param {Store} store
 */
function margin(notes, open, store) {
  const chips = open.map((finding) => make("a", { class: `chip ${finding.priority}`, href: `#finding-${finding.id}`, "data-finding": finding.id },
    finding.kind === "insert" && icon("plus"), make("span", { text: finding.title })));
  const balloons = notes.map(({ finding, comment }) => make("div", { class: "balloon", role: "note", "aria-label": STRINGS.commentOn(finding.title) },
    make("strong", { text: store.settings.author || STRINGS.authorEmpty }), make("p", { text: comment })));
  return chips.length || balloons.length ? make("div", { class: "margin" }, ...balloons, ...chips) : null;
}
