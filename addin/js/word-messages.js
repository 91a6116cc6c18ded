/** What a person is told of an insertion in Word that did not go well. */

import { WORD_STRINGS } from "./strings.js";

/** by Office.js' code of an error; the message of Word itself may quote the contract, and is not shown */
const REASONS = /** @type {Record<string, string>} */ ({
  AccessDenied: WORD_STRINGS.protectedPart,
  EditModeProtected: WORD_STRINGS.protectedPart,
  NotAllowed: WORD_STRINGS.protectedPart,
  ItemNotFound: WORD_STRINGS.stale,
  NetworkProblem: WORD_STRINGS.connection,
  ActivityLimitReached: WORD_STRINGS.busy,
});

/** @param {unknown} error */
export function explain(error) {
  const { code = "", message = "" } = /** @type {{code?: string, message?: string}} */ (error ?? {});
  if (REASONS[code]) return REASONS[code];
  return Object.values(WORD_STRINGS).find((each) => each === message) ? message : WORD_STRINGS.failed(code);
}
