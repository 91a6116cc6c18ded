from dataclasses import replace
from pathlib import Path

from server.clauses import draft, find_risks
from tests.clauses.building import SIMPLE, contract, library, redlined

SEVERE = """
title = "A worse phrase"
severity = "critical"
priority = "must"
source = ["G3"]
why = "{them} bites."
[[law]]
text = "Dogs are not to bite."
jurisdiction = "California"
as_of = "2026-05"
[[replace]]
any = ['''(?P<here>without warning)''']
scope = "match"
[replace.preferred]
wording = "after a warning"
"""


def test_rules_on_one_sentence_are_one_finding_led_by_the_most_severe(tmp_path: Path) -> None:
    clauses = library(tmp_path, dogs__bite=SIMPLE, dogs__warn=SEVERE)
    read = contract("Client may bite without warning. Client may bite.")
    findings = find_risks(read, clauses)
    assert [(one.rules, one.severity, one.priority) for one in findings] == [
        (("dogs/warn", "dogs/bite"), "critical", "must"),
        (("dogs/bite",), "medium", "should"),
    ]
    assert findings[0].quote == "Client may bite without warning"
    assert findings[0].why == "Client bites."
    assert redlined(read, clauses) == "Client may bark after a warning. Client may bark."


def test_ids_stay_when_other_findings_come_in(tmp_path: Path) -> None:
    clauses = library(tmp_path, dogs__bite=SIMPLE)
    before = find_risks(contract("Client may bite."), clauses)
    after = find_risks(contract("If so, Client may bite hard.", "Client may bite.", "Client may bite."), clauses)
    assert before[0].id in {finding.id for finding in after}
    assert len({finding.id for finding in after}) == 3


def test_law_is_shown_where_it_applies(tmp_path: Path) -> None:
    clauses = library(tmp_path, dogs__warn=SEVERE)
    read = contract("Client may bite without warning.")
    assert [law.as_of for law in find_risks(replace(read, jurisdiction="State of California"), clauses)[0].law] == ["2026-05"]
    assert find_risks(replace(read, jurisdiction="Ontario"), clauses)[0].law == ()


def test_no_two_edits_of_a_finding_touch_the_same_words(tmp_path: Path) -> None:
    whole = SIMPLE.replace('scope = "match"', 'scope = "sentence"').replace('title = "A phrase"', 'title = "W"\nseverity = "high"')
    clauses = library(tmp_path, a=SIMPLE, b=whole)
    read = contract("Client may bite.")
    proposals = draft(read, clauses, find_risks(read, clauses))
    assert [len(proposal.edits) for proposal in proposals] == [1]
    assert redlined(read, clauses) == "Bark."
