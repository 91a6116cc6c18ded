"""No page of red: what the default selection writes stays within 15 % of the contract, or 900 words where that is more."""

import pytest

from server.clauses import load_library
from server.contract import understand
from server.model import Contract
from server.word import open_docx, read_paragraphs
from tests.contracts.restraint import FEW, Weight, corpus, weigh
from tests.contracts.whole import Whole, read_wholes

LIBRARY = load_library()
WHOLES = read_wholes()


def read(whole: Whole) -> Contract:
    return understand(read_paragraphs(open_docx(whole.docx())), whole.me)


@pytest.mark.parametrize("whole", WHOLES, ids=[whole.name for whole in WHOLES])
def test_the_default_selection_writes_no_page_of_red_into_a_labelled_contract(whole: Whole) -> None:
    weight = weigh(whole.name, read(whole), LIBRARY)
    assert weight.added <= weight.allowed, weight.line()
    assert weight.musts <= FEW, weight.line()


def test_the_default_selection_writes_no_page_of_red_into_a_public_contract() -> None:
    heavy = [weight.line() for name, contract in corpus() if too_much(weight := weigh(name, contract, LIBRARY))]
    assert heavy == []


def too_much(weight: Weight) -> bool:
    return weight.added > weight.allowed or weight.musts > FEW


def test_a_contract_twice_over_its_allowance_is_noticed() -> None:
    weight = Weight("x", words=1000, added=1800, struck=0, musts=1, shoulds=1, nices=0, heaviest="")
    assert weight.allowed == 900
    assert too_much(weight)
    assert Weight("x", words=20_000, added=0, struck=0, musts=0, shoulds=0, nices=0, heaviest="").allowed == 3000
