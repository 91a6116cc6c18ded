from dataclasses import replace
from pathlib import Path

import pytest

from server.clauses import Choices, draft, find_risks
from server.errors import ClauseShape
from tests.clauses.building import BAN, contract, library, redlined

SURVIVAL = """
title = "Does not survive"
[[amend]]
list = "survival"
[amend.preferred]
wording = "{section:ai/ban}"
comment = "What outlives the work is named."
[[insert]]
joins = "ai/ban"
present = ['''surviv''']
[insert.preferred]
wording = "The ban on training survives."
joined = "This Section survives termination."
"""
EVENTS = """
title = "No compute"
[[amend]]
list = "force_majeure"
present = ['''gpu''']
[amend.preferred]
wording = "GPU shortages"
"""
LAWS = EVENTS.replace("gpu", "change of law").replace('"GPU shortages"', '"""change of law\n\nEither party may then end {agreement}."""')
BODY = ("1. Work. Contractor shall work.", "2. Intellectual Property", "2.1 Title. It is assigned.", "3. General")


def lines(clauses_of: dict[str, str], tmp_path: Path, *more: str) -> list[str]:
    return redlined(contract(*BODY, *more), library(tmp_path, **clauses_of)).split("\n")


def test_a_survival_list_names_the_section_that_is_added_with_it(tmp_path: Path) -> None:
    shown = lines({"ai__ban": BAN, "ai__survival": SURVIVAL}, tmp_path, "3.1 Survival. Sections 2.1 and 3 survive.")
    assert shown[3].startswith("2.2 No AI Training.") and "survive" not in shown[3]
    assert shown[-1] == "3.1 Survival. Sections 2.1, 2.2 and 3 survive."


def test_a_section_that_stands_already_is_named_by_its_number(tmp_path: Path) -> None:
    shown = lines(
        {"ai__ban": BAN, "ai__survival": SURVIVAL}, tmp_path, "3.1 Ban. Client shall not train on it.", "3.2 Sections 1 and 2 survive."
    )
    assert shown[-1] == "3.2 Sections 1, 2, and 3.1 survive."


def test_a_list_that_covers_it_is_left_alone_and_nothing_is_added_instead(tmp_path: Path) -> None:
    clauses = library(tmp_path, ai__ban=BAN, ai__survival=SURVIVAL)
    findings = find_risks(contract(*BODY, "3.1 Survival. Sections 2 and 3 survive."), clauses)
    assert [finding.rules for finding in findings] == [("ai/ban",)]


def test_without_a_list_the_section_says_itself_that_it_survives(tmp_path: Path) -> None:
    shown = lines({"ai__ban": BAN, "ai__survival": SURVIVAL}, tmp_path)
    assert shown[3].endswith("This Section survives termination.")


def test_a_section_that_is_not_chosen_is_not_listed(tmp_path: Path) -> None:
    clauses = library(tmp_path, ai__ban=BAN, ai__survival=SURVIVAL)
    read = contract(*BODY, "3.1 Survival. Sections 2.1 and 3 survive.")
    findings = find_risks(read, clauses)
    survival = next(finding for finding in findings if finding.kind == "amend")
    assert [one for one in draft(read, clauses, findings, Choices((survival.id,))) if one.finding == survival.id] == []


def test_rules_on_one_list_lengthen_it_once(tmp_path: Path) -> None:
    text = "3.1 Force Majeure. Delay is excused by (a) war; or (b) fire. More."
    clauses = library(tmp_path, fm__compute=EVENTS, fm__law=LAWS)
    read = contract(*BODY, text)
    assert [finding.rules for finding in find_risks(read, clauses)] == [("fm/compute", "fm/law")]
    assert redlined(read, clauses).split("\n")[-1] == (
        "3.1 Force Majeure. Delay is excused by (a) war; (b) fire; (c) GPU shortages; or (d) change of law. Either party may then end this contract. More."
    )


def test_a_list_that_says_so_or_is_not_there_is_no_finding(tmp_path: Path) -> None:
    clauses = library(tmp_path, fm__compute=EVENTS)
    assert find_risks(contract(*BODY, "3.1 Force Majeure. Delay is excused by war, GPU failure or fire."), clauses) == ()
    assert find_risks(contract(*BODY), clauses) == ()
    shown = replace(contract(*BODY, "3.1 Force Majeure. Delay is excused by war or fire."), insertable=False)
    assert find_risks(shown, clauses) == ()


def test_the_id_of_an_amendment_stays_when_the_list_changes(tmp_path: Path) -> None:
    clauses = library(tmp_path, fm__compute=EVENTS)
    ids = {
        find_risks(contract(*BODY, f"3.1 Force Majeure. Delay is excused by war{more} or fire."), clauses)[0].id for more in ("", ", ice")
    }
    assert len(ids) == 1


def test_words_added_to_a_definition_may_name_the_term(tmp_path: Path) -> None:
    clause = EVENTS.replace('"force_majeure"', '"definitions"\nof = ["Deliverables"]').replace(
        '"GPU shortages"', '"No tool is part of the {words:term}."'
    )
    shown = lines({"ip__tools": clause}, tmp_path, '3.1 "Deliverables" means all work.')
    assert shown[-1] == '3.1 "Deliverables" means all work. No tool is part of the Deliverables.'


@pytest.mark.parametrize(("key", "says"), [('of = ["Work"]', "`of` belongs"), ('at = "first"', "`at` belongs")])
def test_a_key_of_another_list_is_refused(tmp_path: Path, key: str, says: str) -> None:
    with pytest.raises(ClauseShape, match=says):
        library(tmp_path, a=EVENTS.replace('list = "force_majeure"', f'list = "force_majeure"\n{key}'))
