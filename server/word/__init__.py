"""LAW: the only room that knows Word. XML never leaves it.

open_docx       -> WordFile            bytes opened safely
read_paragraphs -> (Paragraph, ...)    text in the current view, labels, styles
write_redline   -> Written             edits and insertions as tracked changes
prove, verify   -> Proof               reject = original, accept = intended, untouched parts identical
write_annex     -> bytes               an annex of our own as a document
annex_xml       -> str                 the same as Word takes it into an open document
read_facts      -> Facts               what the file is, in figures
set_memo        -> bytes               the issues list as a document
clean_copy      -> Cleaned             accepted, without our comments, scrubbed
"""

from server.word.annex_document import write_annex
from server.word.annex_xml import annex_xml
from server.word.cleaning import Cleaned, clean_copy
from server.word.facts import Facts, read_facts
from server.word.marks import unused
from server.word.memo_document import set_memo
from server.word.package import Limits, WordFile, open_docx
from server.word.proof import prove, signed, verify
from server.word.reading import read_paragraphs
from server.word.revisions import Written, write_redline

__all__ = [
    "Cleaned",
    "Facts",
    "Limits",
    "WordFile",
    "Written",
    "annex_xml",
    "clean_copy",
    "open_docx",
    "prove",
    "read_facts",
    "read_paragraphs",
    "set_memo",
    "signed",
    "unused",
    "verify",
    "write_annex",
    "write_redline",
]
