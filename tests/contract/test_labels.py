from __future__ import annotations

import pytest

from server.contract.labels import as_roman, read_automatic, read_label


@pytest.mark.parametrize(
    ("line", "label", "shape", "numbers"),
    [
        ("8.2 Fees.", "8.2", "decimal", (8, 2)),
        ("8.2.\tFees", "8.2", "decimal", (8, 2)),
        ("12.3(a)(ii) the Client", "12.3(a)(ii)", "decimal", (12, 3, 1, 2)),
        ("8.2A Liability", "8.2A", "decimal", (8, 2)),
        ("4. Payment", "4", "decimal", (4,)),
        ("4) Payment", "4)", "number)", (4,)),
        ("3\tServices", "3", "decimal", (3,)),
        ("Article IV", "Article IV", "article", (4,)),
        ("ARTICLE 12. NOTICES", "ARTICLE 12", "article", (12,)),
        ("Section 4. Payment", "Section 4", "decimal", (4,)),
        ("Section 2.01 Retention.", "Section 2.01", "decimal", (2, 1)),
        ("§ 7 Haftung", "§ 7", "decimal", (7,)),
        ("(a) the fees;", "(a)", "(letter)", (1,)),
        ("(ii) the fees;", "(ii)", "(roman)", (2,)),
        ("(3) the fees", "(3)", "(number)", (3,)),
        ("B. The Client", "B", "LETTER.", (2,)),
        ("iv. deliver", "iv", "roman.", (4,)),
        ("Exhibit A", "Exhibit A", "schedule", (1,)),
        ("SCHEDULE 2: FEES", "SCHEDULE 2", "schedule", (2,)),
        ("• laptops", "•", "bullet", (0,)),
    ],
)
def test_a_typed_label_is_read_with_its_kind_and_value(line: str, label: str, shape: str, numbers: tuple[int, ...]) -> None:
    found = read_label(line)
    assert found is not None
    assert (found.text, found.shape, found.numbers) == (label, shape, numbers)


@pytest.mark.parametrize(
    "line",
    [
        "30 days after the invoice",
        "1.5% per month",
        "2.5 million dollars",
        "12 January 2025",
        "Section 8.2 shall survive termination.",
        "Exhibit A sets out the fees.",
        "Clause 4 and clause 5 apply.",
        "PARTY 1",
        "Articles of association",
        "(the Client)",
        "a Delaware corporation",
        "",
    ],
)
def test_words_that_only_begin_like_a_label_are_none(line: str) -> None:
    assert read_label(line) is None


def test_the_text_after_a_label_starts_behind_the_white_space() -> None:
    found = read_label("  8.2\t Fees")
    assert found is not None
    assert "  8.2\t Fees"[found.end :] == "Fees"


@pytest.mark.parametrize(
    ("shown", "shape"), [("8.2", "decimal"), ("(a)", "(letter)"), ("1)", "number)"), ("Article IV", "article"), ("§", "bullet")]
)
def test_an_automatic_label_is_read_like_a_typed_one(shown: str, shape: str) -> None:
    found = read_automatic(shown)
    assert found is not None
    assert (found.shape, found.end) == (shape, 0)


def test_no_automatic_label_is_none() -> None:
    assert read_automatic("") is None


@pytest.mark.parametrize(("letters", "value"), [("iv", 4), ("XIX", 19), ("xl", 40), ("iiii", 0), ("d", 0), ("", 0)])
def test_roman_numerals_have_values_and_other_letters_none(letters: str, value: int) -> None:
    assert as_roman(letters) == value
