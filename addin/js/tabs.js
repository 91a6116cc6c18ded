/** The tabs of the pane: one panel at a time, walked with the arrow keys. DOM only. */

import { at, make } from "./dom.js";
import { STRINGS } from "./strings.js";

/** @typedef {keyof typeof STRINGS.tabs} Tab */

/**
 * @param {Tab[]} tabs
 */
export function makeTabs(tabs) {
  at("tabs").replaceChildren(...tabs.map((tab) =>
    make("button", { type: "button", role: "tab", id: `tab-${tab}`, "aria-controls": `panel-${tab}`, onclick: () => showTab(tab) },
      make("span", { text: STRINGS.tabs[tab] }))));
  at("tabs").addEventListener("keydown", (event) => {
    const shown = [...at("tabs").children].filter((each) => each.getClientRects().length);
    const here = shown.indexOf(/** @type {Element} */ (document.activeElement));
    /** @type {Record<string, number>} */
    const steps = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: shown.length - 1 };
    if (here < 0 || !(event.key in steps)) return;
    const next = /** @type {HTMLElement} */ (shown[(steps[event.key] + shown.length) % shown.length]);
    next.focus();
    next.click();
    event.preventDefault();
  });
  showTab("findings");
}

/** @param {Tab} tab */
export function showTab(tab) {
  document.body.dataset.tab = tab;
  for (const button of at("tabs").children) {
    const chosen = button.id === `tab-${tab}`;
    button.setAttribute("aria-selected", String(chosen));
    button.setAttribute("tabindex", chosen ? "0" : "-1");
  }
  for (const panel of /** @type {const} */ (["findings", "export", "settings"])) at(`panel-${panel}`).hidden = panel !== tab;
}
