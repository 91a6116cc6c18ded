from pathlib import Path

import pytest

from server.clauses import find_risks
from server.errors import ClauseShape
from tests.clauses.building import contract, library, redlined

CLAUSE = """
title = "One walks the dog"
[[replace]]
find = "one_sided"
any = ['''(?P<here>{me}) shall walk the dog of {them}''']
scope = "match"
[replace.preferred]
wording = "Either party"
"""
DUTY = "1. Dogs. Contractor shall walk the dog of Client."


def test_a_duty_without_a_counterpart_is_found(tmp_path: Path) -> None:
    assert redlined(contract(DUTY), library(tmp_path, a=CLAUSE)) == "1. Dogs. Either party shall walk the dog of Client."


@pytest.mark.parametrize(
    "other",
    [
        "Client shall walk the dog of Contractor.",
        "Each party shall walk the dog of the other.",
        "The parties shall walk the dog of the other party.",
    ],
)
def test_a_counterpart_anywhere_makes_it_mutual(tmp_path: Path, other: str) -> None:
    assert find_risks(contract(DUTY, f"2. Cats. {other}"), library(tmp_path, a=CLAUSE)) == ()


def test_the_same_duty_once_more_is_no_counterpart(tmp_path: Path) -> None:
    assert len(find_risks(contract(DUTY, "2. Contractor shall walk the dog of Client again."), library(tmp_path, a=CLAUSE))) == 2


def test_across_a_section_only_that_section_counts(tmp_path: Path) -> None:
    clauses = library(tmp_path, a=CLAUSE.replace("scope =", 'across = "section"\nscope ='))
    other = "Client shall walk the dog of Contractor."
    apart = contract(DUTY, f"2. Cats. {other}", "3. Birds. They sing.")
    together = contract("1. Dogs", "1.1 Contractor shall walk the dog of Client.", f"1.2 {other}", "2. Cats", "2.1 They sleep.")
    assert len(find_risks(apart, clauses)) == 1
    assert find_risks(together, clauses) == ()


def test_a_counterpart_of_the_files_own_is_the_only_one(tmp_path: Path) -> None:
    clauses = library(tmp_path, a=CLAUSE.replace("scope =", "counterpart = ['''{them} feeds the cat''']\nscope ="))
    assert len(find_risks(contract(DUTY, "2. Client shall walk the dog of Contractor."), clauses)) == 1
    assert find_risks(contract(DUTY, "2. Client feeds the cat."), clauses) == ()


def test_a_counterpart_belongs_to_this_detector(tmp_path: Path) -> None:
    with pytest.raises(ClauseShape, match="belong to"):
        library(tmp_path, a=CLAUSE.replace('find = "one_sided"', "counterpart = ['''x''']"))
