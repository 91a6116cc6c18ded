"""Rules that concern the same sentence: whose words go into it, and which of them the sentence says already."""

from __future__ import annotations

from collections.abc import Sequence

from server.clauses.blocks import Amend, Replace
from server.clauses.clause import Clause
from server.clauses.hits import Hit
from server.clauses.limit import beyond
from server.clauses.patterns import compile_pattern
from server.clauses.phrase import Match, as_written
from server.clauses.reach import Reach
from server.clauses.view import Unit
from server.model import Edit


def is_met(reach: Reach, clause: Clause, hit: Hit, edits: Sequence[Edit]) -> bool:
    """Whether the edits taken in so far have already done what a hit asks for: read again, its words are no risk any more."""
    number = hit.anchor.paragraph
    mine = [edit for edit in edits if edit.span.paragraph == number]
    block = clause.block(hit.kind, hit.block)
    if not mine or (isinstance(block, Replace) and block.within == "section"):
        return False
    text = _rewritten(reach, hit, mine, whole=isinstance(block, Replace) and block.within == "paragraph")
    if _matches(reach, block.present, number, text):
        return True
    if isinstance(block, Amend) or not isinstance(block, Replace):
        return False
    return _matches(reach, block.unless, number, text) or not _is_found(reach, clause, block, (number, text))


def _rewritten(reach: Reach, hit: Hit, edits: Sequence[Edit], whole: bool) -> str:
    """The hit's sentences (or its whole paragraph) with the edits in them."""
    text = reach.view.contract.paragraphs[hit.anchor.paragraph].text
    first, last = reach.view.sentence_at(hit.anchor), reach.view.sentence_at(hit.stretch)
    spans = [hit.anchor, *(edit.span for edit in edits)]
    start = 0 if whole else min(first.start, *(span.start for span in spans))
    end = len(text) if whole else max(first.end, last.end, *(span.end for span in spans))
    for edit in sorted(edits, key=lambda one: -one.span.start):
        text = text[: edit.span.start] + edit.new + text[edit.span.end :]
        end += len(edit.new) - len(edit.old)
    return text[start:end]


def _matches(reach: Reach, sources: Sequence[str], paragraph: int, text: str) -> bool:
    return any(compile_pattern(source).search(reach.view_for(source).reading_of(paragraph, text)) is not None for source in sources)


def _is_found(reach: Reach, clause: Clause, block: Replace, at: tuple[int, str]) -> bool:
    if not all(_matches(reach, (source,), *at) for source in block.also):
        return False
    judge = beyond(clause, block) if block.find == "limit" else as_written
    for source in block.any:
        view, pattern = reach.view_for(source), compile_pattern(source)
        unit = Unit(view.reading_of(*at), ())
        if any(judge(Match(view, unit, pattern, found)) is not None for found in pattern.finditer(unit.text)):
            return True
    return False
