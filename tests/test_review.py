"""The flow, end to end: one-line contracts, a library of four small clauses, findings, a proved redline, verification."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from server.clauses import Library
from server.errors import NotADocx, ProofError, WordingError
from server.review import Redlined, Request, Selection, check_library, library, redline, review, verify
from server.word import open_docx
from tests.docx_language import docx, package, paragraph, run
from tests.doors import WARRANTY
from tests.marking import ME, shown, texts, xml

CLAUSES = {
    "test/warranty": WARRANTY,
    "test/payment": """
title = "Late payment"
[[replace]]
any = ['''within (?P<here>ninety days)''']
scope = "match"
[replace.preferred]
wording = "thirty days"
comment = "Thirty days are usual."
""",
    "test/cap": """
title = "No ceiling on liability"
severity = "critical"
priority = "must"
[[insert]]
present = ['''liability is limited''']
heading = "Liability"
[insert.preferred]
wording = "{me}'s liability is limited to the Fees."
short = "{me}'s liability is limited to the Fees due under {section:test/payment}."
comment = "A ceiling is usual."
""",
    "test/trust": """
title = "Payment on trust"
priority = "nice"
excludes = ["test/payment"]
[[replace]]
any = ['''in good faith''']
scope = "match"
[replace.preferred]
wording = "fairly"
""",
}
CONTRACT = (
    'This Agreement is between Acme Ltd ("Client") and Jane Doe ("Contractor").',
    "1. Services. Contractor builds the model.",
    "2. Warranty. Contractor gives **unlimited warranty** for the model.",
    "3. Payment. Client pays within ninety days of the invoice. Client checks it in good faith.",
)


@pytest.fixture
def clauses(tmp_path: Path) -> Library:
    for name, text in CLAUSES.items():
        file = tmp_path / "clauses" / f"{name}.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return library(only=[tmp_path / "clauses"])


def marked(library: Library, data: bytes | None = None, **wishes: object) -> Redlined:
    return redline(data or docx(*CONTRACT), replace(Request(library, ME), **wishes))  # type: ignore[arg-type]


def found(clauses: Library, rule: str, data: bytes | None = None) -> str:
    """The id of a rule's finding."""
    return next(f.id for f in review(data or docx(*CONTRACT), clauses).review.findings if rule in f.rules)


# ---------------------------------------------------------------- reading
def test_a_review_lists_findings_the_musts_and_the_gravest_first(clauses: Library) -> None:
    findings = review(docx(*CONTRACT), clauses).review.findings
    assert [f.rules[0] for f in findings] == ["test/cap", "test/warranty", "test/payment", "test/trust"]
    warranty = findings[1]
    assert (warranty.kind, warranty.quote, warranty.anchor.paragraph) == ("replace", "unlimited warranty", 2)
    assert warranty.why == "Contractor would answer for the work for ever."


def test_a_review_proposes_every_rung_with_its_word_diff(clauses: Library) -> None:
    seen = review(docx(*CONTRACT), clauses).review
    warranty = next(f.id for f in seen.findings if f.rules == ("test/warranty",))
    proposals = [p for p in seen.proposals if p.finding == warranty]
    assert [p.rung for p in proposals] == ["preferred", "floor"]
    assert [e.new for p in proposals for e in p.edits] == ["warranty of 30 days", "limited warranty"]
    assert all(e.changes for p in proposals for e in p.edits)


def test_a_review_fills_in_the_users_own_values(clauses: Library) -> None:
    seen = review(docx(*CONTRACT), clauses, settings={"warranty_days": "90"}).review
    assert any(e.new == "warranty of 90 days" for p in seen.proposals for e in p.edits)


def test_a_review_says_what_the_file_is(clauses: Library) -> None:
    document = review(docx(*CONTRACT, "{+5. More.+}"), clauses).document
    assert (document.insertions, document.authors) == (1, ("Other",))


def test_what_is_no_docx_is_an_error(clauses: Library) -> None:
    with pytest.raises(NotADocx):
        review(b"%PDF-1.7 and so on", clauses)


# ---------------------------------------------------------------- choosing and marking
def test_everything_is_marked_and_proved(clauses: Library) -> None:
    made = marked(clauses)
    assert made.proof.holds
    assert shown(made.data)[2] == "2. Warranty. Contractor gives [-unlimited warranty-]{+warranty of 30 days+} for the model."
    assert shown(made.data)[3].startswith("3. Payment. Client pays within [-ninety-]{+thirty+} days of the invoice.")
    assert [f.id for f in made.review.findings if f.id in made.applied] == list(made.applied) or set(made.applied)
    assert len(made.applied) == 3


def test_of_two_rules_that_exclude_each_other_the_lesser_is_skipped(clauses: Library) -> None:
    made = marked(clauses, select="all")
    assert [(s.finding, s.reason) for s in made.skipped] == [(found(clauses, "test/trust"), "excluded")]
    assert "in good faith" in texts(made.data)[3]


def test_musts_alone_leave_the_rest_of_the_contract_as_it_is(clauses: Library) -> None:
    made = marked(clauses, select="must")
    assert texts(made.data)[3] == CONTRACT[3]
    assert set(made.applied) == {found(clauses, "test/cap"), found(clauses, "test/warranty")}


def test_findings_are_chosen_by_their_ids_or_their_rules(clauses: Library) -> None:
    by_id = marked(clauses, select=found(clauses, "test/payment"))
    by_rule = marked(clauses, select="test/payment")
    assert by_id.applied == by_rule.applied == (found(clauses, "test/payment"),)
    assert by_id.data == by_rule.data


def test_a_choice_that_does_not_exist_is_an_error(clauses: Library) -> None:
    with pytest.raises(WordingError):
        marked(clauses, select="test/nothing")


def test_nothing_chosen_gives_the_document_back(clauses: Library) -> None:
    made = marked(clauses, selections=())
    assert made.applied == ()
    assert open_docx(made.data).parts == open_docx(docx(*CONTRACT)).parts


def test_the_rung_asked_for_is_taken_or_the_nearest_there_is(clauses: Library) -> None:
    made = marked(clauses, rung="fallback")
    assert shown(made.data)[2] == "2. Warranty. Contractor gives [-unlimited-]{+limited+} warranty for the model."
    assert "thirty" in shown(made.data)[3]


def test_comments_stand_on_the_changes_unless_they_are_not_wanted(clauses: Library) -> None:
    with_comments, without = marked(clauses), marked(clauses, comments=False)
    assert "A warranty needs an end." in xml(with_comments.data, "word/comments.xml")
    assert "word/comments.xml" not in open_docx(without.data).parts
    assert texts(with_comments.data) == texts(without.data)


def test_what_is_only_for_the_user_is_never_written(clauses: Library) -> None:
    data = marked(clauses).data
    assert not any(b"The floor is a warranty by law" in part for part in open_docx(data).parts.values())


# ---------------------------------------------------------------- wordings of the user's own
def test_a_selection_names_the_rung_of_its_finding(clauses: Library) -> None:
    made = marked(clauses, selections=(Selection(found(clauses, "test/warranty"), "floor"),))
    assert shown(made.data)[2] == "2. Warranty. Contractor gives [-unlimited-]{+limited+} warranty for the model."
    assert len(made.applied) == 1


def test_the_users_own_text_replaces_the_paragraph_by_word(clauses: Library) -> None:
    own = "2. Warranty. Contractor gives a warranty for the model."
    made = marked(clauses, selections=(Selection(found(clauses, "test/warranty"), text=own),))
    assert texts(made.data)[2] == own
    assert shown(made.data)[2] == "2. Warranty. Contractor gives [-unlimited-]{+a+} warranty for the model."


def test_the_users_own_text_replaces_new_paragraphs(clauses: Library) -> None:
    made = marked(clauses, selections=(Selection(found(clauses, "test/cap"), text="4. Ceiling. Liability ends at the Fees."),))
    assert texts(made.data)[4:] == ["4. Ceiling. Liability ends at the Fees."]
    assert made.proof.holds


def test_the_users_own_comment_stands_instead_of_ours(clauses: Library) -> None:
    made = marked(clauses, selections=(Selection(found(clauses, "test/payment"), comment="As agreed by telephone."),))
    comments = xml(made.data, "word/comments.xml")
    assert "As agreed by telephone." in comments
    assert "Thirty days are usual." not in comments


def test_a_selection_can_go_without_a_comment(clauses: Library) -> None:
    made = marked(clauses, selections=(Selection(found(clauses, "test/payment"), comment=False),))
    assert "word/comments.xml" not in open_docx(made.data).parts


# ---------------------------------------------------------------- what does not fit, what can't be written
def test_a_finding_whose_words_are_taken_is_skipped_and_the_rest_is_drafted_again(clauses: Library) -> None:
    warranty, payment, cap = (found(clauses, f"test/{rule}", BOTH) for rule in ("warranty", "payment", "cap"))
    own = "2. Terms. Client pays as it likes."
    chosen = (Selection(warranty, text=own), Selection(payment), Selection(cap))
    made = marked(clauses, BOTH, selections=chosen)
    assert [(s.finding, s.reason) for s in made.skipped] == [(payment, "overlaps")]
    assert set(made.applied) == {warranty, cap}
    assert texts(made.data)[2] == own
    assert texts(made.data)[4].endswith("Contractor's liability is limited to the Fees.")
    together = marked(clauses, BOTH, selections=(Selection(payment), Selection(cap)))
    assert texts(together.data)[4].endswith("limited to the Fees due under 2.")


BOTH = docx(
    *CONTRACT[:2],
    "2. Terms. Contractor gives unlimited warranty for the model. Client pays within ninety days of the invoice.",
    "3. Law. This Agreement is governed by the laws of Ireland.",
)


def test_words_of_a_field_are_skipped_with_a_reason_and_keep_the_comment(clauses: Library) -> None:
    field = f'<w:p>{run("2. Warranty. Contractor gives ")}<w:fldSimple w:instr=" REF a ">{run("unlimited warranty")}</w:fldSimple>{run(".")}</w:p>'
    data = package(paragraph(CONTRACT[0]) + paragraph(CONTRACT[1]) + field)
    made = marked(clauses, data, select="test/warranty")
    assert [s.reason for s in made.skipped] == ["field_result"]
    assert made.applied == ()
    assert made.proof.holds
    assert texts(made.data) == texts(data)
    assert "A warranty needs an end." in xml(made.data, "word/comments.xml")
    assert any(note.level == "warning" for note in made.review.notes)


def test_every_finding_chosen_is_either_applied_or_skipped(clauses: Library) -> None:
    made = marked(clauses, select="all")
    assert {f.id for f in made.review.findings} == {*made.applied, *(s.finding for s in made.skipped)}


def test_a_redline_that_does_not_prove_itself_is_not_handed_out(clauses: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.review.intended_texts", lambda *_: ("Something else.",))
    with pytest.raises(ProofError):
        marked(clauses)


# ---------------------------------------------------------------- verifying, and the same again
def test_a_redline_verifies_against_its_original(clauses: Library) -> None:
    data = marked(clauses).data
    assert verify(docx(*CONTRACT), data).holds
    assert verify(docx(*CONTRACT), data, ME.author).holds


def test_a_change_without_a_mark_does_not_verify(clauses: Library) -> None:
    silent = docx(*CONTRACT[:3], CONTRACT[3].replace("ninety", "ten"))
    proof = verify(docx(*CONTRACT), silent)
    assert not proof.rejects_to_original
    assert proof.differences
    assert not any("ninety" in line for line in proof.differences)


def test_changes_by_another_author_than_named_do_not_verify(clauses: Library) -> None:
    assert not verify(docx(*CONTRACT), marked(clauses).data, "Someone Else").holds


def test_a_redline_of_another_document_does_not_verify(clauses: Library) -> None:
    assert not verify(docx(*CONTRACT[:3]), marked(clauses).data).holds


def test_the_same_request_gives_the_same_bytes(clauses: Library) -> None:
    assert marked(clauses).data == marked(clauses).data


def test_a_marked_document_can_be_marked_again(clauses: Library) -> None:
    once = marked(clauses, select="test/payment").data
    twice = marked(clauses, once, select="test/warranty")
    assert twice.proof.holds
    assert texts(twice.data)[2:4] == [
        "2. Warranty. Contractor gives warranty of 30 days for the model.",
        "3. Payment. Client pays within thirty days of the invoice. Client checks it in good faith.",
    ]


def test_the_examples_of_a_library_are_checked(clauses: Library) -> None:
    assert check_library(clauses) == ()
    assert any("test/payment" in line.replace(".toml", "") for line in check_library(clauses, require_examples=True))
