/** What the user set: kept in this browser only, never on the server. */

const KEY = "contract-redliner.settings";

/**
 * @typedef {object} Settings
 * @property {string} author whose name stands on exported changes, "" for the server's own
 * @property {boolean} comments whether changes come with comments
 * @property {Record<string, string>} values the library's parameters that differ from their defaults
 */

/** @returns {Settings} */
export function readSettings() {
  /** @type {Settings} */
  const settings = { author: "", comments: true, values: {} };
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) || "{}");
    if (typeof kept.author === "string") settings.author = kept.author;
    if (typeof kept.comments === "boolean") settings.comments = kept.comments;
    for (const [name, value] of Object.entries(kept.values ?? {})) if (typeof value === "string") settings.values[name] = value;
  } catch {
    // storage is off, or holds something else: the defaults do
  }
  return settings;
}

/** @param {Settings} settings */
export function keepSettings(settings) {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // storage is off: the settings hold until the pane is closed
  }
}
