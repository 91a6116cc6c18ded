"""The papers that go with a redline: what they say, before anyone sets it as a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from server.model.proposals import Law, Priority, Rung, Severity

NO_ADVICE = "This list was made with a program and is not legal advice. Have a lawyer look at what matters to you."
MISSING = "Not in the document"

StepKind = Literal["keep", "delete", "insert"]


@dataclass(frozen=True, slots=True)
class Step:
    """A piece of a change as shown: words kept, struck or put in."""

    kind: StepKind
    text: str


@dataclass(frozen=True, slots=True)
class Aside:
    """What only our side may read of an issue. rung: the one marked, "" for none; wordings: every rung as it would read."""

    why: str
    note: str
    severity: Severity
    rung: Rung | Literal[""]
    wordings: tuple[tuple[Rung, str], ...]
    law: tuple[Law, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """One point of the negotiation. number: from 1. section: "8.2 Liability Cap". words: the contract's, "" for a missing protection.

    change: the words around it with our marks. reason: for the other side. aside: None in a paper for the other side.
    """

    number: int
    priority: Priority
    section: str
    title: str
    words: str
    change: tuple[Step, ...]
    reason: str
    aside: Aside | None = None


@dataclass(frozen=True, slots=True)
class Memo:
    """An issues list. title, document, me, them, date: for the head. groups: headings with their issues, the most important first.

    unmarked: what was found and is not in the redline; empty in a paper for the other side. email: a covering message.
    """

    title: str
    document: str
    me: str
    them: str
    date: str
    summary: tuple[str, ...]
    groups: tuple[tuple[str, tuple[Issue, ...]], ...]
    unmarked: tuple[Issue, ...] = ()
    email: str = ""
    private: bool = False

    @property
    def issues(self) -> tuple[Issue, ...]:
        """The marked issues, in order."""
        return tuple(issue for _, group in self.groups for issue in group)
