/** The page's host: where the contract comes from and where the redline goes, when there is no Word around it. */

/**
 * Call back with each file that is chosen or dropped.
 * @param {HTMLElement} zone
 * @param {HTMLInputElement} input
 * @param {(file: File) => void} chosen
 */
export function onContract(zone, input, chosen) {
  input.addEventListener("change", () => {
    if (input.files?.[0]) chosen(input.files[0]);
    // so that the same file, corrected meanwhile, can be chosen again
    input.value = "";
  });
  // beside the zone a dropped file would replace the page
  for (const kind of ["dragover", "drop"]) document.addEventListener(kind, (event) => event.preventDefault());
  document.addEventListener("dragover", () => zone.classList.add("over"));
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) zone.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    zone.classList.remove("over");
    const file = event.dataTransfer?.files[0];
    if (file) chosen(file);
  });
}

/**
 * Hand a document to the user as a download.
 * @param {string} base64
 * @param {string} name
 */
export function save(base64, name) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // a browser may still be reading when click returns
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** @param {string} name */
export function redlineName(name) {
  return `${name.replace(/\.[^.]*$/, "")} redlined.docx`;
}
