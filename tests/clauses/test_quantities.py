import pytest

from server.clauses.quantities import read_bound, read_quantities


@pytest.mark.parametrize(
    ("text", "bound", "sizes"),
    [
        ("for twenty-four (24) months after the end", "1 day", [730]),
        ("a two-year term, extended by 365 days", "1 year", [730, 365]),
        ("within 30 (thirty) days or ten business days", "1 day", [30, 14]),
        ("one hundred and eighty days", "6 months", [180]),
        ("fifty (50) miles", "80 km", [80.4672]),
        ("a 25-kilometre radius, 10 km", "1 mile", [25, 10]),
        ("$2,000,000 per claim and USD 5 million in all", "USD 1", [2_000_000, 5_000_000]),
        ("two million dollars (US$2,000,000)", "USD 1", [2_000_000]),
        ("£10m, EUR 2 000 000 and 250,000 euros", "USD 1", [10_000_000, 2_000_000, 250_000]),
        ("INR 85,00,000", "USD 1", [100_000]),
        ("twenty percent (20%), 1.5 per cent", "1%", [20, 1.5]),
        ("three free rounds of changes and 12 days", "2 rounds", [3]),
        ("Section 8.2 lists 14 things", "2 rounds", []),
    ],
)
def test_quantities_are_read_in_figures_and_in_words(text: str, bound: str, sizes: list[float]) -> None:
    read = read_bound(bound)
    assert read is not None
    assert [float(one.size) for one in read_quantities(text, read)] == pytest.approx(sizes)


def test_a_quantity_stands_where_it_is_written() -> None:
    bound = read_bound("12 months")
    assert bound is not None
    text = "for a period of twenty-four (24) months thereafter"
    assert [text[one.start : one.end] for one in read_quantities(text, bound)] == ["twenty-four (24) months"]


def test_twelve_months_are_a_year_and_what_is_no_quantity_is_no_bound() -> None:
    year, months = read_bound("1 year"), read_bound("12 months")
    assert year and months and year.size == months.size
    assert read_bound("a long time") is None and read_bound("") is None
