/** The host without Word: a file dropped on the page, insertions that the page shows and that the server writes on export. */

/** @typedef {import("./host.js").Host} Host */

const KEPT_MS = 60_000;

/** @type {import("./host.js").Contents | null} */
let contents = null;
/** @type {Set<() => void>} */
const waiting = new Set();

/**
 * Take a file as the document.
 * @param {File} file
 */
export async function takeFile(file) {
  contents = { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name, readOnly: false };
  for (const changed of waiting) changed();
}

/** @returns {Promise<Host>} */
export async function openPageHost() {
  return {
    kind: "page",
    capabilities: { tracking: true, comments: true, openWindow: false, withdraw: true, showsDocument: false, warning: "" },
    undoHint: "",
    read: async () => contents,
    select: async (place) => show(place),
    insert: async () => ({ state: "inserted", message: "" }),
    withdraw: async () => true,
    deliver: async (bytes, name, mime) => download(bytes, name, mime),
    onDocumentChanged: (changed) => void waiting.add(changed),
    onTheme: () => undefined,
  };
}

/**
 * Bring a place of the document on the page into view.
 * @param {import("./host.js").Place} place
 */
function show(place) {
  const paragraph = document.querySelector(`[data-paragraph="${place.paragraph}"]`);
  if (!paragraph?.getClientRects().length) return false;
  for (const other of document.querySelectorAll(".paragraph.selected")) other.classList.remove("selected");
  paragraph.classList.add("selected");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  paragraph.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  return true;
}

/**
 * @param {Uint8Array} bytes
 * @param {string} name
 * @param {string} mime
 * @returns {"downloaded"}
 */
export function download(bytes, name, mime) {
  const address = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (bytes)], { type: mime }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // a browser may still be reading when click returns
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
  return "downloaded";
}
