/** The wording and the comment of one finding, to be chosen and written: DOM only, told what to do by the card. */

import { icon, make } from "./dom.js";
import { STRINGS } from "./strings.js";
import { commentOf, editable, proposalOf } from "./wordings.js";

/**
 * @typedef {import("./types.js").Finding} Finding
 * @typedef {import("./types.js").Rung} Rung
 * @typedef {import("./store.js").Choice} Choice
 */

/**
 * How firm the wording is: one of the rungs the clause has.
 * @param {Finding} finding
 * @param {Choice} choice
 * @param {(rung: Rung) => void} chosen
 */
export function rungs(finding, choice, chosen) {
  const help = make("p", { class: "quiet", text: STRINGS.rungHelp[choice.rung] });
  const steps = finding.proposals.map(({ rung }) => {
    const radio = /** @type {HTMLInputElement} */ (make("input", { type: "radio", name: `rung-${finding.id}`, value: rung }));
    radio.checked = rung === choice.rung;
    radio.addEventListener("change", () => {
      help.textContent = STRINGS.rungHelp[rung];
      chosen(rung);
    });
    return make("label", { class: "segment" }, radio, make("span", { text: STRINGS.rungs[rung] }));
  });
  const legend = make("legend", { class: "unseen", text: STRINGS.rung });
  return make("fieldset", { class: "rungs" }, legend, make("div", { class: "segments" }, ...steps), help);
}

/**
 * @param {string} value
 * @param {(text: string) => void} typed
 * @param {Record<string, unknown>} given
 */
function textarea(value, typed, given) {
  const area = /** @type {HTMLTextAreaElement} */ (make("textarea", { rows: 3, spellcheck: "true", ...given }));
  area.value = value;
  area.addEventListener("input", () => typed(area.value));
  return area;
}

/**
 * The wording as text; what is typed becomes the user's own.
 * @param {Finding} finding
 * @param {Choice} choice
 * @param {(text: string | null) => void} typed null: back to ours
 */
export function wordingEditor(finding, choice, typed) {
  const proposal = proposalOf(finding, choice);
  if (!proposal) return make("div");
  const ours = editable(proposal);
  const area = textarea(choice.text ?? ours, (text) => typed(text === ours ? null : text), { class: "wording", "data-field": "wording" });
  const back = make("button", { type: "button", class: "link", text: STRINGS.ourWording, onclick: () => {
    area.value = ours;
    typed(null);
    area.focus();
  } });
  return make("div", { class: "field" }, make("label", {}, make("span", { text: STRINGS.ownWording }), area), back);
}

/**
 * The comment that goes with the change, to be edited or left out.
 * @param {Finding} finding
 * @param {Choice} choice
 * @param {(comment: string | false | null) => void} changed null: ours
 */
export function commentEditor(finding, choice, changed) {
  const ours = proposalOf(finding, { ...choice, comment: null })?.comment ?? "";
  const area = textarea(commentOf(choice, proposalOf(finding, choice)), (text) => changed(text === ours ? null : text), {
    "data-field": "comment", "aria-label": STRINGS.comment, rows: 2,
  });
  const off = make("p", { class: "quiet", text: STRINGS.commentOff });
  const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox" }));
  const follow = () => {
    area.hidden = !box.checked;
    off.hidden = box.checked;
  };
  box.checked = choice.comment !== false;
  box.addEventListener("change", () => {
    follow();
    changed(!box.checked ? false : area.value === ours ? null : area.value);
  });
  follow();
  const head = make("label", { class: "check" }, box, icon("comment"), make("span", { text: STRINGS.comment }));
  return make("div", { class: "field comment" }, head, area, off);
}

/**
 * Why a finding is left as it is.
 * @param {(reason: string) => void} given
 * @param {() => void} cancelled
 */
export function dismissForm(given, cancelled) {
  const choice = /** @type {HTMLSelectElement} */ (make("select", { "data-field": "reason" }));
  for (const reason of STRINGS.reasons) choice.append(new Option(reason, reason));
  const own = /** @type {HTMLInputElement} */ (make("input", { type: "text", maxlength: 200, "aria-label": STRINGS.ownReason, placeholder: STRINGS.ownReason }));
  const other = STRINGS.reasons[STRINGS.reasons.length - 1];
  own.hidden = true;
  choice.addEventListener("change", () => {
    own.hidden = choice.value !== other;
    if (!own.hidden) own.focus();
  });
  const form = make("form", { class: "dismissing" },
    make("label", { class: "field" }, make("span", { text: STRINGS.dismissWhy }), choice), own,
    make("div", { class: "actions" },
      make("button", { type: "submit", class: "primary", text: STRINGS.confirmDismiss }),
      make("button", { type: "button", text: STRINGS.cancel, onclick: cancelled })));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    given(choice.value === other ? own.value.trim() || other : choice.value);
  });
  return form;
}
