from pathlib import Path

import pytest

from server.clauses import Choices, Library, draft, find_risks, load_library
from server.errors import WordingError
from tests.clauses.building import BACK, BAN, CAP, SIMPLE, contract, library, redlined

ICA = (
    "1. Services",
    "1.1 Work.  Contractor will perform the Services and deliver the Work Product to Company.",
    "2. Intellectual Property",
    "2.1 Work Product.  Contractor hereby assigns to Company all right, title and interest in the Work Product.",
    "2.2 Moral Rights.  Contractor waives all moral rights in the Work Product.",
    "3. Confidentiality",
    "3.1 Duty.  Contractor will keep Confidential Information strictly confidential.",
    "4. Liability",
    "4.1 Damages Waiver.  Under no circumstances will Company be liable for consequential damages, see Section 4.2 (Liability Cap).",
    "4.2 Liability Cap.  Company’s total liability for claims, subject to Section 4.3 (Exceptions), will not be more than the fees paid.",
    "4.3 Exceptions.  Nothing in this Agreement will limit a party’s liability to the extent prohibited by law.",
)


@pytest.fixture
def clauses(tmp_path: Path) -> Library:
    return library(tmp_path, ai__ban=BAN, ip__back=BACK, liability__cap=CAP)


def test_a_whole_contract_reads_as_one_hand_wrote_it(clauses: Library) -> None:
    read = contract(*ICA, them="Company", quotes="curly", duty="will")
    lines = redlined(read, clauses).split("\n")
    assert lines[5] == "2.3 No AI Training.  Company will not use the Work Product to train any machine-learning system."
    assert lines[6] == "2.4 License Back.  Company grants Contractor a license back to Contractor’s general tools."
    assert lines[11].startswith("4.2 Liability Cap.  Each party’s total liability for claims")
    assert lines[12].endswith(
        "to the extent prohibited by law, or Company’s obligation to pay fees or liability for breach of Section 2.3 (No AI Training)."
    )


def test_a_section_that_is_not_chosen_is_not_referred_to(clauses: Library) -> None:
    read = contract(*ICA, them="Company", quotes="curly", duty="will")
    findings = find_risks(read, clauses)
    caps = tuple(finding.id for finding in findings if "liability/cap" in finding.rules)
    texts = [edit.new for one in draft(read, clauses, findings, Choices(chosen=caps)) if one.finding in caps for edit in one.edits]
    assert any(text.endswith("obligation to pay fees") for text in texts)


def test_only_the_chosen_provisions_share_the_numbers(clauses: Library) -> None:
    read = contract(*ICA, them="Company")
    findings = find_risks(read, clauses)
    back = next(finding.id for finding in findings if finding.rules == ("ip/back",))
    proposals = draft(read, clauses, findings, Choices(chosen=(back,)))
    assert next(one.insertions[0].paragraphs[0].label for one in proposals if one.finding == back) == "2.3"


def test_a_proposal_of_every_rung_says_which_parameters_it_uses(clauses: Library) -> None:
    read = contract("Client's total liability is limited to the fees. Contractor works.")
    findings = [finding for finding in find_risks(read, clauses) if finding.rules == ("liability/cap",)]
    proposals = draft(read, clauses, findings, Choices(values={"multiple": "3"}))
    assert [(one.rung, one.parameters) for one in proposals] == [("preferred", ()), ("fallback", ("multiple",))]
    assert "three times the fees" in proposals[1].edits[0].new
    assert proposals[0].comment and proposals[0].note and proposals[0].edits[0].comment == proposals[0].comment


def test_a_comment_never_tells_the_fallback() -> None:
    for clause in load_library().clauses:
        for block in (*clause.replace, *clause.insert):
            for rung in block.rungs.values():
                assert not any(word in rung.comment.lower() for word in ("fallback", "fall back", "floor", "retreat", "refuse", "give up"))


def test_a_rung_whose_parameter_has_no_value_is_left_out(tmp_path: Path) -> None:
    clauses = library(
        tmp_path,
        a=SIMPLE.replace('"bark"', '"bark in {param:city}"') + '[replace.fallback]\nwording = "sit"\n[parameters.city]\ntype = "text"\n',
    )
    read = contract("Client may bite.")
    findings = find_risks(read, clauses)
    assert [one.rung for one in draft(read, clauses, findings)] == ["fallback"]
    assert redlined(read, clauses, city="Oslo") == "Client may bark in Oslo."


def test_a_parameter_out_of_bounds_is_an_error(clauses: Library) -> None:
    with pytest.raises(WordingError, match="at most 5"):
        draft(contract("x"), clauses, (), Choices(values={"multiple": "9"}))


def test_the_same_contract_is_drafted_the_same_twice(clauses: Library) -> None:
    first, second = (draft(read, clauses, find_risks(read, clauses)) for read in (contract(*ICA), contract(*ICA)))
    assert first == second


DELETION = """
title = "No deletion"
[[insert]]
joins = "ai/ban"
turn = 2
present = ['''delete''']
[insert.preferred]
wording = "{them} shall delete the work from its models."
joined = "On termination, {them} shall delete it."
"""
MEANING = (
    DELETION.replace("turn = 2", 'turn = 1\nplace = ["definitions", "end"]')
    .replace("delete'", "AI System'")
    .replace(
        '"{them} shall delete the work from its models."\njoined = "On termination, {them} shall delete it."',
        """'''"AI System" means any machine-learning system.'''""",
    )
)
TITLED = ("1. Services. Contractor shall work.", "2. Intellectual Property", "2.1 Title. Contractor keeps it.")


def test_what_joins_a_section_is_in_it_and_in_its_finding(tmp_path: Path) -> None:
    clauses = library(tmp_path, ai__ban=BAN, ai__deletion=DELETION, ai__meaning=MEANING)
    read = contract(*TITLED)
    assert [finding.rules for finding in find_risks(read, clauses)] == [("ai/ban", "ai/meaning", "ai/deletion")]
    assert redlined(read, clauses).split("\n")[3:] == [
        '2.2 No AI Training. Client shall not use the work to train any AI System. "AI System" means any machine-learning system. '
        "On termination, Client shall delete it."
    ]


def test_a_definition_that_joins_goes_among_the_contracts_definitions(tmp_path: Path) -> None:
    clauses = library(tmp_path, ai__ban=BAN, ai__meaning=MEANING)
    read = contract("1. Definitions", '1.1 "Fees" means money.', '1.2 "Work" means all of it.', *TITLED[1:])
    lines = redlined(read, clauses).split("\n")
    assert lines[3] == '1.3 "AI System" means any machine-learning system.'
    assert lines[6] == "2.2 No AI Training. Client shall not use the work to train any AI System."


def test_where_a_section_has_its_own_heading_line_each_part_is_a_paragraph_below(tmp_path: Path) -> None:
    clauses = library(tmp_path, ai__ban=BAN.replace('"sub-clause of:intellectual_property", ', ""), ai__deletion=DELETION)
    assert redlined(contract(*TITLED), clauses).split("\n")[3:] == [
        "3. No AI Training",
        "3.1 Client shall not use the work to train any machine-learning system.",
        "3.2 On termination, Client shall delete it.",
    ]


def test_what_joins_stands_alone_where_the_other_protection_is_there(tmp_path: Path) -> None:
    clauses = library(tmp_path, ai__ban=BAN, ai__deletion=DELETION)
    read = contract(*TITLED, "2.2 Ban. Client shall not train models on it.")
    assert redlined(read, clauses).split("\n")[-1].endswith("Client shall delete the work from its models.")
