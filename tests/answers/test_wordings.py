"""The wordings of a selection: what stands there is what a redline would write."""

from __future__ import annotations

from typing import Any

import pytest

from server import answers, review
from server.clauses import Library
from server.settings import Settings
from server.word import open_docx, read_paragraphs
from tests.contracts.whole import read_wholes
from tests.docx_language import docx
from tests.doors import contract, write_clauses


@pytest.fixture(scope="module")
def clauses(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return review.library((), (write_clauses(tmp_path_factory.mktemp("library") / "clauses"),))


def propose(data: bytes, library: Library, *selections: review.Selection) -> dict[str, Any]:
    request = review.Request(library=library, signature=Settings().signature("Me"), selections=selections or None)
    return answers.proposed_json(review.propose(data, request))


def test_edits_are_cut_to_the_words_that_change(clauses: Library) -> None:
    finding = propose(contract(), clauses)["findings"][0]
    edits = {proposal["rung"]: [(edit["old"], edit["new"]) for edit in proposal["edits"]] for proposal in finding["proposals"]}
    assert edits == {"preferred": [("unlimited warranty", "warranty of 30 days")], "floor": [("unlimited", "limited")]}


def test_the_edits_lead_from_the_paragraph_to_the_proposal_s_text(clauses: Library) -> None:
    finding = propose(contract(), clauses)["findings"][0]
    for proposal in finding["proposals"]:
        text = finding["anchor"]["text"]
        for edit in reversed(proposal["edits"]):
            assert edit["text"] == finding["anchor"]["text"]
            assert text[edit["start"] : edit["end"]] == edit["old"]
            text = text[: edit["start"]] + edit["new"] + text[edit["end"] :]
        assert text == proposal["text"]


def test_a_selection_s_rung_and_own_words_are_those_shown(clauses: Library) -> None:
    found = propose(contract(), clauses)["findings"][0]
    own = found["anchor"]["text"].replace("unlimited warranty", "fair warranty")
    finding = propose(contract(), clauses, review.Selection(found["id"], "floor", own, "Please."))["findings"][0]
    floor = next(proposal for proposal in finding["proposals"] if proposal["rung"] == "floor")
    assert finding["rung"] == "floor"
    assert (floor["text"], floor["comment"]) == (own, "Please.")
    assert [(edit["old"], edit["new"]) for edit in floor["edits"]] == [("unlimited", "fair")]


def test_an_annex_comes_ready_to_be_put_in_at_the_rung_taken() -> None:
    data = next(each.docx() for each in read_wholes() if each.name == "letter-engagement-england")
    found = propose(data, review.library())["findings"]
    annexes = [
        (proposal["annex"], proposal["rung"] == each["rung"]) for each in found for proposal in each["proposals"] if proposal["annex"]
    ]
    assert any(taken for _, taken in annexes)
    for annex, taken in annexes:
        if not taken:
            assert annex["flat_opc"] is None
            continue
        texts = [p.text for p in read_paragraphs(open_docx(annex["flat_opc"].encode())) if p.text]
        assert texts == [each["text"] for each in annex["paragraphs"] if each["text"]]


def test_nothing_selected_is_nothing_proposed(clauses: Library) -> None:
    request = review.Request(library=clauses, signature=Settings().signature("Me"), selections=())
    assert answers.proposed_json(review.propose(contract(), request)) == {"findings": [], "skipped": []}


def test_what_does_not_go_together_is_named_with_a_reason() -> None:
    data = docx(
        "CONSULTING AGREEMENT",
        'This Agreement is between Acme Inc ("Client") and Jane Roe ("Contractor").',
        "1. Services. Contractor builds AI models for Client.",
        "2. Liability. Contractor shall be liable for all losses of Client, without limit.",
        "3. Law. This Agreement is governed by the laws of Ireland.",
    )
    library = review.library()
    found = propose(data, library)
    listed = answers.review_json(review.review(data, library))["findings"]
    together = {finding["id"] for finding in found["findings"]}
    wanted = {finding["id"] for finding in listed if finding["priority"] != "nice"}
    assert together | {skip["finding"] for skip in found["skipped"]} == wanted
    assert all(skip["reason"] and skip["message"] for skip in found["skipped"])
