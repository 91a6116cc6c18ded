from server.model import Contract, Paragraph, Section
from server.papers.memo import section_name
from tests.papers.building import memo, redlined


def test_every_marked_finding_is_one_point_the_most_important_first() -> None:
    issues = memo().issues
    assert len(issues) == len(redlined().marked) > 3
    order = [("must", "should", "nice").index(issue.priority) for issue in issues]
    assert order == sorted(order) and [issue.number for issue in issues] == list(range(1, len(issues) + 1))


def test_each_point_has_its_place_its_change_and_its_reason() -> None:
    for issue in memo().issues:
        assert issue.section and issue.reason and any(step.kind != "keep" for step in issue.change)


def test_the_list_for_the_other_side_holds_nothing_private() -> None:
    shared = memo()
    assert all(issue.aside is None for issue in shared.issues) and shared.unmarked == ()
    assert {heading for heading, _ in shared.groups} <= {"Key points", "Further points"}


def test_the_private_list_has_notes_rungs_and_what_was_left_unmarked() -> None:
    private = memo(private=True, select="must")
    assert all(issue.aside and issue.aside.why and issue.aside.wordings for issue in private.issues)
    assert private.unmarked and all(issue.aside and issue.aside.rung == "" for issue in private.unmarked)
    assert len(private.issues) + len(private.unmarked) == len(redlined("must").review.findings)


def test_a_missing_protection_has_no_present_words_and_its_new_number_as_place() -> None:
    added = [issue for issue in memo().issues if not issue.words]
    assert added and all(issue.section.startswith(("new ", "after ")) for issue in added)


def test_the_message_names_what_matters_most_and_nothing_private() -> None:
    listed = memo(private=True)
    assert listed.email.startswith("Subject: ") and listed.email.rstrip().endswith("Jane Doe")
    notes = [issue.aside.note for issue in listed.issues if issue.aside and issue.aside.note]
    assert notes and not any(note in listed.email for note in notes)
    assert listed.groups[0][1][0].title in listed.email


def test_a_sub_clause_is_named_with_the_numbers_above_it() -> None:
    paragraphs = tuple(Paragraph(n, "body", text) for n, text in enumerate(("8. Liability", "8.2 Cap", "(a) Loss")))
    sections = (Section("8.", "Liability", 0, 2), Section("8.2", "Cap", 1, 2, 0), Section("(a)", "", 2, 2, 1))
    contract = Contract(paragraphs, sections)
    assert section_name(contract, 2) == "8.2(a) Cap"
    assert section_name(contract, 0) == "8 Liability"
    assert section_name(Contract(paragraphs), 2) == "paragraph 3"
