/** The list of findings: grouped by priority, filtered, walked with the arrow keys. DOM only. */

import { Card } from "./card.js";
import { at, icon, make } from "./dom.js";
import { STRINGS } from "./strings.js";

/**
 * @typedef {import("./types.js").Finding} Finding
 * @typedef {import("./types.js").Priority} Priority
 * @typedef {import("./store.js").Store} Store
 */

/** @type {Priority[]} */
const PRIORITIES = ["must", "should", "nice"];
const FIELDS = ["search", "category", "severity", "state"];

export class FindingList {
  /** @type {Map<string, Card>} */
  #cards = new Map();
  /** @type {Map<Priority, {heading: HTMLElement, button: HTMLElement, count: HTMLElement, list: HTMLElement, open: boolean}>} */
  #groups = new Map();

  /**
   * @param {Store} store
   * @param {import("./card.js").Deeds} deeds
   */
  constructor(store, deeds) {
    this.store = store;
    this.deeds = deeds;
    for (const priority of PRIORITIES) this.#groups.set(priority, this.#group(priority));
    at("findings").append(...[...this.#groups.values()].flatMap(({ heading, list }) => [heading, list]));
    at("findings").addEventListener("keydown", (event) => this.#walk(event));
    for (const id of FIELDS) at(id).addEventListener("input", () => this.filter());
    at("clear-filter").addEventListener("click", () => this.#clear());
    at("search").parentElement?.prepend(icon("search"));
    store.on("finding", () => this.#follow());
  }

  /** @param {Priority} priority */
  #group(priority) {
    const count = make("span", { class: "count" });
    const list = make("ul", { class: "cards", id: `group-${priority}` });
    const button = make("button", { type: "button", "aria-controls": list.id }, icon("chevron"), make("span", { text: STRINGS.priorities[priority] }), count);
    const group = { heading: make("h2", { class: "group" }, button), button, count, list, open: priority !== "nice" };
    button.addEventListener("click", () => this.#fold(priority, !group.open));
    return group;
  }

  /**
   * @param {Priority} priority
   * @param {boolean} open
   */
  #fold(priority, open) {
    const group = this.#groups.get(priority);
    if (!group) return;
    group.open = open;
    group.list.hidden = !open;
    group.button.setAttribute("aria-expanded", String(open));
  }

  /** The findings of the store; cards that were open stay open. */
  show() {
    const open = new Set([...this.#cards.values()].filter((card) => card.open).map((card) => card.finding.id));
    this.#cards = new Map(this.store.findings.map((finding) => [finding.id, new Card(finding, this.store, this.deeds)]));
    for (const priority of PRIORITIES) {
      const cards = [...this.#cards.values()].filter((card) => card.finding.priority === priority);
      const group = this.#groups.get(priority);
      group?.list.replaceChildren(...cards.map((card) => card.element));
      this.#fold(priority, group?.open ?? true);
    }
    for (const id of open) this.#cards.get(id)?.toggle(true);
    this.#options();
    this.filter();
  }

  #options() {
    const categories = [...new Set(this.store.findings.map((finding) => finding.category))].sort();
    const known = /** @type {HTMLSelectElement} */ (at("category"));
    const chosen = known.value;
    known.replaceChildren(new Option(STRINGS.all, ""), ...categories.map((name) => new Option(STRINGS.categoryName(name), name)));
    known.value = categories.includes(chosen) ? chosen : "";
  }

  /** What a change of one finding means for the others. */
  #follow() {
    for (const card of this.#cards.values()) if (this.store.choices.has(card.finding.id)) card.update();
    this.#count();
  }

  #clear() {
    for (const id of FIELDS) /** @type {HTMLInputElement} */ (at(id)).value = "";
    this.filter();
    at("search").focus();
  }

  /** Show what the search and the filters leave. */
  filter() {
    const asked = Object.fromEntries(FIELDS.map((id) => [id, /** @type {HTMLInputElement} */ (at(id)).value]));
    let shown = 0;
    for (const card of this.#cards.values()) {
      const hit = fits(card.finding, this.store.choice(card.finding.id).state, asked);
      card.element.hidden = !hit;
      shown += Number(hit);
    }
    const filtered = Object.values(asked).some(Boolean);
    if (filtered) for (const priority of PRIORITIES) this.#fold(priority, true);
    at("matches").textContent = shown ? STRINGS.matches(shown, this.#cards.size) : this.#cards.size ? STRINGS.noMatch : "";
    at("clear-filter").hidden = !filtered;
    this.#count();
  }

  #count() {
    for (const [priority, { heading, count, list }] of this.#groups) {
      const cards = [...this.#cards.values()].filter((card) => card.finding.priority === priority && !card.element.hidden);
      const inserted = cards.filter((card) => this.store.choices.get(card.finding.id)?.state === "inserted").length;
      count.textContent = inserted ? `${cards.length} · ${inserted} ${STRINGS.states.inserted.toLowerCase()}` : String(cards.length);
      heading.hidden = !cards.length;
      list.hidden = !cards.length || !this.#groups.get(priority)?.open;
    }
  }

  /**
   * Open one finding's card and bring it into view.
   * @param {string} id
   */
  reveal(id) {
    const card = this.#cards.get(id);
    if (!card) return;
    if (card.element.hidden) this.#clear();
    this.#fold(card.finding.priority, true);
    card.toggle(true);
    card.element.scrollIntoView({ block: "nearest" });
    card.button.focus();
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    const heads = [...at("findings").querySelectorAll("button")].filter((each) => each.matches(".group button, .card-head") && each.getClientRects().length);
    const here = heads.indexOf(/** @type {HTMLButtonElement} */ (event.target));
    if (here < 0) return;
    /** @type {Record<string, number>} */
    const steps = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: heads.length - 1 };
    const next = heads[steps[event.key]];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

/**
 * @param {Finding} finding
 * @param {string} state
 * @param {Record<string, string>} asked what the fields hold, "" for anything
 */
function fits(finding, state, asked) {
  const same = (/** @type {string} */ wanted, /** @type {string} */ is) => !wanted || wanted === is;
  return same(asked.category, finding.category) && same(asked.severity, finding.severity) && same(asked.state, state) && holds(finding, asked.search);
}

/**
 * @param {Finding} finding
 * @param {string} words all of them are to be found
 */
function holds(finding, words) {
  const { title, why, category, anchor, proposals } = finding;
  const text = [title, why, STRINGS.categoryName(category), anchor.label, anchor.quote, proposals[0]?.text ?? ""].join(" ").toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}
