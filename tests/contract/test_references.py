from __future__ import annotations

from dataclasses import replace

import pytest

from server.contract.references import read_references
from server.contract.sections import read_sections
from server.model import Field, Reference
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


def test_an_item_inside_a_provision_points_to_the_provision() -> None:
    read = contract("8. Fees", "8.2 The Client shall pay (a) fees; and (b) costs.", "9. Law", "9.1 Section 8.2(b) applies.")
    found = [reference for reference in read.facts.references if reference.label == "8.2(b)"]
    assert [read.sections[one.target or 0].label for one in found] == ["8.2"]


@pytest.mark.parametrize("text", ["see FAR section 12.212", "Kan. Stat. Section 44", "Clause 13 of the EEA SCCs"])
def test_provisions_of_statutes_and_standard_clauses_are_outside(text: str) -> None:
    assert [one.outside for one in contract("1. Fees", text).facts.references] == [True]


BODY = (
    "1. DEFINITIONS",
    "1.1 Words have these meanings.",
    "2. SERVICES",
    "2.1 The Supplier shall:",
    "(a) start;",
    "(b) finish; and",
    "(c) report.",
    "3. FEES",
    "3.1 Fees are due.",
    "3.2 Interest:",
    "(a) accrues daily; and",
    "(b) is capped.",
    "4. GENERAL",
    "4.1 It is so {}.",
    "Exhibit A",
    "The prices.",
    "Exhibit B-1",
    "The data.",
    "Schedule 2",
    "Part A",
    "1. Day rates",
    "Part B",
    "1. Travel",
)


def pointed(text: str) -> list[tuple[str, int | None]]:
    """The labels of the references in one provision, and the paragraphs where their targets begin."""
    lines = paragraphs(*(line.format(text) for line in BODY))
    sections = read_sections(lines)
    found = [one for one in read_references(lines, sections) if one.span.paragraph == 13]
    assert all(lines[13].text[one.span.start : one.span.end].strip() for one in found)
    return [(one.label, None if one.target is None else sections[one.target].first) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("under clauses 1 to 3", [("1", 0), ("3", 7)]),
        ("under Sections 1 (Definitions), 2.1 (Duties of the Supplier) and 3 (Fees)", [("1", 0), ("2.1", 3), ("3", 7)]),
        ("under Sections 1 [Definitions], 2.1 [Work/Reports] and 3", [("1", 0), ("2.1", 3), ("3", 7)]),
        ("under Sections 1 (as to Section 3.2), and 3", [("1", 0), ("3.2", 9), ("3", 7)]),
        ("under clauses 2.1(a) and (c)", [("2.1(a)", 4), ("(c)", 6)]),
        ("under Section 3.2(a)-(b)", [("3.2(a)", 10), ("(b)", 11)]),
        ("under subsections (a) and (b) of Section 3.2", [("(a)", 10), ("(b)", 11), ("3.2", 9)]),
        ("under Section 3.2(a)(i)", [("3.2(a)(i)", 10)]),
        ("under Section 2.1, (c) under the law", [("2.1", 3)]),
        ("under Sec. 3.1 and Secs. 1 and 2", [("3.1", 8), ("1", 0), ("2", 2)]),
        ("under §§ 1, 2.1 and § 3", [("1", 0), ("2.1", 3), ("3", 7)]),
        ("as set out at 3.1 above", [("3.1", 8)]),
        ("under Clause No. 2", [("2", 2)]),
        ("under Section 3 and 5 business days later", [("3", 7)]),
        ("under Section 3, 10 days after it", [("3", 7)]),
        ("under Section 9.4", [("9.4", None)]),
        ("under Exhibits A and B-1", [("Exhibit A", 14), ("Exhibit B-1", 16)]),
        ("under Schedules 1 and 2", [("Schedule 1", None), ("Schedule 2", 18)]),
        ("under schedule 2", [("Schedule 2", 18)]),
        ("under Exhibit “A” hereto", [("Exhibit A", 14)]),
        ("under paragraph 1 of Part B of Schedule 2", [("1", 22), ("Schedule 2", 18)]),
        ("under Section 3 of Exhibit A", [("3", None), ("Exhibit A", 14)]),
    ],
)
def test_references_in_the_ways_of_many_drafters_point_to_what_they_mean(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert pointed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Section 1 of the Contracts (Rights of Third Parties) Act 1999",
        "Art. 6(1)(f) of Regulation (EU) 2016/679",
        "California Civil Code Section 1542",
        "section 2(b) of the Services Agreement",
        "Exhibit A to the Master Agreement",
    ],
)
def test_statutes_and_other_agreements_are_outside_however_named(text: str) -> None:
    assert pointed(text) and all(target is None for _, target in pointed(text))


def test_the_agreement_is_this_one() -> None:
    assert pointed("under Section 3 of the Agreement") == [("3", 7)]


def test_an_article_is_found_by_either_numeral() -> None:
    lines = ("ARTICLE I", "SCOPE", "1.1 The work.", "ARTICLE IV", "FEES", "4.1 See Article 4, Article IV and Section 4.1.")
    assert [one.target for one in references(*lines)] == [2, 2, 3]


def test_a_paragraph_number_in_a_schedule_is_the_schedules_own() -> None:
    lines = (
        "1. Fees",
        "See clause 2.",
        "2. Term",
        "A year.",
        "Schedule 1",
        "1. Rates",
        "By the day.",
        "2. Travel",
        "See paragraph 1 and clause 2.",
    )
    assert [one.target for one in references(*lines)] == [1, 3, 1]


def test_a_hyperlink_is_read_like_typed_words() -> None:
    first, second = paragraphs("1. Fees", "See clause 1 above.")
    text = (first, replace(second, fields=(Field(4, 12, ' HYPERLINK \\l "_Ref1" '),)))
    assert [(one.kind, one.label, one.target) for one in read_references(text, read_sections(text))] == [("section", "1", 0)]


def test_a_bookmark_inside_a_provision_points_to_the_provision() -> None:
    first, inside, last = paragraphs("1. Fees", "They are due at once.", "See clause 1 above.")
    text = (first, replace(inside, bookmarks=("_Ref2",)), replace(last, fields=(Field(11, 12, " REF _Ref2 \\r \\h "),)))
    assert [one.target for one in read_references(text, read_sections(text))] == [0]
