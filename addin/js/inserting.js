/** Putting wordings in: ask the server for exactly what is to be written, hand it to the host one by one, keep what came of it. */

import * as api from "./api.js";
import { proposeNow } from "./live-wordings.js";
import { markingOf, rebase } from "./markings.js";
import { problemOf } from "./session.js";
import { dependentsOf } from "./store.js";
import { STRINGS } from "./strings.js";
import { byNumber, selectionOf } from "./wordings.js";

/**
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./types.js").Finding} Finding
 */

export class Inserting {
  /** @type {AbortController | null} one at a time: a second click, or a click elsewhere, waits for nothing and does nothing */
  #running = null;

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
  }

  get busy() {
    return this.#running !== null;
  }

  /** Stop after the finding that is being put in. */
  cancel() {
    this.#running?.abort();
  }

  /**
   * @param {string[]} ids
   * @returns {Promise<number>} how many went in
   */
  async insert(ids) {
    const { store } = this.session;
    const open = ids.filter((id) => store.choices.get(id)?.state === "open");
    if (this.busy || !open.length) return 0;
    const running = new AbortController();
    this.#running = running;
    for (const id of open) store.change(id, { busy: true, message: "" });
    store.tell("phase");
    try {
      return await this.#insert(open, running.signal);
    } catch (error) {
      if (!running.signal.aborted) this.#fail(open, problemOf(error));
      return 0;
    } finally {
      this.#running = null;
      for (const id of open) if (store.choices.has(id)) store.change(id, { busy: false });
      store.tell("phase");
      store.tell("document");
    }
  }

  /**
   * @param {string[]} ids
   * @param {AbortSignal} signal
   */
  async #insert(ids, signal) {
    const { session } = this;
    const { store } = session;
    const contents = session.live ? await session.host.read() : store.contents;
    if (!contents) return 0;
    if (contents.readOnly) throw new api.Refused({ detail: STRINGS.readOnly, hint: STRINGS.readOnlyHint });
    const answer = session.live ? await proposeNow(session, ids, contents, signal) : await this.#propose(session.inserted(), ids, contents, signal);
    const before = new Set(session.live ? [] : session.inserted().map((each) => each.finding));
    const lost = answer.skipped.find((skip) => before.has(skip.finding));
    if (lost) return this.#clash(lost.finding, ids, signal);
    for (const skip of answer.skipped) if (store.choices.has(skip.finding)) store.change(skip.finding, { message: STRINGS.skipped(skip) });
    return this.#write(answer.findings, before, signal);
  }

  /**
   * @param {import("./types.js").Selection[]} before
   * @param {string[]} ids
   * @param {import("./host.js").Contents} contents
   * @param {AbortSignal} signal
   */
  #propose(before, ids, contents, signal) {
    const { store } = this.session;
    const wanted = ids.map((id) => selectionOf(/** @type {Finding} */ (store.finding(id)), store.choice(id)));
    return api.propose(this.session.asked(contents), this.session.marked([...before, ...wanted]), signal);
  }

  /**
   * What would give way to the new one is in already: the new one stays out. Of several the others still go in.
   * @param {string} inserted
   * @param {string[]} ids
   * @param {AbortSignal} signal
   * @returns {Promise<number>}
   */
  async #clash(inserted, ids, signal) {
    const { store } = this.session;
    if (ids.length === 1) {
      store.change(ids[0], { message: STRINGS.clash(store.finding(inserted)?.title ?? "") });
      return 0;
    }
    let done = 0;
    for (const id of ids) if (!signal.aborted && store.choice(id).state === "open") done += await this.#insert([id], signal);
    return done;
  }

  /**
   * @param {Finding[]} findings
   * @param {Set<string>} before those in already: their wordings may have moved on (a number), nothing is put in again
   * @param {AbortSignal} signal
   */
  async #write(findings, before, signal) {
    const { store, host } = this.session;
    /** @type {import("./host.js").Marking[]} */
    const done = [];
    const numbered = (/** @type {Finding} */ finding) => ({ label: takenOf(finding)?.new_paragraphs[0]?.label ?? "" });
    const ordered = findings.filter((each) => store.choices.has(each.id)).sort((a, b) => byNumber(numbered(a), numbered(b)));
    for (const finding of ordered) {
      const inserted = takenOf(finding);
      store.change(finding.id, { order: findings.indexOf(finding) });
      if (before.has(finding.id)) store.change(finding.id, { inserted });
      else if (!signal.aborted) {
        const marking = markingOf(finding, store.settings.comments);
        const outcome = await host.insert(rebase(marking, done), signal);
        if (outcome.state === "inserted") done.push(marking);
        this.#keep(finding, inserted, outcome);
      }
    }
    return done.length;
  }

  /**
   * @param {Finding} finding
   * @param {import("./types.js").Proposal | null} inserted
   * @param {import("./host.js").Outcome} outcome
   */
  #keep(finding, inserted, { state, message }) {
    const { store } = this.session;
    const rung = finding.rung ?? store.choice(finding.id).rung;
    if (state === "inserted") store.change(finding.id, { state, rung, inserted, message, busy: false });
    else store.change(finding.id, { state: state === "stale" ? "stale" : "open", message, busy: false });
  }

  /**
   * @param {string[]} ids
   * @param {{message: string, hint: string}} problem
   */
  #fail(ids, problem) {
    const { store } = this.session;
    store.problem = problem;
    store.tell("problem");
    for (const id of ids) {
      if (store.choices.get(id)?.state === "open") store.change(id, { message: STRINGS.notInserted(problem.message) });
    }
  }

  /**
   * Take an insertion back, where the host can; the others' wordings follow.
   * @param {string} id
   */
  async withdraw(id) {
    const { session } = this;
    const { store } = session;
    if (this.busy || !(await session.host.withdraw(id))) return;
    const finding = /** @type {Finding} */ (store.finding(id));
    for (const each of [finding, ...dependentsOf(store, finding)]) store.change(each.id, { state: "open", inserted: null, message: each === finding ? "" : STRINGS.withdrawn(finding.title) });
    store.tell("document");
    try {
      await this.#follow(session.inserted());
    } catch (error) {
      session.explain(error);
    }
  }

  /** @param {import("./types.js").Selection[]} left */
  async #follow(left) {
    const { session } = this;
    const { store } = session;
    if (!left.length) return;
    const answer = await api.propose(session.asked(), session.marked(left));
    for (const finding of answer.findings) {
      const inserted = takenOf(finding);
      if (inserted && store.choices.get(finding.id)?.state === "inserted") store.change(finding.id, { inserted });
    }
    store.tell("document");
  }
}

/**
 * The wording that propose took.
 * @param {Finding} finding
 */
function takenOf(finding) {
  return finding.proposals.find((each) => each.rung === finding.rung) ?? null;
}
