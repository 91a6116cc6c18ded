"""A list whose members are paragraphs of their own ("(a) ...; (b) ...; and (c) ..."), and one more of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from server.clauses.labels import next_label
from server.model import Contract, NewParagraph, Paragraph, Span

_TYPED = re.compile(r"\s*(\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,4})[.)]|[\u2022\u00b7*-])\s+", re.IGNORECASE)
_END = re.compile(r"(?:[;,.]?\s*(?:and/or|and|or)|[;,.])?\s*$")


@dataclass(frozen=True, slots=True)
class Growth:
    """What a list's extension changes: edits (where, the new words), and new paragraphs, each after the paragraph given."""

    edits: tuple[tuple[Span, str], ...] = ()
    rows: tuple[tuple[int, NewParagraph], ...] = ()


def rows_under(contract: Contract, lead: int) -> tuple[int, ...]:
    """The paragraphs that a lead-in ("... the following:") leads into, in order."""
    leads = contract.lead_ins
    return tuple(number for number in range(lead + 1, len(leads)) if leads[number] == lead)


def add_rows(contract: Contract, rows: Sequence[int], members: Sequence[str]) -> Growth:
    """New rows at the end of a list, with the next numbers and the list's own punctuation."""
    last = contract.paragraphs[rows[-1]]
    final = ending(last)
    between = ending(contract.paragraphs[rows[-2]]) if len(rows) > 1 else ";" if final in (".", ";") else final
    joint = re.search(r"(?:and/or|and|or)\s*$", between)
    plain = between[: joint.start()].rstrip() if joint else between
    edits = [] if len(rows) < 2 or plain == between else [end_with(contract.paragraphs[rows[-2]], plain)]
    closing = between if joint or len(rows) > 1 else f"{plain} and" if plain else plain
    ends = [plain] * (len(members) - 1) + [closing]
    edits.append(end_with(last, ends[0]))
    new: list[NewParagraph] = []
    for number, member in enumerate(members):
        label = _next(last, len(rows) + number, new[-1].label if new else "")
        typed = _TYPED.match(last.text) if not last.label else None
        start = last.text[: typed.start(1)] + label + last.text[typed.end(1) : typed.end()] if typed else ""
        text = start + member.rstrip(" .;,") + (final if number == len(members) - 1 else ends[number + 1])
        new.append(NewParagraph(text, label, last.level, last.index))
    return Growth(tuple(edits), tuple((last.index, row) for row in new))


def ending(paragraph: Paragraph) -> str:
    """How a row ends: ";", "; and", ".", or ""."""
    found = _END.search(paragraph.text)
    return found.group().rstrip() if found else ""


def end_with(paragraph: Paragraph, closing: str) -> tuple[Span, str]:
    """The change that gives a row another ending."""
    text = paragraph.text.rstrip()
    start = len(text) - len(ending(paragraph))
    return Span(paragraph.index, start, len(text)), closing


def _next(last: Paragraph, position: int, given: str) -> str:
    """The label after the last one; a bullet stays a bullet."""
    typed = _TYPED.match(last.text)
    label = given or last.label or (typed.group(1) if typed else "")
    return next_label(label, position) if re.search(r"\w", label) else label
