/** Notes in the margin stand beside their paragraphs, moved down only as far as the notes above them need: the text itself keeps its lines. */

const GAP = 6;

/**
 * Keep the notes of a sheet in their places, now and whenever its size changes.
 * @param {HTMLElement} sheet its notes are placed absolutely where there is room for a margin, else they stand under their paragraphs
 */
export function keepMargin(sheet) {
  const observer = new ResizeObserver(() => {
    if (sheet.isConnected) place(sheet);
    else observer.disconnect();
  });
  observer.observe(sheet);
}

/** @param {HTMLElement} sheet */
function place(sheet) {
  const notes = /** @type {HTMLElement[]} */ ([...sheet.querySelectorAll(".margin")]);
  const aside = notes.length > 0 && getComputedStyle(notes[0]).position === "absolute";
  const top = sheet.getBoundingClientRect().top;
  // all is measured before anything is moved
  const places = notes.map((note) => ({ wanted: /** @type {HTMLElement} */ (note.parentElement).getBoundingClientRect().top - top, height: note.offsetHeight }));
  let free = 0;
  notes.forEach((note, at) => {
    const { wanted, height } = places[at];
    const start = Math.max(wanted, free);
    note.style.top = aside ? `${start}px` : "";
    free = start + height + GAP;
  });
  sheet.style.minHeight = aside && free > 0 ? `${free}px` : "";
}
