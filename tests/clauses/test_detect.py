import time
from dataclasses import replace

import pytest

from server.clauses import find_risks, load_library
from server.model import Party
from tests.clauses.building import contract

SENTENCES = (
    "The Contractor shall perform the Services with reasonable skill and care and shall deliver the reports on the dates in Schedule 1.",
    "The Client shall pay each undisputed invoice within thirty days of receipt, by transfer to the account named on the invoice.",
    "Either party may end this Agreement on thirty days' written notice if the other party does not cure a material breach.",
)


@pytest.mark.benchmark
def test_a_contract_of_two_thousand_paragraphs_is_read_quickly() -> None:
    read = contract(*(f"{n}. {' '.join(SENTENCES)}" for n in range(1, 2001)))
    clauses = load_library()
    find_risks(read, clauses)
    start = time.process_time()
    find_risks(read, clauses)
    assert time.process_time() - start < 1.0


def test_without_known_sides_nothing_is_guessed() -> None:
    read = contract("Company may use the Deliverables for any purpose.", "Contractor's liability shall be unlimited.")
    assert find_risks(replace(read, parties=()), load_library()) == ()
    only_me = replace(read, parties=(Party("Jo", ("Contractor",), "contractor", is_me=True),))
    found = {finding.rules for finding in find_risks(only_me, load_library())}
    assert found <= {("liability/liability_cap",), ("ai_training/usage_rights",)}  # their wordings name no other side
