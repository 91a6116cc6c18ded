from pathlib import Path

import pytest

from server.clauses import find_risks
from tests.clauses.building import SIMPLE, contract, library, redlined

SENTENCE = """
title = "Blame"
[[replace]]
any = ['''{me} (?:shall|will) be blamed''']
unless = ['''not''', '''{them} (?:shall|will) be blamed''']
scope = "SCOPE"
[replace.preferred]
wording = "nobody shall be blamed"
"""


def test_only_the_group_named_here_changes(tmp_path: Path) -> None:
    read = contract("The dog of Client sleeps. Client may bite. Contractor may bite.")
    assert redlined(read, library(tmp_path, a=SIMPLE)) == "The dog of Client sleeps. Client may bark. Contractor may bite."


def test_every_place_in_a_sentence_is_one_finding_with_all_its_changes(tmp_path: Path) -> None:
    clauses = library(tmp_path, a=SIMPLE)
    read = contract("Client may bite here, and Client may bite there.", "Client may bite.")
    assert len(find_risks(read, clauses)) == 2
    assert redlined(read, clauses) == "Client may bark here, and Client may bark there.\nClient may bark."


@pytest.mark.parametrize(
    ("scope", "text", "becomes"),
    [
        (
            "sentence",
            "2.1 Blame. All is well. Contractor will be blamed for it. The end.",
            "2.1 Blame. All is well. Nobody shall be blamed. The end.",
        ),
        ("paragraph", "2. Contractor will be blamed for it. The end.", "2. Nobody shall be blamed."),
        ("match", "If it fails, Contractor will be blamed for it.", "If it fails, nobody shall be blamed for it."),
        (
            "item",
            "It rains and (a) dogs bark; (b) Contractor will be blamed; and (c) cats sleep.",
            "It rains and (a) dogs bark; (b) nobody shall be blamed; and (c) cats sleep.",
        ),
    ],
)
def test_a_scope_says_what_the_wording_replaces(tmp_path: Path, scope: str, text: str, becomes: str) -> None:
    read = contract(text, duty="shall")
    assert redlined(read, library(tmp_path, a=SENTENCE.replace("SCOPE", scope))) == becomes


@pytest.mark.parametrize(
    "text",
    [
        "Contractor will be blamed, but not much.",
        "Contractor will be blamed and Client shall be blamed.",
        "Client will be blamed.",
        "WHEREAS Contractor will be blamed for it;",
        '"Scapegoat" means the one who, like Contractor, will be blamed, so Contractor will be blamed.',
    ],
)
def test_protective_words_other_sides_recitals_and_definitions_are_no_risk(tmp_path: Path, text: str) -> None:
    assert find_risks(contract(text), library(tmp_path, a=SENTENCE.replace("SCOPE", "sentence"))) == ()


def test_a_list_item_is_read_after_the_words_that_lead_into_it(tmp_path: Path) -> None:
    clauses = library(tmp_path, a=SIMPLE.replace("{them} may ", "{them} may: .*"))
    read = contract("3. Dogs. Client may:", "(a) sleep;", "(b) bite; and", "(c) bark.")
    assert redlined(read, clauses).split("\n")[2] == "(b) bark; and"


def test_a_protection_elsewhere_makes_the_words_harmless(tmp_path: Path) -> None:
    clauses = library(tmp_path, a=SIMPLE.replace('scope = "match"', "scope = \"match\"\npresent = ['''all dogs are muzzled''']"))
    assert find_risks(contract("Client may bite.", "All dogs are muzzled."), clauses) == ()
    assert len(find_risks(contract("Client may bite.", "All dogs are free."), clauses)) == 1


def test_struck_words_leave_no_double_space(tmp_path: Path) -> None:
    clauses = library(tmp_path, a=SIMPLE.replace("(?P<here>bite)", "bite (?P<here>hard)").replace('"bark"', '""'))
    assert redlined(contract("Client may bite hard and often."), clauses) == "Client may bite and often."
    assert redlined(contract("Client may bite hard."), clauses) == "Client may bite."


def test_words_are_put_in_at_an_empty_group(tmp_path: Path) -> None:
    clauses = library(tmp_path, a=SIMPLE.replace("(?P<here>bite)", "bite(?P<here>)").replace('"bark"', '"softly"'))
    assert redlined(contract("Client may bite, and run."), clauses) == "Client may bite softly, and run."


def test_a_shouting_provision_is_answered_in_capitals(tmp_path: Path) -> None:
    clauses = library(tmp_path, a=SENTENCE.replace("SCOPE", "sentence"))
    assert redlined(contract("IN ANY CASE CONTRACTOR WILL BE BLAMED FOR IT.", duty="shall"), clauses) == "NOBODY SHALL BE BLAMED."


def test_a_section_is_searched_across_its_paragraphs(tmp_path: Path) -> None:
    across = SIMPLE.replace("{them} may (?P", r"{them} may run\.\s+1\.2 It may (?P").replace(
        'scope = "match"', 'scope = "match"\nwithin = "section"'
    )
    read = contract("1. Dogs", "1.1 Client may run.", "1.2 It may bite.", "2. Cats", "2.1 They sleep.")
    assert redlined(read, library(tmp_path, a=across)).split("\n")[2] == "1.2 It may bark."


def test_words_put_in_among_capitals_are_capitals(tmp_path: Path) -> None:
    clauses = library(tmp_path, a=SIMPLE.replace("(?P<here>bite)", "bite(?P<here>)").replace('"bark"', '"softly"'))
    assert redlined(contract("IN THAT CASE AND IN NO OTHER CASE CLIENT MAY BITE."), clauses).endswith("CLIENT MAY BITE SOFTLY.")


def test_a_pattern_that_names_a_side_by_its_name_matches_it(tmp_path: Path) -> None:
    text = SIMPLE.replace("{them} may", "Client may").replace('scope = "match"', "scope = \"match\"\nunless = ['''{me} agrees''']")
    read = contract("Client may bite.", "Client may bite if Contractor agrees.")
    assert redlined(read, library(tmp_path, a=text)) == "Client may bark.\nClient may bite if Contractor agrees."


BROAD = (
    SIMPLE
    + """
[[replace]]
otherwise = true
any = ['''\\bbite''']
[replace.preferred]
wording = "Nobody bites."
"""
)


def test_an_otherwise_block_leaves_sentences_that_a_block_before_it_has_found(tmp_path: Path) -> None:
    clauses = library(tmp_path, a=BROAD)
    read = contract("Client may bite here. Contractor must endure a bite.")
    assert redlined(read, clauses) == "Client may bark here. Nobody bites."
