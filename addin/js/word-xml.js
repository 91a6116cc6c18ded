/** Tracked changes as WordprocessingML (ECMA-376-1 17.13.5), for the way around a Word that cannot track them itself. */

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PKG = "http://schemas.microsoft.com/office/2006/xmlPackage";
const BREAKS = new Map([["br", "\n"], ["cr", "\n"], ["tab", "\t"]]);
const AUTHOR = "Contract Redliner";

/** @param {string} xml */
function parse(xml) {
  return new DOMParser().parseFromString(xml, "application/xml");
}

/** @param {string} escaped */
const safe = (escaped) => escaped.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);

/** @param {string} tag @param {string} content */
function mark(tag, content) {
  return `<w:${tag} w:id="${(number += 1)}" w:author="${AUTHOR}" w:date="${new Date().toISOString().slice(0, 19)}Z">${content}</w:${tag}>`;
}
let number = 9_000_000;

/**
 * The runs of a range as Word gives them, struck, and new words that look like the first of them.
 * @param {string} xml of Range.getOoxml
 * @param {string} words
 */
export function markedRuns(xml, words) {
  const runs = [...bodyOf(parse(xml)).getElementsByTagNameNS(W, "r")];
  const struck = runs.map((run) => serialized(run).replace(/<w:t([\s>])/g, "<w:delText$1").replaceAll("</w:t>", "</w:delText>")).join("");
  const look = runs[0] ? childOf(runs[0], "rPr") : null;
  return flat(`<w:p>${struck ? mark("del", struck) : ""}${words ? mark("ins", run(words, look)) : ""}</w:p>`);
}

/**
 * @param {string} model XML of the paragraph whose properties the new ones take
 * @param {string[]} texts
 */
export function newParagraphs(model, texts) {
  const paragraph = bodyOf(parse(model)).getElementsByTagNameNS(W, "p")[0];
  const properties = paragraph ? childOf(paragraph, "pPr") : null;
  properties?.getElementsByTagNameNS(W, "rPr")[0]?.remove();
  properties?.getElementsByTagNameNS(W, "sectPr")[0]?.remove();
  const inner = properties ? [...properties.children].map(serialized).join("") : "";
  const look = paragraph?.getElementsByTagNameNS(W, "r")[0];
  const made = texts.map((text) => {
    const head = `<w:pPr>${inner}<w:rPr>${mark("ins", "")}</w:rPr></w:pPr>`;
    return `<w:p>${head}${mark("ins", run(text, look ? childOf(look, "rPr") : null))}</w:p>`;
  });
  return flat(made.join(""));
}

/**
 * A document's blocks with all of them marked as inserted: words, marks of paragraphs, rows (17.13.5.16, 17.13.5.18, 17.13.5.20).
 * @param {string} xml flat OPC without tracked changes in it
 */
export function markedBlocks(xml) {
  const parsed = parse(xml);
  const all = (/** @type {string} */ tag) => [...bodyOf(parsed).getElementsByTagNameNS(W, tag)];
  const put = (/** @type {Element} */ parent, /** @type {string} */ tag) => {
    const child = childOf(parent, tag) ?? parent.appendChild(parsed.createElementNS(W, `w:${tag}`));
    return child;
  };
  const made = (/** @type {string} */ content) => parsed.importNode(parse(content.replace(">", ` xmlns:w="${W}">`)).documentElement, true);
  for (const run of all("r")) {
    const mark_ = made(mark("ins", ""));
    run.replaceWith(mark_);
    mark_.append(run);
  }
  for (const paragraph of all("p")) {
    if (!childOf(paragraph, "pPr")) paragraph.prepend(parsed.createElementNS(W, "w:pPr"));
    put(put(paragraph, "pPr"), "rPr").prepend(made(mark("ins", "")));
  }
  for (const row of all("tr")) put(row, "trPr").append(made(mark("ins", "")));
  return serialized(parsed.documentElement);
}

/**
 * How each paragraph of some XML reads with all changes in it, and how it read without any.
 * @param {string} xml
 */
export function textsOf(xml) {
  return [...bodyOf(parse(xml)).getElementsByTagNameNS(W, "p")].map(textOf);
}

/** @param {Element} paragraph */
function textOf(paragraph) {
  const texts = { current: "", original: "" };
  for (const node of paragraph.getElementsByTagNameNS(W, "*")) {
    const text = shown(node);
    const inside = (/** @type {string} */ tag) => Boolean(node.closest(`*|${tag}`));
    if (!inside("del") && !inside("moveFrom")) texts.current += text;
    if (!inside("ins") && !inside("moveTo")) texts.original += text;
  }
  return texts;
}

/** @param {Element} node */
function shown(node) {
  if (node.localName === "t" || node.localName === "delText") return node.textContent ?? "";
  return node.parentElement?.localName === "r" ? (BREAKS.get(node.localName) ?? "") : "";
}

/** @param {string} words @param {Element | null} look */
function run(words, look) {
  const pieces = words.split(/([\t\n])/).map((each) => {
    if (each === "\t") return "<w:tab/>";
    return each === "\n" ? "<w:br/>" : `<w:t xml:space="preserve">${safe(each)}</w:t>`;
  });
  return `<w:r>${look ? serialized(look) : ""}${pieces.join("")}</w:r>`;
}

/** @param {Document} parsed */
function bodyOf(parsed) {
  return parsed.getElementsByTagNameNS(W, "body")[0] ?? parsed.documentElement;
}

/** @param {Element} parent @param {string} name */
function childOf(parent, name) {
  return [...parent.children].find((child) => child.localName === name && child.namespaceURI === W) ?? null;
}

/** @param {Element} element */
function serialized(element) {
  return new XMLSerializer().serializeToString(element);
}

/** @param {string} body */
function flat(body) {
  const types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  const kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
  const links = "http://schemas.openxmlformats.org/package/2006/relationships";
  return (
    `<pkg:package xmlns:pkg="${PKG}"><pkg:part pkg:name="/_rels/.rels" pkg:contentType="application/vnd.openxmlformats-package.relationships+xml">` +
    `<pkg:xmlData><Relationships xmlns="${links}"><Relationship Id="rId1" Type="${kind}" Target="word/document.xml"/></Relationships></pkg:xmlData>` +
    `</pkg:part><pkg:part pkg:name="/word/document.xml" pkg:contentType="${types}"><pkg:xmlData>` +
    `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`
  );
}
