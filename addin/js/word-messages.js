/** What a person is told of an insertion in Word. */

export const HOW_TO_UNDO = "To take it back: Undo (Ctrl+Z, on a Mac Cmd+Z) until it is gone, or reject the change on the Review tab.";

export const MESSAGES = {
  old: "This Word cannot track changes for the pane: changes are put in ready-made, or export the redline.",
  undo: "Undo (Ctrl+Z, on a Mac Cmd+Z), or reject the change on the Review tab.",
  stale: "These words are no longer as they were reviewed. Review the document again.",
  lost: "Word does not find these words in the paragraph. Export the redline instead.",
  split: "These words stand on both sides of a paragraph that someone else joined. Export the redline instead.",
  link: "These words are a link, which Word cannot change safely from here. Export the redline instead, or edit them by hand.",
  field: "These words come from a field that Word fills in itself, and cannot be edited.",
  cancelled: "Cancelled before anything was changed.",
  untouched: "Nothing was changed.",
  otherWords: "Word wrote something else than was shown.",
  untracked: "Part of the change was not tracked.",
  noComment: "The change is in; its comment could not be added.",
  markup: "This Word cannot track changes for us, so the change was put in ready-made. Check its look and numbering.",
  markupOff: "Switch off Track Changes on the Review tab and try again: this Word cannot do it for us.",
  readOnly: "The document can only be read here. Use Enable Editing, or export the redline.",
};

/** by Office.js' code of an error; the message of Word itself may quote the contract, and is not shown */
const REASONS = /** @type {Record<string, string>} */ ({
  AccessDenied: "Word does not allow changes here: the document, or this part of it, is protected.",
  EditModeProtected: "Word does not allow changes here: the document, or this part of it, is protected.",
  NotAllowed: "Word does not allow changes here: the document, or this part of it, is protected.",
  ItemNotFound: MESSAGES.stale,
  NetworkProblem: "The connection was lost while Word was writing.",
  ActivityLimitReached: "Word is busy. Wait a moment and try again.",
});

/** @param {unknown} error */
export function explain(error) {
  const { code = "", message = "" } = /** @type {{code?: string, message?: string}} */ (error ?? {});
  if (REASONS[code]) return REASONS[code];
  if (Object.values(MESSAGES).includes(message)) return message;
  return `Word could not do that${code ? ` (${code})` : ""}.`;
}
