/*
 * Word.run and its proxies: what is asked waits for sync, what was not loaded throws. Only what the pane may use is here; anything else is undefined,
 * as it would be in a Word that does not have it.
 */

const doc = () => window.fakeWord;

class Context {
  constructor() {
    this.queue = [];
    this.document = new DocumentProxy(this);
    this.application = new ApplicationProxy(this);
    this.trackedObjects = { add() {}, remove() {} };
  }

  async sync() {
    const queue = this.queue.splice(0);
    // office-js #2697: edits of one batch run into each other
    if (this.edits > 1) doc().sins.push("several edits in one batch");
    this.edits = 0;
    const { options } = doc();
    await new Promise((resolve) => setTimeout(resolve, options.delay || 0));
    doc().syncs = (doc().syncs || 0) + 1;
    if (options.offlineAt && doc().syncs >= options.offlineAt) throw new window.FakeWordError("NetworkProblem", "offline");
    // a batch stops at its first error; what came before it has happened
    for (const step of queue) step();
  }
}

/** A proxy: `find` gives the real thing when the queue runs; `load` copies the properties asked for. */
class Proxy_ {
  static facts = {};

  constructor(context, find) {
    this.context = context;
    this.values = {};
    context.queue.push(() => {
      this.real = find();
    });
    for (const name of Object.keys(this.constructor.facts)) this.#expose(name);
  }

  #expose(name) {
    Object.defineProperty(this, name, {
      configurable: true,
      get: () => {
        if (!(name in this.values)) throw new window.FakeWordError("PropertyNotLoaded", `The property '${name}' is not available. Load it and sync first.`);
        return this.values[name];
      },
      set: (value) => this.context.queue.push(() => this.constructor.set(name, this.real, value)),
    });
  }

  static set(name) {
    throw new window.FakeWordError("ReadOnly", name);
  }

  load(names) {
    const asked = (Array.isArray(names) ? names : String(names).split(",")).map((each) => each.trim()).filter(Boolean);
    this.context.queue.push(() => asked.forEach((each) => this.fetch(each)));
    return this;
  }

  fetch(name) {
    const fact = this.constructor.facts[name];
    if (!fact) throw new window.FakeWordError("InvalidArgument", `no property ${name}`);
    this.values[name] = fact(this.real);
  }

  ask(compute) {
    const result = {};
    let done = false;
    let value;
    this.context.queue.push(() => {
      value = compute(this.real);
      done = true;
    });
    Object.defineProperty(result, "value", {
      get() {
        if (!done) throw new window.FakeWordError("ValueNotLoaded", "sync first");
        return value;
      },
    });
    return result;
  }

  act(work) {
    this.context.queue.push(() => work(this.real));
  }
}

/** A collection: loading it loads its items, "items/x" loads x of each. */
class List extends Proxy_ {
  constructor(context, find, wrap) {
    super(context, find);
    this.wrap = wrap;
    this.loaded = null;
  }

  get items() {
    if (!this.loaded) throw new window.FakeWordError("PropertyNotLoaded", "The collection is not loaded.");
    return this.loaded;
  }

  fetch(name) {
    const { context } = this;
    if (!this.loaded) {
      const queue = context.queue;
      context.queue = [];
      this.loaded = this.real.map((each) => this.wrap(context, () => each));
      for (const step of context.queue) step();
      context.queue = queue;
    }
    const inner = name.replace(/^items\/?/, "");
    if (inner) for (const each of this.loaded) each.fetchPath(inner);
  }
}

Proxy_.prototype.fetchPath = function fetchPath(path) {
  const [first, ...rest] = path.split("/");
  if (rest.length) this[first].fetchNow(rest.join("/"));
  else this.fetch(first);
};
Proxy_.prototype.fetchNow = function fetchNow(path) {
  this.real ??= this.lazily();
  this.fetchPath(path);
};

class FontProxy extends Proxy_ {
  static facts = {
    bold: (chars) => uniform(chars, (each) => Boolean(each.bold)),
    underline: (chars) => uniform(chars, (each) => each.underline || "None") ?? "Mixed",
  };

  static set(name, chars, value) {
    for (const each of chars) {
      if (each.ins !== doc().options.me) doc().sins.push(`set ${name} on words of others`);
      each[name] = value;
    }
  }
}

function uniform(chars, look) {
  const seen = new Set(chars.map(look));
  return seen.size === 1 ? [...seen][0] : null;
}

class ListItemProxy extends Proxy_ {
  static facts = { level: (paragraph) => paragraph.list };

  static set(name) {
    doc().sins.push(`set ${name} of a list item`);
  }
}

/** Of real {paragraph, chars, edge}. */
class RangeProxy extends Proxy_ {
  static facts = {
    text: ({ chars }) => doc().shown(chars),
    hyperlink: ({ chars }) => chars.find((each) => each.link)?.link ?? "",
    isEmpty: ({ chars }) => !chars.length,
  };

  get font() {
    const font = new FontProxy(this.context, () => this.real.chars);
    font.lazily = () => this.real.chars;
    this.values.font ??= font;
    return this.values.font;
  }

  /** The stretches of one kind in it, each as a range of its own. */
  stretches(kinds) {
    const { paragraph, chars } = this.real;
    const left = chars.filter((each) => !each.del);
    return kinds.flatMap((kind) => [...new Set(left.map((each) => each[kind]).filter(Boolean))].map((id) => ({ paragraph, chars: paragraph.chars.filter((each) => each[kind] === id) })));
  }

  // to Word a link is a field, too
  get fields() {
    return new List(this.context, () => this.stretches(["field", "link"]), (context, find) => new FieldProxy(context, find));
  }

  getHyperlinkRanges() {
    return new List(this.context, () => this.stretches(["link"]), rangeOf);
  }

  get contentControls() {
    return new List(this.context, () => this.stretches(["control"]), (context, find) => new ControlProxy(context, find));
  }

  get footnotes() {
    const marks = () => this.real.chars.filter((each) => each.c === "\u0002" && !each.del).map((each) => ({ paragraph: this.real.paragraph, chars: [each] }));
    return new List(this.context, marks, (context, find) => new NoteProxy(context, find));
  }

  get endnotes() {
    return new List(this.context, () => [], (context, find) => new NoteProxy(context, find));
  }

  getRange(where = "Whole") {
    return new RangeProxy(this.context, () => {
      const { paragraph, chars } = this.real;
      if (where !== "Start") return { paragraph, chars: [...chars] };
      const [from] = extent(this.real);
      return { paragraph, chars: [], at: from };
    });
  }

  getReviewedText(view) {
    return this.ask(({ chars }) => doc().reviewed(chars, view));
  }

  search(notation, { matchCase = false } = {}) {
    const find = () => doc().search(this.real.chars, notation, matchCase).map((chars) => ({ paragraph: this.real.paragraph, chars }));
    return new List(this.context, find, rangeOf);
  }

  getTextRanges(marks, trim = false) {
    const find = () => doc().textRanges(this.real.chars, marks, trim).map((chars) => ({ paragraph: this.real.paragraph, chars }));
    return new List(this.context, find, rangeOf);
  }

  expandTo(other) {
    return new RangeProxy(this.context, () => {
      if (other.real.paragraph !== this.real.paragraph) throw new window.FakeWordError("InvalidArgument", "another paragraph");
      const places = [...extent(this.real), ...extent(other.real)];
      return { paragraph: this.real.paragraph, chars: this.real.paragraph.chars.slice(Math.min(...places), Math.max(...places)) };
    });
  }

  insertText(text, how) {
    this.context.edits = (this.context.edits ?? 0) + 1;
    return new RangeProxy(this.context, () => ({ paragraph: this.real.paragraph, chars: doc().insertText(this.real, text, how) }));
  }

  delete() {
    this.act((real) => {
      doc().writing(real.chars);
      doc().sinsOf(real.paragraph, real.chars, "struck");
      doc().strike(real.paragraph, [...real.chars]);
    });
  }

  insertComment(text) {
    this.act(({ chars }) => {
      if (doc().options.noComments) throw new window.FakeWordError("GeneralException");
      doc().comments.push({ text, quote: doc().reviewed(chars, "Current") });
    });
  }

  select() {
    this.act(({ chars }) => {
      doc().selected = doc().reviewed(chars, "Current");
    });
  }

  getOoxml() {
    return this.ask(({ paragraph, chars }) => window.FakeWordXml.write(paragraph, chars));
  }

  insertOoxml(xml, where) {
    this.act((real) => window.FakeWordXml.insert(doc(), real, xml, where));
  }
}

const rangeOf = (context, find) => new RangeProxy(context, find);

/** Where a range begins and ends among the letters of its paragraph. */
function extent({ paragraph, chars, edge, at = 0 }) {
  if (chars.length) return [paragraph.chars.indexOf(chars[0]), paragraph.chars.indexOf(chars.at(-1)) + 1];
  return edge === "End" ? [paragraph.chars.length, paragraph.chars.length] : [at, at];
}

class FieldProxy extends Proxy_ {
  get result() {
    return new RangeProxy(this.context, () => this.real);
  }
}

class ControlProxy extends Proxy_ {
  static facts = { cannotEdit: ({ chars }) => chars.some((each) => each.locked) };

  getRange() {
    return new RangeProxy(this.context, () => this.real);
  }
}

/** The control around a paragraph; none is a null object, of which nothing else may be read. */
class AroundProxy extends Proxy_ {
  static facts = { cannotEdit: (paragraph) => Boolean(paragraph.control?.locked), isNullObject: (paragraph) => !paragraph.control };

  fetch(name) {
    super.fetch("isNullObject");
    if (this.real.control) super.fetch(name);
  }
}

class ParagraphProxy extends Proxy_ {
  static facts = {
    text: (paragraph) => doc().shown(paragraph.chars),
    style: (paragraph) => paragraph.style,
    isListItem: (paragraph) => paragraph.list !== null,
    leftIndent: () => 0,
    tableNestingLevel: (paragraph) => paragraph.table,
  };

  static set(name) {
    doc().sins.push(`set ${name} of a paragraph`);
  }

  get listItem() {
    return new ListItemProxy(this.context, () => {
      if (this.real.list === null) throw new window.FakeWordError("ItemNotFound", "no list item");
      return this.real;
    });
  }

  getRange(where = "Whole") {
    const find = () => {
      const edge = where === "Start" || where === "End" ? where : "";
      return { paragraph: this.real, chars: edge ? [] : [...this.real.chars], edge };
    };
    return new RangeProxy(this.context, find);
  }

  get parentContentControlOrNullObject() {
    return new AroundProxy(this.context, () => this.real);
  }

  getReviewedText(view) {
    return this.ask((paragraph) => doc().reviewed(paragraph.chars, view));
  }

  search(notation, options) {
    return this.getRange().search(notation, options);
  }

  getTextRanges(marks, trim) {
    return this.getRange().getTextRanges(marks, trim);
  }

  insertParagraph(text, where) {
    return new ParagraphProxy(this.context, () => doc().insertParagraph(this.real, text, where));
  }

  delete() {
    this.act((paragraph) => doc().deleteParagraph(paragraph));
  }

  getOoxml() {
    return this.getRange().getOoxml();
  }
}

class BodyProxy extends Proxy_ {
  get paragraphs() {
    return new List(this.context, () => this.real, (context, find) => new ParagraphProxy(context, find));
  }

  get footnotes() {
    return new List(this.context, () => doc().notes, (context, find) => new NoteProxy(context, find));
  }

  get endnotes() {
    return new List(this.context, () => [], (context, find) => new NoteProxy(context, find));
  }

  get shapes() {
    const shapes = () => doc().boxes.map((box) => ({ box }));
    return new List(this.context, shapes, (context, find) => new ShapeProxy(context, find));
  }

  getOoxml() {
    const body = () => `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${doc().sections.join("")}</w:body></w:document>`;
    return this.ask(() => doc().options.flatOpc || body());
  }
}

class ShapeProxy extends Proxy_ {
  static facts = { type: () => "TextBox" };

  get body() {
    return new BodyProxy(this.context, () => this.real.box);
  }
}

/** A header asked for that is not there is made, as Word makes it. */
class SectionProxy extends Proxy_ {
  margin(kind, type) {
    return new BodyProxy(this.context, () => {
      const found = doc().margins.find((each) => each.section === this.real.section && each.kind === kind && each.type === type);
      if (!found) doc().sins.push(`made a ${kind.toLowerCase()}`);
      return found?.paragraphs ?? [];
    });
  }

  getHeader(type) {
    return this.margin("Header", type);
  }

  getFooter(type) {
    return this.margin("Footer", type);
  }
}

class NoteProxy extends Proxy_ {
  get reference() {
    return new RangeProxy(this.context, () => this.real);
  }

  get body() {
    return new BodyProxy(this.context, () => this.real);
  }
}

class EventProxy {
  add(handler) {
    doc().handlers = [...(doc().handlers || []), handler];
  }
}

class DocumentProxy extends Proxy_ {
  static facts = { changeTrackingMode: (real) => real.mode };

  constructor(context) {
    super(context, doc);
    this.onParagraphChanged = new EventProxy();
    this.onParagraphAdded = new EventProxy();
    this.onParagraphDeleted = new EventProxy();
  }

  static set(name, real, value) {
    if (name !== "changeTrackingMode") throw new window.FakeWordError("ReadOnly", name);
    if (!real.options.trackingStuck) real.mode = value;
    (real.modes ??= []).push(value);
  }

  get body() {
    return new BodyProxy(this.context, () => this.real.paragraphs);
  }

  get sections() {
    return new List(this.context, () => this.real.sections.map((_, section) => ({ section })), (context, find) => new SectionProxy(context, find));
  }
}

class ApplicationProxy extends Proxy_ {
  constructor(context) {
    super(context, doc);
  }

  createDocument(base64) {
    return {
      open: () =>
        this.act((real) => {
          if (real.options.noWindows) throw new window.FakeWordError("GeneralException");
          real.opened.push(base64);
        }),
    };
  }
}

window.Word = {
  async run(batch) {
    const context = new Context();
    const result = await batch(context);
    await context.sync();
    return result;
  },
};
