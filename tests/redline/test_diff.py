"""The word diff reads as a careful lawyer would mark it, and rebuilds both texts."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.model import Change, Edit, Span
from server.redline.diff import render, word_diff

MARK = re.compile(r"\[-(.*?)-\]|\{\+(.*?)\+\}", re.DOTALL)


def diff(old: str, new: str, start: int = 0) -> tuple[Change, ...]:
    return word_diff(Edit("f", Span(3, start, start + len(old)), old, new))


def sides(marked: str) -> tuple[str, str]:
    """The two texts behind a line like `the [-old-]{+new+} fee`."""
    return MARK.sub(lambda mark: mark[1] or "", marked), MARK.sub(lambda mark: mark[2] or "", marked)


GOOD = [
    # from the model redline of Common Paper's Independent Contractor Agreement
    "Under no circumstances will [-Company-]{+either party+} be liable for lost profits or revenues",
    "[-Company's-]{+Each party's+} total cumulative liability for all claims will not be more than the fees",
    "liability to the extent prohibited by Applicable Laws{+, or Company's obligation to pay fees or its liability for breach of "
    "Section 3.4 (No AI Training)+}.",
    "in connection with performing Services[- or that result from or that are related to such Services-], whether or not",
    "legal protection{+, excluding Background IP+}.",
    "to Company's reasonable satisfaction{+, deemed given ten (10) business days after delivery unless Company states in writing what "
    "does not conform to the SOW+}.",
    "without Company's express prior written consent{+, not to be unreasonably withheld for delegation+}.",
    # a word goes with the space after it, a phrase before punctuation with the one before it
    "the {+exclusive +}property",
    "the [-exclusive -]property",
    "to the Client[- and the Client's Affiliates-]",
    "the Services{+, the Deliverables+}, and the Work Product",
    "A is so. {+The cap is low. +}The fee is due.",
    "A is so.{+ The fee is due.+}",
    "(a) one; {+(b) two; +}(c) three",
    # spaces, brackets, quotation marks, signs
    "[-twelve (12)-]{+twenty-four (24)+} months",
    "twelve ([-12-]{+24+}) months",
    'the [-"Client"-]{+\u201cClient\u201d+} shall',
    "possible[-,-]{+;+} all",
    "pay [-$1,000-]{+$2,000+} within [-30-]{+60+} days of invoice",
    "the [-client-]{+Client+} shall",
    # no confetti: a short word alone between two changes is not kept
    "[-The Consultant-]{+Each party+} shall indemnify, defend and hold harmless the [-Client-]{+other party+}",
    "A[- and B-]{+, B and C+}.",
    "Consultant shall {+only +}be liable for [-any and all-]{+direct+} damages",
    # structure stays
    "8.2\t[-Limit-]{+Cap+}\n[-the-]{+a+} fee",
    "[-Sole-]{+Joint+}\t[-ownership-]{+title+}",
    # wholes
    "[-in perpetuity-]",
    "{+Residuals.  Contractor may use it.+}",
    "unchanged",
]


@pytest.mark.parametrize("marked", GOOD)
def test_it_marks_what_a_lawyer_would(marked: str) -> None:
    assert render(diff(*sides(marked))) == marked


def test_kept_words_that_say_something_stay_between_changes() -> None:
    marked = (
        "[-arising out of or resulting from, and, at Company's option, Contractor will defend Company against-]{+finally awarded in+} any "
        "action by a third party against Company [-that is-]{+to the extent+} based on"
    )
    assert render(diff(*sides(marked))) == marked


def test_a_rewritten_sentence_is_one_change() -> None:
    old = "The Freelancer waives any and all claims that it has or may have in the future."
    new = "Nothing here limits a claim that is not yet known."
    assert [change.kind for change in diff(old, new)] in (["delete", "insert", "keep"], ["delete", "insert"])


def test_positions_are_those_of_the_paragraph() -> None:
    assert diff("the old fee", "the new fee", start=10) == (
        Change("keep", Span(3, 10, 14), "the "),
        Change("delete", Span(3, 14, 17), "old"),
        Change("insert", Span(3, 17, 17), "new"),
        Change("keep", Span(3, 17, 21), " fee"),
    )


def test_equal_texts_are_kept_and_empty_ones_are_nothing() -> None:
    assert [change.kind for change in diff("a b", "a b")] == ["keep"]
    assert diff("", "") == ()


WORDS = st.sampled_from(
    [
        "the",
        "Company",
        "Client's",
        "fee",
        "shall",
        "not",
        "(12)",
        "and",
        "of",
        ",",
        ".",
        ";",
        " ",
        "  ",
        "\t",
        "\n",
        "\u00a0",
        "\u201cWork\u201d",
        "(",
    ]
)
TEXTS = st.one_of(
    st.lists(WORDS, max_size=25).map(" ".join),
    st.lists(WORDS, max_size=25).map("".join),
    st.text(alphabet="ab \t.,'\u00a0\u2019(\U0001f600", max_size=30),
    st.text(max_size=20),
)


@settings(max_examples=400, deadline=None)
@given(TEXTS, TEXTS, st.integers(0, 50))
def test_a_diff_rebuilds_both_sides_in_order(old: str, new: str, start: int) -> None:
    changes = diff(old, new, start)
    assert "".join(change.text for change in changes if change.kind != "insert") == old
    assert "".join(change.text for change in changes if change.kind != "delete") == new
    at = start
    for change in changes:
        assert change.text
        assert change.span.start == at
        assert change.span.end - change.span.start == (0 if change.kind == "insert" else len(change.text))
        at = change.span.end
    assert at == start + len(old)
    kinds = [change.kind for change in changes]
    assert all(first != second for first, second in pairwise(kinds))
    assert ("insert", "delete") not in pairwise(kinds)
    assert diff(old, new, start) == changes


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(["one", "two", "three", "four,", "five."]), min_size=1, max_size=12),
    st.integers(0, 12),
    st.sampled_from(["new", "new,", "two three"]),
)
def test_an_inserted_word_leaves_no_double_space_and_no_space_alone(words: list[str], place: int, word: str) -> None:
    new = [*words[:place], word, *words[place:]]
    for change in diff(" ".join(words), " ".join(new)):
        if change.kind != "keep":
            assert change.text.strip()
    for change in diff(" ".join(new), " ".join(words)):
        if change.kind != "keep":
            assert change.text.strip()


@pytest.mark.benchmark
def test_a_rewritten_page_takes_a_moment_only() -> None:
    old = " ".join(f"w{number % 997}" for number in range(6000))
    new = " ".join(f"w{number * 7 % 1009}. Then" for number in range(6000))
    begun = time.process_time()
    changes = diff(old, new)
    assert time.process_time() - begun < 10
    assert "".join(change.text for change in changes if change.kind != "delete") == new
