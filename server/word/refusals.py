"""Which findings can't be placed, and why; asked before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from server.errors import EditError
from server.model import Change, Edit, Insertion, Skip, Span
from server.word.branches import parent_of
from server.word.ooxml import w
from server.word.paragraphs import can_lose_mark, is_last
from server.word.places import find_place
from server.word.runs import ILLEGAL
from server.word.story import Block
from server.word.text import TextMap, overlapping

MESSAGES = {
    "anchor_lost": "the words are not where they were",
    "field_result": "the words are filled in by a field; change the field's source instead",
    "locked_control": "the words stand in a content control that is locked or filled by Word",
    "unsupported": "these words can't carry a tracked change",
}


def steps(edit: Edit) -> tuple[Change, ...]:
    """The edit's word diff; where there is none, the whole of `old` for the whole of `new`."""
    if edit.changes:
        return edit.changes
    end = Span(edit.span.paragraph, edit.span.end, edit.span.end)
    both = (Change("delete", edit.span, edit.old), Change("insert", end, edit.new))
    return tuple(c for c in both if c.text)


def find_refusals(
    blocks: Sequence[Block], read: Callable[[int], TextMap], edits: Sequence[Edit], insertions: Sequence[Insertion]
) -> tuple[Skip, ...]:
    """One Skip for each finding that can't be written whole, with the first reason met. Raises EditError for impossible characters."""
    reasons: dict[str, str] = {}
    for edit in edits:
        _check_characters(edit.comment, edit.new, *(c.text for c in steps(edit) if c.kind == "insert"))
        inside = 0 <= edit.span.paragraph < len(blocks)
        if reason := _refused_edit(edit, blocks[edit.span.paragraph], read(edit.span.paragraph)) if inside else "anchor_lost":
            reasons.setdefault(edit.id, reason)
    for insertion in insertions:
        _check_characters(insertion.comment, *(p.text for p in insertion.paragraphs), *(insertion.annex.texts if insertion.annex else ()))
        indices = [insertion.after, *(p.like for p in insertion.paragraphs)]
        inside = all(0 <= i < len(blocks) for i in indices)
        refuse = _refused_insertion if insertion.annex is None else _refused_annex
        if reason := refuse(blocks[insertion.after], read(insertion.after)) if inside else "anchor_lost":
            reasons.setdefault(insertion.id, reason)
    return tuple(Skip(finding, reason, MESSAGES[reason]) for finding, reason in reasons.items())


def _refused_edit(edit: Edit, block: Block, mapped: TextMap) -> str:
    if mapped.text[edit.span.start : edit.span.end] != edit.old:
        return "anchor_lost"
    if block.is_stranded and not edit.new and edit.old == mapped.text:
        return "unsupported"
    deleted = [c.span for c in steps(edit) if c.kind == "delete"]
    for change in steps(edit):
        if change.kind == "delete":
            locks = [p.lock for p in overlapping(mapped.pieces, change.span.start, change.span.end) if p.lock]
            if locks:
                return locks[0]
        elif change.kind == "insert" and all(span.end != change.span.start for span in deleted):
            place = block.lock or find_place(mapped, change.span.start, block.elements)
            if isinstance(place, str):
                return place
    return "" if any(c.kind != "keep" for c in steps(edit)) else _refused_strike(block, mapped)


def _refused_strike(block: Block, mapped: TextMap) -> str:
    """An empty paragraph is struck with its mark alone."""
    in_field = "field_result" if mapped.open_start or mapped.open_end else ""
    return block.lock or in_field or ("" if not mapped.text and can_lose_mark(block.last) else "unsupported")


def _refused_insertion(after: Block, mapped: TextMap) -> str:
    return after.lock or ("field_result" if mapped.open_end else "")


def _refused_annex(last: Block, mapped: TextMap) -> str:
    """An annex goes behind the last paragraph of the body, not into a cell or a content control that ends it."""
    if last.story != "body" or not is_last(last.last) or parent_of(last.last).tag != w("body"):
        return "unsupported"
    return _refused_insertion(last, mapped)


def _check_characters(*texts: str) -> None:
    if any(ILLEGAL.search(text) for text in texts):
        raise EditError("The wording has characters that a document can't hold.", "Remove the control characters from it.")
