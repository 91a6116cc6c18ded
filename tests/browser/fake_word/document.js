/*
 * A document as Word keeps it: stories of paragraphs of letters, each letter with who inserted and who struck it. Written for the tests from
 * what is documented and reported of Word (../../../addin/js/word-*.js names the reports); no Office.js here.
 *
 * The data: {paragraphs: [{runs: [{t, ins?, del?, field?, link?, control?, bold?, underline?, locked?}], style, list, table, last, control?, mark: {ins?, del?}}],
 * notes: [[paragraph]], boxes: [[paragraph]], margins: [{section, kind: "Header" | "Footer", type, paragraphs}], sections: XML of each section's properties}
 */

class WordError extends Error {
  constructor(code, message = code) {
    super(message);
    this.name = "OfficeExtension.Error";
    this.code = code;
    this.debugInfo = { code, message };
  }
}

class Paragraph {
  constructor(data, key) {
    Object.assign(this, { key, model: key, style: data.style || "Normal", list: data.list ?? null, table: data.table || 0, last: Boolean(data.last), control: data.control || null });
    this.mark = { ...data.mark };
    this.chars = [];
    for (const { t, ...facts } of data.runs) for (const c of t.split("")) this.chars.push({ c, at: this.chars.length, ...facts });
  }

  /** The same look, no words. */
  twin() {
    const made = new Paragraph({ runs: [], style: this.style, list: this.list, table: this.table }, null);
    made.model = this.model;
    return made;
  }
}

class WordDocument {
  constructor(data, options) {
    this.options = { me: "Word User", mode: "Off", textShowsDeletions: true, ...options };
    this.mode = this.options.mode;
    this.paragraphs = data.paragraphs.map((each, key) => new Paragraph(each, key));
    const stories = (given) => (given || []).map((story) => story.map((each) => new Paragraph(each, null)));
    this.notes = stories(data.notes);
    this.boxes = stories(data.boxes);
    this.margins = (data.margins || []).map((each) => ({ ...each, paragraphs: stories([each.paragraphs])[0] }));
    this.sections = data.sections || [];
    this.comments = [];
    this.selected = null;
    this.opened = [];
    this.writes = 0;
    // what must never happen
    this.sins = [];
  }

  storyOf(paragraph) {
    return [this.paragraphs, ...this.notes, ...this.boxes, ...this.margins.map((each) => each.paragraphs)].find((story) => story.includes(paragraph));
  }

  // ---------------------------------------------------------------- reading
  shown(chars) {
    return chars.filter((each) => this.options.textShowsDeletions || !each.del).map((each) => each.c).join("");
  }

  reviewed(chars, view) {
    return chars.filter((each) => (view === "Original" ? !each.ins : !each.del)).map((each) => each.c).join("");
  }

  /** The stretches of these letters where the phrase stands, from left to right. */
  search(chars, notation, matchCase) {
    if (typeof notation !== "string" || !notation) throw new WordError("InvalidArgument", "SearchStringInvalid");
    if (notation.length > 255) throw new WordError("InvalidArgument", "SearchStringInvalidOrTooLong");
    if (/\^(?!\^)/.test(notation.replaceAll("^^", ""))) return [];
    let phrase = notation.replaceAll("^^", "^");
    const pool = this.options.textShowsDeletions ? chars : chars.filter((each) => !each.del);
    let text = pool.map((each) => each.c).join("");
    if (!matchCase) [text, phrase] = [text.toLowerCase(), phrase.toLowerCase()];
    const hits = [];
    for (let at = text.indexOf(phrase); at >= 0; ) {
      const hit = pool.slice(at, at + phrase.length);
      const unbroken = chars.indexOf(hit.at(-1)) - chars.indexOf(hit[0]) === hit.length - 1;
      const oneField = hit.every((each) => each.field === hit[0].field);
      const oneState = hit.every((each) => Boolean(each.del) === Boolean(hit[0].del));
      if (unbroken && oneField && oneState) hits.push(hit);
      at = text.indexOf(phrase, at + phrase.length);
    }
    return hits;
  }

  /** Pieces that each end with one of the marks. */
  textRanges(chars, marks, trim) {
    const pieces = [[]];
    for (const each of chars) {
      pieces.at(-1).push(each);
      if (marks.includes(each.c)) pieces.push([]);
    }
    const full = pieces.filter((piece) => piece.length);
    if (!trim) return full;
    return full.map((piece) => {
      const from = piece.findIndex((each) => each.c.trim());
      const to = piece.findLastIndex((each) => each.c.trim());
      return from < 0 ? [] : piece.slice(from, to + 1);
    }).filter((piece) => piece.length);
  }

  // ---------------------------------------------------------------- writing
  writing(chars) {
    const { options } = this;
    if (options.readOnly || options.isProtected || chars.some((each) => each.locked)) throw new WordError("AccessDenied", "Access denied");
    this.writes += 1;
    if (options.failAt === this.writes) throw new WordError(options.failCode || "GeneralException", "Something in the document");
  }

  /** What Word would make of a range that holds more than words, and no add-in wants. */
  sinsOf(paragraph, chars, verb) {
    if (chars.some((each) => each.c === "\u0002" && !each.del)) this.sins.push(`${verb} over a note`);
    for (const kind of ["link", "control"]) {
      for (const id of new Set(chars.map((each) => each[kind]).filter(Boolean))) {
        const beyond = chars.some((each) => each[kind] !== id);
        if (beyond) this.sins.push(`${verb} across a ${kind}`);
      }
    }
  }

  get tracked() {
    return this.mode !== "Off";
  }

  strike(paragraph, chars) {
    for (const each of chars) {
      if (!this.tracked || each.ins === this.options.me) paragraph.chars.splice(paragraph.chars.indexOf(each), 1);
      else if (!each.del) each.del = this.options.me;
    }
    if (!this.tracked && chars.length) this.sins.push("struck without tracking");
  }

  put(paragraph, at, text, like) {
    if (!text) return [];
    if (!this.tracked) this.sins.push("wrote without tracking");
    const { bold, underline, link, control } = like || {};
    const mine = this.tracked ? { ins: this.options.me } : {};
    const made = text.split("").map((c) => ({ c, bold, underline, link, control, ...mine }));
    paragraph.chars.splice(at, 0, ...made);
    return made;
  }

  insertText(range, text, how) {
    const { paragraph, chars } = range;
    this.writing(chars);
    if (/[\n\r]/.test(text)) this.sins.push("a line break that makes a paragraph");
    if (chars.some((each) => each.link)) this.sins.push("wrote over a link");
    if (how === "Replace") this.sinsOf(paragraph, chars, "wrote");
    // office-js #6544: Word for Mac moves a space at the edge of what it inserts to the other side
    const written = this.options.macSpaces && /^\s|\s$/.test(text) ? text.trim() : text;
    const before = how === "Start" || how === "Before";
    const anchor = before ? chars[0] : chars.at(-1);
    const edge = range.edge === "End" ? paragraph.chars.length : 0;
    const at = anchor ? paragraph.chars.indexOf(anchor) + (before ? 0 : 1) : edge;
    const like = chars.find((each) => !each.del) || paragraph.chars[at - 1] || paragraph.chars[at];
    const made = this.put(paragraph, at, written, like);
    if (how === "Replace") this.strike(paragraph, chars);
    range.chars = how === "Replace" ? made : how === "End" ? [...chars, ...made] : [...made, ...chars];
    return made;
  }

  /** Blocks that come as XML, before the mark of a paragraph: pasted, so Word tracks them where it tracks at all. */
  insertBlocks(paragraph, made) {
    this.writing(paragraph.chars.filter((each) => each.locked));
    if (!this.tracked) this.sins.push("blocks without tracking");
    const mine = this.tracked ? { ins: this.options.me } : {};
    for (const block of made) {
      block.mark = { ...mine };
      for (const each of block.chars) Object.assign(each, mine);
    }
    const story = this.storyOf(paragraph);
    if (this.options.ooxmlRunsOn) paragraph.chars.push(...made.pop().chars);
    if (this.options.ooxmlAddsOne) made.push(Object.assign(paragraph.twin(), { mark: { ...mine } }));
    story.splice(story.indexOf(paragraph), 0, ...made);
  }

  /** Enter at the end of a paragraph: the new one takes over its mark; before one: the new mark is its own. */
  insertParagraph(paragraph, text, where) {
    this.writing(paragraph.chars.filter((each) => each.locked));
    const story = this.storyOf(paragraph);
    const made = paragraph.twin();
    const mine = this.tracked ? { ins: this.options.me } : {};
    if (!this.tracked) this.sins.push("a paragraph without tracking");
    if (where === "After") {
      made.mark = paragraph.mark;
      made.last = paragraph.last;
      paragraph.mark = mine;
      paragraph.last = false;
    } else {
      made.mark = mine;
      made.before = true;
    }
    story.splice(story.indexOf(paragraph) + (where === "After" ? 1 : 0), 0, made);
    this.put(made, 0, text, paragraph.chars.findLast((each) => !each.del && !each.link));
    return made;
  }

  deleteParagraph(paragraph) {
    this.writing(paragraph.chars);
    this.strike(paragraph, [...paragraph.chars]);
    if (!paragraph.last && this.tracked) paragraph.mark.del = paragraph.mark.del || this.options.me;
  }

  // ---------------------------------------------------------------- what the tests ask
  /** The body's paragraphs: as they read ("current"), or with this user's changes rejected ("rejected"). */
  texts(view) {
    const { me } = this.options;
    const out = [];
    let text = "";
    let open = false;
    for (const { chars, mark } of this.paragraphs) {
      const left = chars.filter((each) => (view === "current" ? !each.del : each.ins !== me && (!each.del || each.del === me)));
      text += left.map((each) => each.c).join("");
      const joined = view === "current" ? mark.del : mark.ins === me || (mark.del && mark.del !== me);
      open = Boolean(joined);
      if (!joined) {
        out.push(text);
        text = "";
      }
    }
    if (open && text) out.push(text);
    return out;
  }

  /** Everything, as data: what the file would hold. */
  state() {
    const { me } = this.options;
    return { me, paragraphs: this.paragraphs.map(({ key, model, mark, chars, before = false }) => ({ key, model, mark, chars, before })) };
  }
}

Object.assign(window, { FakeWordDocument: WordDocument, FakeWordError: WordError });
