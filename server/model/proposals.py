"""What we found and what we propose, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from server.model.annexes import Annex
from server.model.contract import Contract
from server.model.document import Note, Span

ChangeKind = Literal["keep", "delete", "insert"]
FindingKind = Literal["replace", "insert", "amend", "append"]
Severity = Literal["critical", "high", "medium", "low"]
Priority = Literal["must", "should", "nice"]
Rung = Literal["preferred", "fallback", "floor"]


@dataclass(frozen=True, slots=True)
class Law:
    """A fact of law, shown only where its jurisdiction fits. as_of: "2026-05"."""

    text: str
    jurisdiction: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A risk found or a protection missing. `rules[0]` is the leading one.

    id: a hash of (rules, quote, occurrence); for a missing protection of the rule alone, so that ids stay.
    anchor: the words concerned; for a missing protection the (empty) end of the paragraph that the new clause follows.
    """

    id: str
    rules: tuple[str, ...]
    category: str
    kind: FindingKind
    severity: Severity
    priority: Priority
    title: str
    why: str
    source: tuple[str, ...]
    anchor: Span
    quote: str
    law: tuple[Law, ...] = ()
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One step of a word diff. keep and delete: `span` holds `text`; insert: `span` is empty, `text` goes there."""

    kind: ChangeKind
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Words to change: `old` stands at `span` (checked before writing), `new` is to stand there.

    id: the finding's. changes: how, word by word; empty until the diff is made. comment: for the other side, "" for none.
    An edit with new == "" over a whole paragraph deletes the paragraph, its mark included.
    """

    id: str
    span: Span
    old: str
    new: str
    comment: str = ""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class NewParagraph:
    """A paragraph to insert. text: with a typed label where the contract types its numbers ("8.3\\tLicence Back. ...").

    label: the number it will show; level: as Paragraph.level. like: the paragraph whose style and numbering it takes.
    lead: how many leading characters take the look of `like`'s lead-in (a bold or underlined heading inside the line).
    """

    text: str
    label: str = ""
    level: int | None = None
    like: int = 0
    lead: int = 0


@dataclass(frozen=True, slots=True)
class Insertion:
    """New paragraphs that follow paragraph `after`. id: the finding's. comment: for the other side, "" for none.

    annex: instead of paragraphs, a whole annex on a page of its own after `after`, the last of the body; an empty paragraph follows it.
    """

    id: str
    after: int
    paragraphs: tuple[NewParagraph, ...]
    comment: str = ""
    annex: Annex | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Our wording for one finding at one rung. note: for the user only, never written into the document.

    edits may lie in several paragraphs; insertions hold whole new paragraphs. parameters: names of those used.
    """

    finding: str
    rung: Rung
    edits: tuple[Edit, ...]
    insertions: tuple[Insertion, ...] = ()
    comment: str = ""
    note: str = ""
    parameters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """Everything one reading of a contract yields. proposals: of every finding, every rung it has."""

    contract: Contract
    findings: tuple[Finding, ...]
    proposals: tuple[Proposal, ...]
    notes: tuple[Note, ...]
