/** The pane's host inside Word. This file and word-*.js are the only ones that know Office.js. */

import { insertMarking } from "./word-insert.js";
import { WORD_STRINGS } from "./strings.js";
import { findParagraph } from "./word-places.js";
import { hasApi } from "./word-stories.js";
import { rangeOf } from "./word-ranges.js";
import { readDocument } from "./word-read.js";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** for so long after our own work Word may still report it as changes */
const OWN_WORK = 2000;

/** one insertion at a time, in the order asked for; the same one asked for twice is done once */
/** @type {Map<string, Promise<import("./host.js").Outcome>>} */
const underWay = new Map();
/** @type {Promise<unknown>} */
let queue = Promise.resolve();
let ownUntil = 0;
/** new paragraphs that went in since the document was last read, for places are told as they were then */
/** @type {{after: number, count: number}[]} */
let grown = [];

/** @returns {Promise<import("./host.js").Host>} */
export async function openWordHost() {
  const tracking = hasApi("1.4");
  return {
    kind: "word",
    capabilities: {
      tracking,
      comments: tracking,
      openWindow: hasApi("1.3"),
      withdraw: false,
      showsDocument: true,
      warning: tracking ? "" : WORD_STRINGS.old,
    },
    undoHint: WORD_STRINGS.undo,
    read,
    select,
    insert,
    withdraw: async () => false,
    deliver,
    onDocumentChanged,
    onTheme,
  };
}

/** @returns {Promise<import("./host.js").Contents>} */
async function read() {
  const bytes = await readDocument();
  grown = [];
  return { bytes, name: fileName(), readOnly: isReadOnly() };
}

function isReadOnly() {
  return Office.context.document.mode === Office.DocumentMode.ReadOnly;
}

/** The open file's name; a new document has none. */
function fileName() {
  const last = (Office.context.document.url || "").split(/[\\/]/).pop()?.split("?")[0] ?? "";
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/**
 * @param {import("./host.js").Place} place
 * @returns {Promise<boolean>}
 */
async function select(place) {
  try {
    return await Word.run(async (context) => {
      const found = await findParagraph(context, place.text, moved(place.paragraph), place.story);
      if (!found) return false;
      const piece = found.pieces.filter((each) => each.from <= place.start).at(-1) ?? found.pieces[0];
      const words = { start: place.start - piece.from, end: Math.min(place.end - piece.from, piece.text.length) };
      const range = words.start < words.end ? await rangeOf(context, piece.paragraph, piece.text, words) : null;
      (range ?? piece.paragraph.getRange("Content")).select("Select");
      await context.sync();
      return true;
    });
  } catch {
    return false;
  }
}

/**
 * @param {import("./host.js").Marking} marking
 * @param {AbortSignal} [signal]
 * @returns {Promise<import("./host.js").Outcome>}
 */
function insert(marking, signal) {
  const already = underWay.get(marking.finding);
  if (already) return already;
  if (isReadOnly()) return Promise.resolve({ state: "failed", message: WORD_STRINGS.readOnly });
  const work = queue.then(async () => {
    ownUntil = Infinity;
    try {
      const outcome = await insertMarking(atPresent(marking), signal);
      if (outcome.state === "inserted") grown.push(...marking.added.map(({ after, paragraphs }) => ({ after, count: paragraphs.length })));
      return outcome;
    } finally {
      ownUntil = Date.now() + OWN_WORK;
      underWay.delete(marking.finding);
    }
  });
  queue = work;
  underWay.set(marking.finding, work);
  return work;
}

/**
 * Where a paragraph stands by now: behind those that went in before it.
 * @param {number} paragraph
 */
function moved(paragraph) {
  return grown.filter(({ after }) => after < paragraph).reduce((sum, { count }) => sum + count, paragraph);
}

/**
 * The marking with the places of its paragraphs as they are by now.
 * @param {import("./host.js").Marking} marking
 * @returns {import("./host.js").Marking}
 */
function atPresent(marking) {
  return {
    ...marking,
    changed: marking.changed.map((each) => ({ ...each, paragraph: moved(each.paragraph) })),
    added: marking.added.map((each) => ({ ...each, after: moved(each.after), like: moved(each.like) })),
  };
}

/**
 * A redline opens in a window of its own, never over the open document; what Word does not open is downloaded.
 * @param {Uint8Array} bytes
 * @param {string} name
 * @param {string} mime
 * @returns {Promise<"opened" | "downloaded">}
 */
async function deliver(bytes, name, mime) {
  if (mime === DOCX && hasApi("1.3")) {
    try {
      await Word.run(async (context) => {
        context.application.createDocument(base64(bytes)).open();
        await context.sync();
      });
      return "opened";
    } catch {
      // a browser that allows no further window, a document that is too large: the file itself is always there
    }
  }
  download(bytes, name, mime);
  return "downloaded";
}

/** @param {Uint8Array} bytes */
function base64(bytes) {
  let text = "";
  // a call takes only so many arguments
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/**
 * @param {Uint8Array} bytes
 * @param {string} name
 * @param {string} mime
 */
function download(bytes, name, mime) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (bytes)], { type: mime }));
  link.download = name;
  link.click();
  // a browser may still be reading when click returns
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {() => void} changed */
function onDocumentChanged(changed) {
  if (!hasApi("1.6")) return;
  const report = async () => {
    if (Date.now() > ownUntil) changed();
  };
  Word.run(async (context) => {
    context.document.onParagraphChanged.add(report);
    context.document.onParagraphAdded.add(report);
    context.document.onParagraphDeleted.add(report);
    await context.sync();
  }).catch(() => null); // without them a change is noticed when something is inserted
}

/** @param {(dark: boolean) => void} changed */
function onTheme(changed) {
  const tell = () => {
    const theme = Office.context.officeTheme;
    if (theme?.isDarkTheme !== undefined) changed(theme.isDarkTheme);
    else if (theme?.bodyBackgroundColor) changed(isDark(theme.bodyBackgroundColor));
  };
  tell();
  try {
    Office.context.document.addHandlerAsync(Office.EventType.OfficeThemeChanged, tell);
  } catch {
    // not every Word reports a new theme: the pane keeps the one it opened with
  }
}

/** @param {string} color "#rrggbb" */
function isDark(color) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
