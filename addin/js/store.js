/** What the pane knows: the document, its review, and what the user chose. Who wants to hear of a change listens to its topic. */

/**
 * @typedef {object} Choice what the user made of one finding
 * @property {import("./types.js").Rung} rung
 * @property {string | null} text the user's own wording, null for ours
 * @property {string | false | null} comment the user's own comment, false for none, null for ours
 * @property {"open" | "inserted" | "dismissed" | "covered" | "stale"} state covered: what is inserted takes care of it
 * @property {string} reason why it was dismissed
 * @property {string} message what happened at the last try
 * @property {boolean} busy
 * @property {boolean} drafting our wordings for what is chosen together with it are on their way
 * @property {import("./types.js").Proposal[] | null} drafted our wordings for what is chosen together with it; null until asked for
 * @property {import("./types.js").Proposal | null} inserted what was put in
 * @property {number} order of what is inserted, as the server writes it
 *
 * @typedef {"phase" | "review" | "finding" | "document" | "problem" | "settings"} Topic
 */

export class Store {
  /** @type {import("./host.js").Contents | null} the document as it was reviewed */
  contents = null;
  /** @type {import("./types.js").Review | null} */
  review = null;
  /** @type {import("./types.js").Finding[]} of the review, and those inserted before it that it no longer finds */
  findings = [];
  /** @type {Map<string, Choice>} */
  choices = new Map();
  /** the side the user chose, "" for the one inferred */
  me = "";
  /** @type {"empty" | "ready" | "reading" | "reviewed"} */
  phase = "empty";
  /** someone else changed the document, or the settings changed, since the review */
  outdated = "";
  /** something is inserted that is in no file yet */
  unsaved = false;
  /** @type {{message: string, hint: string} | null} */
  problem = null;
  /** @type {import("./settings.js").Settings} */
  settings;
  /** @type {Map<Topic, Set<(id: string) => void>>} */
  #listeners = new Map();

  /** @param {import("./settings.js").Settings} settings */
  constructor(settings) {
    this.settings = settings;
  }

  /**
   * @param {Topic} topic
   * @param {(id: string) => void} heard with the finding's id, where it is about one
   */
  on(topic, heard) {
    const known = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, known.add(heard));
  }

  /**
   * @param {Topic} topic
   * @param {string} [id]
   */
  tell(topic, id = "") {
    for (const heard of this.#listeners.get(topic) ?? []) heard(id);
  }

  /** @param {string} id */
  choice(id) {
    const choice = this.choices.get(id);
    if (!choice) throw new Error("No such finding");
    return choice;
  }

  /** @param {string} id */
  finding(id) {
    return this.findings.find((finding) => finding.id === id);
  }

  /**
   * @param {string} id
   * @param {Partial<Choice>} change
   */
  change(id, change) {
    Object.assign(this.choice(id), change);
    this.tell("finding", id);
  }

  /** @param {Choice["state"]} state */
  inState(state) {
    return this.findings.filter((finding) => this.choices.get(finding.id)?.state === state);
  }

  /**
   * Take a new review in. What the user chose stays where the finding is still there; their own words only where its paragraph is unchanged.
   * @param {import("./types.js").Review} review
   * @param {import("./host.js").Contents} contents
   * @param {boolean} live insertions stand in the document itself
   */
  takeIn(review, contents, live) {
    const same = this.review?.document.sha256 === review.document.sha256;
    const before = { findings: this.findings, choices: this.choices };
    this.choices = new Map();
    for (const finding of review.findings) {
      const old = before.findings.find((each) => each.id === finding.id) ?? before.findings.find((each) => isHeir(finding, each));
      this.choices.set(finding.id, carryOver(finding, old, old && before.choices.get(old.id), same && !live));
    }
    const gone = live ? before.findings.filter((each) => before.choices.get(each.id)?.state === "inserted" && !this.choices.has(each.id)) : [];
    for (const finding of gone) this.choices.set(finding.id, /** @type {Choice} */ (before.choices.get(finding.id)));
    Object.assign(this, { review, contents, findings: [...review.findings, ...gone], phase: "reviewed", outdated: "" });
  }
}

/**
 * @param {import("./types.js").Finding} finding
 * @param {import("./types.js").Finding | undefined} old
 * @param {Choice | undefined} choice
 * @param {boolean} stays whether what is inserted is so still
 * @returns {Choice}
 */
function carryOver(finding, old, choice, stays) {
  const fresh = { text: null, comment: null, reason: "", message: "", busy: false, drafting: false, drafted: null, inserted: null, order: 0 };
  const first = finding.proposals[0]?.rung ?? "preferred";
  if (!old || !choice) return { ...fresh, rung: first, state: "open" };
  const rung = finding.proposals.some((each) => each.rung === choice.rung) ? choice.rung : first;
  const kept = { rung, text: old.anchor.text === finding.anchor.text ? choice.text : null, comment: choice.comment };
  if (choice.state === "inserted" && stays) return { ...fresh, ...kept, state: "inserted", inserted: choice.inserted, order: choice.order };
  const dismissed = choice.state === "dismissed";
  return { ...fresh, ...kept, state: dismissed ? "dismissed" : "open", reason: dismissed ? choice.reason : "" };
}

/**
 * Whether a finding is what is left of an older one: one of its rules, in the same words.
 * @param {import("./types.js").Finding} finding
 * @param {import("./types.js").Finding} old
 */
export function isHeir(finding, old) {
  const { anchor, rules } = finding;
  const place = anchor.text === old.anchor.text && anchor.start < old.anchor.end && old.anchor.start < anchor.end;
  return place && rules.some((rule) => old.rules.includes(rule));
}

/**
 * The finding already in that must not stand beside this one.
 * @param {Store} store
 * @param {import("./types.js").Finding} finding
 */
export function excludedBy(store, finding) {
  return store.inState("inserted").find((other) => other.id !== finding.id && rivals(finding, other));
}

/**
 * Open findings of which only one can go in together with this.
 * @param {Store} store
 * @param {import("./types.js").Finding} finding
 */
export function rivalsOf(store, finding) {
  return store.inState("open").filter((other) => other.id !== finding.id && rivals(finding, other));
}

/**
 * Findings that go in along with this one, because it needs them.
 * @param {Store} store
 * @param {import("./types.js").Finding} finding
 */
export function requiredBy(store, finding) {
  const rules = finding.requires.filter((rule) => !finding.rules.includes(rule));
  return store.findings.filter((other) => {
    const state = store.choices.get(other.id)?.state;
    return other.id !== finding.id && state !== "inserted" && other.rules.some((rule) => rules.includes(rule));
  });
}

/**
 * Findings that are in and cannot stay without this one.
 * @param {Store} store
 * @param {import("./types.js").Finding} finding
 */
export function dependentsOf(store, finding) {
  const others = store.inState("inserted").filter((other) => other.id !== finding.id);
  return others.filter((other) => other.requires.some((rule) =>
    finding.rules.includes(rule) && !other.rules.includes(rule) && !others.some((third) => third.rules.includes(rule))));
}

/**
 * @param {import("./types.js").Finding} one
 * @param {import("./types.js").Finding} other
 */
function rivals(one, other) {
  return one.excludes.some((rule) => other.rules.includes(rule)) || other.excludes.some((rule) => one.rules.includes(rule));
}
