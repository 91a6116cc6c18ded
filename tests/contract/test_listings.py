from __future__ import annotations

import pytest

from server.contract.listings import read_lists
from server.contract.references import read_references
from server.contract.sections import read_sections
from server.model import Listing, Paragraph
from tests.contract.drafting import contract, paragraphs


def lists(*lines: str) -> list[tuple[str, list[str]]]:
    text = paragraphs(*lines)
    sections = read_sections(text)
    found = read_lists(text, read_references(text, sections), sections)
    return [(one.kind, words(text, one)) for one in found]


def words(text: tuple[Paragraph, ...], listing: Listing) -> list[str]:
    return [text[item.paragraph].text[item.start : item.end] for item in listing.items]


def test_the_survival_list_is_its_references() -> None:
    assert lists("9. Survival", "Sections 5, 7.2 and 9 shall survive termination.") == [("survival", ["5", "7.2", "9"])]


def test_the_survival_list_may_be_names() -> None:
    text = "The provisions on Confidentiality, Intellectual Property and Payment shall survive."
    assert lists(text) == [("survival", ["Confidentiality", "Intellectual Property", "Payment"])]


def test_someone_who_survives_an_accident_makes_no_list() -> None:
    assert lists("The boat survived the storm.") == []


def test_the_order_of_precedence_may_stand_in_a_sentence() -> None:
    text = "If they conflict, the order of precedence is the SOW, this Agreement, the Exhibits. It ends."
    assert lists(text) == [("order_of_precedence", ["the SOW", "this Agreement", "the Exhibits"])]


def test_the_order_of_precedence_may_be_a_list() -> None:
    found = lists(
        "In a conflict the following order of precedence applies:",
        "(a) the Order Form;",
        "(b) the DPA; and",
        "(c) these Terms.",
        "Nothing else.",
    )
    assert found == [("order_of_precedence", ["(a) the Order Form;", "(b) the DPA; and", "(c) these Terms."])]


def test_one_document_named_twice_is_no_order_of_precedence() -> None:
    assert contract("1. The DPA prevails. In a conflict the DPA shall control.").facts.lists == ()


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Clauses 5.6 (Effect), 6 (Secrets) and 7 (Liability) shall survive termination.", ["5.6", "6", "7"]),
        ("Paragraphs 3, 5 and 7 go on after this letter ends.", ["3", "5", "7"]),
        ("Subject to Section 9, Sections 4 and 6 will survive expiration in accordance with Section 12.", ["4", "6"]),
        ("The following survive termination: Sections 4 and 6.", ["4", "6"]),
        ("Sections addressing assignment, confidentiality and return of materials survive termination.",
         ["assignment", "confidentiality", "return of materials"]),
        ("See Section 3. Sections 4 and 6 survive.", ["4", "6"]),
    ],
)  # fmt: skip
def test_survival_lists_in_other_words(text: str, members: list[str]) -> None:
    assert lists(text) == [("survival", members)]


@pytest.mark.parametrize(
    "text",
    [
        "Those provisions of this Agreement that by their nature extend beyond termination will survive.",
        "The Agreement as amended by Section 2 remains in full force and effect.",
    ],
)
def test_no_members_make_no_list(text: str) -> None:
    assert lists(text) == []


def test_survivors_may_stand_in_rows() -> None:
    found = lists("The following provisions survive termination:", "2(o) (warranties);", "7 (Indemnification); and", "Section 9 (Secrecy).")
    assert found == [("survival", ["2(o)", "7", "9"])]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("If there is a conflict between this Agreement and a SOW, this Agreement controls.", ["this Agreement", "a SOW"]),
        (
            "This rider prevails over the Services Terms. Exhibit 1 prevails over this rider.",
            ["This rider", "the Services Terms", "Exhibit 1"],
        ),
        ("The MCA governs over this Statement of Work unless agreed.", ["The MCA", "this Statement of Work"]),
        ("In the event of contradiction, the order comes first, then these terms.", ["the order", "these terms"]),
    ],
)
def test_two_documents_are_an_order_in_whatever_words(text: str, members: list[str]) -> None:
    assert lists(text) == [("order_of_precedence", members)]
