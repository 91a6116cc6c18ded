from __future__ import annotations

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
