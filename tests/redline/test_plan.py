"""The plan keeps what fits together, drops the rest whole, and says what it dropped."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.model import Edit, Insertion, NewParagraph, Proposal, Span
from server.redline.diff import render
from server.redline.outcome import apply
from server.redline.plan import Plan, plan

TEXT = "The Consultant shall indemnify the Client for any and all losses. The fee is due on acceptance."


def edit(finding: str, old: str, new: str, comment: str = "", paragraph: int = 0) -> Edit:
    start = TEXT.index(old)
    return Edit(finding, Span(paragraph, start, start + len(old)), old, new, comment)


def proposal(finding: str, *edits: Edit, insertions: Sequence[Insertion] = ()) -> Proposal:
    return Proposal(finding, "preferred", edits, tuple(insertions))


def one(finding: str, old: str, new: str, comment: str = "") -> Proposal:
    return proposal(finding, edit(finding, old, new, comment))


def lines(made: Plan) -> list[str]:
    return [f"{each.id}: {render(each.changes)}" for each in made.edits]


def losers(made: Plan) -> list[tuple[str, str]]:
    return [(skip.finding, skip.reason) for skip in made.skipped]


def test_an_edit_is_trimmed_to_its_changed_words() -> None:
    (made,) = plan([one("a", "The fee is due on acceptance.", "The fee is due on delivery.", "why")], ["a"]).edits
    assert (made.old, made.new, made.comment) == ("acceptance", "delivery", "why")
    assert TEXT[made.span.start : made.span.end] == "acceptance"
    assert render(made.changes) == "[-acceptance-]{+delivery+}"


def test_the_kept_words_between_an_edits_changes_stay_in_it() -> None:
    (made,) = plan([one("a", "The fee is due on acceptance.", "A fee is due on delivery.")], ["a"]).edits
    assert render(made.changes) == "[-The-]{+A+} fee is due on [-acceptance-]{+delivery+}"
    assert (made.old, made.new) == ("The fee is due on acceptance", "A fee is due on delivery")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("any and all losses", "losses"), ("all losses", "direct losses")),
        (("for any and all losses", ""), ("losses", "damages")),
        ((TEXT, ""), ("fee", "price")),
        (("the Client", "the Company"), ("the Client", "the Buyer")),
        (("shall", "will"), ("shall ", "shall not ")),
    ],
)
def test_the_more_important_of_two_that_touch_the_same_words_stays(first: tuple[str, str], second: tuple[str, str]) -> None:
    both = [one("a", *first), one("b", *second)]
    for rank in (["a", "b"], ["b", "a"]):
        made = plan(both, rank)
        assert {each.id for each in made.edits} == {rank[0]}
        assert losers(made) == [(rank[1], "overlaps")]


def test_a_sentence_may_follow_one_whose_last_word_changes() -> None:
    made = plan(
        [one("a", "losses", "damages"), one("b", "losses. ", "losses. A cap applies. "), one("c", "acceptance.", "acceptance. Now.")], []
    )
    assert lines(made) == ["a: [-losses-]{+damages+}", "b: {+A cap applies. +}", "c: {+ Now.+}"]


def test_a_finding_that_loses_one_edit_loses_all() -> None:
    addition = Insertion("b", 0, (NewParagraph("New."),))
    loser = proposal("b", edit("b", "losses", "damages"), edit("b", "fee", "price"), insertions=[addition])
    made = plan([one("a", "losses", "claims"), loser], ["a", "b"])
    assert lines(made) == ["a: [-losses-]{+claims+}"]
    assert made.insertions == ()
    assert losers(made) == [("b", "overlaps")]


def test_two_edits_of_one_sentence_with_changes_apart_are_both_kept() -> None:
    sentence = "The fee is due on acceptance."
    made = plan([one("a", sentence, "The fee is due on delivery."), one("b", sentence, "The price is due on acceptance.")], ["a", "b"])
    assert lines(made) == ["b: [-fee-]{+price+}", "a: [-acceptance-]{+delivery+}"]
    assert apply(TEXT, made.edits).endswith("The price is due on delivery.")


def test_an_edit_interrupted_by_another_comes_in_pieces_with_one_comment() -> None:
    outer = one("a", "The fee is due on acceptance.", "A fee is due on delivery.", "ours")
    made = plan([outer, one("b", "is due", "falls due")], ["a", "b"])
    assert lines(made) == ["a: [-The-]{+A+}", "b: [-is-]{+falls+}", "a: [-acceptance-]{+delivery+}"]
    assert [each.comment for each in made.edits] == ["ours", "", ""]


def test_the_same_change_by_two_findings_is_made_once() -> None:
    made = plan([one("a", "the Client for", "the Company for"), one("b", "indemnify the Client", "indemnify the Company")], ["b", "a"])
    assert lines(made) == ["b: [-Client-]{+Company+}"]
    assert made.shared == (("a", "b"),)
    assert made.skipped == ()


def test_what_is_shared_leaves_the_rest_of_the_edit() -> None:
    made = plan(
        [one("a", "The fee is due on acceptance", "A fee is due on delivery"), one("b", "acceptance", "delivery", "why")], ["b", "a"]
    )
    assert lines(made) == ["a: [-The-]{+A+}", "b: [-acceptance-]{+delivery+}"]
    assert made.shared == (("a", "b"),)


def test_insertions_after_one_paragraph_stand_in_the_order_of_their_proposals() -> None:
    added = {name: Insertion(name, after, (NewParagraph(name),)) for name, after in (("c", 2), ("a", 5), ("b", 5))}
    made = plan([proposal(name, insertions=[each]) for name, each in added.items()], ["b", "c", "a"])
    assert [(each.id, each.after) for each in made.insertions] == [("c", 2), ("a", 5), ("b", 5)]


def test_the_same_new_paragraph_is_inserted_once() -> None:
    same = [proposal(name, insertions=[Insertion(name, 1, (NewParagraph("x"),), name)]) for name in ("a", "b")]
    made = plan(same, ["b", "a"])
    assert [each.id for each in made.insertions] == ["b"]
    assert made.shared == (("a", "b"),)


def test_edits_of_other_paragraphs_do_not_conflict() -> None:
    made = plan([proposal("b", edit("b", "fee", "x", paragraph=2)), proposal("a", edit("a", "fee", "x", paragraph=1))], [])
    assert [(each.id, each.span.paragraph) for each in made.edits] == [("a", 1), ("b", 2)]
    assert made.shared == ()


def test_wording_that_changes_nothing_is_said_to() -> None:
    assert losers(plan([one("a", "fee", "fee")], ["a"])) == [("a", "unchanged")]


def test_an_empty_paragraph_can_still_be_deleted() -> None:
    empty = Edit("a", Span(4, 0, 0), "", "")
    assert plan([proposal("a", empty)], []).edits == (empty,)


def test_a_findings_own_edits_may_not_cross() -> None:
    made = plan([proposal("a", edit("a", "any and all losses", "losses"), edit("a", "all losses", "no losses"))], ["a"])
    assert made.edits == ()
    assert losers(made) == [("a", "overlaps")]


WORDS = ["the", "fee", "is", "due", "on", "acceptance", "by", "Client,", "and", "not", "before."]
BASE = " ".join(WORDS)


@st.composite
def drawn_edit(draw: st.DrawFn, finding: str) -> Edit:
    starts = [0]
    for word in WORDS:
        starts.append(starts[-1] + len(word) + 1)
    first = draw(st.integers(0, len(WORDS) - 1))
    last = draw(st.integers(first, len(WORDS)))
    old = BASE[starts[first] : starts[last]]
    new = " ".join(draw(st.lists(st.sampled_from([*WORDS, "new", "words"]), min_size=not old, max_size=8)))
    return Edit(finding, Span(draw(st.integers(0, 1)), starts[first], starts[first] + len(old)), old, new, "why")


@st.composite
def drawn_proposals(draw: st.DrawFn) -> list[Proposal]:
    names = draw(st.lists(st.sampled_from("abcdef"), unique=True, min_size=1))
    return [proposal(name, *draw(st.lists(drawn_edit(name), min_size=1, max_size=2))) for name in names]


@settings(max_examples=300, deadline=None)
@given(drawn_proposals(), st.permutations("abcdef"), st.randoms(use_true_random=False))
def test_whatever_is_proposed_the_plan_is_sound(proposals: list[Proposal], rank: list[str], shuffler: object) -> None:
    made = plan(proposals, rank)
    spans = [each.span for each in made.edits]
    assert all((one.paragraph, one.end) <= (two.paragraph, two.start) for one, two in pairwise(spans))
    for each in made.edits:
        assert BASE[each.span.start : each.span.end] == each.old
        assert each.changes[0].kind != "keep"
        assert each.changes[-1].kind != "keep"
        assert "".join(change.text for change in each.changes if change.kind != "insert") == each.old
        assert "".join(change.text for change in each.changes if change.kind != "delete") == each.new
    told = {each.id for each in made.edits} | {skip.finding for skip in made.skipped} | {finding for finding, _ in made.shared}
    assert told == {each.finding for each in proposals}
    assert not {each.id for each in made.edits} & {skip.finding for skip in made.skipped}
    mixed = list(proposals)
    shuffler.shuffle(mixed)  # type: ignore[attr-defined]
    assert plan(mixed, rank) == made


@settings(max_examples=300, deadline=None)
@given(drawn_edit("a"))
def test_one_findings_edit_gives_exactly_the_proposed_text(proposed: Edit) -> None:
    made = plan([proposal("a", proposed)], ["a"])
    assert apply(BASE, made.edits) == apply(BASE, [proposed])


@settings(max_examples=200, deadline=None)
@given(drawn_proposals())
def test_edits_taken_together_change_what_each_of_them_changes(proposals: list[Proposal]) -> None:
    made = plan(proposals, [])
    for paragraph in (0, 1):
        edits = [each for each in made.edits if each.span.paragraph == paragraph]
        text = apply(BASE, edits)
        assert all(each.new in text for each in edits)
