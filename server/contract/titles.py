"""A title over the whole contract, or a stray line that looks like one, holds no provisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from server.contract.kinds import read_title
from server.contract.labels import read_automatic
from server.model import Paragraph, Section

_COUNTED = ("decimal", "article", "part")
_AT_ONCE = 2


def lift_out(sections: Sequence[Section], paragraphs: Sequence[Paragraph]) -> tuple[Section, ...]:
    """The sections with those numbered throughout the contract taken out of the one unnumbered heading that seemed to hold them.

    A part's title that its first section follows at once keeps them, and so do titles of several parts.
    """
    tops = [n for n, section in enumerate(sections) if section.parent is None and not section.label and section.kind == "provision"]
    holders = [n for n in tops if any(section.parent == n and _is_counted(section) for section in sections)]
    if len(holders) != 1 or not (_is_title(sections[holders[0]], paragraphs) or not _divides(sections, holders[0])):
        return tuple(sections)
    holder = holders[0]
    first = next(n for n, section in enumerate(sections) if section.parent == holder and _is_counted(section))
    words = (n for n in reversed(range(sections[holder].first, sections[first].first)) if paragraphs[n].text.strip())
    lifted = [replace(section, parent=None) if n >= first and section.parent == holder else section for n, section in enumerate(sections)]
    lifted[holder] = replace(lifted[holder], last=next(words, sections[holder].first))
    return tuple(lifted)


def _is_counted(section: Section) -> bool:
    label = read_automatic(section.label)
    return label is not None and label.shape in _COUNTED


def _is_title(section: Section, paragraphs: Sequence[Paragraph]) -> bool:
    title, heading = read_title(paragraphs).casefold(), section.heading.casefold()
    return bool(title and heading) and (heading in title or title in heading)


def _divides(sections: Sequence[Section], holder: int) -> bool:
    following = sections[holder + 1]
    return bool(sections[holder].heading) and _is_counted(following) and following.first <= sections[holder].first + _AT_ONCE
