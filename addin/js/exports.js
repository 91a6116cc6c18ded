/** What goes out of the door: the marked-up contract, a clean copy, the memo, the certificate. */

import * as api from "./api.js";
import { at, make } from "./dom.js";
import { bar } from "./summary.js";
import { STRINGS } from "./strings.js";
import { selectionOf } from "./wordings.js";

/** @typedef {"marked" | "clean" | "memo" | "certificate"} FileKind */

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** @type {Record<string, string>} */
const MIMES = { docx: DOCX, md: "text/markdown", csv: "text/csv", txt: "text/plain" };

export class Exports {
  #busy = false;

  /** @param {import("./session.js").Session} session */
  constructor(session) {
    this.session = session;
    for (const topic of /** @type {const} */ (["finding", "review", "phase"])) session.store.on(topic, () => this.#follow());
  }

  /** @param {Set<string>} abilities what this server can do; what it cannot is not offered */
  offer(abilities) {
    /** @type {[FileKind, string][]} */
    const kinds = [["marked", "redline"], ["clean", "clean"], ["memo", "memo"], ["certificate", "certificate"]];
    // what Word writes itself is not ours to certify
    const fit = kinds.filter(([kind, needs]) => abilities.has(needs) && !(kind === "certificate" && this.#live));
    const files = fit.map(([kind]) => this.#file(kind));
    at("files").replaceChildren(...files);
    this.#follow();
  }

  get #live() {
    return this.session.live;
  }

  /** @param {FileKind} kind */
  #file(kind) {
    const [title, text] = STRINGS.files[kind];
    const told = kind === "marked" && this.#live ? STRINGS.markedLive : text;
    const save = make("button", { type: "button", id: `save-${kind}`, class: kind === "marked" ? "primary" : "", "aria-describedby": `about-${kind}`,
      "aria-label": `${this.#verb()}: ${title}`, text: this.#verb(), onclick: () => this.#save(kind) });
    const options = kind === "memo" ? memoOptions() : null;
    return make("li", { class: "file" }, make("div", {}, make("h3", { text: title }), make("p", { class: "quiet", id: `about-${kind}`, text: told }), options), save);
  }

  #verb() {
    return this.session.host.capabilities.openWindow ? STRINGS.open : STRINGS.save;
  }

  #follow() {
    const { store } = this.session;
    const chosen = this.session.inserted().length;
    const none = store.phase !== "reviewed" || !chosen;
    at("export-count").textContent = this.#live ? STRINGS.exportLive : none ? STRINGS.exportNone : STRINGS.exportCount(chosen);
    for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (at("files").querySelectorAll("button"))) {
      const alone = button.id === "save-memo" || (this.#live && button.id === "save-marked");
      button.disabled = this.#busy || store.phase !== "reviewed" || (!alone && !chosen);
    }
  }

  /** @param {FileKind} kind */
  async #save(kind) {
    if (this.#busy) return;
    this.#busy = true;
    this.#follow();
    at("export-result").replaceChildren();
    try {
      await { marked: () => this.#marked(), clean: () => this.#clean(), memo: () => this.#memo(), certificate: () => this.#certificate() }[kind]();
    } catch (error) {
      this.session.explain(error);
    }
    this.#busy = false;
    this.#follow();
  }

  async #redline() {
    const { session } = this;
    const answer = await api.redline(session.asked(), session.marked(session.inserted()));
    return { ...answer, bytes: Uint8Array.from(atob(answer.document), (character) => character.charCodeAt(0)) };
  }

  async #marked() {
    if (this.#live) {
      const contents = await this.session.host.read();
      if (contents) await this.#deliver(contents.bytes, "marked", "docx");
      return;
    }
    const { bytes, proof, skipped } = await this.#redline();
    this.session.store.unsaved = false;
    const title = (/** @type {string} */ id) => this.session.store.finding(id)?.title ?? id;
    const holds = proof.rejects_to_original && proof.accepts_to_intended && proof.untouched_parts;
    await this.#deliver(bytes, "marked", "docx", bar(holds ? "info" : "problem", holds ? STRINGS.proved : STRINGS.unproved),
      ...skipped.map((skip) => bar("warning", STRINGS.leftOut(title(skip.finding), skip.reason))));
  }

  async #clean() {
    const { store } = this.session;
    const { bytes } = await this.#redline();
    await this.#deliver(await api.clean(bytes, store.contents?.name || "contract.docx", store.settings.author), "clean", "docx");
  }

  async #memo() {
    const { session } = this;
    const format = /** @type {HTMLSelectElement} */ (at("memo-format")).value;
    const isPrivate = /** @type {HTMLInputElement} */ (at("memo-private")).checked;
    const { store } = session;
    const wanted = store.findings.filter((each) => store.review?.findings.includes(each) && store.choice(each.id).state !== "dismissed");
    const chosen = session.inserted();
    const selections = chosen.length ? chosen : wanted.map((each) => selectionOf(each, store.choice(each.id)));
    const bytes = await api.memo(session.asked(), session.marked(selections), { format, private: isPrivate });
    await this.#deliver(bytes, isPrivate ? "privateMemo" : "memo", format);
  }

  async #certificate() {
    const { store } = this.session;
    const redline = await this.#redline();
    const original = store.contents?.bytes ?? new Uint8Array();
    const text = await api.certificate(original, redline.bytes, store.settings.author);
    await this.#deliver(new TextEncoder().encode(text), "certificate", "txt");
  }

  /**
   * @param {Uint8Array} bytes
   * @param {keyof typeof STRINGS.suffix} suffix
   * @param {string} format
   * @param {...Node} told
   */
  async #deliver(bytes, suffix, format, ...told) {
    const { host, store } = this.session;
    const name = `${store.review?.document.file_stem || "Agreement"} - ${STRINGS.suffix[suffix]} ${today()}.${format}`;
    const how = await host.deliver(bytes, name, MIMES[format]);
    at("export-result").replaceChildren(bar("info", STRINGS.delivered[how](name)), ...told);
  }
}

/** The day where the user is, as in the names that the server gives. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((each) => String(each).padStart(2, "0")).join("-");
}

function memoOptions() {
  const format = make("select", { id: "memo-format", "aria-label": STRINGS.format });
  for (const [value, text] of Object.entries(STRINGS.formats)) format.append(new Option(text, value));
  const box = make("input", { type: "checkbox", id: "memo-private" });
  return make("div", { class: "file-options" }, format, make("label", { class: "check" }, box, make("span", { text: STRINGS.private })));
}
