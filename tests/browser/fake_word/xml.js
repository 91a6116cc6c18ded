/* Ranges as flat XML and back, for the way around a Word that cannot track changes. */

const WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

const escaped = (text) => text.replace(/[&<>]/g, (each) => `&#${each.charCodeAt(0)};`);

function runOf({ c, bold, del }) {
  const tag = del ? "delText" : "t";
  const content = c === "\t" ? "<w:tab/>" : c === "\v" ? "<w:br/>" : `<w:${tag} xml:space="preserve">${escaped(c)}</w:${tag}>`;
  return `<w:r>${bold ? "<w:rPr><w:b/></w:rPr>" : ""}${content}</w:r>`;
}

function marked(each) {
  const inner = each.del ? `<w:del w:id="1" w:author="${each.del}">${runOf(each)}</w:del>` : runOf(each);
  return each.ins ? `<w:ins w:id="2" w:author="${each.ins}">${inner}</w:ins>` : inner;
}

window.FakeWordXml = {
  write(paragraph, chars) {
    // office-js #6751: Word for Mac gives the whole row for the last paragraph of a cell
    const row = window.fakeWord.options.macRows && paragraph.table && chars.length === paragraph.chars.length ? "<w:p><w:r><w:t>The cell before.</w:t></w:r></w:p>" : "";
    const body = `${row}<w:p><w:pPr><w:pStyle w:val="${paragraph.style}"/></w:pPr>${chars.map(marked).join("")}</w:p>`;
    return (
      `<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>` +
      `<w:document xmlns:w="${WORDS}"><w:body>${body}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`
    );
  },

  insert(real, { paragraph, chars }, xml, where) {
    const ready = /<w:(ins|del)\b/.test(xml);
    if (real.tracked && ready) real.sins.push("ready-made changes while tracking");
    if (real.tracked && where === "Replace") real.sins.push("replaced by XML");
    const parsed = new DOMParser().parseFromString(xml, "application/xml");
    if (parsed.querySelector("parsererror")) throw new window.FakeWordError("InvalidArgument", "no XML");
    const paragraphs = [...parsed.getElementsByTagNameNS(WORDS, "p")];
    if (where === "Start" && !ready) return real.insertBlocks(paragraph, paragraphs.map((each) => blockOf(paragraph, each)));
    if (where === "Replace") {
      const at = paragraph.chars.indexOf(chars[0]);
      paragraph.chars.splice(at, chars.length, ...paragraphs.flatMap(charsOf));
      return;
    }
    const story = real.storyOf(paragraph);
    paragraphs.reverse().forEach((each) => {
      const made = paragraph.twin();
      made.chars = charsOf(each);
      made.mark = { ins: authorOf(each.querySelector("pPr > rPr > ins")) };
      if (paragraph.last) [made.mark, paragraph.mark, made.last, paragraph.last] = [paragraph.mark, made.mark, true, false];
      story.splice(story.indexOf(paragraph) + 1, 0, made);
    });
  },
};

/** A paragraph of its own, with the style that it names; those in a table's cells are one level down. */
function blockOf(paragraph, element) {
  const made = paragraph.twin();
  const table = element.closest("tbl") ? 1 : 0;
  const level = element.querySelector("pPr > numPr > ilvl");
  Object.assign(made, { chars: charsOf(element), style: element.querySelector("pPr > pStyle")?.getAttribute("w:val") ?? "Normal", table, model: null });
  made.list = level ? Number(level.getAttribute("w:val")) : null;
  return made;
}

/** Ready-made changes carry the author that they name; here they count as this user's. */
function authorOf(mark) {
  const author = mark?.getAttribute("w:author");
  return author === "Contract Redliner" ? window.fakeWord.options.me : author;
}

function charsOf(paragraph) {
  return [...paragraph.getElementsByTagNameNS(WORDS, "r")].flatMap((run) => {
    const ins = authorOf(run.closest("ins"));
    const del = authorOf(run.closest("del"));
    const facts = { ...(ins && { ins }), ...(del && { del }), bold: Boolean(run.querySelector("rPr > b")) };
    return [...run.children].flatMap((node) => {
      if (node.localName === "tab") return [{ c: "\t", ...facts }];
      if (node.localName === "br") return [{ c: "\v", ...facts }];
      return /^(t|delText)$/.test(node.localName) ? node.textContent.split("").map((c) => ({ c, ...facts })) : [];
    });
  });
}
