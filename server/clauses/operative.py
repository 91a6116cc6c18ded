"""The operative part of a contract: its own top provisions, without contents list, title, schedules, signatures and page furniture."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from server.model import Contract, Section

_SIGNING = re.compile(
    r"\s*(?:in witness whereof|(?:executed|signed|agreed|accepted)(?: and (?:agreed|accepted|delivered|executed))?\b[^.]{0,60}(?:by|as|:|$)"
    r"|the parties have (?:executed|signed|caused)|(?:yours|very) (?:sincerely|faithfully|truly)|sincerely|(?:kind|best|warm) regards"
    r"|by\s*:|signatures?(?: (?:page|block))?\W*$|(?-i:SIGNATURES?)\b"
    r"|for (?:and on behalf of )?[A-Z][\w.&, ]{1,60}(?:inc|ltd|llc|corp|company|gmbh)\b"
    r"|\[?(?:the )?(?:remainder|rest|balance) of (?:this |the )?page|\[?signature pages?|\[?no further text"
    r"|x?_{4,}|please (?:sign|countersign))",
    re.IGNORECASE,
)
_PAGE = re.compile(r"^.{0,60}\bpage\s+\d+(?:\s+of\s+\d+)?\W*$", re.IGNORECASE)
_ANNEXED = re.compile(r"\s*(?:schedule|exhibit|annex|annexure|appendix|attachment)\b[^.;]{0,70}$", re.IGNORECASE)
_KINDS = ("provision", "definitions")
_NUMBER = re.compile(r"^\W*(?:(?:article|section|clause|part)\s+)?(?:\d+(?:\.\d+)*|[ivxl]+|[a-z])[.):]?\s+", re.IGNORECASE)
_LEADERS = re.compile(r"(?:[\s.\u2026·_-]*\d{1,4})?\s*$")
_CONTENTS_RUN = 5
_LONGEST_TITLE = 160
_FURNITURE = 3  # a line that comes back so often belongs to the page, not to the text


@dataclass(frozen=True, eq=False)
class _Same:
    """A contract, known by identity."""

    contract: Contract

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.contract is self.contract

    def __hash__(self) -> int:
        return id(self.contract)


def top_row(contract: Contract) -> tuple[int, ...]:
    """The contract's own top provisions (indices), in order: those before its schedules, of the longest numbered row there is."""
    return _top_row(_Same(contract))


def within(contract: Contract, index: int) -> bool:
    """Whether a section is one of the top provisions or lies in one."""
    row, at = top_row(contract), index
    while at not in row:
        outer = contract.sections[at].parent
        if outer is None:
            return False
        at = outer
    return True


def is_top(contract: Contract, index: int) -> bool:
    """Whether a section is a provision that lies in no other: contents, a preamble or a bare title ("AGREEMENT") around it do not count."""
    section = contract.sections[index]
    parent = None if section.parent is None else contract.sections[section.parent]
    titled = parent is not None and parent.parent is None and not parent.label and bool(section.label)
    follows = parent is not None and (parent.kind in ("contents", "parties") or (parent.kind == "recitals" and bool(section.heading)))
    return section.kind in _KINDS and (parent is None or follows or titled)


def contents_lines(contract: Contract) -> frozenset[int]:
    """The paragraphs of a list of contents, also of one that no heading announces: titles in a row that head sections further on."""
    return _contents_lines(_Same(contract))


def last_words(contract: Contract, first: int, last: int) -> int:
    """The last paragraph of first..last that says something; the first in any case.

    Signatures, schedules, blank lines, page furniture and a heading that belongs to what follows are left behind.
    """
    furniture = _furniture(_Same(contract))
    stop = closing(contract, first + 1, last + 1)
    starts = {section.first for section in contract.sections if section.label}
    numbers = (n for n in range(stop - 1, first, -1) if n not in furniture and re.search(r"[A-Za-z]{3}", contract.paragraphs[n].text))
    return next((n for n in numbers if n in starts or n + 1 == len(contract.paragraphs) or not _heads_the_next(contract, n, starts)), first)


def closing(contract: Contract, start: int, stop: int) -> int:
    """Where the signatures or annexes begin, `stop` where none do."""
    signed = [section.first for section in contract.sections if section.kind in ("signature", "schedule") and start <= section.first < stop]
    for number in range(start, stop):
        text = contract.paragraphs[number].text
        if number in signed or _SIGNING.match(text) or _ANNEXED.match(text):
            return number
    return stop


def _heads_the_next(contract: Contract, number: int, starts: set[int]) -> bool:
    """Whether a line is a heading that the next numbered section goes under: short, capitalised, unpunctuated, right before its number."""
    paragraph = contract.paragraphs[number]
    text = paragraph.text.strip()
    leads = contract.lead_ins
    listed = bool(paragraph.label) or (number < len(leads) and leads[number] is not None)
    title = len(text.split()) <= 8 and text[:1].isupper() and text[-1].isalpha() and paragraph.cell is None
    return not listed and title and number + 1 in starts


@lru_cache(maxsize=4)
def _top_row(same: _Same) -> tuple[int, ...]:
    contract = same.contract
    contents = contents_lines(contract)
    tops = [n for n in range(len(contract.sections)) if is_top(contract, n) and contract.sections[n].first not in contents]
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


@lru_cache(maxsize=4)
def _contents_lines(same: _Same) -> frozenset[int]:
    contract = same.contract
    found = {n for section in contract.sections if section.kind == "contents" for n in _own_lines(contract, section)}
    later = {_title(section.heading): section.first for section in contract.sections if section.heading}
    run: list[int] = []
    for paragraph in contract.paragraphs:
        if _is_title(paragraph.text):
            run.append(paragraph.index)
            continue
        found |= _listed(contract, run, later)
        run = []
    return frozenset(found)


def _own_lines(contract: Contract, section: Section) -> range:
    """A contents section's lines before the first section within it."""
    inner = (one.first for one in contract.sections if section.first < one.first <= section.last)
    return range(section.first, min(inner, default=section.last + 1))


def _listed(contract: Contract, run: list[int], later: dict[str, int]) -> set[int]:
    """A run of titles where it lists contents: at least half of it stands as a heading further on."""
    while run and later.get(_title(contract.paragraphs[run[-1]].text)) == run[-1]:
        run = run[:-1]  # the first headings of the text itself
    if len(run) < _CONTENTS_RUN:
        return set()
    repeated = sum(later.get(_title(contract.paragraphs[n].text), -1) > run[-1] for n in run)
    return set(run) if 2 * repeated >= len(run) else set()


def _is_title(text: str) -> bool:
    stripped = _LEADERS.sub("", text.strip())
    return len(text) <= _LONGEST_TITLE and stripped[-1:] not in (".", ";", ":", ",")


def _title(text: str) -> str:
    return " ".join(re.findall(r"\w+", _LEADERS.sub("", _NUMBER.sub("", text)).lower()))


@lru_cache(maxsize=4)
def _furniture(same: _Same) -> frozenset[int]:
    """Page headers and footers that stand in the text: page numbers, and short lines that come back with nothing but digits changed."""
    starts = {section.first for section in same.contract.sections}
    lines = {p.index: re.sub(r"\d+", "", p.text).strip() for p in same.contract.paragraphs if len(p.text) <= _LONGEST_TITLE}
    counts = Counter(lines.values())
    return frozenset(
        number
        for number, line in lines.items()
        if _PAGE.match(same.contract.paragraphs[number].text) or (counts[line] >= _FURNITURE and number not in starts and line)
    )
