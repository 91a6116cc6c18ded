"""The detector `phrase`: words that should not be there, found by pattern."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from server.clauses.blocks import Look, Replace
from server.clauses.hits import Hit
from server.clauses.patterns import HERE, Pattern, compile_pattern, spot
from server.clauses.reach import Reach
from server.clauses.view import Unit, View
from server.model import Span

_ITEM = re.compile(r"(?:^|(?<=[\s;,:]))\((?:[a-z]{1,4}|\d{1,2})\)\s+", re.IGNORECASE)
_END = re.compile(r"\s*(?:[.;,:]|;? ?(?:and|or))*\s*$")
_EVERYWHERE: tuple[Look, ...] = ("provisions", "definitions", "headings")
_PROVISIONS: tuple[Look, ...] = ("provisions",)


@dataclass(frozen=True, slots=True)
class Match:
    """One match of a block's pattern, in the view that the pattern sees. found: RE2's match over unit.text."""

    view: View
    unit: Unit
    pattern: Pattern
    found: Any


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in the unit's text the wording goes, and what else than the named groups it can use, each where it stands."""

    start: int
    end: int
    words: dict[str, tuple[int, int]] = field(default_factory=dict)


Judge = Callable[[Match], Spot | None]


def as_written(match: Match) -> Spot:
    """The plain judge: what the pattern matches is a hit."""
    return Spot(*spot(match.pattern, match.found))


def find_phrases(rule: str, number: int, block: Replace, reach: Reach, judge: Judge = as_written) -> tuple[Hit, ...]:
    """Every place where one of the block's patterns matches, all of `also` do and none of `unless` does; for each stretch one hit.

    judge: says of each match whether it counts, and where the wording goes.
    """
    found: list[Hit] = []
    for source in block.any:
        units = reach.units(source, block.within, block.also)
        if not units:
            continue
        view, pattern = reach.view_for(source), compile_pattern(source)
        for unit in units:
            if not applies(block, reach, unit):
                continue
            for one in pattern.finditer(unit.text):
                hit = _hit(rule, number, block, (Match(view, unit, pattern, one), judge))
                found += [hit] if hit and not _overlaps(hit, found) else []
    return tuple(sorted(found, key=lambda hit: (hit.stretch.paragraph, hit.stretch.start, hit.stretch.end)))


def applies(block: Replace, reach: Reach, unit: Unit) -> bool:
    """Whether a stretch holds all that the block wants besides, and nothing that makes it harmless."""
    if block.longest and len(unit.text) > block.longest:
        return False
    return all(reach.matches(source, unit, block.within) for source in block.also) and not any(
        reach.matches(protective, unit, block.within) for protective in block.unless
    )


def _hit(rule: str, number: int, block: Replace, at: tuple[Match, Judge]) -> Hit | None:
    match, judge = at
    view, unit = match.view, match.unit
    looks = block.look_in or (_EVERYWHERE if block.scope == "match" else _PROVISIONS)
    judged = judge(match)
    here = view.span(unit, judged.start, judged.end) if judged else None
    whole = view.span(unit, *match.found.span())
    if judged is None or here is None or whole is None or view.look(here) not in looks:
        return None
    stretch = stretch_of(view, here, block.scope)
    anchor = whole if block.scope == "match" and whole.paragraph == here.paragraph else stretch
    return Hit(rule, "replace", number, anchor, stretch, _words(match, judged, stretch))


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


def _words(match: Match, judged: Spot, stretch: Span) -> tuple[tuple[str, str], ...]:
    """What the named groups caught, as the document has it and cut to the stretch; a group that caught nothing is "" ."""
    view = match.view
    places = {name: match.found.span(number) for name, number in match.pattern.groupindex.items() if name != HERE} | judged.words
    caught = []
    for name, (begin, end) in sorted(places.items()):
        span = view.span(match.unit, begin, end) if begin >= 0 else None
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
