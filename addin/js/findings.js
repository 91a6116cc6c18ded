/** Findings as the user sees them: DOM only. Words of the contract go in as text, never as markup. */

const AROUND = 90;
const RUNGS = { preferred: "What we ask for", fallback: "If they refuse", floor: "The least that still protects" };

/**
 * @param {string} tag
 * @param {string} [className]
 * @param {(Node | string)[]} content
 * @returns {HTMLElement}
 */
export function element(tag, className = "", ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/**
 * Kept words only as far as they show where the change stands.
 * @param {string} words
 * @param {boolean} first
 * @param {boolean} last
 */
function shorten(words, first, last) {
  if (words.length <= 2 * AROUND) return words;
  const head = first ? "" : words.slice(0, AROUND).replace(/\S*$/, "");
  const tail = last ? "" : words.slice(-AROUND).replace(/^\S*/, "");
  return `${head}…${tail}`;
}

/** @param {any} proposal */
function redline(proposal) {
  const block = element("div", "redline");
  const steps = proposal.diff;
  if (steps.some((/** @type {any} */ step) => step.op !== "keep")) {
    const line = element("p");
    steps.forEach((/** @type {any} */ step, /** @type {number} */ at) => {
      if (step.op === "keep") line.append(shorten(step.text, at === 0, at === steps.length - 1));
      else line.append(element(step.op === "delete" ? "del" : "ins", "", step.text));
    });
    block.append(line);
  }
  for (const added of proposal.new_paragraphs) block.append(element("p", "", element("ins", "", added.text)));
  if (!block.childNodes.length) block.append(element("p", "quiet", "A comment only: these words cannot be edited."));
  return block;
}

/** @param {any} proposal */
function words(proposal) {
  const shown = element("div", "", redline(proposal));
  if (proposal.comment) shown.append(element("p", "quiet", `To the other side: ${proposal.comment}`));
  if (proposal.note) shown.append(element("p", "quiet", `For you only: ${proposal.note}`));
  return shown;
}

/**
 * @param {any} finding
 * @param {(rung: string) => void} chosen
 */
function rungChoice(finding, chosen) {
  const select = /** @type {HTMLSelectElement} */ (element("select"));
  for (const { rung } of finding.proposals) select.append(new Option(RUNGS[/** @type {keyof typeof RUNGS} */ (rung)], rung));
  select.addEventListener("change", () => chosen(select.value));
  return element("label", "rung", "Wording", select);
}

/** @param {any} finding */
function reasons(finding) {
  const box = element("details", "", element("summary", "", "Why"), element("p", "", finding.why));
  for (const law of finding.law) box.append(element("p", "quiet", `${law.jurisdiction}: ${law.text} (${law.as_of})`));
  return box;
}

/** @param {any} finding */
function place(finding) {
  const where = finding.anchor.label || `paragraph ${finding.anchor.paragraph + 1}`;
  return finding.kind === "insert" ? `after ${where}` : where;
}

/**
 * One finding as a card, with its choice in it.
 * @param {any} finding
 * @param {(choice: {on: boolean, rung: string}) => void} changed called at once and at every change
 */
export function card(finding, changed) {
  const choice = { on: finding.priority !== "nice" && finding.proposals.length > 0, rung: finding.proposals[0]?.rung || "" };
  const box = /** @type {HTMLInputElement} */ (element("input"));
  box.type = "checkbox";
  box.checked = choice.on;
  box.disabled = !finding.proposals.length;
  const weight = element("span", `weight ${finding.severity}`, `${finding.priority}, ${finding.severity}, ${place(finding)}`);
  const head = element("label", "finding-head", box, element("div", "", element("h3", "", finding.title), weight));
  const whole = element("li", "finding", head);
  let shown = finding.proposals.length ? words(finding.proposals[0]) : element("p", "quiet", "No wording fits here.");
  const report = () => {
    whole.classList.toggle("out", !choice.on);
    changed({ ...choice });
  };
  box.addEventListener("change", () => {
    choice.on = box.checked;
    report();
  });
  whole.append(shown);
  if (finding.proposals.length > 1) {
    whole.append(rungChoice(finding, (rung) => {
      choice.rung = rung;
      const next = words(finding.proposals.find((/** @type {any} */ each) => each.rung === rung));
      shown.replaceWith(next);
      shown = next;
      report();
    }));
  }
  whole.append(reasons(finding));
  report();
  return whole;
}
