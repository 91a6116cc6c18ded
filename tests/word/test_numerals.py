from __future__ import annotations

import pytest

from server.word.numerals import numeral


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        ("decimal", (1, 10, 0), ("1", "10", "0")),
        ("decimalZero", (1, 9, 10), ("01", "09", "10")),
        ("lowerRoman", (1, 4, 9, 14, 40, 49), ("i", "iv", "ix", "xiv", "xl", "xlix")),
        ("upperRoman", (90, 400, 944, 1999), ("XC", "CD", "CMXLIV", "MCMXCIX")),
        ("lowerLetter", (1, 26, 27, 28, 53), ("a", "z", "aa", "bb", "aaa")),
        ("upperLetter", (3, 52), ("C", "ZZ")),
        ("ordinal", (1, 2, 3, 4, 11, 12, 13, 21, 111, 122), ("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "111th", "122nd")),
        ("cardinalText", (1, 13, 20, 21, 100, 121), ("One", "Thirteen", "Twenty", "Twenty-one", "One hundred", "One hundred twenty-one")),
        ("cardinalText", (1000, 2345), ("One thousand", "Two thousand three hundred forty-five")),
        ("ordinalText", (1, 5, 8, 12, 20, 21, 33), ("First", "Fifth", "Eighth", "Twelfth", "Twentieth", "Twenty-first", "Thirty-third")),
        ("ordinalText", (100, 101, 1012), ("One hundredth", "One hundred first", "One thousand twelfth")),
        ("hex", (9, 10, 255), ("9", "A", "FF")),
        ("chicago", (1, 2, 4, 5, 8), ("*", "†", "§", "**", "§§")),
        ("numberInDash", (7,), ("- 7 -",)),
        ("custom:0001", (7, 12345), ("0007", "12345")),
    ],
)
def test_a_number_is_written_as_word_writes_the_format(kind: str, values: tuple[int, ...], expected: tuple[str, ...]) -> None:
    assert tuple(numeral(value, kind) for value in values) == expected


@pytest.mark.parametrize("kind", ["bullet", "none"])
def test_a_format_without_numbers_writes_nothing(kind: str) -> None:
    assert numeral(3, kind) == ""


def test_an_unknown_format_falls_back_to_digits() -> None:
    assert numeral(3, "thaiLetters") == "3"


@pytest.mark.parametrize("kind", ["upperLetter", "lowerRoman", "cardinalText", "chicago"])
def test_a_value_that_a_format_cannot_write_comes_as_digits(kind: str) -> None:
    assert numeral(0, kind) == "0"
    assert numeral(-2, kind) == "-2"
    assert numeral(2_000_000_000, kind) == "2000000000"
