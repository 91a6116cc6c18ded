from __future__ import annotations

import pytest

from server.contract.zones import find_contents, find_sign_tables, is_operative, is_sign_line, is_signing, is_whereas, kind_of_heading
from server.model import Paragraph
from tests.contract.drafting import paragraphs


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("RECITALS", "recitals"),
        ("Background", "recitals"),
        ("Definitions and Interpretation", "definitions"),
        ("DEFINED TERMS", "definitions"),
        ("PARTIES", "parties"),
        ("Signatures", "signature"),
        ("Schedule 1", "schedule"),
        ("Exhibit A: Fees", "schedule"),
        ("Fees", "provision"),
        ("Background IP", "provision"),
    ],
)
def test_a_heading_says_what_its_section_is(heading: str, kind: str) -> None:
    assert kind_of_heading(heading) == kind


@pytest.mark.parametrize(
    "line",
    [
        "IN WITNESS WHEREOF, the Parties have executed this Agreement.",
        "The parties have executed this Agreement as of the Effective Date.",
        "AGREED AND ACCEPTED",
        "Signed for and on behalf of ACME LTD",
        "Signed by O. TREGENZA",
        "Executed as a deed",
        "Yours sincerely,",
        "By: ______________",
    ],
)
def test_signatures_start_at_their_opening_words(line: str) -> None:
    assert is_signing(Paragraph(0, "body", line), late=True)


@pytest.mark.parametrize(
    "line", ["The Client shall sign each order.", "Signed orders are kept for two years by the Client.", "By then it is due."]
)
def test_provisions_about_signing_are_no_signatures(line: str) -> None:
    assert not is_signing(Paragraph(0, "body", line), late=False)


@pytest.mark.parametrize(
    ("line", "sign"), [("By:", True), ("Name: [Name]", True), ("____________", True), ("Title", True), ("Name of the model.", False)]
)
def test_lines_to_sign_on_are_known(line: str, sign: bool) -> None:
    assert is_sign_line(line) is sign


def test_recitals_begin_and_end_with_their_words() -> None:
    assert is_whereas("WHEREAS, Acme makes models;")
    assert is_operative("NOW, THEREFORE, the parties agree:")
    assert not is_whereas("The place whereas is an old word.")


def test_contents_are_lines_with_page_numbers_after_their_title() -> None:
    lines = paragraphs("CONTENTS", "1. Fees\t3", "2. Term .......... 4", "1. Fees", "The fee is 5", "The Client pays.", "Two years.")
    assert find_contents(lines) >= {0, 1, 2}
    assert 5 not in find_contents(lines)


def test_a_table_with_a_line_to_sign_in_holds_the_signatures_and_a_price_table_does_not() -> None:
    assert find_sign_tables(paragraphs("| Acme Ltd | Jo Roe |", "| By: Ada Lovelace, CEO | By: Jo Roe |")) == {0}
    assert find_sign_tables(paragraphs("| By invoice | EUR 500 |", "| By card | EUR 520 |")) == frozenset()
