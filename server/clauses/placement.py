"""Where a new provision goes: a last sub-clause of its topic's section, a section after it, or one before the signatures.

No one's number moves: with automatic numbering only the end of a row is used, with typed numbering the next free label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from server.clauses.definitions import entry_before, find_entries, last_line
from server.clauses.labels import bare
from server.clauses.operative import closing, is_top, last_words, top_row
from server.clauses.topic_headings import section_on
from server.model import Contract, Section

_PROSE = 60


@dataclass(frozen=True, slots=True)
class Place:
    """after: the paragraph it follows. model: the section (index) whose look and numbering it takes, None for a plain paragraph.

    like: the paragraph a plain one looks like. row: the sections of the model's row, in order. suffix: the number must be squeezed in
    ("8A"). rank: which of the clause's places it is. entry: it is one of the contract's list of definitions.
    """

    after: int
    like: int
    model: int | None = None
    row: tuple[int, ...] = ()
    suffix: bool = False
    rank: int = 0
    entry: bool = False


def find_place(contract: Contract, places: Iterable[str], name: str = "") -> Place | None:
    """The first of the places ("sub-clause of:TOPIC", "after:TOPIC", "definitions", "end") that this contract has; None for no room at all.

    name: the term that the new words define.
    """
    for rank, place in enumerate((*places, "end")):
        entries = find_entries(contract) if place == "definitions" and name else ()
        if entries:
            before = entry_before(entries, name)
            return Place(last_line(contract, entries, before), entries[max(before, 0)].paragraph, rank=rank, entry=True)
        kind, _, topic = place.partition(":")
        index = section_on(contract, topic) if topic else None
        found = _at_end(contract) if kind == "end" else None
        if index is not None:
            found = _inside(contract, index) if kind == "sub-clause of" else _behind(contract, index)
        if found is not None:
            return replace(found, rank=rank)
    return None


def is_typed(contract: Contract, section: Section) -> bool:
    """Whether the section's number is typed into its paragraph."""
    paragraph = contract.paragraphs[section.first]
    return bool(section.label) and not paragraph.label and section.label in paragraph.text[section.start : section.start + 40]


def is_whole_heading(contract: Contract, section: Section) -> bool:
    """Whether the section's heading has a paragraph of its own."""
    text = contract.paragraphs[section.first].text[section.start :]
    left = text.replace(section.heading, "", 1).replace(section.label, "", 1) if section.heading else text
    return bool(section.heading) and not re.search(r"\w", left)


def _inside(contract: Contract, index: int) -> Place | None:
    section = contract.sections[index]
    row = _row(contract, index)
    after = last_words(contract, section.first, section.last)
    if row:
        model = _typical(contract, row)
        return _same_story(contract, Place(after, contract.sections[model].first, model, row))
    if section.parent is not None and not is_top(contract, index) and not is_whole_heading(contract, section):
        return _inside(contract, section.parent) if contract.sections[section.parent].kind == "provision" else None
    like = _plain_text(contract, range(section.first + 1, section.last + 1)) if is_whole_heading(contract, section) else None
    return None if like is None else _same_story(contract, Place(after, like))


def _behind(contract: Contract, index: int) -> Place | None:
    """A section of its own behind this one; behind a typed "8" it is "8A". Other numbers can't be squeezed in: no place."""
    section = contract.sections[index]
    if section.parent is not None and not is_top(contract, index):
        return _inside(contract, section.parent)
    row = top_row(contract)
    if index not in row:
        return None
    if row[-1] == index:
        return _at_end(contract)
    if section.label and not (is_typed(contract, section) and bare(section.label).isdigit()):
        return None
    after = last_words(contract, section.first, section.last)
    return _same_story(contract, Place(after, section.first, index, row[: row.index(index) + 1], suffix=bool(section.label)))


def _at_end(contract: Contract) -> Place | None:
    row = top_row(contract)
    if not row:
        stop = closing(contract, 0, len(contract.paragraphs))
        like = _plain_text(contract, range(stop))
        return None if like is None else Place(last_words(contract, like, stop - 1), like)
    final = contract.sections[row[-1]]
    if not final.label and any(contract.sections[n].label for n in _row(contract, row[-1])):
        return _inside(contract, row[-1])
    after = last_words(contract, final.first, final.last)
    model = row[-1] if final.kind == "provision" else _typical(contract, row)
    return _same_story(contract, Place(after, contract.sections[model].first, model, row))


def _row(contract: Contract, index: int) -> tuple[int, ...]:
    """The section's sub-clauses; items of a list that a sentence leads into are none."""
    own = [n for n, section in enumerate(contract.sections) if section.parent == index and section.kind == "provision"]
    if own and _leads_in(contract, index, contract.sections[own[0]]):
        return ()
    leads = contract.lead_ins
    return tuple(n for n in own if contract.sections[n].first >= len(leads) or leads[contract.sections[n].first] is None)


def _leads_in(contract: Contract, index: int, first: Section) -> bool:
    """Whether the words above a section's first part are a sentence that its parts complete."""
    above = [n for n in range(contract.sections[index].first, first.first) if contract.paragraphs[n].text.strip()]
    return not first.heading and bool(above) and contract.paragraphs[above[-1]].text.rstrip()[-1] in ":,—–"


def _typical(contract: Contract, row: tuple[int, ...]) -> int:
    """The last of a row that looks like most of it: with a heading where most have one."""
    titled = [n for n in row if contract.sections[n].heading and contract.sections[n].kind == "provision"]
    if 2 * len(titled) >= len(row):
        return titled[-1]
    return next((n for n in reversed(row) if n not in titled), row[-1])


def _same_story(contract: Contract, place: Place) -> Place | None:
    """A place whose neighbour stands in the same text flow: no clause goes behind a table's last cell to look like a body paragraph."""
    after, like = contract.paragraphs[place.after], contract.paragraphs[place.like]
    return _past_blank(contract, place) if after.story == like.story else None


def _past_blank(contract: Contract, place: Place) -> Place:
    """Behind a blank line that follows, for a paragraph that Word numbers after one that it does not.

    LibreOffice, rejecting it, would leave its number to the blank; after a paragraph numbered alike it does not (DECISIONS 18).
    """
    like = contract.paragraphs[place.like]
    if contract.paragraphs[place.after].label:
        return place
    following = contract.paragraphs[place.after + 1 : place.after + 3]
    blank = len(following) > 1 and not following[0].text.strip() and bool(following[1].text.strip())
    if not like.label or not blank or any(each.story != like.story or each.label for each in following):
        return place
    return replace(place, after=place.after + 1)


def _plain_text(contract: Contract, numbers: range) -> int | None:
    """The last unnumbered paragraph of prose among them."""
    for number in reversed(numbers):
        paragraph = contract.paragraphs[number]
        if paragraph.story == "body" and not paragraph.label and paragraph.level is None and len(paragraph.text.strip()) >= _PROSE:
            return number
    return None


def label_at(contract: Contract, paragraph: int) -> str:
    """The number of the innermost section that holds a paragraph, "" where none has one."""
    holding = [section for section in contract.sections if section.first <= paragraph <= section.last and section.label]
    inner = min(holding, key=lambda section: (section.last - section.first, -section.first, -section.start), default=None)
    return bare(inner.label) if inner else ""
