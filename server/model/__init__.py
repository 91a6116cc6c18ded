"""The nouns of the trade, as plain frozen data. A leaf: imports nothing of ours.

One word, one meaning: a Clause is a file of the library; a provision of the contract is a Section.
Offsets are code points of `Paragraph.text`, half-open. Tuples, not lists.
"""

from server.model.annexes import Annex, AnnexLine, AnnexTable, LineRole, Samples
from server.model.contract import Contract, Party, Role, Section, Term, Topic
from server.model.document import Cell, Field, Level, Note, Paragraph, Span, Story
from server.model.facts import Amount, Date, Facts, Listing, Percentage, Period, Reference, Style
from server.model.marking import Cleaning, Proof, Signature, Skip
from server.model.papers import MISSING, NO_ADVICE, Aside, Issue, Memo, Step
from server.model.proposals import (
    Change,
    ChangeKind,
    Edit,
    Finding,
    FindingKind,
    Insertion,
    Law,
    NewParagraph,
    Priority,
    Proposal,
    Review,
    Rung,
    Severity,
)

__all__ = [
    "MISSING",
    "NO_ADVICE",
    "Amount",
    "Annex",
    "AnnexLine",
    "AnnexTable",
    "Aside",
    "Cell",
    "Change",
    "ChangeKind",
    "Cleaning",
    "Contract",
    "Date",
    "Edit",
    "Facts",
    "Field",
    "Finding",
    "FindingKind",
    "Insertion",
    "Issue",
    "Law",
    "Level",
    "LineRole",
    "Listing",
    "Memo",
    "NewParagraph",
    "Note",
    "Paragraph",
    "Party",
    "Percentage",
    "Period",
    "Priority",
    "Proof",
    "Proposal",
    "Reference",
    "Review",
    "Role",
    "Rung",
    "Samples",
    "Section",
    "Severity",
    "Signature",
    "Skip",
    "Span",
    "Step",
    "Story",
    "Style",
    "Term",
    "Topic",
]
