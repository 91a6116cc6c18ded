from __future__ import annotations

import json
from pathlib import Path

import pytest

from server.contract import understand
from server.contract.binding import binds as is_contract
from server.contract.language import judge, read_language
from tests.contract.drafting import paragraphs

ENGLISH = "The Contractor shall perform the services for the Client, and the Client shall pay the fees to the Contractor within thirty days of the invoice."
PLAIN = [json.loads(line) for line in Path(__file__).with_name("plain_texts.jsonl").read_text("utf-8").splitlines()]
GERMAN = "Der Auftragnehmer wird die Leistungen für den Auftraggeber erbringen und der Auftraggeber wird die Vergütung nach der Abnahme durch ihn zahlen."
FRENCH = "Le prestataire fournit les services au client et le client paie le prix dans les trente jours de la facture, sauf accord des parties sur ce point."


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (GERMAN, "de"), (FRENCH, "fr"), ("Hallo", ""), ("", "")])
def test_the_language_is_told_by_its_small_words(text: str, code: str) -> None:
    assert read_language(paragraphs(text)) == code


@pytest.mark.parametrize("text", [GERMAN, FRENCH])
def test_into_another_language_nothing_is_inserted_and_a_note_says_why(text: str) -> None:
    lines = paragraphs(text)
    insertable, notes = judge(lines, read_language(lines), named=True)
    assert not insertable
    assert "English" in notes[0].message


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Consulting Agreement. You will write code. We will pay you $100 per hour. You must keep it secret.",
        "The parties agree as follows: Acme shall pay Beta.",
    ],
)
def test_words_that_bind_make_a_contract(text: str) -> None:
    assert is_contract(text, named=False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The sea is blue and the sky is blue and the gulls are white over the harbour in the morning, when the boats go out and come in. "
        * 5,
        "How to negotiate a contract: read it slowly, ask what each clause is for, and sleep on it before you sign anything at all. " * 5,
        "Minutes of the meeting: those present talked about the budget, the garden and the new fence, and went home at nine o'clock. " * 4,
    ],
)
def test_other_prose_is_no_contract(text: str) -> None:
    assert not is_contract(text, named=False)


def test_no_contract_is_a_note_and_nothing_inserted() -> None:
    insertable, notes = judge(
        paragraphs("The sea is blue, and the gulls are white over the harbour in the morning when boats go out. " * 4), "en", named=False
    )
    assert not insertable
    assert notes[0].level == "warning"


def test_a_short_text_between_named_parties_is_a_contract() -> None:
    assert is_contract("Acme will pay Beta. Beta keeps the invoice. The fee is payment in full.", named=True)


@pytest.mark.parametrize("text", [text for text in PLAIN if text["half"] == "dev"], ids=lambda text: text["name"])
def test_contracts_in_plain_style_are_told_from_texts_about_contracts(text: dict) -> None:  # type: ignore[type-arg]
    assert understand(paragraphs(*text["lines"])).insertable == text["contract"]


def test_so_are_nearly_all_of_those_that_nobody_looked_at_while_it_was_built() -> None:
    unseen = [text for text in PLAIN if text["half"] == "test"]
    assert sum(understand(paragraphs(*text["lines"])).insertable == text["contract"] for text in unseen) >= 27
