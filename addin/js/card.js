/** One finding as the user sees it: DOM only. */

import { icon, make } from "./dom.js";
import { commentEditor, dismissForm, rungs, wordingEditor } from "./editor.js";
import { redline } from "./redline-view.js";
import { excludedBy, requiredBy, rivalsOf } from "./store.js";
import { STRINGS } from "./strings.js";
import { hasWords, proposalOf, show } from "./wordings.js";

// as many letters as some four lines of a narrow pane hold
const GLANCE = 280;

/**
 * @typedef {import("./types.js").Finding} Finding
 * @typedef {import("./store.js").Store} Store
 *
 * @typedef {object} Deeds what a card can ask for
 * @property {(id: string) => void} opened
 * @property {(id: string) => void} insert
 * @property {(id: string) => void} withdraw
 * @property {(id: string) => void} show
 * @property {() => void} review
 * @property {(paragraph: number) => string} placeOf
 * @property {import("./host.js").Host} host
 */

export class Card {
  /** @type {string} what the body was built for: it is built anew only when that changes, so that nothing is lost while someone types */
  #built = "";
  #editing = false;
  #dismissing = false;

  /**
   * @param {Finding} finding
   * @param {Store} store
   * @param {Deeds} deeds
   */
  constructor(finding, store, deeds) {
    /** @type {Finding} */ this.finding = finding;
    /** @type {Store} */ this.store = store;
    /** @type {Deeds} */ this.deeds = deeds;
    this.state = make("span", { class: "state" });
    this.body = make("div", { class: "card-body", id: `body-${finding.id}` });
    this.button = make("button", { type: "button", class: "card-head", "aria-controls": this.body.id, onclick: () => this.toggle() },
      make("span", { class: "card-top" }, make("span", { class: `badge ${finding.severity}`, text: STRINGS.severities[finding.severity] }), this.state),
      make("span", { class: "card-title", text: finding.title }),
      make("span", { class: "card-meta", text: `${this.#place()} · ${STRINGS.categoryName(finding.category)}` }), icon("chevron"));
    this.element = make("li", { class: "card", id: `finding-${finding.id}` }, make("h3", {}, this.button), this.body);
    this.open = false;
    this.update();
  }

  get choice() {
    return this.store.choice(this.finding.id);
  }

  #place() {
    const { anchor, kind } = this.finding;
    const place = anchor.label ? STRINGS.where(anchor.label) : this.deeds.placeOf(anchor.paragraph);
    return kind === "insert" ? STRINGS.after(place) : place;
  }

  /** @param {boolean} [open] */
  toggle(open = !this.open) {
    if (open === this.open) return;
    this.open = open;
    this.update();
    if (open) this.deeds.opened(this.finding.id);
  }

  update() {
    const { state } = this.choice;
    this.element.dataset.state = state;
    this.button.setAttribute("aria-expanded", String(this.open));
    this.state.replaceChildren(...(state === "open" ? [] : [icon(state === "inserted" ? "check" : state === "stale" ? "warning" : state === "covered" ? "info" : "cross"), STRINGS.states[state]]));
    this.body.hidden = !this.open;
    if (!this.open) return;
    const wanted = `${state} ${this.#editing}`;
    if (this.#built !== wanted) this.#build();
    this.#built = wanted;
    this.#refresh();
  }

  #build() {
    const { finding, choice } = this;
    const open = choice.state === "open";
    this.words = make("div", { class: "redline", role: "group", "aria-label": STRINGS.proposed });
    this.relations = make("div", { class: "relations" });
    this.message = make("p", { class: "card-message", role: "status" });
    this.actions = make("div", { class: "actions" });
    this.note = make("div", { class: "note" });
    const change = this.#changer();
    const parts = [
      why(finding.why),
      open && finding.proposals.length > 1 && rungs(finding, choice, (rung) => this.#chooseRung(rung)),
      this.words,
      open && this.#editing && wordingEditor(finding, choice, (text) => change({ text })),
      open && hasWords(finding, choice) && !this.#editing && make("button", { type: "button", class: "link", text: STRINGS.editWording, onclick: () => this.#edit() }),
      open && hasWords(finding, choice) && commentEditor(finding, choice, (comment) => change({ comment })),
      this.note, this.#sources(), this.relations, this.message, this.actions,
    ];
    this.body.replaceChildren(.../** @type {Node[]} */ (parts.filter(Boolean)));
  }

  #changer() {
    return (/** @type {Partial<import("./store.js").Choice>} */ change) => this.store.change(this.finding.id, change);
  }

  #edit() {
    this.#editing = true;
    this.update();
    /** @type {HTMLElement | null} */ (this.body.querySelector("[data-field=wording]"))?.focus();
  }

  /** @param {import("./types.js").Rung} rung */
  #chooseRung(rung) {
    // the user's own words were a version of the other rung
    this.#editing = false;
    this.#changer()({ rung, text: null, comment: this.choice.comment === false ? false : null });
    this.#rebuild();
  }

  /** The parts that hold the rung's words; the rung itself keeps the focus. */
  #rebuild() {
    this.#build();
    this.#refresh();
    /** @type {HTMLElement | null} */ (this.body.querySelector(".segment input:checked"))?.focus();
  }

  #refresh() {
    const { finding, choice, store } = this;
    const shown = redline(show(finding, choice, this.deeds.placeOf), finding.anchor.paragraph, this.deeds.placeOf);
    this.words?.setAttribute("aria-busy", String(choice.drafting));
    this.words?.replaceChildren(...(shown.length ? shown : [make("p", { class: "quiet", text: STRINGS.commentOnly })]));
    this.note?.replaceChildren(...this.#noted());
    this.relations?.replaceChildren(...(choice.state === "open" ? relations(store, finding) : []));
    this.message?.replaceChildren(choice.state === "dismissed" ? STRINGS.because(choice.reason) : choice.message);
    if (!this.#dismissing) this.#keepFocus(() => this.actions?.replaceChildren(...this.#buttons()));
  }

  /** What only the user may read: when to give way, what their reviewer will say. */
  #noted() {
    const note = proposalOf(this.finding, this.choice)?.note;
    return note ? [icon("lock"), make("p", {}, make("strong", { text: STRINGS.yourNote }), " ", note)] : [];
  }

  /**
   * Buttons are made anew; whoever stood on one stands on its successor.
   * @param {() => void} renew
   */
  #keepFocus(renew) {
    const stood = this.actions?.contains(document.activeElement) ? [...this.actions.children].indexOf(/** @type {Element} */ (document.activeElement)) : -1;
    renew();
    if (stood < 0) return;
    const next = /** @type {HTMLElement | undefined} */ (this.actions?.children[stood]);
    (next?.matches("button:not(:disabled)") ? next : this.button).focus();
  }

  #sources() {
    const { source, law } = this.finding;
    if (!source.length && !law.length) return null;
    const lines = [
      ...law.map((each) => make("li", {}, make("strong", { text: each.jurisdiction }), ` ${each.text} `, make("span", { class: "quiet", text: `(${STRINGS.asOf(each.as_of)})` }))),
      ...source.map((each) => make("li", { class: "quiet", text: STRINGS.guide(each) })),
    ];
    return make("details", { class: "sources" }, make("summary", {}, STRINGS.source), make("ul", {}, ...lines));
  }

  #buttons() {
    const { finding, choice, deeds, store } = this;
    const { id } = finding;
    const show = make("button", { type: "button", class: "subtle", text: STRINGS.show, onclick: () => deeds.show(id) });
    const button = (/** @type {string} */ text, /** @type {() => void} */ onclick, kind = "") => make("button", { type: "button", class: kind, text, onclick });
    if (choice.state === "dismissed") return [button(STRINGS.reopen, () => store.change(id, { state: "open", reason: "" })), show];
    if (choice.state === "covered") return [show];
    if (choice.state === "stale") return [button(STRINGS.again, deeds.review, "primary"), show];
    if (choice.state === "inserted") {
      return [deeds.host.capabilities.withdraw ? button(STRINGS.withdraw, () => deeds.withdraw(id)) : make("p", { class: "quiet", text: deeds.host.undoHint }), show];
    }
    const insert = /** @type {HTMLButtonElement} */ (button(choice.busy ? STRINGS.inserts : STRINGS.insert, () => deeds.insert(id), "primary"));
    insert.disabled = choice.busy || !hasWords(finding, choice) || Boolean(excludedBy(store, finding));
    insert.classList.toggle("busy", choice.busy);
    return [insert, button(STRINGS.dismiss, () => this.#dismiss()), show];
  }

  #dismiss() {
    this.#dismissing = true;
    const end = () => {
      this.#dismissing = false;
      this.#refresh();
      this.button.focus();
    };
    const form = dismissForm((reason) => {
      this.#dismissing = false;
      this.store.change(this.finding.id, { state: "dismissed", reason, message: "" });
      this.button.focus();
    }, end);
    this.actions?.replaceChildren(form);
    form.querySelector("select")?.focus();
  }
}

/**
 * The reason: its first lines, and the rest for whoever asks.
 * @param {string} text
 */
function why(text) {
  const words = make("p", { class: "why", text });
  if (text.length <= GLANCE) return words;
  const more = make("button", { type: "button", class: "link", "aria-expanded": "false", text: STRINGS.more, onclick: () => {
    const open = words.classList.toggle("short");
    more.setAttribute("aria-expanded", String(!open));
    more.textContent = open ? STRINGS.more : STRINGS.less;
  } });
  words.classList.add("short");
  return make("div", {}, words, more);
}

/**
 * What goes with a finding and what does not, in words.
 * @param {Store} store
 * @param {Finding} finding
 */
function relations(store, finding) {
  const excluded = excludedBy(store, finding);
  const rivals = rivalsOf(store, finding).map((each) => each.title);
  const needs = requiredBy(store, finding).map((each) => each.title);
  const lines = [excluded && STRINGS.excludedBy(excluded.title), !excluded && rivals.length && STRINGS.rivals(rivals), needs.length && STRINGS.needs(needs)];
  return lines.filter(Boolean).map((text) => make("p", {}, icon("info"), make("span", { text: String(text) })));
}
