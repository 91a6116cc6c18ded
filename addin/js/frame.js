/** The words and states of the page's fixed parts: what stands in taskpane.html gets its strings and its phase here. */

import { at, icon, make } from "./dom.js";
import { bar } from "./summary.js";
import { STRINGS } from "./strings.js";

/** @typedef {import("./store.js").Store} Store */

/** Put every fixed string in its place. */
export function writeStrings() {
  /** @type {Record<string, string>} */
  const texts = {
    "#document-title": STRINGS.documentTitle, "#another span": STRINGS.another, "#cancel": STRINGS.cancel, "#hero-title": STRINGS.readyTitle,
    "#hero-text": STRINGS.readyText, "#review": STRINGS.review, "#drop-title": STRINGS.drop, "#drop-or": STRINGS.dropOr,
    "#privacy": STRINGS.dropPrivacy, "#again": STRINGS.again, "#stop": STRINGS.stop, "#clear-filter": STRINGS.clearFilter,
    "#panel-export h2": STRINGS.exportTitle, "#panel-settings h2": STRINGS.settingsTitle, "#panel-settings > p": STRINGS.settingsKept,
    "#settings-form .field span": STRINGS.author, "#settings-form .check span": STRINGS.commentsOn, "#settings-form h3": STRINGS.parametersTitle,
    "#settings-form > p": STRINGS.parametersHint, "#settings-form [type=submit]": STRINGS.apply, "#settings-reset": STRINGS.reset,
    "#not-advice": STRINGS.notAdvice, "#progress-text": STRINGS.reading,
  };
  for (const [where, text] of Object.entries(texts)) /** @type {Element} */ (document.querySelector(where)).textContent = text;
  at("search").setAttribute("placeholder", STRINGS.search);
  at("search").setAttribute("aria-label", STRINGS.search);
  at("author").setAttribute("placeholder", STRINGS.authorEmpty);
  at("more-filters").querySelector("summary")?.append(icon("filter"), STRINGS.filter);
  at("again").prepend(icon("refresh"));
  at("again").title = STRINGS.again;
  at("all-musts").append(icon("check"), STRINGS.musts);
  at("nothing").append(icon("check"), make("p", { text: STRINGS.empty }), make("p", { class: "quiet", text: STRINGS.emptyHint }));
  fill("severity", STRINGS.severity, STRINGS.severities);
  fill("state", STRINGS.state, STRINGS.states);
  fill("category", STRINGS.category, {});
}

/**
 * @param {string} id
 * @param {string} label
 * @param {Record<string, string>} choices
 */
function fill(id, label, choices) {
  const select = /** @type {HTMLSelectElement} */ (at(id));
  select.append(new Option(STRINGS.all, ""), ...Object.entries(choices).map(([value, text]) => new Option(text, value)));
  const caption = select.parentElement?.querySelector("span");
  if (caption) caption.textContent = label;
}

/** @param {Store} store */
export function showPhase(store) {
  document.body.dataset.phase = store.phase;
  document.body.dataset.reviewed = String(Boolean(store.review));
  at("progress").hidden = store.phase !== "reading";
  at("status").textContent = store.phase === "reading" ? STRINGS.reading : store.phase === "reviewed" ? STRINGS.done(store.review?.findings.length ?? 0) : "";
  at("file-name").textContent = store.contents?.name ?? "";
  /** @type {HTMLButtonElement} */ (at("review")).disabled = store.phase === "reading";
  at("panel-findings").inert = store.phase === "reading";
}

/**
 * @param {Store} store
 * @param {() => void} again
 */
export function showProblem(store, again) {
  const { problem } = store;
  const close = () => {
    store.problem = null;
    store.tell("problem");
  };
  at("problem").replaceChildren(...(problem ? [bar("problem", problem.message, make("p", { class: "quiet", text: problem.hint }),
    make("div", { class: "actions" }, make("button", { type: "button", text: STRINGS.tryAgain, onclick: again }), make("button", { type: "button", class: "subtle", text: STRINGS.close, onclick: close })))] : []));
}

/**
 * The review no longer fits the document or the settings.
 * @param {Store} store
 * @param {() => void} again
 */
export function showOutdated(store, again) {
  at("outdated").replaceChildren(...(store.outdated ? [bar("warning", store.outdated, make("button", { type: "button", class: "link", text: STRINGS.again, onclick: again }))] : []));
}

/**
 * The button that puts all the musts in.
 * @param {Store} store
 * @param {number} left musts that can go in
 * @param {boolean} busy
 */
export function showMusts(store, left, busy) {
  const musts = /** @type {HTMLButtonElement} */ (at("musts"));
  const any = store.findings.some((finding) => finding.priority === "must");
  const running = store.findings.filter((finding) => store.choices.get(finding.id)?.busy).length;
  musts.hidden = !any || (!left && !busy);
  at("all-musts").hidden = !any || left > 0 || busy;
  musts.disabled = busy || !left;
  musts.textContent = busy && running > 1 ? STRINGS.inserting(running) : STRINGS.insertMusts(left);
  at("stop").hidden = !(busy && running > 1);
}
