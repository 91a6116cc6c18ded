/** The settings as a form: DOM only; settings.js keeps them. */

import { at, make } from "./dom.js";
import { STRINGS } from "./strings.js";

/** @typedef {import("./types.js").Parameter} Parameter */

/**
 * @param {import("./settings.js").Settings} settings
 * @param {Parameter[]} parameters
 * @param {(settings: import("./settings.js").Settings) => void} saved
 */
export function showSettings(settings, parameters, saved) {
  const author = /** @type {HTMLInputElement} */ (at("author"));
  const comments = /** @type {HTMLInputElement} */ (at("comments"));
  author.value = settings.author;
  comments.checked = settings.comments;
  const fields = parameters.map((parameter) => field(parameter, settings.values[parameter.name] ?? ""));
  at("parameters").replaceChildren(...fields.map(({ element }) => element));
  const form = /** @type {HTMLFormElement} */ (at("settings-form"));
  form.onsubmit = (event) => {
    event.preventDefault();
    const given = fields.map(({ name, input }) => [name, input.value.trim()]).filter(([, value]) => value);
    saved({ author: author.value.trim(), comments: comments.checked, values: Object.fromEntries(given) });
    at("settings-result").textContent = STRINGS.saved;
  };
  at("settings-reset").onclick = () => {
    const fresh = { author: "", comments: true, values: {} };
    saved(fresh);
    showSettings(fresh, parameters, saved);
    at("settings-result").textContent = STRINGS.saved;
  };
}

/**
 * @param {Parameter} parameter
 * @param {string} value
 */
function field(parameter, value) {
  const { name, type, choices, min, max } = parameter;
  const usual = Array.isArray(parameter.default) ? parameter.default.join(", ") : parameter.default === null ? "" : String(parameter.default);
  const input = /** @type {HTMLInputElement | HTMLSelectElement} */ (type === "choice" ? make("select") : make("input", { type: "text" }));
  if (input instanceof HTMLSelectElement) input.append(new Option(usual || "", ""), ...choices.map((each) => new Option(each, each)));
  else {
    if (type === "number") input.inputMode = "decimal";
    input.placeholder = usual;
  }
  input.value = value;
  input.id = `set-${name}`;
  const hints = [type === "list" ? STRINGS.listHint : "", type === "list" ? "" : STRINGS.range(min, max)].filter(Boolean).join(" ");
  const hint = hints ? make("span", { class: "quiet", id: `hint-${name}`, text: hints }) : null;
  if (hint) input.setAttribute("aria-describedby", hint.id);
  const label = make("span", { text: parameter.label.replace(/\{(\w+)\}/g, (_, word) => (word === "them" ? "the other side" : word === "me" ? "you" : word)) });
  return { name, input, element: make("label", { class: "field" }, label, input, hint) };
}
