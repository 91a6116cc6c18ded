/** Every English word of the pane. What the server says (titles, reasons, notes) comes from the server. */

/** @param {number} count @param {string} one @param {string} [many] */
const count = (count, one, many = `${one}s`) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** @type {Record<string, string>} */
const KINDS = {
  msa: "Services agreement", sow: "Statement of work", nda: "Non-disclosure agreement", consulting: "Contractor agreement",
  license: "Licence", letter: "Letter agreement", terms: "Terms and conditions", addendum: "Addendum", dpa: "Data processing agreement",
  order_form: "Order form", other: "Document",
};

/** @type {Record<string, string>} */
const CATEGORIES = { ai_training: "AI training", ai_tools: "AI tools" };

/** @type {Record<string, string>} */
const SKIPPED = {
  overlaps: "It changes words that another change in the document changes already.",
  excluded: "It does not go together with another one.",
  anchor_lost: "Its words were not found in the document.",
  field_result: "Its words are filled in by a field and cannot be edited.",
  locked_control: "Its words stand in a locked part of the document.",
  unsupported: "This kind of change cannot be put into this document.",
};

export const STRINGS = {
  tabs: { findings: "Findings", document: "Document", export: "Export", settings: "Settings" },
  notAdvice: "Not legal advice. You decide what is sent.",

  // the document
  drop: "Drop a contract here",
  dropOr: "or choose a Word file",
  dropPrivacy: "It goes to this server only, which reads it and does not keep it.",
  readyTitle: "What would this contract cost you?",
  readyText: "Finds what hurts a freelancer or AI contractor, and puts in fairer wording as tracked changes.",
  another: "Open another file",
  review: "Review this contract",
  again: "Review again",
  reading: "Reading the contract",
  cancel: "Cancel",
  done: (/** @type {number} */ findings) => `Review finished: ${count(findings, "finding")}.`,
  kind: (/** @type {string} */ kind) => KINDS[kind] ?? KINDS.other,
  words: (/** @type {number} */ words) => count(words, "word"),
  law: (/** @type {string} */ place) => `law of ${place}`,
  iAm: "I am",
  iAmNobody: "Which side are you?",
  inferred: "Inferred from the contract: change it if it is wrong.",
  readAs: "How it was read",
  revisions: (/** @type {{insertions: number, deletions: number, authors: string[]}} */ { insertions, deletions, authors }) =>
    `Marked up already: ${count(insertions, "insertion")}, ${count(deletions, "deletion")}${authors.length ? ` by ${authors.join(", ")}` : ""}. These stay as they are.`,
  comments: (/** @type {number} */ comments) => `${count(comments, "comment")} by others`,
  signed: "Digitally signed: any change breaks the signature.",
  protected: "Protected against editing: lift the protection in Word (Review, Restrict Editing) before you insert.",
  readOnly: "This document is read-only.",
  readOnlyHint: "Save a copy, or turn editing on, then review again.",
  outdated: "The document changed since this review.",
  settingsChanged: "Your settings changed since this review.",
  empty: "Nothing found that the clause library concerns.",
  emptyHint: "That does not mean the contract is safe: read it before you sign.",

  // the list
  priorities: { must: "Must have", should: "Should have", nice: "Nice to have" },
  priorityCounts: { must: "must have", should: "should have", nice: "nice to have" },
  severities: { critical: "Critical", high: "High", medium: "Medium", low: "Low" },
  search: "Search findings",
  filter: "Filter",
  category: "Topic",
  severity: "Severity",
  state: "State",
  all: "All",
  matches: (/** @type {number} */ shown, /** @type {number} */ all) => (shown === all ? "" : `${shown} of ${all} shown`),
  noMatch: "No finding matches.",
  clearFilter: "Clear the filter",
  states: { open: "Open", inserted: "Inserted", dismissed: "Dismissed", stale: "Text changed" },
  categoryName: (/** @type {string} */ name) => CATEGORIES[name] ?? (name[0].toUpperCase() + name.slice(1)).replaceAll("_", " "),
  insertMusts: (/** @type {number} */ musts) => (musts === 1 ? "Insert the must-have" : `Insert all ${musts} must-haves`),
  musts: "All must-haves are dealt with",
  inserting: (/** @type {number} */ left) => `Inserting, ${left} to go`,
  insertedCount: (/** @type {number} */ done) => `${count(done, "change")} inserted.`,
  stop: "Stop",

  // one finding
  where: (/** @type {string} */ label) => (label ? `Section ${label}` : ""),
  paragraph: (/** @type {number} */ number) => `Paragraph ${number}`,
  after: (/** @type {string} */ place) => `New, after ${place[0].toLowerCase()}${place.slice(1)}`,
  proposed: "Proposed change",
  alsoIn: (/** @type {string} */ place) => `Also in ${place[0].toLowerCase()}${place.slice(1)}`,
  commentOnly: "No wording can be put in here.",
  annexOnly: "An annex is a document of its own; it is not put in here.",
  rung: "How firm",
  rungs: { preferred: "Preferred", fallback: "Fallback", floor: "Floor" },
  rungHelp: {
    preferred: "What we ask for first.",
    fallback: "When they refuse the first wording.",
    floor: "The least that still protects you: drop to it last.",
  },
  yourNote: "For you only",
  editWording: "Edit wording",
  ownWording: "Your wording",
  ourWording: "Back to ours",
  comment: "Comment for the other side",
  commentOff: "No comment goes with this change.",
  source: "Source and law",
  asOf: (/** @type {string} */ date) => `as of ${date}`,
  guide: (/** @type {string} */ section) => `Guide: ${section}`,
  insert: "Insert",
  inserts: "Inserting",
  withdraw: "Take back",
  show: "Show in document",
  dismiss: "Dismiss",
  reopen: "Reopen",
  dismissWhy: "Why is it fine as it is?",
  reasons: ["I accept the risk", "Agreed elsewhere", "Does not apply to this deal", "Other"],
  ownReason: "In your words",
  confirmDismiss: "Dismiss",
  because: (/** @type {string} */ reason) => `Dismissed: ${reason}`,
  excludedBy: (/** @type {string} */ title) => `Does not go together with “${title}”, which is inserted.`,
  rivals: (/** @type {string[]} */ titles) => `Only one of these can go in: this or ${titles.map((title) => `“${title}”`).join(", ")}.`,
  needs: (/** @type {string[]} */ titles) => `Inserting this also inserts ${titles.map((title) => `“${title}”`).join(", ")}.`,
  skipped: (/** @type {{reason: string, message: string}} */ skip) => `Not inserted. ${skip.message || SKIPPED[skip.reason] || skip.reason}`,
  stale: "These words changed since the review, so nothing was inserted. Review again.",
  notInserted: (/** @type {string} */ reason) => `Not inserted. ${reason}`,
  deleted: "deleted: ",
  added: "inserted: ",
  endOf: " (end)",

  // the document on the page
  documentTitle: "The contract with your changes",
  stories: { header: "Page header", footer: "Page footer", footnote: "Footnotes", endnote: "Endnotes", textbox: "Text boxes" },
  toFinding: (/** @type {string} */ title) => `Finding: ${title}`,
  commentOn: (/** @type {string} */ title) => `Comment on ${title}`,

  // export
  exportTitle: "Take it with you",
  exportNone: "Insert at least one change first.",
  exportCount: (/** @type {number} */ changes) => `With ${count(changes, "inserted change")}.`,
  exportLive: "Your changes stand in this document as tracked changes already: save it as you always do.",
  files: {
    marked: ["Marked-up contract", "Word, with tracked changes and comments. Proved: rejecting them gives the original back."],
    clean: ["Clean copy", "Word, with your changes accepted and your comments removed."],
    memo: ["Issues memo", "Each change and its reason, as a table to send along."],
    certificate: ["Certificate", "What was proved of the marked-up contract, with fingerprints of both files."],
  },
  markedLive: "Word: a copy of this document with its tracked changes.",
  format: "Format",
  formats: { docx: "Word", md: "Text (Markdown)", csv: "Spreadsheet (CSV)" },
  private: "Private: with your notes and fallbacks",
  save: "Download",
  open: "Open",
  delivered: { opened: "Opened in a new window.", downloaded: "Downloaded." },
  proved: "Proved: rejecting every change gives the original back, accepting gives what you saw, nothing else was touched.",
  unproved: "The marked-up contract could not be proved.",
  leftOut: (/** @type {string} */ title, /** @type {string} */ reason) => `Left out: ${title}. ${SKIPPED[reason] ?? reason}`,
  suffix: { marked: "redline", clean: "clean", memo: "memo", privateMemo: "private memo", certificate: "certificate" },
  certificateLines: {
    title: "Certificate of the redline", original: "Original (SHA-256)", marked: "Marked-up contract (SHA-256)",
    rejects: "Rejecting every change gives the original back", accepts: "Accepting every change gives the wording that was chosen",
    untouched: "Every part of the file without a change is byte for byte the same", changes: "Changes", yes: "proved", no: "NOT proved",
    again: "To check it again: python -m server verify ORIGINAL.docx MARKED.docx", notAdvice: "This is not legal advice.",
  },

  // settings
  settingsTitle: "Settings",
  settingsKept: "Kept in this browser only, never on the server.",
  author: "Name on the changes",
  authorHint: "In Word, tracked changes carry the name you are signed in with.",
  authorEmpty: "Contract Redliner",
  commentsOn: "Add a comment for the other side to each change",
  parametersTitle: "What the wordings ask for",
  parametersHint: "Left empty, the clause library's own value is taken.",
  range: (/** @type {unknown} */ min, /** @type {unknown} */ max) =>
    min !== null && max !== null ? `${min} to ${max}` : min !== null ? `at least ${min}` : max !== null ? `at most ${max}` : "",
  listHint: "Separate several with commas.",
  apply: "Save",
  reset: "Back to the defaults",
  saved: "Saved.",

  // failures
  serverFailed: "The server could not do that.",
  failedWith: (/** @type {number} */ status) => `It answered with status ${status}.`,
  offline: "The server does not answer.",
  offlineHint: "Is it still running? Start it with “make run”, then try again. Nothing is lost here.",
  paneFailed: "Something went wrong in this pane.",
  paneFailedHint: "Reload it and try again. Your document was not changed.",
  tryAgain: "Try again",
  close: "Close",
  notDocx: "Drop one Word file (.docx).",
};
