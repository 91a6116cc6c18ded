"""Who marks a document, what was not marked, and the proof of what was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Signature:
    """Who marks, and when. date is aware and in UTC, passed in: nothing here reads a clock."""

    author: str
    date: datetime
    initials: str = ""


@dataclass(frozen=True, slots=True)
class Cleaning:
    """What a clean copy is to be rid of. author: ours; accept_others: earlier authors' changes are accepted, too, else they stay.

    hide_names: the names of those who stay become "Author".
    """

    author: str
    accept_others: bool = False
    hide_names: bool = False


@dataclass(frozen=True, slots=True)
class Skip:
    """A finding that was not applied. reason: overlaps | excluded | anchor_lost | field_result | locked_control | unsupported."""

    finding: str
    reason: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proved of a marked document; `differences` says in words what was not."""

    rejects_to_original: bool
    accepts_to_intended: bool
    untouched_parts: bool
    differences: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        return self.rejects_to_original and self.accepts_to_intended and self.untouched_parts
