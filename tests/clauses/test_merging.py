from pathlib import Path

from server.clauses import draft, find_risks
from tests.clauses.building import contract, library, redlined

PURPOSE = """
title = "Any purpose"
severity = "high"
[[replace]]
any = ['''{them} may use\\b[^.]*(?P<here>for any purpose)''']
scope = "match"
[replace.preferred]
wording = "for its own business, but not to train models"
comment = "The work is for this project. More on request."
"""
SHARING = """
title = "Sharing"
severity = "medium"
[[replace]]
any = ['''(?:share|use)[^.]*(?P<here>with|) any vendor''']
unless = ['''not to train''']
scope = "match"
[replace.preferred]
wording = "not to train with"
comment = "Vendors are bound, too. They know it."
"""
FOREVER = """
title = "Forever"
severity = "low"
[[replace]]
any = ['''(?P<here>forever)''']
scope = "match"
[replace.preferred]
wording = "for a year"
comment = "A year is enough. It is usual."
"""
LINE = "Client may use the work for any purpose with any vendor forever."


def test_each_rules_own_words_go_in_beside_the_leading_ones(tmp_path: Path) -> None:
    clauses = library(tmp_path, purpose=PURPOSE, forever=FOREVER)
    read = contract(LINE)
    findings = find_risks(read, clauses)
    assert [finding.rules for finding in findings] == [("purpose", "forever")]
    assert redlined(read, clauses) == "Client may use the work for its own business, but not to train models with any vendor for a year."


def test_the_comment_gives_every_rules_reason_in_a_sentence(tmp_path: Path) -> None:
    clauses = library(tmp_path, purpose=PURPOSE, forever=FOREVER)
    read = contract(LINE)
    proposal = draft(read, clauses, find_risks(read, clauses))[0]
    assert proposal.comment == "The work is for this project. More on request. A year is enough."
    assert [edit.comment for edit in proposal.edits] == [proposal.comment, ""]


def test_what_the_leading_words_achieve_is_not_proposed_again(tmp_path: Path) -> None:
    clauses = library(tmp_path, purpose=PURPOSE, sharing=SHARING)
    read = contract(LINE)
    assert [finding.rules for finding in find_risks(read, clauses)] == [("purpose", "sharing")]
    assert redlined(read, clauses) == "Client may use the work for its own business, but not to train models with any vendor forever."
    assert "not to train with any vendor" in redlined(read, library(tmp_path / "alone", sharing=SHARING))


def test_of_two_that_want_the_same_words_the_leading_one_has_them(tmp_path: Path) -> None:
    rival = FOREVER.replace("forever)", "any purpose)").replace('"for a year"', '"one purpose"')
    clauses = library(tmp_path, purpose=PURPOSE, rival=rival)
    assert (
        redlined(contract(LINE), clauses)
        == "Client may use the work for its own business, but not to train models with any vendor forever."
    )


def test_two_that_exclude_each_other_do_not_both_write(tmp_path: Path) -> None:
    rival = FOREVER.replace('severity = "low"', 'severity = "low"\nexcludes = ["purpose"]')
    clauses = library(tmp_path, purpose=PURPOSE, forever=rival)
    read = contract(LINE)
    assert find_risks(read, clauses)[0].rules == ("purpose", "forever")
    assert redlined(read, clauses).endswith("with any vendor forever.")
