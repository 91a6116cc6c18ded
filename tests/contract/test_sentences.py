from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.contract.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Acme Inc. and Jane Doe agree.",
        "Acme, Inc., a Delaware corp., pays.",
        "See Section 8.2(a) and No. 5 of the list.",
        "Fees are due, e.g. on 1 May, i.e. at once.",
        "It costs $1,250.50 per month.",
        "The work (see Art. 6 and Sec. 7 below) is done by J. Smith.",
        "The U.S. Government may inspect it.",
        "The Consultant shall: (a) attend; (b) report; and (c) leave.",
        "Between 9 a.m. and 5 p.m. the line is open.",
        "Visit www.example.com. for more",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fees are due. Interest runs.", ["Fees are due.", "Interest runs."]),
        ("It is owned by Acme Inc. The Client may use it.", ["It is owned by Acme Inc.", "The Client may use it."]),
        ("8.2 Liability. The cap is £1.", ["8.2 Liability.", "The cap is £1."]),
        ("8.2. Liability is capped.", ["8.2. Liability is capped."]),
        ('He said "stop." She left.', ['He said "stop."', "She left."]),
        ("Who pays? The Client does!", ["Who pays?", "The Client does!"]),
        ("First line\nSecond line", ["First line", "Second line"]),
        ("The list (of things.) goes on.  It ends.", ["The list (of things.) goes on.", "It ends."]),
        ("This is under Section 4. Any notice is written.", ["This is under Section 4.", "Any notice is written."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet='aA1 .;:!?()\n"”’§-', max_size=80))
def test_sentences_cover_all_words_once_and_in_order(text: str) -> None:
    spans = split_sentences(text)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


LABELLED = Path(__file__).with_name("sentences.txt")
"""Paragraphs with their boundaries marked by hand: first of CUAD (CC BY 4.0, The Atticus Project), after a blank line our own in other styles."""
WRONG = frozenset({"The Contractor lives at 12 King St.", "The rate is 80 €/h."})
"""What no rule on the words alone can tell from "12 St. James Avenue" and "80 €/h. on site"."""


def read_marked() -> Iterator[tuple[str, list[str]]]:
    for line in LABELLED.read_text("utf-8").splitlines():
        if line:
            parts = line.split(" ¦ ")
            yield " ".join(parts), parts


def test_the_sentences_of_contracts_are_those_marked_by_hand() -> None:
    marked = list(read_marked())
    assert sum(len(parts) - 1 for _, parts in marked) >= 150
    wrong = {parts[0] for text, parts in marked if [text[start:end] for start, end in split_sentences(text)] != parts}
    assert wrong == WRONG
