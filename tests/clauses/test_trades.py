from dataclasses import replace

import pytest

from server.clauses import find_risks, load_library
from server.clauses.trades import is_foreign
from tests.clauses.building import contract

GOODS = (
    "The Distributor shall sell the Products in the Territory, keep an inventory of the Products and send purchase orders for the goods."
)


@pytest.mark.parametrize("title", ["Distribution Agreement", "SUPPLY AGREEMENT", "Franchise Agreement", "Sponsorship Agreement"])
def test_a_contract_of_another_trade_is_left_alone(title: str) -> None:
    read = replace(contract(*[GOODS] * 6, "Contractor's liability shall be unlimited."), title=title)
    assert is_foreign(read)
    assert find_risks(read, load_library()) == ()


@pytest.mark.parametrize("title", ["Consulting Agreement", "Statement of Work", "Web Site Development and Hosting Agreement", ""])
def test_a_contract_for_work_is_none_of_another_trade(title: str) -> None:
    read = replace(contract("Contractor shall build the software and deliver the source code.", "Client may sell products."), title=title)
    assert not is_foreign(read)


def test_a_title_alone_makes_no_other_trade() -> None:
    read = replace(contract("Contractor draws the pictures for our brand.", "We pay within ten days."), title="Collaboration Agreement")
    assert not is_foreign(read)


def test_machine_learning_is_our_trade_whatever_the_title() -> None:
    model = "Contractor shall train the machine-learning model on the training data."
    assert not is_foreign(replace(contract(*[GOODS] * 6, *[model] * 3), title="Supply Agreement"))
