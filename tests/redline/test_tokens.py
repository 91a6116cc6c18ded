"""What counts as a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.redline.tokens import closing_edge, opening_edge, split_sentences, split_tokens, split_words


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Company's fees", ["Company's", " ", "fees"]),
        ("the parties\u2019 work-for-hire", ["the", " ", "parties", "\u2019", " ", "work-for-hire"]),
        ("$1,000.50 or 5%,", ["$1,000.50", " ", "or", " ", "5%", ","]),
        ("Section 8.2.", ["Section", " ", "8.2", "."]),
        ("and/or the U.S.A.", ["and/or", " ", "the", " ", "U.S.A", "."]),
        ("end.  Next", ["end", ".", "  ", "Next"]),
        ("a\u00a0b\tc\nd", ["a", "\u00a0", "b", "\t", "c", "\n", "d"]),
        ("(a) ____ x", ["(", "a", ")", " ", "____", " ", "x"]),
        ("caf\u0065\u0301 co\u00adoperate", ["caf\u0065\u0301", " ", "co\u00adoperate"]),
        ("\u5951\u7d04A", ["\u5951", "\u7d04", "A"]),
    ],
)
def test_words_are_whole_and_signs_stand_alone(text: str, tokens: list[str]) -> None:
    assert split_tokens(text) == tokens


def test_a_word_is_compared_with_the_spaces_before_it() -> None:
    assert split_words(" the  fee, due\t x ") == [" the", "  fee", ",", " due", "\t", " x", " "]


def test_sentences_end_at_their_marks_and_closing_quotes() -> None:
    assert split_sentences('He said "no." Then (a) it went; so.') == ['He said "no."', " Then (a) it went;", " so."]


@given(st.text(alphabet="ab'-.,; \t\n\u00a0\u2019(\u4e2d1\ud7ff", max_size=40) | st.text(max_size=40))
def test_nothing_is_lost(text: str) -> None:
    assert "".join(split_tokens(text)) == "".join(split_words(text)) == "".join(split_sentences(text)) == text


def test_a_mark_begins_at_words_and_ends_at_phrases() -> None:
    assert opening_edge("end. ", "The") > opening_edge("the ", "fee") > opening_edge("the", " ") > opening_edge("the", ".")
    assert closing_edge("fee", ",") > closing_edge("fee ", "is") > closing_edge("fee", " ")
