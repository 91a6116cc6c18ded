/** The one place where the server's offsets (code points) become JavaScript's (UTF-16 units). */

const ASTRAL = /[\u{10000}-\u{10FFFF}]/u;

/**
 * @param {string} text
 * @param {number} points
 * @returns {number} the UTF-16 index of the code point at `points`
 */
export function unitsAt(text, points) {
  if (!ASTRAL.test(text)) return points;
  let units = 0;
  for (const character of text) {
    if (points-- <= 0) break;
    units += character.length;
  }
  return units;
}

/**
 * @param {{start: number, end: number}} span changed in place
 * @param {string} text
 */
function convert(span, text) {
  [span.start, span.end] = [unitsAt(text, span.start), unitsAt(text, span.end)];
}

/**
 * Findings as they came, with every offset in UTF-16 units and every edit with its paragraph's text.
 * @param {import("./types.js").Finding[]} findings changed in place
 * @param {(paragraph: number) => string} textOf
 */
export function convertFindings(findings, textOf) {
  for (const finding of findings) {
    convert(finding.anchor, finding.anchor.text);
    for (const proposal of finding.proposals) {
      for (const edit of proposal.edits) {
        edit.text ??= edit.paragraph === finding.anchor.paragraph ? finding.anchor.text : textOf(edit.paragraph);
        convert(edit, edit.text);
      }
      for (const added of proposal.new_paragraphs) added.lead = unitsAt(added.text, added.lead);
    }
  }
}
