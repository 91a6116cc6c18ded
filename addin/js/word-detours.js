/** How a change goes around links, fields, content controls and notes: in pieces, never over them. Pure: no Office.js here. */

/**
 * @typedef {import("./host.js").HostEdit} HostEdit
 * @typedef {import("./word-seams.js").Seam} Seam
 * @typedef {"link" | "field" | "locked" | "control"} Obstacle
 */

/**
 * The ways to make a change piece by piece, the best first, each its edits in order; or what makes it impossible. Words of a link can go, new
 * words stand beside it.
 * @param {HostEdit} edit
 * @param {Seam[]} seams
 * @returns {HostEdit[][] | Obstacle}
 */
export function detours(edit, seams) {
  const touched = seams.filter((seam) => meets(seam, edit));
  if (!touched.length) return [[edit]];
  if (touched.some(({ kind }) => kind === "field")) return "field";
  if (touched.some(({ locked }) => locked)) return "locked";
  const links = touched.filter(({ kind }) => kind === "link");
  if (!edit.old) return links.length ? "link" : [[edit]];
  const pieces = cut(edit, touched);
  if (!edit.new) return [pieces];
  const plain = pieces.filter((piece) => !links.some((link) => meets(link, piece)));
  // outside a content control rather than in it
  const seat = plain.find((piece) => !touched.some((seam) => seam.kind === "control" && meets(seam, piece))) ?? plain[0];
  return seat ? [pieces.map((piece) => (piece === seat ? { ...piece, new: edit.new } : piece))] : beside(edit, links, pieces);
}

/**
 * @param {{start: number, end: number}} seam
 * @param {{start: number, end: number}} words
 */
function meets(seam, { start, end }) {
  return seam.start < seam.end || start === end ? seam.start < end && start < seam.end : start < seam.start && seam.start < end;
}

/**
 * The words of an edit, cut where a seam begins or ends; each piece only goes.
 * @param {HostEdit} edit
 * @param {Seam[]} seams
 * @returns {HostEdit[]}
 */
function cut({ start, end, old }, seams) {
  const inside = seams.flatMap((seam) => [seam.start, seam.end]).filter((at) => start < at && at < end);
  const places = [...new Set([start, ...inside, end])].sort((one, other) => one - other);
  return places.slice(1).map((to, at) => ({ start: places[at], end: to, old: old.slice(places[at] - start, to - start), new: "" }));
}

/**
 * New words for the first or the last ones of a link: behind it, or before it.
 * @param {HostEdit} edit
 * @param {Seam[]} links
 * @param {HostEdit[]} pieces
 * @returns {HostEdit[][] | Obstacle}
 */
function beside(edit, links, pieces) {
  const words = (/** @type {number} */ at) => ({ start: at, end: at, old: "", new: edit.new });
  const ways = [];
  if (links.some((link) => link.end === edit.end)) ways.push([...pieces, words(edit.end)]);
  if (links.some((link) => link.start === edit.start)) ways.push([words(edit.start), ...pieces]);
  return ways.length ? ways : "link";
}

/**
 * What a stroke must not be written over, null for nothing. strict: nor is it to lie in a content control that it does not have to.
 * @param {import("./word-text.js").Stroke} stroke
 * @param {Seam[]} seams
 * @param {boolean} strict
 * @returns {Obstacle | null}
 */
export function obstacle(stroke, seams, strict) {
  const met = seams.filter((seam) => meets(seam, stroke));
  if (stroke.how === "Delete") return null; // cut already
  if (met.some(({ kind }) => kind === "field")) return "field";
  if (met.some(({ kind }) => kind === "link" || kind === "note" || kind === "mark")) return "link";
  if (met.some(({ locked }) => locked)) return "locked";
  const controls = met.filter(({ kind }) => kind === "control");
  const within = controls.every((seam) => seam.start <= stroke.start && stroke.end <= seam.end);
  const edge = (/** @type {Seam} */ seam) => (stroke.how === "End" ? seam.end === stroke.end : stroke.how === "Start" && seam.start === stroke.start);
  return !within || (strict && controls.some(edge)) ? "control" : null;
}
