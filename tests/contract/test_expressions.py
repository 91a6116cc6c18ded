"""Dates, money, percentages and periods as they stand in contracts, labelled by hand.

expressions.jsonl: sentences of CUAD (CC BY 4.0, The Atticus Project) picked by their hashes, a part of them without any such expression,
and our own in the ways of other countries. A date left blank is "".
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from server.contract.money import read_amounts, read_percentages
from server.contract.numbers import read_dates, read_periods
from tests.contract.drafting import paragraphs

LABELLED = [json.loads(line) for line in Path(__file__).with_name("expressions.jsonl").read_text("utf-8").splitlines()]
READ: dict[str, Callable[[str], list[str]]] = {
    "date": lambda text: [date.iso for date in read_dates(paragraphs(text))],
    "amount": lambda text: [f"{amount.value} {amount.currency}" for amount in read_amounts(paragraphs(text))],
    "percentage": lambda text: [share.value for share in read_percentages(paragraphs(text))],
    "period": lambda text: [f"{period.number} {period.unit}" for period in read_periods(paragraphs(text))],
}


@pytest.mark.parametrize("kind", READ)
def test_what_was_labelled_by_hand_is_read_and_nothing_else(kind: str) -> None:
    wrong = [each["text"] for each in LABELLED if each["kind"] == kind and READ[kind](each["text"]) != each["found"]]
    assert wrong == []


def test_the_labelled_set_is_large_enough_to_mean_something() -> None:
    assert sum(len(each["found"]) for each in LABELLED) >= 150
