from __future__ import annotations

import pytest

from server.contract.numbers import read_amounts, read_dates, read_percentages, read_periods
from tests.contract.drafting import paragraphs


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("on March 1, 2026", "2026-03-01"),
        ("on 3 February 2025", "2025-02-03"),
        ("this 21st day of March, 2025", "2025-03-21"),
        ("the 2nd of April 2025", "2025-04-02"),
        ("on 2025-11-03", "2025-11-03"),
        ("on 31/12/2025", "2025-12-31"),
        ("on 12/31/2025", "2025-12-31"),
        ("on 1 Sept 2025", "2025-09-01"),
        ("this ____ day of ________, 2025", ""),
    ],
)
def test_dates_are_read_in_every_form(text: str, iso: str) -> None:
    assert [date.iso for date in read_dates(paragraphs(text))] == [iso]


@pytest.mark.parametrize("text", ["version 1.2.2024a", "Companies Act 2006", "Section 3.2", "in May"])
def test_other_numbers_are_no_dates(text: str) -> None:
    assert read_dates(paragraphs(text)) == ()


def test_a_date_knows_what_it_dates() -> None:
    assert [date.of for date in read_dates(paragraphs('as of May 1, 2025 (the "Effective Date")'))] == ["Effective Date"]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("thirty (30) days", 30, "day"),
        ("30 days", 30, "day"),
        ("ninety (90) days’", 90, "day"),
        ("five business days", 5, "business day"),
        ("ten working days", 10, "business day"),
        ("a two-year term", 2, "year"),
        ("12 months", 12, "month"),
        ("twenty-four (24) months", 24, "month"),
        ("48 hours", 48, "hour"),
    ],
)
def test_periods_are_read_in_words_and_figures(text: str, number: int, unit: str) -> None:
    assert [(period.number, period.unit) for period in read_periods(paragraphs(text))] == [(number, unit)]


def test_a_day_of_the_week_or_a_daily_rate_is_no_period() -> None:
    assert read_periods(paragraphs("the daily rate; Mondays; day-to-day work")) == ()


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
