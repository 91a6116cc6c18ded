from __future__ import annotations

import pytest

from server.contract.headings import is_capitals, is_title_case, read_heading
from server.model import Paragraph


def heading(text: str, start: int = 0, *, labelled: bool = False, numbered: bool = False, **looks: object) -> str:
    found = read_heading(Paragraph(0, "body", text, **looks), start, labelled, numbered)  # type: ignore[arg-type]
    return found.text if found else ""


def test_a_heading_style_makes_a_heading() -> None:
    assert heading("Limits on what we owe", style="Heading 2") == "Limits on what we owe"


def test_a_provision_in_a_heading_style_is_no_heading() -> None:
    assert heading("The Contractor shall deliver the work within thirty days.", style="Heading 3") == ""


def test_a_bold_line_is_a_heading() -> None:
    assert heading("Late Payment", lead=12) == "Late Payment"


def test_a_bold_lead_in_is_the_heading_of_its_paragraph() -> None:
    assert heading("Notices. All notices must be in writing.", lead=8) == "Notices"


def test_a_bold_name_at_the_start_of_a_sentence_is_no_heading() -> None:
    assert heading("Consultant shall perform the Services.", lead=10) == ""


def test_a_bold_defined_term_in_quotes_is_no_heading() -> None:
    assert heading("“Fees” means the sums in Schedule 1.", lead=6) == ""


@pytest.mark.parametrize("line", ["LIMITATION OF LIABILITY", "FEES AND PAYMENT:"])
def test_a_line_in_capitals_is_a_heading(line: str) -> None:
    assert heading(line) == line.rstrip(":")


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("8.2 Limitation of Liability. The total liability is limited.", 4, "Limitation of Liability"),
        ("8.2 Limitation of Liability", 4, "Limitation of Liability"),
        ("1. DEFINITIONS.", 3, "DEFINITIONS"),
        ("11. Entire Agreement; Amendment. This Agreement is the whole.", 4, "Entire Agreement; Amendment"),
        ("7. Insurance. Provider keeps cover of $1,000,000.", 3, "Insurance"),
        ("8.2 The Consultant shall keep records. It may copy them.", 4, ""),
        ("6.5 Client Data belongs to the Client.", 4, ""),
    ],
)
def test_a_labelled_paragraph_may_carry_its_heading_in_the_line(text: str, start: int, expected: str) -> None:
    assert heading(text, start, labelled=True) == expected


def test_a_short_phrase_after_a_number_is_a_heading_in_small_letters_too() -> None:
    assert heading("4. Intellectual property", 3, labelled=True, numbered=True) == "Intellectual property"


def test_a_list_item_is_no_heading() -> None:
    assert heading("(b) source code;", 4, labelled=True) == ""


@pytest.mark.parametrize("line", ["By: ______", "Name:", "__________", "1 May 2025 ($500)"])
def test_lines_to_fill_in_are_no_headings(line: str) -> None:
    assert heading(line) == ""


def test_title_case_lets_small_words_be_small() -> None:
    assert is_title_case("Term and Termination of this Agreement")
    assert not is_title_case("The Client pays within thirty days")


def test_capitals_need_letters() -> None:
    assert is_capitals("FEES")
    assert not is_capitals("12.3")
