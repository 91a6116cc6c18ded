"""Wordings as edits: the words changed, set into their sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from server.clauses.blocks import Replace, RungText
from server.clauses.desk import Desk
from server.clauses.hits import Hit
from server.clauses.placeholders import placeholders
from server.clauses.wording import Gaps
from server.model import Edit, Span

_TAIL = re.compile(r"(?:[\s.;:,]|[;,] (?:and|or))*$")


def make_edit(desk: Desk, finding: str, hit: Hit, text: RungText) -> Edit:
    """The edit that a hit's wording makes of its stretch."""
    span = hit.stretch
    whole = desk.contract.paragraphs[span.paragraph].text
    old = whole[span.start : span.end]
    opens = span.start <= desk.reach.view.text_start(desk.reach.view.sentence_at(span)) and not old[:1].islower()
    gaps = Gaps(dict(hit.words), desk.sections, opens, whole[: span.start], whole[span.end :], desk.annexes.get(finding, ""))
    new = desk.writer.write(worded(desk, text), gaps)
    block = desk.block(hit)
    if isinstance(block, Replace) and block.scope != "match" and new:
        ending = _TAIL.search(old)
        new = _TAIL.sub("", new) + (ending.group() if ending else "")
    if _is_shouted(whole[max(0, span.start - 80) : span.end] if len(old) < 80 else old):
        new = new.upper()
    return _joined(finding, whole, span, new)


def take_in(edits: list[Edit], edit: Edit) -> bool:
    """Adds an edit to those of its finding; of two that overlap the earlier stays, but words added at the end of a rewritten stretch are
    added to it. Whether it came in.
    """
    at = next((number for number, other in enumerate(edits) if _overlap(edit.span, other.span)), None)
    if at is None:
        edits.append(edit)
        return True
    other = edits[at]
    if edit.span.end == other.span.end and other.new.endswith(edit.old) and edit.new.startswith(edit.old):
        edits[at] = replace(other, new=other.new.removesuffix(edit.old) + edit.new)
        return True
    return False


def worded(desk: Desk, text: RungText) -> str:
    """The short wording where every section it names is chosen and numbered; else the full one."""
    named = [gap.value for gap in placeholders(text.short) if gap.kind == "section"]
    return text.short if text.short and all(desk.sections.get(rule) for rule in named) else text.wording


def _joined(finding: str, whole: str, span: Span, new: str) -> Edit:
    """The edit with the spaces that its place needs: none doubled where words are struck, one where words come in."""
    start, end = span.start, span.end
    before, after = whole[:start], whole[end:]
    if not new and start < end:
        if before.endswith(" ") and (not after or after[0] in " .,;:)"):
            start -= 1
        elif not before.strip() and after.startswith(" "):
            end += 1
    if new and start == end:
        new = (" " if before[-1:].strip() and new[0] not in ",.;:)" and before[-1:] not in '(“"' else "") + new
        new += " " if after[:1].strip() and after[0] not in ",.;:)" else ""
    return Edit(finding, Span(span.paragraph, start, end), whole[start:end], new)


def _is_shouted(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= 20 and all(character.isupper() for character in letters)


def _overlap(one: Span, other: Span) -> bool:
    if one.paragraph != other.paragraph:
        return False
    return (one.start < other.end and other.start < one.end) or (one.start, one.end) == (other.start, other.end)
