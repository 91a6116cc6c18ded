"""The detector `phrase`: words that should not be there, found by pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from server.clauses.clause import Look, Replace
from server.clauses.hits import Hit
from server.clauses.patterns import HERE, Pattern, compile_pattern, spot
from server.clauses.reach import Reach
from server.clauses.view import Unit, View
from server.model import Span

_ITEM = re.compile(r"(?:^|(?<=[\s;,:]))\((?:[a-z]{1,4}|\d{1,2})\)\s+", re.IGNORECASE)
_END = re.compile(r"\s*(?:[.;,:]|;? ?(?:and|or))*\s*$")
_EVERYWHERE: tuple[Look, ...] = ("provisions", "definitions", "headings")
_PROVISIONS: tuple[Look, ...] = ("provisions",)


def find_phrases(rule: str, number: int, block: Replace, reach: Reach) -> tuple[Hit, ...]:
    """Every place where one of the block's patterns matches and none of `unless` does; for each stretch one hit."""
    found: list[Hit] = []
    for source in block.any:
        for unit in reach.units(source, block.within):
            if not any(reach.matches(protective, unit, block.within) for protective in block.unless):
                found += [hit for hit in _hits(rule, number, block, (reach.view_for(source), unit, source)) if not _overlaps(hit, found)]
    return tuple(sorted(found, key=lambda hit: (hit.stretch.paragraph, hit.stretch.start, hit.stretch.end)))


def _hits(rule: str, number: int, block: Replace, at: tuple[View, Unit, str]) -> Iterator[Hit]:
    view, unit, source = at
    pattern = compile_pattern(source)
    looks = block.look_in or (_EVERYWHERE if block.scope == "match" else _PROVISIONS)
    for found in pattern.finditer(unit.text):
        here = view.span(unit, *spot(pattern, found))
        whole = view.span(unit, *found.span())
        if here is None or whole is None or view.look(here) not in looks:
            continue
        stretch = stretch_of(view, here, block.scope)
        anchor = whole if block.scope == "match" and whole.paragraph == here.paragraph else stretch
        yield Hit(rule, "replace", number, anchor, stretch, _words(view, (unit, pattern, found), stretch))


def stretch_of(view: View, here: Span, scope: str) -> Span:
    """What the wording replaces: the words matched, or the sentence, paragraph or list item around them, without number and heading."""
    text = view.contract.paragraphs[here.paragraph].text
    if scope == "match":
        return here
    sentence = view.sentence_at(here)
    if scope in ("paragraph", "item"):
        sentence = Span(here.paragraph, 0, len(text))
    start, end = view.text_start(sentence), sentence.end
    if scope == "item":
        marks = [mark for mark in _ITEM.finditer(text) if mark.end() <= here.start]
        later = [mark.start() for mark in _ITEM.finditer(text) if mark.start() >= here.end]
        start = max(start, marks[-1].end()) if marks else start
        end = min(later) if later else end
        end = _END.search(text, start, end).start() if _END.search(text, start, end) else end  # type: ignore[union-attr]
    return Span(here.paragraph, min(start, here.start), start + len(text[start:end].rstrip()))


def _words(view: View, match: tuple[Unit, Pattern, Any], stretch: Span) -> tuple[tuple[str, str], ...]:
    """What the named groups caught, as the document has it and cut to the stretch; a group that caught nothing is "" ."""
    unit, pattern, found = match
    caught = []
    for name, number in sorted(pattern.groupindex.items()):
        begin, end = found.span(number)
        span = view.span(unit, begin, end) if name != HERE and begin >= 0 else None
        words = ""
        if span is not None and span.paragraph == stretch.paragraph:
            text = view.contract.paragraphs[span.paragraph].text
            words = text[max(span.start, stretch.start) : min(span.end, stretch.end)]
        caught.append((name, words))
    return tuple(caught)


def _overlaps(hit: Hit, others: list[Hit]) -> bool:
    mine = hit.stretch
    return any(
        mine.paragraph == other.stretch.paragraph
        and (
            (mine.start < other.stretch.end and other.stretch.start < mine.end)
            or (mine.start, mine.end) == (other.stretch.start, other.stretch.end)
        )
        for other in others
    )
