/** What the document is: its kind, the sides, the counts, what to know before anything else. DOM only. */

import { at, icon, make } from "./dom.js";
import { STRINGS } from "./strings.js";

/**
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./types.js").Party} Party
 */

/** @type {import("./types.js").Priority[]} */
const PRIORITIES = ["must", "should", "nice"];

/**
 * @param {Store} store
 * @param {(me: string) => void} chosen
 */
export function showSummary(store, chosen) {
  const { review } = store;
  if (!review) return;
  const facts = review.document;
  at("kind").textContent = STRINGS.kind(facts.kind);
  at("facts").textContent = [STRINGS.words(facts.words), facts.jurisdiction && !/[{[]/.test(facts.jurisdiction) && STRINGS.law(facts.jurisdiction)].filter(Boolean).join(" · ");
  at("side").replaceChildren(...side(review.parties, store.me, chosen));
  at("counts").replaceChildren(...counts(store));
  at("warnings").replaceChildren(...warnings(store));
  const read = review.notes.filter((note) => note.level === "info");
  at("read-as").hidden = !read.length;
  at("read-as").replaceChildren(make("summary", { text: STRINGS.readAs }), make("ul", {}, ...read.map((note) => make("li", { text: note.message }))));
  at("nothing").hidden = store.findings.length > 0;
  at("list").hidden = !store.findings.length;
}

/** @param {Party} party */
const nameOf = (party) => party.short[0] || party.name;

/**
 * @param {Party[]} parties
 * @param {string} me "" where the side is inferred
 * @param {(me: string) => void} chosen
 */
function side(parties, me, chosen) {
  if (!parties.length) return [];
  const select = /** @type {HTMLSelectElement} */ (make("select", { id: "me" }));
  if (!parties.some((party) => party.is_me)) select.append(new Option(STRINGS.iAmNobody, ""));
  for (const party of parties) {
    const short = party.short[0];
    const known = short && short !== party.name && !/[{[]/.test(party.name) ? `${short} (${party.name})` : nameOf(party);
    select.append(new Option(known, nameOf(party), party.is_me, party.is_me));
  }
  select.addEventListener("change", () => chosen(select.value));
  const inferred = me || select.value === "" ? null : make("p", { class: "quiet", id: "inferred", text: STRINGS.inferred });
  if (inferred) select.setAttribute("aria-describedby", "inferred");
  return [make("label", { for: "me", text: STRINGS.iAm }), select, ...(inferred ? [inferred] : [])];
}

/** @param {Store} store */
function counts(store) {
  return PRIORITIES.map((priority) => {
    const count = store.findings.filter((finding) => finding.priority === priority).length;
    return make("li", { class: `tally ${priority}` }, make("strong", { text: String(count) }), make("span", { text: STRINGS.priorityCounts[priority] }));
  });
}

/** @param {Store} store */
function warnings(store) {
  const { review } = store;
  if (!review) return [];
  const { revisions, comments, signed, protected: locked } = review.document;
  const told = review.notes.filter((note) => note.level === "warning").map((note) => note.message);
  // the server's own words, where it has some, say more
  const own = (/** @type {boolean} */ is, /** @type {RegExp} */ said, /** @type {string} */ text) => (is && !told.some((each) => said.test(each)) ? [text] : []);
  const lines = [
    ...own(locked, /protect/i, STRINGS.protected), ...own(signed, /sign/i, STRINGS.signed), ...told,
    ...(revisions.insertions + revisions.deletions ? [STRINGS.revisions(revisions)] : []),
    ...(comments ? [`${STRINGS.comments(comments)}.`] : []),
  ];
  const hard = lines.length - Number(Boolean(revisions.insertions + revisions.deletions)) - Number(Boolean(comments));
  return lines.map((text, number) => bar(number < hard ? "warning" : "info", text));
}

/**
 * A line that stands out.
 * @param {"warning" | "info" | "problem"} kind
 * @param {string} text
 * @param {...(Node | false | null)} more
 */
export function bar(kind, text, ...more) {
  return make("div", { class: `bar ${kind}` }, icon(kind === "info" ? "info" : "warning"), make("div", {}, make("p", { text }), ...more));
}
