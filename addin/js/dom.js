/** Elements made in one line. Words of the contract go in as text, never as markup. */

/**
 * @param {string} tag
 * @param {Record<string, unknown>} [given] attributes by name, properties for what is no text; "class", "text" and on... listeners as named
 * @param {...(Node | string | null | undefined | false)} content
 * @returns {HTMLElement}
 */
export function make(tag, given = {}, ...content) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) set(made, name, value);
  made.append(.../** @type {(Node | string)[]} */ (content.filter((each) => each || each === "")));
  return made;
}

/**
 * @param {HTMLElement} made
 * @param {string} name
 * @param {unknown} value
 */
function set(made, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (typeof value === "function") made.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
  else if (name === "text") made.textContent = String(value);
  else made.setAttribute(name, value === true ? "" : String(value));
}

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function at(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`No element ${id}`);
  return found;
}

/** @type {Record<string, string>} strokes on a 16 by 16 grid */
const ICONS = {
  chevron: "M4 6l4 4 4-4",
  check: "M3 8.5l3.2 3.2L13 5",
  cross: "M4 4l8 8M12 4l-8 8",
  search: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3L14 14",
  plus: "M8 3v10M3 8h10",
  warning: "M8 2.2L14.5 13.5h-13zM8 6.5v3.2M8 11.5v.4",
  info: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.4v3.6M8 5v.4",
  comment: "M2.5 3h11v8h-6l-3 2.6V11h-2z",
  lock: "M4 7.5h8v6H4zM5.7 7.5V5a2.3 2.3 0 0 1 4.6 0v2.5",
  document: "M4 1.8h5.2L12.5 5v9.2H4zM9 1.8V5h3.5",
  refresh: "M13 8a5 5 0 1 1-1.5-3.6M13 2v3h-3",
  filter: "M2 4h12M4.5 8h7M6.5 12h3",
};

/**
 * A drawing beside words that say the same; screen readers skip it.
 * @param {keyof typeof ICONS} name
 */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  drawing.setAttribute("class", `icon icon-${name}`);
  drawing.setAttribute("viewBox", "0 0 16 16");
  drawing.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(space, "path");
  line.setAttribute("d", ICONS[name]);
  drawing.append(line);
  return drawing;
}
