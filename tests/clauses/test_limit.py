from pathlib import Path

import pytest

from server.clauses import find_risks
from server.errors import ClauseShape
from tests.clauses.building import contract, library, redlined

CLAUSE = """
title = "A long leash"
[parameters.longest]
type = "period"
default = "12 months"
[[replace]]
find = "limit"
over = "{param:longest}"
any = ['''{me} shall not bark\\b.*''']
scope = "match"
[replace.preferred]
wording = "twelve (12) months"
"""


def test_a_number_over_the_bound_is_found_and_alone_replaced(tmp_path: Path) -> None:
    clauses = library(tmp_path, a=CLAUSE)
    read = contract("Contractor shall not bark for a period of two (2) years after the end, or 6 months if sick.")
    assert redlined(read, clauses) == "Contractor shall not bark for a period of twelve (12) months after the end, or 6 months if sick."


@pytest.mark.parametrize("period", ["one year", "twelve (12) months", "fifty-two weeks", "90 days", "ever"])
def test_a_number_within_the_bound_or_none_is_not_found(tmp_path: Path, period: str) -> None:
    assert find_risks(contract(f"Contractor shall not bark for {period}."), library(tmp_path, a=CLAUSE)) == ()


def test_a_number_under_the_bound_is_found(tmp_path: Path) -> None:
    clauses = library(tmp_path, a=CLAUSE.replace("over =", "under ="))
    assert len(find_risks(contract("Contractor shall not bark for 30 days."), clauses)) == 1
    assert find_risks(contract("Contractor shall not bark for 30 months."), clauses) == ()


def test_only_the_number_in_the_group_counts_and_may_be_used_in_the_wording(tmp_path: Path) -> None:
    text = CLAUSE.replace(".*'''", " after (?P<limit>.*), .*'''").replace('"twelve (12) months"', '"half of {words:limit}"')
    clauses = library(tmp_path, a=text)
    assert redlined(contract("Contractor shall not bark after 3 years, 9 years."), clauses) == (
        "Contractor shall not bark after half of 3 years, 9 years."
    )
    assert find_risks(contract("Contractor shall not bark after 3 months, 9 years."), clauses) == ()


def test_words_marked_here_are_replaced_instead_of_the_number(tmp_path: Path) -> None:
    clauses = library(tmp_path, a=CLAUSE.replace("not bark\\b.*'''", "(?P<here>not bark) .*'''").replace('"twelve (12) months"', '"sing"'))
    assert redlined(contract("Contractor shall not bark for 3 years."), clauses) == "Contractor shall sing for 3 years."


@pytest.mark.parametrize(
    ("old", "new", "field"), [("{param:longest}", "long", "replace[0].over"), ('over = "{param:longest}"', "", "replace[0]")]
)
def test_a_limit_needs_a_bound_that_is_a_quantity(tmp_path: Path, old: str, new: str, field: str) -> None:
    with pytest.raises(ClauseShape) as wrong:
        library(tmp_path, a=CLAUSE.replace(old, new))
    assert wrong.value.field == field
