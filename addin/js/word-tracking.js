/** Change tracking switched on for our own work, and put back as it was. */

import { hasApi } from "./word-stories.js";

/**
 * Does the work with change tracking on, and puts the mode back whatever happens. False, and nothing done, where tracking cannot be switched on.
 * @param {Word.RequestContext} context
 * @param {() => Promise<void>} work
 */
export async function tracking(context, work) {
  if (!hasApi("1.4")) return false;
  const { document } = context;
  document.load("changeTrackingMode");
  await context.sync();
  const before = modeOf(document);
  try {
    if (before === "Off") {
      document.changeTrackingMode = "TrackAll";
      document.load("changeTrackingMode");
      await context.sync();
      if (modeOf(document) === "Off") return false;
    }
    await work();
    return true;
  } finally {
    if (before === "Off") await restore(before);
  }
}

/**
 * In a batch of its own: the one that failed may have something in it that fails again.
 * @param {Word.ChangeTrackingMode | "Off" | "TrackAll" | "TrackMineOnly"} mode
 */
async function restore(mode) {
  const set = () =>
    Word.run(async (context) => {
      context.document.changeTrackingMode = mode;
      await context.sync();
    });
  await set().catch(set);
}

/**
 * As a plain word: once it is set, the types hold it to be what it was set to.
 * @param {Word.Document} document
 * @returns {"Off" | "TrackAll" | "TrackMineOnly"}
 */
function modeOf(document) {
  return document.changeTrackingMode;
}
