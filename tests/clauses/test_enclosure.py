"""Annexes filled with the contract's own names, terms, law and spelling, and proposed with the words that refer to them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from server.clauses import Choices, Library, choose, draft, fill_alone, find_risks, load_library
from server.clauses.enclosure import fill_annex
from server.clauses.wording import Writer
from server.errors import WordingError
from server.model import Annex, AnnexTable, Contract, Proposal
from tests.clauses.building import contract, library

BUILT_IN = load_library()
NAMES = sorted(BUILT_IN.annexes)
DEFAULTS = {
    "subprocessor_notice": "14 days",
    "personal_data_deletion": "30 days",
    "processor_audit_notice": "14 days",
    "acceptance_period": "ten business days",
    "handover_questions": "ten business days",
}
BODY = (
    "Agreement",
    "1. Work. The Contractor works for the Client.",
    '2. Definitions. "Work Product" means all work. "AI System" means any model.',
)


def filled(name: str, read: Contract, label: str = "Schedule 1") -> Annex:
    return fill_annex(BUILT_IN.annexes[name], read, Writer(read, DEFAULTS), label)


def text(annex: Annex) -> str:
    return "\n".join(annex.texts)


def test_the_five_annexes_are_there() -> None:
    assert NAMES == [
        "ai_training_addendum",
        "background_ip_schedule",
        "data_processing_agreement",
        "handover_checklist",
        "milestone_schedule",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_to_fill_in_but_the_cells_of_tables(name: str) -> None:
    for annex in (filled(name, contract(*BODY)), fill_alone(BUILT_IN, name)):
        assert not re.search(r"[{}\[\]_]|to be completed|TBD", text(annex))
        assert all(block.text for block in annex.blocks if not isinstance(block, AnnexTable))


@pytest.mark.parametrize("name", NAMES)
def test_every_term_with_a_capital_is_defined_in_the_annex_or_by_the_contract(name: str) -> None:
    shown = text(filled(name, contract(*BODY))).partition("\n")[2]
    defined = {
        *re.findall(r'"([A-Z][^"]+)"', shown),
        "Work Product",
        "AI System",
        "Phase 1",
        "Phase 2",
        "Client",
        "Contractor",
        "Agreement",
        "Schedule",
        "AI",
        "IP",
    }
    known = {
        "GDPR",
        "Article",
        "Articles",
        "Regulation",
        "EU",
        "UK",
        "United",
        "Kingdom",
        "Implementing",
        "Decision",
        "International",
        "Data",
        "Transfer",
        "Phase",
    }
    words = {word for term in defined for word in term.split()} | known
    used = set(re.findall(r"(?<=[a-z,] )[A-Z][A-Za-z]+", shown))
    assert used - words == set()


def test_the_contracts_names_terms_and_spelling_are_used() -> None:
    read = contract(*BODY, me="Consultant", them="Company", spelling="uk", duty="will")
    shown = text(filled("ai_training_addendum", read, "Annex 2"))
    assert "Annex 2: Prohibition on AI Training" in shown
    assert "Company will not use Protected Material" in shown
    assert "the Work Product, in draft and final form" in shown
    assert "licence" in shown and "this Annex" in shown
    assert "this Addendum" not in shown


def test_a_term_that_the_contract_defines_is_not_defined_again_and_the_numbers_close_up() -> None:
    shown = filled("ai_training_addendum", contract(*BODY))
    labels = [block.label for block in shown.blocks if not isinstance(block, AnnexTable) and block.level == 1]
    assert labels[:3] == ["1.1", "1.2", "2.1"]
    assert '"AI System" means' not in text(shown)
    assert '"AI System" means' in text(filled("ai_training_addendum", contract("1. Work. The Contractor works.")))


@pytest.mark.parametrize(
    ("law", "there", "not_there"),
    [
        ("Germany", "Regulation (EU) 2016/679 (the", "International Data Transfer Agreement"),
        ("German", "the national law that supplements it", "UK"),
        ("England and Wales", "the UK GDPR and the Data Protection Act 2018", "2021/914"),
        ("Texas", "where they apply", "Data Protection Act 2018"),
    ],
)
def test_the_data_processing_agreement_follows_the_governing_law(law: str, there: str, not_there: str) -> None:
    shown = text(filled("data_processing_agreement", replace(contract(*BODY), jurisdiction=law)))
    assert there in shown
    assert not_there not in shown


@pytest.mark.parametrize(
    "content",
    [
        "documented instructions",
        "bound to confidentiality",
        "Article 32 of the GDPR",
        "sub-processor",
        "request of a data subject",
        "Articles 32 to 36",
        "delete or return all personal data",
        "contribute to audits",
        "infringes Data Protection Law",
        "Types of personal data",
        "Categories of data subjects",
        "Subject matter and purpose",
        "Duration",
        "Nature of the processing",
        "without undue delay",
    ],
)
def test_the_data_processing_agreement_has_what_article_28_asks_for(content: str) -> None:
    assert content in text(filled("data_processing_agreement", contract(*BODY)))


def test_a_letter_between_you_and_us_reads_as_one() -> None:
    shown = text(filled("milestone_schedule", contract("You build a model for us.", me="you", them="we")))
    assert "We shall pay the share of a phase" in shown
    assert "What you deliver" in shown
    assert "your invoice. You may send" in shown


# ---------------------------------------------------------------- alone
def test_alone_it_says_who_signs_what() -> None:
    read = replace(contract(*BODY, agreement="this Agreement"), title="Services Agreement")
    alone = fill_alone(BUILT_IN, "ai_training_addendum", read)
    tables = [block.rows for block in alone.blocks if isinstance(block, AnnexTable)]
    assert tables[0][3] == ("The Agreement", "Services Agreement")
    assert tables[-1][1] == ("Signature:", "Signature:")
    assert alone.label == ""
    assert "This Addendum is part of the Agreement between" in text(alone)


def test_alone_a_name_that_the_form_leaves_blank_stays_blank() -> None:
    read = contract(*BODY)
    parties = tuple(replace(party, name="{company_name}") for party in read.parties)
    alone = fill_alone(BUILT_IN, "milestone_schedule", replace(read, parties=parties))
    assert [row[1] for row in alone.blocks[1].rows[1:3]] == ["", ""]  # type: ignore[union-attr]


def test_an_unknown_annex_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(WordingError, match="no annex 'dpa'") as wrong:
        fill_alone(BUILT_IN, "dpa")
    assert "data_processing_agreement" in wrong.value.hint


# ---------------------------------------------------------------- proposed
APPEND = """
title = "No data processing agreement"
[[append]]
annex = "data_processing_agreement"
heading = "Data Protection"
present = ['''data processing agreement''']
[append.preferred]
wording = "{me} shall process personal data only as {annex} (Data Processing Agreement) provides."
comment = "{annex} has the contents that the law asks for."
[append.fallback]
annex = false
wording = "The Client's data processing agreement applies."
"""
SCHEDULE = """
title = "No background IP"
[[insert]]
annex = "background_ip_schedule"
heading = "Background IP"
present = ['''background ip''']
[insert.preferred]
annex = false
wording = "{me} shall keep its Background IP."
[insert.fallback]
wording = "{me} shall keep the Background IP in {annex}."
"""


def proposed(read: Contract, clauses: Library, rung: str = "preferred") -> list[Proposal]:
    findings = find_risks(read, clauses)
    made = draft(read, clauses, findings, Choices(rung=rung))  # type: ignore[arg-type]
    return [one for one in made if one.rung == rung]


def test_an_annex_comes_with_the_provision_that_refers_to_it(tmp_path: Path) -> None:
    clauses = library(tmp_path, data__dpa=APPEND)
    (proposal,) = proposed(contract(*BODY), clauses)
    reference, behind = proposal.insertions
    assert (
        reference.paragraphs[0].text
        == "3. Data Protection. The Contractor shall process personal data only as Exhibit A (Data Processing Agreement) provides."
    )
    assert behind.annex is not None
    assert (behind.after, behind.annex.label, behind.paragraphs) == (2, "Exhibit A", ())
    assert proposal.comment == "Exhibit A has the contents that the law asks for."
    assert "subprocessor_notice" in proposal.parameters
    assert choose(find_risks(contract(*BODY), clauses), clauses, "all")[1] == ()


def test_a_rung_may_do_without_its_annex(tmp_path: Path) -> None:
    (proposal,) = proposed(contract(*BODY), library(tmp_path, data__dpa=APPEND), "fallback")
    assert [one.annex for one in proposal.insertions] == [None]


def test_labels_are_given_to_the_annexes_that_will_be_there(tmp_path: Path) -> None:
    clauses = library(tmp_path, data__dpa=APPEND, background=SCHEDULE)
    labels = {
        rung: [one.annex.label for p in proposed(contract(*BODY), clauses, rung) for one in p.insertions if one.annex]
        for rung in ("preferred", "fallback")
    }
    assert labels == {"preferred": ["Exhibit A"], "fallback": ["Exhibit A"]}


def test_an_annex_without_words_of_its_own_carries_the_comment_itself(tmp_path: Path) -> None:
    clause = APPEND[: APPEND.index("wording")] + 'comment = "A reason."\n'
    (proposal,) = proposed(contract(*BODY), library(tmp_path, data__dpa=clause))
    assert [(one.annex is not None, one.comment) for one in proposal.insertions] == [(True, "A reason.")]


def test_a_parameter_of_the_annex_is_one_of_the_library() -> None:
    read = contract(*BODY)
    alone = fill_alone(BUILT_IN, "data_processing_agreement", read, {"subprocessor_notice": "20 days"})
    assert "gives 20 days' notice" in text(alone)
    assert "subprocessor_notice" in {parameter.name for parameter in BUILT_IN.parameters}


def test_the_look_is_that_of_running_text_headings_and_title() -> None:
    read = contract(
        "SERVICES AGREEMENT",
        "1. Work",
        "The Contractor does all the work that the Client asks for in writing, as it is described in the order.",
    )
    samples = filled("milestone_schedule", replace(read, title="SERVICES AGREEMENT")).samples
    assert (samples.text, samples.title) == (2, 0)
    assert text(filled("milestone_schedule", replace(read, title="SERVICES AGREEMENT"))).startswith("SCHEDULE 1: MILESTONE SCHEDULE")
