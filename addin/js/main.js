/** The pane put together: a host, a store, a session, and the views that listen to it. */

import * as api from "./api.js";
import { showDocument } from "./document-view.js";
import { at } from "./dom.js";
import { Exports } from "./exports.js";
import { FindingList } from "./findings.js";
import { showMusts, showOutdated, showPhase, showProblem, writeStrings } from "./frame.js";
import { chooseHost } from "./host.js";
import { takeFile } from "./host-page.js";
import { Inserting } from "./inserting.js";
import { placeOf } from "./markings.js";
import { Session } from "./session.js";
import { keepSettings, readSettings } from "./settings.js";
import { showSettings } from "./settings-view.js";
import { Store } from "./store.js";
import { STRINGS } from "./strings.js";
import { bar, showSummary } from "./summary.js";
import { makeTabs, showTab } from "./tabs.js";
import { followTheme } from "./theme.js";
import { hasWords } from "./wordings.js";

const store = new Store(readSettings());

/** @param {import("./host.js").Host} host */
function start(host) {
  const session = new Session(store, host);
  const inserting = new Inserting(session);
  document.body.dataset.host = host.kind;
  makeTabs(host.capabilities.showsDocument ? ["findings", "export", "settings"] : ["findings", "document", "export", "settings"]);
  if (host.capabilities.warning) at("host-warning").append(bar("warning", host.capabilities.warning));
  at("author-hint").textContent = host.capabilities.showsDocument ? STRINGS.authorHint : "";
  followTheme(host);
  listen(session, inserting, new FindingList(store, deeds(session, inserting)));
  wire(session, inserting);
  prepare(session, new Exports(session));
  store.phase = host.capabilities.showsDocument ? "ready" : "empty";
  store.tell("phase");
}

/**
 * What the cards can ask for.
 * @param {Session} session
 * @param {Inserting} inserting
 * @returns {import("./card.js").Deeds}
 */
function deeds(session, inserting) {
  const select = async (/** @type {string} */ id) => {
    const finding = store.finding(id);
    return finding ? session.host.select(placeOf(finding)) : false;
  };
  return {
    host: session.host,
    opened: (id) => {
      select(id).catch((error) => session.explain(error));
      session.draft(id);
    },
    insert: (id) => inserting.insert([id]).then(said),
    withdraw: (id) => inserting.withdraw(id),
    show: (id) => {
      if (!session.live) showTab("document");
      select(id).catch((error) => session.explain(error));
    },
    review: () => session.review(),
    placeOf: (paragraph) => {
      const label = store.review?.paragraphs[paragraph]?.label;
      return label ? STRINGS.where(label) : STRINGS.paragraph(paragraph + 1);
    },
  };
}

/** @param {number} done */
function said(done) {
  if (done) at("status").textContent = STRINGS.insertedCount(done);
}

/** Musts that can go in as they are. */
function openMusts() {
  return store.inState("open").filter((finding) => finding.priority === "must" && hasWords(finding, store.choice(finding.id))).map((finding) => finding.id);
}

/**
 * @param {Session} session
 * @param {Inserting} inserting
 * @param {FindingList} list
 */
function listen(session, inserting, list) {
  const again = () => session.review();
  const musts = () => showMusts(store, openMusts().length, inserting.busy);
  store.on("phase", () => {
    showPhase(store);
    musts();
  });
  store.on("problem", () => showProblem(store, again));
  store.on("settings", () => showOutdated(store, again));
  store.on("finding", musts);
  store.on("document", () => !session.live && showDocument(store));
  store.on("review", () => {
    if (!store.review) at("paper").replaceChildren();
    showSummary(store, (me) => session.chooseSide(me));
    list.show();
    showOutdated(store, again);
    musts();
    if (!session.live) showDocument(store);
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest("a[data-finding]")) : null;
    if (!link) return;
    event.preventDefault();
    showTab("findings");
    list.reveal(link.dataset.finding ?? "");
  });
}

/**
 * @param {Session} session
 * @param {Inserting} inserting
 */
function wire(session, inserting) {
  const { host } = session;
  for (const id of ["review", "again"]) at(id).addEventListener("click", () => session.review());
  at("cancel").addEventListener("click", () => session.cancel());
  at("stop").addEventListener("click", () => inserting.cancel());
  at("musts").addEventListener("click", () => inserting.insert(openMusts()).then(said));
  host.onDocumentChanged(() => {
    if (!session.live) {
      newFile(session);
    } else if (store.phase === "reviewed" && !inserting.busy && !store.outdated) {
      store.outdated = STRINGS.outdated;
      store.tell("settings");
    }
  });
  if (session.live) return;
  receiveFiles(session);
  store.on("document", () => {
    store.unsaved = store.inState("inserted").length > 0;
  });
  addEventListener("beforeunload", (event) => store.unsaved && event.preventDefault());
}

/**
 * Another file starts anew; the same one, corrected meanwhile, keeps what was chosen.
 * @param {Session} session
 */
async function newFile(session) {
  const contents = await session.host.read();
  if (contents?.name !== store.contents?.name) session.start();
  await session.review();
}

/** @param {Session} session */
function receiveFiles(session) {
  const take = (/** @type {FileList | null | undefined} */ files) => {
    if (files?.length === 1) return takeFile(files[0]).catch((error) => session.explain(error));
    if (files?.length) session.explain(new api.Refused({ detail: STRINGS.notDocx }));
    return null;
  };
  for (const id of ["file", "file-again"]) {
    const input = /** @type {HTMLInputElement} */ (at(id));
    input.addEventListener("change", async () => {
      await take(input.files);
      // so that the same file, corrected meanwhile, can be chosen again
      input.value = "";
    });
  }
  // beside the zone a dropped file would replace the page
  for (const kind of ["dragover", "drop"]) document.addEventListener(kind, (event) => event.preventDefault());
  document.addEventListener("dragover", () => document.body.classList.add("over"));
  document.addEventListener("dragleave", (event) => event.relatedTarget || document.body.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    document.body.classList.remove("over");
    take(event.dataTransfer?.files);
  });
}

/**
 * What the server can do and asks for; the pane works before it is known.
 * @param {Session} session
 * @param {Exports} exports
 */
async function prepare(session, exports) {
  const saved = (/** @type {import("./settings.js").Settings} */ settings) => {
    store.settings = settings;
    keepSettings(settings);
    if (store.review) store.outdated = STRINGS.settingsChanged;
    store.tell("settings");
    store.tell("document");
  };
  showSettings(store.settings, [], saved);
  try {
    const [abilities, parameters] = await Promise.all([api.abilities(), api.parameters()]);
    exports.offer(abilities);
    showSettings(store.settings, parameters, saved);
  } catch (error) {
    session.explain(error);
  }
}

writeStrings();
start(await chooseHost());
