from dataclasses import replace
from pathlib import Path

import pytest

from server.clauses import find_risks
from tests.clauses.building import contract, library

CLAUSE = """
title = "No muzzle"
[[insert]]
heading = "Muzzle"
present = ['''muzzled''']
unless = ['''no dogs''']
when = { kinds = ["msa", "other"], any = ['''{them} keeps dogs'''] }
place = ["sub-clause of:dogs", "end"]
[insert.preferred]
wording = "All dogs shall be muzzled."
"""
WARRANTED = ("1. Dogs", "1.1 Client keeps dogs in the yard behind the house.", "1.2 They sleep at night and eat at noon.")


def found(tmp_path: Path, *lines: str, kind: str = "msa") -> int:
    return len(find_risks(replace(contract(*lines), kind=kind), library(tmp_path, a=CLAUSE)))


def test_a_missing_protection_is_found_where_the_contract_warrants_it(tmp_path: Path) -> None:
    assert found(tmp_path, *WARRANTED) == 1


@pytest.mark.parametrize("line", ["Every dog is muzzled at night.", "There are no dogs."])
def test_it_is_not_found_where_it_stands_or_is_ruled_out(tmp_path: Path, line: str) -> None:
    assert found(tmp_path, *WARRANTED, f"1.3 {line}") == 0


def test_it_is_not_found_in_another_kind_of_contract_or_without_its_occasion(tmp_path: Path) -> None:
    assert found(tmp_path, *WARRANTED, kind="nda") == 0
    assert found(tmp_path, "1. Cats", "1.1 Client keeps cats.") == 0


def test_it_may_depend_on_what_another_clause_finds_and_on_the_words_there(tmp_path: Path) -> None:
    after = CLAUSE.replace("any = ['''{them} keeps dogs''']", "found = ['b'], any = ['''at night''']")
    bites = "title = 'x'\n[[replace]]\nany = ['''bites (?P<here>freely)''']\nscope = 'match'\n[replace.preferred]\nwording = 'rarely'"
    clauses = library(tmp_path, a=after, b=bites)

    def rules(*lines: str) -> set[str]:
        return {rule for finding in find_risks(replace(contract(*lines), kind="msa"), clauses) for rule in finding.rules}

    assert rules("1. Dogs", "1.1 The dog bites freely at night.") == {"a", "b"}
    assert rules("1. Dogs", "1.1 The dog bites freely.", "1.2 It sleeps at night.") == {"b"}
    assert rules("1. Dogs", "1.1 It sleeps at night.") == set()


def test_nothing_is_added_to_what_is_no_contract(tmp_path: Path) -> None:
    read = replace(contract(*WARRANTED), kind="msa", insertable=False)
    assert find_risks(read, library(tmp_path, a=CLAUSE)) == ()


def test_nothing_is_added_for_sides_that_are_not_known(tmp_path: Path) -> None:
    clauses = library(tmp_path, a=CLAUSE.replace("{them} keeps", "keeps").replace("All dogs", "{me}'s dogs"))
    read = replace(contract(*WARRANTED), kind="msa")
    assert len(find_risks(read, clauses)) == 1
    assert find_risks(replace(read, parties=()), clauses) == ()


def test_the_anchor_is_the_empty_end_of_the_paragraph_before(tmp_path: Path) -> None:
    read = replace(contract(*WARRANTED), kind="msa")
    finding = find_risks(read, library(tmp_path, a=CLAUSE))[0]
    assert (finding.anchor.paragraph, finding.anchor.start, finding.anchor.end) == (2, len(WARRANTED[2]), len(WARRANTED[2]))
    assert finding.quote == ""


def test_the_id_of_a_missing_protection_stays_when_the_contract_changes(tmp_path: Path) -> None:
    clauses = library(tmp_path, a=CLAUSE)
    ids = {find_risks(replace(contract(*lines), kind="msa"), clauses)[0].id for lines in (WARRANTED, (*WARRANTED, "1.3 They bark."))}
    assert len(ids) == 1
