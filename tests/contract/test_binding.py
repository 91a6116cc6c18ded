"""Contracts told from other texts: other_texts.jsonl holds short texts of both sorts, in English and in other languages, all our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from server.contract import understand
from server.contract.binding import binds
from tests.contract.drafting import paragraphs

TEXTS = [json.loads(line) for line in Path(__file__).with_name("other_texts.jsonl").read_text("utf-8").splitlines()]
FOREIGN = ("de_vertrag", "fr_contrat", "es_contrato", "pl_umowa", "sv_avtal", "ru", "zh")


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text["name"])
def test_only_into_an_english_contract_something_is_added(text: dict) -> None:  # type: ignore[type-arg]
    read = understand(paragraphs(*text["lines"]))
    assert read.insertable == text["contract"]
    assert any("nothing is proposed" in note.message for note in read.notes) != text["contract"]


@pytest.mark.parametrize("name", FOREIGN)
def test_a_contract_in_another_language_is_told_to_be_one(name: str) -> None:
    lines = next(text["lines"] for text in TEXTS if text["name"] == name)
    assert any("not in English" in note.message for note in understand(paragraphs(*lines)).notes)


def test_parties_that_are_named_weigh_for_a_contract() -> None:
    text = "Acme will pay Beta. Beta keeps the invoice. The fee is payment in full."
    assert binds(text, named=True)
    assert not binds(text, named=False)


def test_nothing_binds_no_one() -> None:
    assert not binds("  ", named=True)
