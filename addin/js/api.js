/** The only module that talks to the server. */

/** A failure the server explained: what, and what to do next. */
export class Refused extends Error {
  /** @param {{detail?: string, hint?: string, code?: string}} problem */
  constructor(problem) {
    super(problem.detail || "The server could not do that.");
    this.hint = problem.hint || "";
    this.code = problem.code || "unknown";
  }
}

/**
 * @param {string} path
 * @param {FormData} form
 * @param {AbortSignal} [signal]
 */
async function post(path, form, signal) {
  let answer;
  try {
    answer = await fetch(`api/v1/${path}`, { method: "POST", body: form, headers: { Accept: "application/json" }, signal });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refused({ detail: "The server does not answer.", hint: "Is it still running? Start it with make run.", code: "offline" });
  }
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(json);
  return json;
}

/**
 * @param {File} file
 * @param {string} me the user's side, "" to have it inferred
 */
function contractForm(file, me) {
  const form = new FormData();
  form.set("document", file, file.name);
  form.set("me", me);
  return form;
}

/**
 * @param {File} file
 * @param {string} me
 * @param {AbortSignal} signal
 */
export function review(file, me, signal) {
  return post("review", contractForm(file, me), signal);
}

/**
 * @param {File} file
 * @param {string} me
 * @param {{selections: {finding: string, rung: string}[], author: string, comments: boolean}} choice
 */
export function redline(file, me, choice) {
  const form = contractForm(file, me);
  form.set("selections", JSON.stringify(choice.selections));
  form.set("author", choice.author);
  form.set("comments", String(choice.comments));
  return post("redline", form);
}
