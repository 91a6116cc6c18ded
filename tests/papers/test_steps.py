from server.model import Contract, Edit, Insertion, NewParagraph, Paragraph, Proposal, Span, Step
from server.papers.steps import plain, shorten, steps_of

LONG = "word " * 40


def contract(text: str) -> Contract:
    return Contract((Paragraph(0, "body", text),))


def test_only_the_words_next_to_a_change_are_kept() -> None:
    text = f"{LONG}old {LONG}"
    steps = steps_of(contract(text), Proposal("f", "preferred", (Edit("f", Span(0, 200, 203), "old", "new"),)))
    assert [step.kind for step in steps] == ["keep", "delete", "insert", "keep"]
    assert steps[0].text.startswith("…") and steps[-1].text.endswith("…") and len(steps[0].text) < 80
    assert "old" not in plain(steps) and "new" in plain(steps)


def test_two_changes_far_apart_have_a_gap_between_them() -> None:
    text = f"old {LONG}end"
    edits = (Edit("f", Span(0, 0, 3), "old", "new"), Edit("f", Span(0, 204, 207), "end", "stop"))
    assert " … " in plain(steps_of(contract(text), Proposal("f", "preferred", edits)))


def test_new_paragraphs_stand_on_lines_of_their_own_with_their_number_once() -> None:
    new = (NewParagraph("8.3\tCap. Text.", "8.3"), NewParagraph("More.", "(a)"))
    steps = steps_of(contract("x"), Proposal("f", "preferred", (), (Insertion("f", 0, new),)))
    assert steps == (Step("insert", "8.3 Cap. Text."), Step("keep", "\n"), Step("insert", "(a) More."))


def test_a_long_text_is_cut_at_a_word() -> None:
    assert shorten("one two three", 8) == "one two …"
    assert shorten("one\n two", 8) == "one two"
