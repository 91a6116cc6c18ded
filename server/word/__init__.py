"""LAW: the only room that knows Word. XML never leaves it.

open_docx       -> WordFile            bytes opened safely
read_paragraphs -> (Paragraph, ...)    text in the current view, labels, styles
write_redline   -> Written             edits and insertions as tracked changes
prove, verify   -> Proof               reject = original, accept = intended, untouched parts identical
write_annex     -> bytes               an annex of our own as a document
read_facts      -> Facts               what the file is, in figures
"""

from server.word.annex_document import write_annex
from server.word.facts import Facts, read_facts
from server.word.marks import unused
from server.word.package import Limits, WordFile, open_docx
from server.word.proof import prove, signed, verify
from server.word.reading import read_paragraphs
from server.word.revisions import Written, write_redline

__all__ = [
    "Facts",
    "Limits",
    "WordFile",
    "Written",
    "open_docx",
    "prove",
    "read_facts",
    "read_paragraphs",
    "signed",
    "unused",
    "verify",
    "write_annex",
    "write_redline",
]
