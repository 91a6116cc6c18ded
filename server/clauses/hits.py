"""A hit: a place where one block of one clause has something to say."""

from __future__ import annotations

from dataclasses import dataclass

from server.model import FindingKind, Span


@dataclass(frozen=True, slots=True)
class Hit:
    """kind and block: which table of the clause file. anchor: the words concerned, for an insertion the empty end of a paragraph.

    stretch: what the wording replaces. words: what the pattern's named groups caught, as the document has it.
    """

    rule: str
    kind: FindingKind
    block: int
    anchor: Span
    stretch: Span
    words: tuple[tuple[str, str], ...] = ()
