from pathlib import Path

import pytest

from server.clauses import Library, choose, find_risks, load_library
from server.errors import WordingError
from server.model import Finding, Span
from tests.clauses.building import contract, library

CLAUSE = """
title = "{0}"
severity = "{1}"
priority = "{2}"
excludes = {3}
requires = {4}
[[replace]]
any = ['''(?P<here>{0})''']
scope = "match"
[replace.preferred]
wording = "x"
"""


@pytest.fixture
def found(tmp_path: Path) -> tuple[tuple[Finding, ...], Library]:
    clauses = library(
        tmp_path,
        ban=CLAUSE.format("ban", "critical", "must", [], []),
        optout=CLAUSE.format("optout", "medium", "should", ["ban"], []),
        audit=CLAUSE.format("audit", "low", "nice", [], ["ban"]),
        absent=CLAUSE.format("absent", "low", "nice", [], []),
    )
    return find_risks(contract("A ban.", "An optout.", "An audit."), clauses), clauses


def chosen(found: tuple[tuple[Finding, ...], Library], select: str) -> tuple[list[str], list[tuple[str, str]]]:
    findings, clauses = found
    names = {finding.id: finding.rules[0] for finding in findings}
    ids, skips = choose(findings, clauses, select)
    return [names[one] for one in ids], [(names[skip.finding], skip.reason) for skip in skips]


def test_all_leaves_behind_what_is_excluded(found: tuple[tuple[Finding, ...], Library]) -> None:
    assert chosen(found, "all") == (["ban", "audit"], [("optout", "excluded")])


def test_should_takes_musts_and_shoulds_and_leaves_the_nice_to_haves(found: tuple[tuple[Finding, ...], Library]) -> None:
    assert chosen(found, "should") == (["ban"], [("optout", "excluded")])


def test_must_takes_the_musts_alone(found: tuple[tuple[Finding, ...], Library]) -> None:
    assert chosen(found, "must") == (["ban"], [])


def test_what_is_required_comes_along(found: tuple[tuple[Finding, ...], Library]) -> None:
    assert chosen(found, "audit") == (["ban", "audit"], [])


def test_a_hand_picked_contradiction_is_resolved_too(found: tuple[tuple[Finding, ...], Library]) -> None:
    assert chosen(found, "optout,ban") == (["ban"], [("optout", "excluded")])


def test_a_finding_is_chosen_by_its_id(found: tuple[tuple[Finding, ...], Library]) -> None:
    optout = next(finding for finding in found[0] if finding.rules == ("optout",))
    assert chosen(found, optout.id) == (["optout"], [])


def test_a_rule_that_finds_nothing_here_is_no_mistake_but_an_unknown_one_is(found: tuple[tuple[Finding, ...], Library]) -> None:
    assert chosen(found, "absent") == ([], [])
    with pytest.raises(WordingError, match="no finding and no rule 'nonsense'"):
        chosen(found, "nonsense")


def one_for_each_rule(clauses: Library) -> tuple[Finding, ...]:
    here = Span(0, 0, 1)
    return tuple(
        Finding(c.id, (c.id,), c.category, "replace", c.severity, c.priority, c.title, "", (), here, "", (), c.requires, c.excludes)
        for c in clauses.clauses
    )


def test_of_the_whole_library_picked_by_hand_no_two_that_exclude_each_other_stay_and_none_without_what_it_requires() -> None:
    clauses = load_library()
    findings = one_for_each_rule(clauses)
    kept, _ = choose(findings, clauses, ",".join(clause.id for clause in clauses.clauses))
    for clause in clauses.clauses:
        if clause.id in kept:
            assert not set(clause.excludes) & set(kept)
            assert set(clause.requires) <= set(kept)


def test_each_rule_of_the_library_picked_alone_brings_what_it_requires() -> None:
    clauses = load_library()
    findings = one_for_each_rule(clauses)
    for clause in clauses.clauses:
        kept, _ = choose(findings, clauses, clause.id)
        assert clause.id in kept
        assert set(clause.requires) <= set(kept)
