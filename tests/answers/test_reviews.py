"""A review as plain data: what a page needs to show the whole document with the changes in it."""

from __future__ import annotations

from typing import Any

import pytest

from server import answers, review
from server.clauses import Library
from tests.docx_language import docx
from tests.doors import contract, write_clauses


@pytest.fixture(scope="module")
def clauses(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return review.library((), (write_clauses(tmp_path_factory.mktemp("library") / "clauses"),))


def read(data: bytes, clauses: Library) -> dict[str, Any]:
    return answers.shown_review_json(review.review(data, clauses))


def test_every_paragraph_is_listed_in_order_with_its_text(clauses: Library) -> None:
    found = read(contract(), clauses)["paragraphs"]
    assert [each["index"] for each in found] == [0, 1, 2, 3]
    assert found[2]["text"] == "2. Warranty. Contractor gives unlimited warranty for the Services."
    assert {each["story"] for each in found} == {"body"}


def test_the_anchor_s_text_is_that_of_its_paragraph(clauses: Library) -> None:
    found = read(contract(), clauses)
    anchor = found["findings"][0]["anchor"]
    assert anchor["text"] == found["paragraphs"][anchor["paragraph"]]["text"]


def test_a_paragraph_outside_tables_has_no_cell(clauses: Library) -> None:
    assert [each["cell"] for each in read(docx("Words."), clauses)["paragraphs"]] == [None]


def test_a_new_paragraph_says_what_it_follows() -> None:
    library = review.library()
    found = read(
        docx(
            "CONSULTING AGREEMENT",
            'This Agreement is between Acme Inc ("Client") and Jane Roe ("Contractor").',
            "1. Services. Contractor builds AI models for Client.",
            "2. Law. This Agreement is governed by the laws of Ireland.",
        ),
        library,
    )
    new = [each for finding in found["findings"] for proposal in finding["proposals"] for each in proposal["new_paragraphs"]]
    assert new
    assert all(0 <= each["after"] < len(found["paragraphs"]) and each["lead"] <= len(each["text"]) for each in new)
