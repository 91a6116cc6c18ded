from __future__ import annotations

import pytest

from server.contract.numbers import read_dates, read_periods
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
    ("lines", "iso"),
    [
        (("from 3/4/2026",), "2026-03-04"),
        (("from 3/4/2026", "until 31/12/2026"), "2026-04-03"),
        (("from 3/4/26",), "2026-03-04"),
        (("on 26-Feb-16",), "2016-02-26"),
        (("on 4/7/99",), "1999-04-07"),
    ],
)
def test_figures_alone_are_read_in_the_documents_order(lines: tuple[str, ...], iso: str) -> None:
    assert read_dates(paragraphs(*lines))[0].iso == iso


def test_a_british_document_names_the_day_first() -> None:
    assert read_dates(paragraphs("from 3/4/2026"), day_first=True)[0].iso == "2026-04-03"
