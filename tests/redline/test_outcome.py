"""A paragraph's new text."""

from __future__ import annotations

import pytest

from server.errors import AnchorLost, EditConflict
from server.model import Edit, Span
from server.redline.outcome import apply


def edit(start: int, old: str, new: str) -> Edit:
    return Edit("f", Span(0, start, start + len(old)), old, new)


def test_edits_apply_in_any_order() -> None:
    text = "The fee is due."
    edits = [edit(11, "due", "payable"), edit(4, "fee", "fees"), edit(15, "", " Now.")]
    assert apply(text, edits) == apply(text, edits[::-1]) == "The fees is payable. Now."
    assert apply(text, []) == text


def test_an_insertion_at_the_end_of_a_deletion_follows_it() -> None:
    assert apply("ab", [edit(1, "", "y"), edit(0, "a", "x")]) == "xyb"


def test_words_that_moved_are_not_guessed_at() -> None:
    with pytest.raises(AnchorLost):
        apply("The fee", [edit(0, "fee", "x")])
    with pytest.raises(AnchorLost):
        apply("The fee", [edit(4, "fees", "x")])


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(EditConflict):
        apply("The fee", [edit(0, "The fee", "x"), edit(4, "fee", "y")])
