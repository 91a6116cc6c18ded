/** One sitting over one document: read it, review it, keep the wordings in step with what is chosen. */

import * as api from "./api.js";
import { STRINGS } from "./strings.js";
import { selectionOf } from "./wordings.js";

/**
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./host.js").Host} Host
 * @typedef {import("./types.js").Selection} Selection
 */

export class Session {
  /** @type {AbortController | null} */
  #reading = null;
  /** @type {AbortController | null} */
  #drafting = null;

  /**
   * @param {Store} store
   * @param {Host} host
   */
  constructor(store, host) {
    this.store = store;
    this.host = host;
  }

  /** The insertions stand in the document that read() gives. */
  get live() {
    return this.host.capabilities.showsDocument;
  }

  /**
   * What every request about a document carries.
   * @param {import("./host.js").Contents | null} [contents]
   */
  asked(contents = this.store.contents) {
    if (!contents) throw new Error("No document");
    return { bytes: contents.bytes, name: contents.name, me: this.store.me, settings: this.store.settings.values };
  }

  /** @param {Selection[]} selections */
  marked(selections) {
    return { author: this.store.settings.author, comments: this.store.settings.comments, selections };
  }

  /** What is in already, as selections; where the document itself holds it, nothing. */
  inserted() {
    return this.store.inState("inserted").filter((finding) => this.store.review?.findings.includes(finding))
      .map((finding) => selectionOf(finding, this.store.choice(finding.id)));
  }

  /**
   * Read the document and review it; the last review stays where this one fails or is cancelled.
   * @returns {Promise<void>}
   */
  async review() {
    this.cancel();
    const reading = new AbortController();
    const { store } = this;
    const before = store.phase;
    this.#reading = reading;
    Object.assign(store, { phase: "reading", problem: null });
    store.tell("problem");
    store.tell("phase");
    try {
      const contents = await this.host.read();
      if (reading.signal.aborted) return;
      if (!contents) store.phase = "empty";
      else store.takeIn(await api.review(this.asked(contents), reading.signal), contents, this.live);
    } catch (error) {
      if (reading.signal.aborted) return;
      store.phase = before === "reviewed" ? before : "ready";
      this.explain(error);
    } finally {
      if (this.#reading === reading) this.#reading = null;
    }
    store.tell("phase");
    if (store.phase === "reviewed") store.tell("review");
  }

  /** Stop a review that runs. */
  cancel() {
    if (!this.#reading) return;
    this.#reading.abort();
    this.#reading = null;
    this.store.phase = this.store.review ? "reviewed" : "ready";
    this.store.tell("phase");
  }

  /** Another document: nothing of the last one is kept. */
  start() {
    this.cancel();
    Object.assign(this.store, { contents: null, review: null, findings: [], choices: new Map(), me: "", phase: "ready", outdated: "", unsaved: false });
    this.store.tell("review");
  }

  /** @param {string} me */
  chooseSide(me) {
    this.store.me = me;
    return this.review();
  }

  /**
   * Wordings name the sections of what is chosen together: ask for this finding's as it would stand beside what is in already.
   * @param {string} id
   */
  async draft(id) {
    const finding = this.store.finding(id);
    if (!finding || this.store.choice(id).state !== "open") return;
    this.#drafting?.abort();
    const drafting = new AbortController();
    this.#drafting = drafting;
    this.store.change(id, { drafting: true });
    const selections = [...this.inserted(), { finding: id, rung: this.store.choice(id).rung }];
    try {
      const answer = await api.propose(this.asked(), this.marked(selections), drafting.signal);
      const worded = answer.findings.find((each) => each.id === id);
      const choice = this.store.choices.get(id);
      if (worded && choice?.state === "open" && !drafting.signal.aborted) this.store.change(id, { drafted: worded.proposals });
    } catch {
      // the review's own wording stays; a server that is gone is told of where something is to be put in
    }
    if (this.store.choices.has(id)) this.store.change(id, { drafting: false });
  }

  /** @param {unknown} error */
  explain(error) {
    this.store.problem = problemOf(error);
    this.store.tell("problem");
  }
}

/**
 * A failure for a person.
 * @param {unknown} error
 */
export function problemOf(error) {
  if (error instanceof api.Refused) return { message: error.message, hint: error.hint };
  console.error(error);
  const told = error instanceof Error && "hint" in error ? { message: error.message, hint: String(error.hint) } : null;
  return told ?? { message: STRINGS.paneFailed, hint: STRINGS.paneFailedHint };
}
