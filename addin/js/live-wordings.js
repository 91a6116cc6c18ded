/** The wordings for the open document as it is now: it may have moved on since the review, by our own hand or by another's. */

import * as api from "./api.js";
import { isHeir } from "./store.js";
import { STRINGS } from "./strings.js";
import { proposalOf, selectionOf } from "./wordings.js";

/**
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./types.js").Finding} Finding
 * @typedef {import("./types.js").Wordings} Wordings
 */

/**
 * Of findings that the document no longer holds the cards say why; the others come under the ids of their cards.
 * @param {Session} session
 * @param {string[]} ids
 * @param {import("./host.js").Contents} contents
 * @param {AbortSignal} signal
 * @returns {Promise<Wordings>}
 */
export async function proposeNow(session, ids, contents, signal) {
  const { store } = session;
  const own = ids.some((id) => store.choice(id).text !== null);
  // a wording of the user's own is for a paragraph that reads as it did: looked at first
  const known = own ? await present(session, ids, contents, signal) : new Map(ids.map((id) => [id, id]));
  try {
    return await propose(session, known, contents, signal);
  } catch (error) {
    if (own || !(error instanceof api.Refused) || error.code !== "wording") throw error;
    const left = await present(session, ids, contents, signal);
    if ([...left].filter(([id, now]) => id === now).length === ids.length) throw error;
    return propose(session, left, contents, signal);
  }
}

/**
 * @param {Session} session
 * @param {Map<string, string>} known the card's id, and the finding's by now
 * @param {import("./host.js").Contents} contents
 * @param {AbortSignal} signal
 * @returns {Promise<Wordings>}
 */
async function propose(session, known, contents, signal) {
  if (!known.size) return { findings: [], skipped: [] };
  const { store } = session;
  const selections = [...known].map(([id, now]) => ({ ...selectionOf(/** @type {Finding} */ (store.finding(id)), store.choice(id)), finding: now }));
  const answer = await api.propose(session.asked(contents), session.marked(selections), signal);
  const cards = new Map([...known].map(([id, now]) => [now, id]));
  const card = (/** @type {string} */ now) => cards.get(now) ?? now;
  return {
    findings: answer.findings.map((each) => ({ ...each, id: card(each.id) })),
    skipped: answer.skipped.map((each) => ({ ...each, finding: card(each.finding) })),
  };
}

/**
 * Those findings that the document still holds, each with its id by now: where one of several rules in it is taken care of, the rest is another.
 * @param {Session} session
 * @param {string[]} ids
 * @param {import("./host.js").Contents} contents
 * @param {AbortSignal} signal
 * @returns {Promise<Map<string, string>>}
 */
async function present(session, ids, contents, signal) {
  const { store } = session;
  const now = await api.review(session.asked(contents), signal);
  /** @type {Map<string, string>} */
  const left = new Map();
  for (const id of ids) {
    const finding = /** @type {Finding} */ (store.finding(id));
    const found = now.findings.find((each) => each.id === id) ?? now.findings.find((each) => !store.finding(each.id) && isHeir(each, finding));
    const worded = store.choice(id).text !== null;
    if (found && (!worded || found.anchor.text === finding.anchor.text)) left.set(id, found.id);
    else store.change(id, whyGone(store, finding, now));
  }
  return left;
}

/**
 * Why the document no longer holds a finding.
 * @param {import("./store.js").Store} store
 * @param {Finding} finding
 * @param {import("./types.js").Review} now
 * @returns {Partial<import("./store.js").Choice>}
 */
function whyGone(store, finding, now) {
  const ours = store.inState("inserted").reverse();
  const { text, paragraph } = finding.anchor;
  if (now.paragraphs.some((each) => each.text === text)) {
    const cover = ours.find((each) => each.category === finding.category);
    return { state: "covered", message: STRINGS.covered(cover?.title ?? "") };
  }
  // told in the places of the review, or, where it went in after others, by the words themselves
  const changes = (/** @type {Finding} */ each) => proposalOf(each, store.choice(each.id))?.edits ?? [];
  const other = ours.find((each) => changes(each).some((edit) => edit.text === text || edit.paragraph === paragraph || each.anchor.paragraph === paragraph));
  return other ? { state: "covered", message: STRINGS.sameWords(other.title) } : { state: "stale", message: STRINGS.stale };
}
