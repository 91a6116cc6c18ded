"""Contract redliner: the map.

bytes --word.open_docx--> WordFile --read_paragraphs--> (Paragraph, ...)
  --contract.understand--> Contract            sections, labels, defined terms, parties and roles, topics
  --clauses.find_risks---> (Finding, ...)      what, where, how bad, why
  --clauses.draft--------> (Proposal, ...)     our wording in the contract's own words, three rungs
  --redline.plan---------> (Edit, ...)         no two touch the same words
  --redline.word_diff----> (Change, ...)       keep / delete / insert, by word
  --word.write_redline---> bytes               w:del, w:ins, comments
  --word.prove-----------> Proof               reject = original, accept = intended, untouched parts identical
  --papers.compile_memo--> Memo                issues list, covering message; papers.certify -> Certificate
  --word.clean_copy------> bytes               ours accepted, our comments out, metadata scrubbed

Who may import whom: doors (web, cli) -> review -> rooms (word, contract, clauses, redline, papers) -> leaves (model, errors).
Rooms never import each other. settings is for doors only.
"""
