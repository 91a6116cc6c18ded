from pathlib import Path

import pytest

from server.clauses import Choices, draft, find_risks, load_library
from server.errors import WordingError
from tests.clauses.building import SIMPLE, contract, library, redlined

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


def test_a_whole_contract_reads_as_one_hand_wrote_it() -> None:
    read = contract(*ICA, them="Company", quotes="curly", duty="will")
    lines = redlined(read, load_library()).split("\n")
    assert lines[5].startswith("2.3 License Back.  Company grants Contractor a non-exclusive")
    assert lines[6].startswith("2.4 No AI Training.  Company will not, during or after the term of this Agreement, use the Work Product")
    assert lines[9].startswith("3.2 Residuals.  Contractor may use general knowledge")
    assert lines[11].startswith("4.1 Damages Waiver.  Under no circumstances will either party be liable")
    assert lines[12].startswith("4.2 Liability Cap.  Each party’s total liability for claims")
    assert lines[13].endswith(
        "to the extent prohibited by law, or Company’s obligation to pay fees or liability for breach of Section 2.4 (No AI Training)."
    )
    assert not [line for line in lines if "{" in line or "'" in line]


def test_a_section_that_is_not_chosen_is_not_referred_to() -> None:
    read = contract(*ICA, them="Company", quotes="curly", duty="will")
    clauses = load_library()
    findings = find_risks(read, clauses)
    caps = tuple(finding.id for finding in findings if "liability/liability_cap" in finding.rules)
    texts = [edit.new for one in draft(read, clauses, findings, Choices(chosen=caps)) if one.finding in caps for edit in one.edits]
    assert any("obligation to pay fees" in text for text in texts)
    assert not any("No AI Training" in text for text in texts)


def test_only_the_chosen_provisions_share_the_numbers() -> None:
    read = contract(*ICA, them="Company")
    clauses = load_library()
    findings = find_risks(read, clauses)
    ban = next(finding.id for finding in findings if finding.rules == ("ai_training/training_prohibition",))
    proposals = draft(read, clauses, findings, Choices(chosen=(ban,)))
    label = next(one.insertions[0].paragraphs[0].label for one in proposals if one.finding == ban)
    assert label == "2.3"


def test_a_proposal_of_every_rung_says_which_parameters_it_uses() -> None:
    read = contract("Contractor's liability shall be unlimited.")
    clauses = load_library()
    proposals = draft(read, clauses, find_risks(read, clauses), Choices(values={"cap_multiple": "3"}))
    assert [(one.rung, one.parameters) for one in proposals] == [("preferred", ()), ("fallback", ("cap_multiple", "data_breach_multiple"))]
    assert "three times the amounts" in proposals[1].edits[0].new
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


def test_a_parameter_out_of_bounds_is_an_error() -> None:
    with pytest.raises(WordingError, match="at most 5"):
        draft(contract("x"), load_library(), (), Choices(values={"cap_multiple": "9"}))


def test_the_same_contract_is_drafted_the_same_twice() -> None:
    clauses = load_library()
    first, second = (draft(read, clauses, find_risks(read, clauses)) for read in (contract(*ICA), contract(*ICA)))
    assert first == second
