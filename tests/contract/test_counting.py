from __future__ import annotations

import pytest

from server.contract.counting import find_labels
from tests.contract.drafting import paragraphs


def shapes(*lines: str) -> list[str]:
    found = find_labels(paragraphs(*lines), frozenset())
    return [f"{found[at].text} {found[at].shape}" if at in found else "" for at in range(len(lines))]


def test_a_number_without_a_point_counts_where_its_sub_clauses_follow() -> None:
    assert shapes("22 LAW", "22.1 English law applies.", "25 High Street") == ["22 decimal", "22.1 decimal", ""]


def test_titles_in_a_row_count_wherever_the_count_begins() -> None:
    assert shapes("23 NOTICES", "In writing.", "24 LAW", "English.") == ["23 decimal", "", "24 decimal", ""]


@pytest.mark.parametrize("line", ["14 High Street, London", "23 people came to the meeting", "A. Smith", "I. Newton"])
def test_a_number_or_letter_alone_is_no_label(line: str) -> None:
    assert shapes("Intro.", line, "More.") == ["", "", ""]


def test_single_letters_beside_roman_numerals_are_roman_numerals() -> None:
    lines = ("I. SCOPE", "II. FEES", "III. TERM", "IV. LAW", "V. NOTICES")
    assert shapes(*lines) == [f"{line.split('.')[0]} ROMAN." for line in lines]
