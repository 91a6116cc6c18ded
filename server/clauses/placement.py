"""Where a new provision goes: a last sub-clause of its topic's section, a section after it, or one before the signatures.

No one's number moves: with automatic numbering only the end of a row is used, with typed numbering the next free label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from server.clauses.definitions import entry_before, find_entries, last_line
from server.clauses.labels import bare
from server.clauses.topic_headings import section_on
from server.model import Contract, Section

_SIGNING = re.compile(
    r"\s*(?:in witness whereof|(?:executed|signed|agreed|accepted)(?: and (?:agreed|accepted|delivered|executed))?\b[^.]{0,60}(?:by|as|:|$)"
    r"|the parties have (?:executed|signed|caused)|(?:yours|very) (?:sincerely|faithfully|truly)|sincerely|(?:kind|best|warm) regards"
    r"|by\s*:|signatures?\b|for (?:and on behalf of )?[A-Z][\w.&, ]{1,60}(?:inc|ltd|llc|corp|company|gmbh)\b"
    r"|\[?(?:the )?(?:remainder|rest|balance) of (?:this |the )?page|\[?signature pages?|\[?no further text"
    r"|x?_{4,}|please (?:sign|countersign))",
    re.IGNORECASE,
)
_PAGE = re.compile(r"^.{0,60}\bpage\s+\d+(?:\s+of\s+\d+)?\W*$", re.IGNORECASE)
_ANNEXED = re.compile(r"\s*(?:schedule|exhibit|annex|annexure|appendix|attachment)\b[^.;]{0,70}$", re.IGNORECASE)
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
            return Place(found.after, found.like, found.model, found.row, found.suffix, rank)
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
    if row:
        model = _typical(contract, row)
        return _same_story(contract, Place(section.last, contract.sections[model].first, model, row))
    if section.parent is not None and not is_top(contract, index) and not is_whole_heading(contract, section):
        return _inside(contract, section.parent) if contract.sections[section.parent].kind == "provision" else None
    like = _plain_text(contract, range(section.first + 1, section.last + 1)) if is_whole_heading(contract, section) else None
    return None if like is None else _same_story(contract, Place(section.last, like))


def _behind(contract: Contract, index: int) -> Place | None:
    section = contract.sections[index]
    if section.parent is not None and not is_top(contract, index):
        return _inside(contract, section.parent)
    row = _tops(contract)
    if index not in row:
        return None
    last = row[-1] == index
    if section.label and not last and not is_typed(contract, section):
        return None
    if last:
        return _at_end(contract)
    return _same_story(contract, Place(section.last, section.first, index, row[: row.index(index) + 1], suffix=bool(section.label)))


def _at_end(contract: Contract) -> Place | None:
    row = _tops(contract)
    if not row:
        like = _plain_text(contract, range(_closing(contract, 0, len(contract.paragraphs))))
        return None if like is None else Place(_last_words(contract, like, _closing(contract, 0, len(contract.paragraphs))), like)
    final = contract.sections[row[-1]]
    after = _last_words(contract, final.first, _closing(contract, final.first + 1, final.last + 1))
    model = row[-1] if final.kind == "provision" else _typical(contract, row)
    return _same_story(contract, Place(after, contract.sections[model].first, model, row))


def _tops(contract: Contract) -> tuple[int, ...]:
    """The contract's own top provisions, in order: those before its schedules, of the longest numbered row there is."""
    tops = [n for n in range(len(contract.sections)) if is_top(contract, n)]
    annexed = [section.first for section in contract.sections if section.kind == "schedule" and section.parent is None]
    groups: dict[tuple[int, int], list[int]] = {(0, -1): []}
    for n in tops:
        section = contract.sections[n]
        outer = -1 if section.parent is None else section.parent
        groups.setdefault((sum(first <= section.first for first in annexed), outer), []).append(n)
    for group in groups.values():
        labelled = [n for n in group if contract.sections[n].label]
        if len(labelled) > 1:
            group[:] = labelled
    return tuple(groups[max(groups, key=lambda key: (len(groups[key]), -key[0]))])


def is_top(contract: Contract, index: int) -> bool:
    """Whether a section is a provision that lies in no other: contents, a preamble or a bare title ("AGREEMENT") around it do not count."""
    kinds = ("provision", "definitions")
    section = contract.sections[index]
    parent = None if section.parent is None else contract.sections[section.parent]
    titled = parent is not None and parent.parent is None and not parent.label and bool(section.label)
    follows = parent is not None and (parent.kind in ("contents", "parties") or (parent.kind == "recitals" and bool(section.heading)))
    return section.kind in kinds and (parent is None or follows or titled)


def _row(contract: Contract, index: int) -> tuple[int, ...]:
    """The section's sub-clauses; items of a list that a sentence leads into are none."""
    leads = contract.lead_ins

    def is_item(section: Section) -> bool:
        return section.first < len(leads) and leads[section.first] is not None

    return tuple(
        n for n, section in enumerate(contract.sections) if section.parent == index and section.kind == "provision" and not is_item(section)
    )


def _typical(contract: Contract, row: tuple[int, ...]) -> int:
    """The last of a row that looks like most of it: with a heading where most have one."""
    titled = [n for n in row if contract.sections[n].heading and contract.sections[n].kind == "provision"]
    if 2 * len(titled) >= len(row):
        return titled[-1]
    return next((n for n in reversed(row) if n not in titled), row[-1])


def _same_story(contract: Contract, place: Place) -> Place | None:
    """A place whose neighbour stands in the same text flow: no clause goes behind a table's last cell to look like a body paragraph."""
    after, like = contract.paragraphs[place.after], contract.paragraphs[place.like]
    return place if after.story == like.story else None


def _plain_text(contract: Contract, numbers: range) -> int | None:
    """The last unnumbered paragraph of prose among them."""
    for number in reversed(numbers):
        paragraph = contract.paragraphs[number]
        if paragraph.story == "body" and not paragraph.label and paragraph.level is None and len(paragraph.text.strip()) >= _PROSE:
            return number
    return None


def _last_words(contract: Contract, first: int, stop: int) -> int:
    """The last paragraph with words before `stop`; a page number or footer line is none."""
    numbers = range(stop - 1, first, -1)
    return next((n for n in numbers if re.search(r"[A-Za-z]{3}", _PAGE.sub("", contract.paragraphs[n].text))), first)


def _closing(contract: Contract, start: int, stop: int) -> int:
    """Where the signatures or annexes begin, `stop` where none do."""
    signed = [section.first for section in contract.sections if section.kind in ("signature", "schedule") and start <= section.first < stop]
    for number in range(start, stop):
        text = contract.paragraphs[number].text
        if number in signed or _SIGNING.match(text) or _ANNEXED.match(text):
            return number
    return stop


def label_at(contract: Contract, paragraph: int) -> str:
    """The number of the innermost section that holds a paragraph, "" where none has one."""
    holding = [section for section in contract.sections if section.first <= paragraph <= section.last and section.label]
    inner = min(holding, key=lambda section: (section.last - section.first, -section.first, -section.start), default=None)
    return bare(inner.label) if inner else ""
