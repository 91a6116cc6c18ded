"""The pane's pure modules, run in the browser: offsets, word differences, markings one after the other."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

Ask = Callable[[str, str, Any], Any]


@pytest.fixture
def ask(page: Page, server: str) -> Ask:
    """ask(module, body, argument): what the function body answers, with the module's exports as `m`."""
    page.goto(server)

    def run(module: str, body: str, argument: Any) -> Any:
        return page.evaluate(f"async (given) => {{ const m = await import('/js/{module}.js'); {body} }}", argument)

    return run


PAIRS = [
    ("", ""),
    ("", "New words."),
    ("Old words.", ""),
    ("The fee is due in 30 days.", "The fee is due in 60 days."),
    ("one two three four", "one four three two"),
    ("a b c d e", "a x y e"),
    ("𝒳 and Zürich’s “model”", "𝒴 and Zürich’s own “model”"),
    ("same same same", "same same"),
    ("tab\there\nline", "tab there\nlines"),
    ("word " * 3000, "other " * 3000),
]


@pytest.mark.parametrize("pair", PAIRS, ids=range(len(PAIRS)))
def test_a_difference_rebuilds_both_sides(ask: Ask, pair: tuple[str, str]) -> None:
    steps = ask("word-diff", "return m.wordDiff(...given)", list(pair))
    assert "".join(step["text"] for step in steps if step["op"] != "insert") == pair[0]
    assert "".join(step["text"] for step in steps if step["op"] != "delete") == pair[1]
    assert all(one["op"] != other["op"] for one, other in itertools.pairwise(steps))


def test_a_difference_is_by_whole_words(ask: Ask) -> None:
    steps = ask("word-diff", "return m.wordDiff(...given)", ["due in 30 days", "due in 60 days"])
    assert [(step["op"], step["text"]) for step in steps] == [("keep", "due in "), ("delete", "30"), ("insert", "60"), ("keep", " days")]


def test_two_changed_words_side_by_side_are_one_change(ask: Ask) -> None:
    steps = ask("word-diff", "return m.wordDiff(...given)", ["an old rule.", "a new rule."])
    assert [(step["op"], step["text"]) for step in steps] == [("delete", "an old"), ("insert", "a new"), ("keep", " rule.")]


def test_a_short_word_between_two_changes_goes_with_them(ask: Ask) -> None:
    steps = ask("word-diff", "return m.wordDiff(...given)", ["made for hire and owned by Client.", "assigned with title and interest."])
    assert [step["op"] for step in steps] == ["delete", "insert", "keep"]


def test_words_worth_reading_are_kept_between_two_changes(ask: Ask) -> None:
    steps = ask(
        "word-diff",
        "return m.wordDiff(...given)",
        ["two years after the end of this Agreement", "six months after the end of this contract"],
    )
    assert ("keep", " after the end of this ") in [(step["op"], step["text"]) for step in steps]


@pytest.mark.parametrize("text", ["plain", "𝒳y𝒵", "é\u0301ü", "a😀b😀c"])
def test_offsets_in_code_points_become_offsets_in_utf_16(ask: Ask, text: str) -> None:
    units = ask("offsets", "return given[1].map((points) => m.unitsAt(given[0], points))", [text, list(range(len(text) + 1))])
    assert units == [len(text[:points].encode("utf-16-le")) // 2 for points in range(len(text) + 1)]


def marking(finding: str, start: int, old: str, new: str, text: str) -> dict[str, Any]:
    edit = {"start": start, "end": start + len(old), "old": old, "new": new}
    changed = {"paragraph": 3, "text": text, "intended": text[:start] + new + text[start + len(old) :], "edits": [edit], "removed": False}
    place = {
        "paragraph": 3,
        "label": "1",
        "text": text,
        "start": start,
        "end": start + len(old),
        "quote": old,
        "occurrence": 0,
        "before": "",
        "after": "",
    }
    return {"finding": finding, "title": finding, "changed": [changed], "added": [], "place": place, "comment": ""}


TEXT = "The Consultant shall pay all costs within ten days."


@pytest.mark.parametrize("first", [0, 1])
def test_a_marking_after_another_in_the_same_paragraph_fits_the_words_as_they_are_now(ask: Ask, first: int) -> None:
    both = [marking("a", 4, "Consultant", "Client", TEXT), marking("b", 42, "ten", "thirty business", TEXT)]
    done, then = both[first], both[1 - first]
    moved = ask("markings", "return m.rebase(given[0], [given[1]])", [then, done])
    changed = moved["changed"][0]
    assert changed["text"] == done["changed"][0]["intended"]
    for edit in changed["edits"]:
        assert changed["text"][edit["start"] : edit["end"]] == edit["old"]
    assert changed["intended"] == "The Client shall pay all costs within thirty business days."
    assert moved["place"]["text"][moved["place"]["start"] :].startswith(then["place"]["quote"])


def test_a_new_paragraph_in_the_same_place_stands_behind_the_one_before(ask: Ask) -> None:
    def adding(finding: str, text: str) -> dict[str, Any]:
        added = {
            "after": 3,
            "afterText": TEXT,
            "like": 3,
            "likeText": TEXT,
            "paragraphs": [{"text": text, "level": 1, "label": "", "lead": 0}],
        }
        return marking(finding, 0, "", "", TEXT) | {"changed": [], "added": [added]}

    moved = ask("markings", "return m.rebase(given[0], [given[1]])", [adding("b", "Second."), adding("a", "First.")])
    assert moved["added"][0]["afterText"] == "First."
