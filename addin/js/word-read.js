/** Reads the open document as a file. */

const SLICE = 4_194_304;
/** Word on the iPad gives no larger ones (d.ts of getFileAsync) */
const IPAD_SLICE = 65_536;

/** @type {Promise<unknown>} one read after the other: Office holds two files at most, and Word on the web fails on the second (office-js #1191) */
let reading = Promise.resolve();

/**
 * The document's bytes as a DOCX; where Word gives no file (one opened from a PDF, office-js #2682, #6289), as the XML of its body, which the
 * server reads too.
 * @returns {Promise<Uint8Array>}
 */
export function readDocument() {
  const next = reading.then(readFile).catch(readXml);
  reading = next.catch(() => null);
  return next;
}

/** @returns {Promise<Uint8Array>} */
async function readFile() {
  const sliceSize = Office.context.platform === Office.PlatformType.iOS ? IPAD_SLICE : SLICE;
  const file = /** @type {Office.File} */ (
    await asked((done) => Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize }, done))
  );
  try {
    const slices = [];
    for (let at = 0; at < file.sliceCount; at += 1) {
      // one at a time, and none left open at the end: a file closed too early is error 5001, one not closed spoils the next read (#1182, #750)
      const slice = /** @type {Office.Slice} */ (await asked((done) => file.getSliceAsync(at, done)));
      slices.push(new Uint8Array(slice.data));
    }
    return joined(slices);
  } finally {
    await asked((done) => file.closeAsync(done)).catch(() => null);
  }
}

/** @returns {Promise<Uint8Array>} */
function readXml() {
  return Word.run(async (context) => {
    const xml = context.document.body.getOoxml();
    await context.sync();
    // a ClientResult has its value after the sync; it is nothing to be loaded
    // eslint-disable-next-line office-addins/load-object-before-read
    return new TextEncoder().encode(xml.value);
  });
}

/** @param {Uint8Array[]} slices */
function joined(slices) {
  const bytes = new Uint8Array(slices.reduce((sum, slice) => sum + slice.length, 0));
  let at = 0;
  for (const slice of slices) {
    bytes.set(slice, at);
    at += slice.length;
  }
  return bytes;
}

/**
 * One of Office's callbacks as a promise.
 * @param {(done: (result: Office.AsyncResult<any>) => void) => void} ask
 * @returns {Promise<unknown>}
 */
function asked(ask) {
  return new Promise((resolve, reject) => {
    ask((result) => (result.status === Office.AsyncResultStatus.Succeeded ? resolve(result.value) : reject(result.error)));
  });
}
