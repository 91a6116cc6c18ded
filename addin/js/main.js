/** The page: a contract in, a review shown, a redline out. */

import { Refused, redline, review } from "./api.js";
import { card, element } from "./findings.js";
import { onContract, redlineName, save } from "./host-page.js";

/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const input = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (at(id));

/** @type {{file: File | null, me: string, choices: Map<string, {on: boolean, rung: string}>, reading: AbortController | null}} */
const state = { file: null, me: "", choices: new Map(), reading: null };

/** @param {string} text */
function say(text) {
  at("status").textContent = text;
  at("status").hidden = !text;
}

/** @param {unknown} error */
function explain(error) {
  const refused = error instanceof Refused ? error : new Refused({ detail: "The page failed.", hint: "Reload it and try again." });
  at("problem").replaceChildren(element("p", "", refused.message), element("p", "quiet", refused.hint));
  at("problem").hidden = false;
  if (!(error instanceof Refused)) console.error(error);
}

/** @param {any} found */
function showSummary(found) {
  const { document: facts } = found;
  const law = facts.jurisdiction ? `, law of ${facts.jurisdiction}` : "";
  at("summary").textContent = `${facts.words} words${law}`;
  const notes = found.notes.map((/** @type {any} */ note) => element("li", "", note.message));
  at("notes").querySelector("ul")?.replaceChildren(...notes);
  at("notes").hidden = !notes.length;
}

/** @param {any} found */
function showSides(found) {
  const labels = found.parties.map((/** @type {any} */ party) => {
    const radio = /** @type {HTMLInputElement} */ (element("input"));
    radio.type = "radio";
    radio.name = "side";
    radio.value = party.short[0] || party.name;
    radio.checked = party.is_me;
    radio.addEventListener("change", () => read(radio.value));
    const known = party.short[0] && party.short[0] !== party.name ? `${party.short[0]} (${party.name})` : party.name;
    return element("label", "", radio, known);
  });
  at("sides").replaceChildren(element("legend", "", "Which side are you?"), ...labels);
  at("sides").hidden = !labels.length;
}

/** @param {any} found */
function showFindings(found) {
  state.choices.clear();
  const cards = found.findings.map((/** @type {any} */ finding) =>
    card(finding, (choice) => {
      state.choices.set(finding.id, choice);
      countChosen();
    }),
  );
  at("findings").replaceChildren(...cards);
  at("mark").hidden = !cards.length;
  at("count").textContent = cards.length ? `${cards.length} ${cards.length === 1 ? "finding" : "findings"}` : "Nothing found that the clauses concern";
  countChosen();
}

function selections() {
  return [...state.choices].filter(([, choice]) => choice.on).map(([finding, choice]) => ({ finding, rung: choice.rung }));
}

function countChosen() {
  const button = /** @type {HTMLButtonElement} */ (at("mark").querySelector("button"));
  const count = selections().length;
  button.disabled = !count;
  button.textContent = count ? `Download the redline (${count})` : "Choose what to mark";
  at("result").hidden = true;
}

/** @param {string} me */
async function read(me) {
  if (!state.file) return;
  state.reading?.abort();
  const reading = new AbortController();
  Object.assign(state, { me, reading });
  at("problem").hidden = true;
  at("review").inert = true;
  say(`Reading ${state.file.name} …`);
  try {
    const found = await review(state.file, me, reading.signal);
    showSummary(found);
    showSides(found);
    showFindings(found);
    at("review").hidden = false;
    at("count").focus({ preventScroll: true });
  } catch (error) {
    if (reading.signal.aborted) return;
    at("review").hidden = true;
    explain(error);
  }
  at("review").inert = false;
  say("");
}

/** @param {any} answer */
function showResult(answer) {
  const lines = [`${answer.applied.length} marked. Proved: rejecting every change gives your document back.`];
  for (const skip of answer.skipped) lines.push(`Not marked: ${skip.message || skip.reason}`);
  at("result").replaceChildren(...lines.map((line) => element("p", "", line)));
  at("result").hidden = false;
}

/** @param {Event} event */
async function mark(event) {
  event.preventDefault();
  if (!state.file) return;
  const button = /** @type {HTMLButtonElement} */ (at("mark").querySelector("button"));
  at("problem").hidden = true;
  button.disabled = true;
  try {
    const choice = { selections: selections(), author: input("author").value.trim(), comments: input("comments").checked };
    const answer = await redline(state.file, state.me, choice);
    save(answer.document, redlineName(state.file.name));
    showResult(answer);
  } catch (error) {
    explain(error);
    at("problem").scrollIntoView({ block: "nearest" });
  }
  button.disabled = false;
}

onContract(at("drop"), input("file"), (file) => {
  state.file = file;
  at("review").hidden = true;
  at("drop").classList.add("filled");
  const title = at("drop").querySelector(".drop-title");
  if (title) title.textContent = file.name;
  read("");
});
at("mark").addEventListener("submit", mark);
