/**
 * The shapes that the server answers, as the pane uses them: offsets are UTF-16 units already (offsets.js). No code here.
 *
 * @typedef {"preferred" | "fallback" | "floor"} Rung
 * @typedef {"must" | "should" | "nice"} Priority
 * @typedef {"critical" | "high" | "medium" | "low"} Severity
 * @typedef {{op: "keep" | "delete" | "insert", text: string}} Step
 *
 * @typedef {object} Edit `text`: the whole paragraph that the words lie in
 * @property {number} paragraph
 * @property {number} start
 * @property {number} end
 * @property {string} old
 * @property {string} new
 * @property {string} text
 *
 * @typedef {object} NewParagraph
 * @property {string} text
 * @property {number | null} level
 * @property {string} label
 * @property {number} after
 * @property {number} lead
 * @property {string} [after_text] in the answer of propose
 * @property {number} [like]
 * @property {string} [like_text]
 *
 * @typedef {object} Annex a document of its own behind the contract; a table's cells are paragraphs
 * @property {string} label
 * @property {string} title
 * @property {{text: string, level: number | null, label: string}[]} paragraphs
 * @property {string | null} [flat_opc] in the answer of propose: as Word takes it, at the rung taken
 *
 * @typedef {object} Proposal
 * @property {Rung} rung
 * @property {"replace" | "delete" | "insert" | "comment"} action
 * @property {string} text
 * @property {NewParagraph[]} new_paragraphs
 * @property {Step[]} diff
 * @property {Edit[]} edits
 * @property {string} comment
 * @property {string} note
 * @property {string[]} parameters
 * @property {Annex | null} [annex]
 *
 * @typedef {object} Anchor
 * @property {string} story
 * @property {number} paragraph
 * @property {string} label
 * @property {number} start
 * @property {number} end
 * @property {string} text
 * @property {string} quote
 * @property {number} occurrence
 * @property {string} before
 * @property {string} after
 *
 * @typedef {object} Finding
 * @property {string} id
 * @property {string} rule
 * @property {string[]} rules
 * @property {string} category
 * @property {"replace" | "insert" | "amend" | "append"} kind
 * @property {Severity} severity
 * @property {Priority} priority
 * @property {string} title
 * @property {string} why
 * @property {string[]} source
 * @property {{text: string, jurisdiction: string, as_of: string}[]} law
 * @property {string[]} requires
 * @property {string[]} excludes
 * @property {Anchor} anchor
 * @property {Proposal[]} proposals
 * @property {Rung} [rung] in the answer of propose: the one taken
 *
 * @typedef {object} Paragraph
 * @property {number} index
 * @property {string} story
 * @property {string} label
 * @property {string} text
 * @property {string} style
 * @property {number | null} level
 * @property {number} lead
 * @property {{table: number, row: number, column: number} | null} cell
 *
 * @typedef {{name: string, short: string[], role: "contractor" | "client" | "other", is_me: boolean}} Party
 *
 * @typedef {object} DocumentFacts
 * @property {string} sha256
 * @property {string} file_stem what files about it are called ("Client - MSA")
 * @property {number} paragraphs
 * @property {number} words
 * @property {string} kind
 * @property {string} language
 * @property {string} jurisdiction
 * @property {{insertions: number, deletions: number, authors: string[]}} revisions
 * @property {number} comments
 * @property {boolean} signed
 * @property {boolean} protected
 *
 * @typedef {object} Review
 * @property {DocumentFacts} document
 * @property {Party[]} parties
 * @property {Finding[]} findings
 * @property {{level: "info" | "warning", message: string, paragraph: number | null}[]} notes
 * @property {Paragraph[]} paragraphs
 *
 * @typedef {{finding: string, reason: string, message: string}} Skip
 * @typedef {{findings: Finding[], skipped: Skip[]}} Wordings
 * @typedef {{finding: string, rung?: Rung, text?: string, comment?: string | false}} Selection
 * @typedef {{rejects_to_original: boolean, accepts_to_intended: boolean, untouched_parts: boolean, differences: string[]}} Proof
 * @typedef {{document: string, applied: string[], skipped: Skip[], proof: Proof}} Redline
 *
 * @typedef {object} Parameter
 * @property {string} name
 * @property {string} label
 * @property {"number" | "text" | "choice" | "list" | "money" | "period"} type
 * @property {number | string | string[] | null} default
 * @property {number | string | null} min
 * @property {number | string | null} max
 * @property {string[]} choices
 */

export {};
