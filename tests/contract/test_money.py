from __future__ import annotations

import pytest

from server.contract.money import read_amounts, read_percentages
from server.contract.numbers import read_dates
from tests.contract.drafting import paragraphs


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("$1,250.50", "1250.50", "USD"),
        ("US$ 5,000", "5000.00", "USD"),
        ("£640 per day", "640.00", "GBP"),
        ("€ 1.250,00", "1250.00", "EUR"),
        ("USD 96,000", "96000.00", "USD"),
        ("CAD 118,000", "118000.00", "CAD"),
        ("NZ$9,800", "9800.00", "NZD"),
        ("Rs. 42,00,000", "4200000.00", "INR"),
        ("S$9,500", "9500.00", "SGD"),
        ("$2.5 million", "2500000.00", "USD"),
        ("50,000 euros", "50000.00", "EUR"),
        ("R 38 000", "38000.00", "ZAR"),
        ("1,000 USD", "1000.00", "USD"),
    ],
)
def test_money_is_read_with_its_currency(text: str, value: str, currency: str) -> None:
    assert [(amount.value, amount.currency) for amount in read_amounts(paragraphs(text))] == [(value, currency)]


def test_a_bare_dollar_is_the_dollar_the_document_names() -> None:
    assert [amount.currency for amount in read_amounts(paragraphs("All sums are in Canadian dollars.", "It costs $500."))] == ["CAD"]


@pytest.mark.parametrize("text", ["Section 500", "500 words", "R&D 2024", "clause 3.1"])
def test_numbers_without_a_currency_are_no_money(text: str) -> None:
    assert read_amounts(paragraphs(text)) == ()


@pytest.mark.parametrize(
    ("text", "value"), [("1.5% per month", "1.5"), ("88 per cent", "88"), ("one percent (1%)", "1"), ("ten (10) percent", "10")]
)
def test_percentages_are_read(text: str, value: str) -> None:
    assert [share.value for share in read_percentages(paragraphs(text))] == [value]


def test_every_fact_knows_where_it_stands() -> None:
    lines = paragraphs("Nothing.", "Pay $500 by May 1, 2025.")
    amount, date = read_amounts(lines)[0], read_dates(lines)[0]
    assert [lines[one.span.paragraph].text[one.span.start : one.span.end] for one in (amount, date)] == ["$500", "May 1, 2025"]
