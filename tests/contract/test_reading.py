from __future__ import annotations

import time

import pytest

from server.contract import understand
from server.model import Paragraph
from tests.contract.drafting import contract, paragraphs

LINES = (
    "CONSULTING AGREEMENT",
    'This Agreement is made on May 1, 2025 (the "Effective Date") between Acme, Inc., a Delaware corporation ("Company"), and Jane Doe ("Consultant").',
    "1. Services",
    '1.1 Consultant shall perform the services in Exhibit A (the "Services"). Consultant is free in her hours.',
    "2. Fees",
    "2.1 Company shall pay Consultant $115 per hour within thirty (30) days of each invoice.",
    "3. General",
    "3.1 This Agreement is governed by the laws of the State of New York. Sections 2 and 3 survive termination.",
    "IN WITNESS WHEREOF, the parties have executed this Agreement.",
    "By: ________",
)


def test_a_contract_is_read_whole() -> None:
    found = contract(*LINES)
    assert (found.kind, found.language, found.jurisdiction, found.title) == (
        "consulting",
        "en",
        "State of New York",
        "CONSULTING AGREEMENT",
    )
    assert [(party.subject, party.role, party.is_me) for party in found.parties] == [
        ("Company", "client", False),
        ("Consultant", "contractor", True),
    ]
    assert {"Services", "Effective Date"} <= {term.name for term in found.terms}
    assert [section.label for section in found.sections if section.label] == ["1", "1.1", "2", "2.1", "3", "3.1"]
    assert (found.facts.fees, found.facts.amounts[0].value, found.facts.dates[0].of) == (("hourly",), "115.00", "Effective Date")
    assert (found.facts.lists[0].kind, found.style.duty, found.insertable) == ("survival", "shall", True)


def test_every_paragraph_has_its_sentences_and_its_lead_in() -> None:
    found = contract(*LINES)
    assert len(found.sentences) == len(found.lead_ins) == len(found.paragraphs)
    assert len(found.sentences[3]) == 2


def test_nothing_at_all_is_read_with_notes_only() -> None:
    found = understand(())
    assert (found.parties, found.sections, found.insertable) == ((), (), False)
    assert found.notes


def test_the_same_words_are_read_the_same_way() -> None:
    assert contract(*LINES) == contract(*LINES)


def test_headers_and_footnotes_are_no_sections() -> None:
    lines = (*paragraphs(*LINES), Paragraph(len(LINES), "header", "1. DRAFT"), Paragraph(len(LINES) + 1, "footnote", "2. See above."))
    assert max(section.last for section in understand(lines).sections) < len(LINES)


@pytest.mark.benchmark
def test_a_long_contract_is_read_in_good_time() -> None:
    clause = "The Consultant shall perform the Services with due care under Section 2.1, and the Company shall pay the fees of $1,000 within thirty (30) days. "
    lines = paragraphs(LINES[1], *(f"{number}.1 {clause * 2}" for number in range(1, 1000)))
    start = time.process_time()
    understand(lines)
    assert time.process_time() - start < 5
