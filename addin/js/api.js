/** The only module that talks to the server. */

import { convertFindings } from "./offsets.js";
import { STRINGS } from "./strings.js";

/**
 * @typedef {object} Asked what every request about a document carries
 * @property {Uint8Array} bytes
 * @property {string} name
 * @property {string} me the user's side, "" to have it inferred
 * @property {Record<string, string>} settings the library's parameters
 *
 * @typedef {object} Marked what a redline takes besides
 * @property {string} author
 * @property {boolean} comments
 * @property {import("./types.js").Selection[]} selections
 */

/** A failure the server explained: what, and what to do next. */
export class Refused extends Error {
  /** @param {{detail?: string, hint?: string, code?: string}} problem */
  constructor(problem) {
    super(problem.detail || STRINGS.serverFailed);
    this.hint = problem.hint || "";
    this.code = problem.code || "unknown";
  }
}

/**
 * @param {string} path
 * @param {RequestInit} [asked]
 * @returns {Promise<Response>} a good answer
 */
async function send(path, asked = {}) {
  let answer;
  try {
    answer = await fetch(`api/v1/${path}`, asked);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refused({ detail: STRINGS.offline, hint: STRINGS.offlineHint, code: "offline" });
  }
  if (!answer.ok) throw new Refused(await answer.json().catch(() => ({ hint: STRINGS.failedWith(answer.status) })));
  return answer;
}

/**
 * @param {Asked} asked
 * @param {Partial<Marked>} [marked]
 */
function form(asked, marked = {}) {
  const made = new FormData();
  made.set("document", new Blob([/** @type {BlobPart} */ (asked.bytes)]), asked.name || "contract.docx");
  made.set("me", asked.me);
  made.set("settings", JSON.stringify(asked.settings));
  if (marked.author !== undefined) made.set("author", marked.author);
  if (marked.comments !== undefined) made.set("comments", String(marked.comments));
  if (marked.selections) made.set("selections", JSON.stringify(marked.selections));
  return made;
}

/**
 * @param {string} path
 * @param {FormData} body
 * @param {AbortSignal} [signal]
 */
async function post(path, body, signal) {
  const answer = await send(path, { method: "POST", body, headers: { Accept: "application/json" }, signal });
  return answer.json();
}

/**
 * @param {Asked} asked
 * @param {AbortSignal} [signal]
 * @returns {Promise<import("./types.js").Review>}
 */
export async function review(asked, signal) {
  const found = await post("review", form(asked), signal);
  convertFindings(found.findings, (paragraph) => found.paragraphs[paragraph].text);
  return found;
}

/**
 * The wordings for what is chosen together.
 * @param {Asked} asked
 * @param {Marked} marked
 * @param {AbortSignal} [signal]
 * @returns {Promise<import("./types.js").Wordings>}
 */
export async function propose(asked, marked, signal) {
  const found = await post("propose", form(asked, marked), signal);
  convertFindings(found.findings, () => "");
  return found;
}

/**
 * @param {Asked} asked
 * @param {Marked} marked
 * @returns {Promise<import("./types.js").Redline>}
 */
export function redline(asked, marked) {
  return post("redline", form(asked, marked));
}

/**
 * @param {Asked} asked
 * @param {Marked} marked
 * @param {{format: string, private: boolean}} kind
 */
export async function memo(asked, marked, kind) {
  const body = form(asked, marked);
  body.set("format", kind.format);
  body.set("private", String(kind.private));
  const answer = await send("memo", { method: "POST", body });
  return new Uint8Array(await answer.arrayBuffer());
}

/**
 * A clean copy of a marked document.
 * @param {Uint8Array} bytes
 * @param {string} name
 * @param {string} author
 */
export async function clean(bytes, name, author) {
  const body = new FormData();
  body.set("document", new Blob([/** @type {BlobPart} */ (bytes)]), name);
  if (author) body.set("author", author);
  const answer = await send("clean", { method: "POST", body, headers: { Accept: "*/*" } });
  return new Uint8Array(await answer.arrayBuffer());
}

/**
 * The certificate of a marked document, as text.
 * @param {Uint8Array} original
 * @param {Uint8Array} marked
 * @param {string} author
 */
export async function certificate(original, marked, author) {
  const body = new FormData();
  body.set("original", new Blob([/** @type {BlobPart} */ (original)]), "original.docx");
  body.set("marked", new Blob([/** @type {BlobPart} */ (marked)]), "marked.docx");
  if (author) body.set("author", author);
  const answer = await send("certificate", { method: "POST", body, headers: { Accept: "text/plain" } });
  return answer.text();
}

/** @returns {Promise<import("./types.js").Parameter[]>} */
export async function parameters() {
  return (await (await send("clauses")).json()).parameters;
}

/** @returns {Promise<Set<string>>} what this server can do ("review", "memo", ...); newer ones can more */
export async function abilities() {
  const described = await (await send("openapi.json")).json();
  return new Set(Object.keys(described.paths).map((path) => path.replace(/^.*\/api\/v1\//, "")));
}
