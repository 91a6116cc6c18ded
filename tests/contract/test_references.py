from __future__ import annotations

from dataclasses import replace

import pytest

from server.contract.references import read_lists, read_references
from server.contract.sections import read_sections
from server.model import Field, Listing, Paragraph, Reference
from tests.contract.drafting import contract, paragraphs


def references(*lines: str) -> tuple[Reference, ...]:
    text = paragraphs(*lines)
    return read_references(text, read_sections(text))


def labels(text: str) -> list[str]:
    return [reference.label for reference in references("Intro.", text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as set out in Section 8.2", ["8.2"]),
        ("under clause 4(b)", ["4(b)"]),
        ("under Article IV and Article VI", ["IV", "VI"]),
        ("Sections 5, 7 and 9 survive", ["5", "7", "9"]),
        ("Clauses 4.2, 4.3 and 8.1(a) apply", ["4.2", "4.3", "8.1(a)"]),
        ("see § 12", ["12"]),
        ("paragraph 2 does not apply", ["2"]),
        ("see Exhibit A and Schedule 2", ["Exhibit A", "Schedule 2"]),
    ],
)
def test_typed_references_are_read_one_by_one(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize("text", ["the article was written", "12 sections", "a clause", "Section headings", "the Schedule"])
def test_other_words_are_no_references(text: str) -> None:
    assert labels(text) == []


def test_the_label_at_the_start_of_a_provision_is_no_reference() -> None:
    assert references("Section 4. Fees", "Section 5. Term") == ()


def test_a_reference_points_to_its_section() -> None:
    lines = (
        "1. Fees",
        "1.1 The Client shall pay:",
        "(a) monthly;",
        "(b) yearly.",
        "2. Term",
        "2.1 See Section 1 and Section 1.1(b) and Section 9.",
    )
    assert [reference.target for reference in references(*lines)] == [0, 3, None]


def test_a_reference_to_a_schedule_points_to_it() -> None:
    lines = ("1. Fees", "1.1 See Schedule 2 and Schedule 3.", "Schedule 2", "The rates.")
    assert [reference.target for reference in references(*lines)] == [2, None]


@pytest.mark.parametrize(
    "text",
    [
        "Section 7 of the Data Protection Act",
        "clause 4 of the Master Services Agreement",
        "Article 28 of the GDPR",
        "17 U.S.C. § 101",
        "Section 3(2) of the Copyright Act 1988",
    ],
)
def test_a_provision_of_another_document_is_outside(text: str) -> None:
    found = references("7. Fees", f"1.1 Under {text} it holds.")
    assert [(reference.outside, reference.target) for reference in found] == [(True, None)]


def test_this_agreement_is_inside() -> None:
    assert [reference.outside for reference in references("7. Fees", "It is owed under Section 7 of this Agreement.")] == [False]


def test_a_ref_field_points_to_its_bookmark() -> None:
    first, second = paragraphs("1. Fees", "See clause 1 above.")
    text = (replace(first, bookmarks=("_Ref1",)), replace(second, fields=(Field(11, 12, r" REF _Ref1 \r \h "), Field(0, 3, " PAGE "))))
    found = read_references(text, read_sections(text))
    assert [(reference.kind, reference.label, reference.target) for reference in found] == [("field", "1", 0)]


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


def test_an_item_inside_a_provision_points_to_the_provision() -> None:
    read = contract("8. Fees", "8.2 The Client shall pay (a) fees; and (b) costs.", "9. Law", "9.1 Section 8.2(b) applies.")
    found = [reference for reference in read.facts.references if reference.label == "8.2(b)"]
    assert [read.sections[one.target or 0].label for one in found] == ["8.2"]


@pytest.mark.parametrize("text", ["see FAR section 12.212", "Kan. Stat. Section 44", "Clause 13 of the EEA SCCs"])
def test_provisions_of_statutes_and_standard_clauses_are_outside(text: str) -> None:
    assert [one.outside for one in contract("1. Fees", text).facts.references] == [True]


def test_one_document_named_twice_is_no_order_of_precedence() -> None:
    assert contract("1. The DPA prevails. In a conflict the DPA shall control.").facts.lists == ()
