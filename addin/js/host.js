/**
 * What surrounds the pane: Word, or a plain page. The only file that chooses; nothing else asks which of the two it is
 * (what may differ is in `capabilities`).
 *
 * Two files implement the interface:
 *   host-word.js   export function openWordHost(): Promise<Host>    the only file that knows Office.js; loaded only inside Word
 *   host-page.js   export function openPageHost(): Promise<Host>    a file dropped on the page
 *
 * Offsets here are UTF-16 units, as JavaScript counts (offsets.js has converted the server's code points).
 *
 * @typedef {object} Capabilities
 * @property {boolean} tracking native tracked changes can be written (WordApi 1.4); where false, `warning` says what happens instead
 * @property {boolean} comments comments can be written on changes
 * @property {boolean} openWindow deliver() opens a document in a window of its own; where false it downloads
 * @property {boolean} withdraw withdraw() takes an insertion back; where false, undoHint says how a person does
 * @property {boolean} showsDocument the document stands beside the pane already (Word); where false the pane draws it itself
 * @property {string} warning what a user must know of this host, "" for nothing ("This Word cannot track changes ...")
 *
 * @typedef {object} Contents
 * @property {Uint8Array} bytes the document as DOCX
 * @property {string} name its file name, "" where the host does not know it
 * @property {boolean} readOnly nothing can be inserted (a viewer, a protected or final document)
 *
 * @typedef {object} Place where the words stand
 * @property {string} story "body", "cell", "footnote", "endnote", "header", "footer" or "textbox"
 * @property {number} paragraph index in the review; a hint only, the document may have moved on since
 * @property {string} label the number shown ("8.2")
 * @property {string} text the whole paragraph as it should read now, our earlier insertions included
 * @property {number} start of the words concerned, in `text`
 * @property {number} end half-open
 * @property {string} quote text.slice(start, end)
 * @property {number} occurrence which of the quote's places in `text` is meant, counted from 0
 * @property {string} before the neighbours' first words, "" at the ends
 * @property {string} after
 *
 * @typedef {object} HostEdit one change of words
 * @property {number} start in the paragraph's `text`, half-open
 * @property {number} end
 * @property {string} old text.slice(start, end)
 * @property {string} new
 *
 * @typedef {object} ChangedParagraph
 * @property {number} paragraph hint, as in Place
 * @property {string} text the whole paragraph as it should read now: the text `edits` are offsets into. Another text: stale
 * @property {string} intended the whole paragraph as it is to read afterwards
 * @property {HostEdit[]} edits word by word, in order, never overlapping; old === "" inserts, new === "" deletes
 * @property {boolean} removed the whole paragraph goes, its mark too
 *
 * @typedef {object} AddedParagraphs new paragraphs in one place
 * @property {number} after hint: the paragraph that they follow (paragraphs we put in a moment ago are not counted)
 * @property {string} afterText how that paragraph reads now; where we put others in that place a moment ago, the last of these
 * @property {number} like hint: the paragraph whose style and numbering they take
 * @property {string} likeText how that paragraph reads now
 * @property {{text: string, level: number | null, label: string, lead: number}[]} paragraphs `text` holds a typed number where the
 *   contract types its numbers; label: the number that it will show; lead: how many leading characters look like a lead-in (bold)
 *
 * @typedef {object} Annexed an annex for the document's end
 * @property {string} label as the contract calls it ("Schedule 2")
 * @property {string[]} texts of its paragraphs in order, cells too
 * @property {string} xml flat OPC of it all, with its styles and its list
 *
 * @typedef {object} Marking one finding's wording, ready to be put in
 * @property {string} finding its id
 * @property {string} title for messages
 * @property {ChangedParagraph[]} changed
 * @property {AddedParagraphs[]} added
 * @property {Place} place where to show it
 * @property {string} comment for the other side, "" for none
 * @property {Annexed | null} annex an annex that comes with it
 *
 * @typedef {object} Outcome
 * @property {"inserted" | "stale" | "failed"} state stale: the words are no longer as reviewed; failed: nothing or not all went in
 * @property {string} message for a person, "" where all is well: what happened and how to undo it
 *
 * @typedef {object} Host
 * @property {"word" | "page"} kind
 * @property {Capabilities} capabilities
 * @property {string} undoHint how a person takes an insertion back ("Press Ctrl+Z, or reject the change on the Review tab.")
 * @property {() => Promise<Contents | null>} read the document as it is now; null where there is none yet (an empty page)
 * @property {(place: Place) => Promise<boolean>} select shows and selects the words; false where they are not found
 * @property {(marking: Marking, signal?: AbortSignal) => Promise<Outcome>} insert as native tracked changes; never throws for what a document can do
 * @property {(finding: string) => Promise<boolean>} withdraw takes an insertion back, where capabilities.withdraw; else false
 * @property {(bytes: Uint8Array, name: string, mime: string) => Promise<"opened" | "downloaded">} deliver hands a file to the user
 * @property {(changed: () => void) => void} onDocumentChanged calls back when someone else changed the document, or another one came
 * @property {(changed: (dark: boolean) => void) => void} onTheme calls back at once and at each change where the host has a theme; else never
 */

const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const OFFICE_SECONDS = 6;

/**
 * The host around this page. Where Office may be around it, office.js says whether that is Word; where it is out of reach, or says no,
 * the page stands alone.
 * @returns {Promise<Host>}
 */
export async function chooseHost() {
  if (mayBeOffice() && (await insideWord())) {
    const { openWordHost } = await import("./host-word.js");
    return openWordHost();
  }
  const { openPageHost } = await import("./host-page.js");
  return openPageHost();
}

/**
 * The manifest's address carries `host=word` (SourceLocation: BASE/?host=word), Office adds `_host_Info`, Word on the web shows the pane in a
 * frame. A plain visit to the page is none of these, and asks Microsoft for nothing.
 */
function mayBeOffice() {
  const asked = new URLSearchParams(location.search);
  return asked.get("host") === "word" || asked.has("_host_Info") || window.top !== window;
}

/** @returns {Promise<boolean>} */
async function insideWord() {
  const late = new Promise((resolve) => {
    setTimeout(() => resolve(null), OFFICE_SECONDS * 1000);
  });
  const info = loadOffice().then(() => Office.onReady()).catch(() => null);
  const told = /** @type {{host: unknown} | null} */ (await Promise.race([info, late]));
  return told?.host === "Word";
}

/** office.js, from Microsoft's own address: it is not to be hosted elsewhere. */
function loadOffice() {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = OFFICE_JS;
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  });
}
