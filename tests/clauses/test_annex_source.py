"""The source of an annex: what it may hold, and what its author is told where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.clauses import load_library
from server.clauses.annex_source import AnnexSource, read_annex
from server.errors import ClauseShape

HEAD = '+++\ntitle = "Plan"\n+++\n\n'
TEXT = """## 1. Phases

1.1 {them} pays as paragraph 2 says:

(a) the first part; and

(b) the rest.

| Phase | Share |
|--|----|
| {me} starts | |

## 2. Payment

[unless defined: Fee] 2.1 "Fee" means money.
"""


def source(folder: Path, text: str, head: str = HEAD) -> AnnexSource:
    path = folder / "plan.md"
    path.write_text(head + text, encoding="utf-8")
    return read_annex(path)


def test_numbers_headings_tables_and_conditions_are_read(tmp_path: Path) -> None:
    read = source(tmp_path, TEXT)
    assert [(p.label, p.level, p.is_heading) for p in read.passages if p.label] == [
        ("1.", 0, True),
        ("1.1", 1, False),
        ("(a)", 2, False),
        ("(b)", 2, False),
        ("2.", 0, True),
        ("2.1", 1, False),
    ]
    table = next(p for p in read.passages if p.rows)
    assert (table.rows, table.widths) == ((("Phase", "Share"), ("{me} starts", "")), (2, 4))
    assert read.passages[-1].condition == ("unless defined", "Fee")


def test_a_bar_inside_a_placeholder_does_not_end_a_cell(tmp_path: Path) -> None:
    read = source(tmp_path, "| A | B |\n|-|-|\n| the {term:Fees|fees} | {verb:is|are} |\n")
    assert read.passages[0].rows[1] == ("the {term:Fees|fees}", "{verb:is|are}")


def test_variants_of_a_paragraph_carry_one_number(tmp_path: Path) -> None:
    read = source(tmp_path, "1. One.\n\n[law: United Kingdom] 2. UK.\n\n[law: other] 2. Else.\n\n3. Three.\n")
    assert read.laws == ("United Kingdom",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1. One.\n\n3. Three.\n", "line 7: is numbered 3. where 2. is due"),
        ("1. One.\n\n1.2 Two.\n", "is numbered 1.2 where 1.1 is due"),
        ("1. See paragraph 4.\n", "there is no paragraph 4"),
        ("{whom} pays.\n", "unknown placeholder"),
        ("{section:liability/liability_cap} applies.\n", "cannot be filled in an annex"),
        ("{param:share} is paid.\n", "no parameter of this annex"),
        ("[when: rain] It rains.\n", "unknown condition"),
        ("| A | B |\n|-|-|\n| a |\n", "line 7: has 1 cells where the header has 2"),
        ("| A |\n| a |\n", "a table needs a header"),
        ("| A |\n|-|\n| a |\n\n| A |\n|-|\n| a |\n", "two tables need a paragraph"),
        ("| A | B |\n|-|-|\n| | |\n", "a row needs words"),
        ("", "has no text"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ClauseShape) as wrong:
        source(tmp_path, text)
    assert "plan.md" in str(wrong.value)
    assert says in str(wrong.value)


@pytest.mark.parametrize(
    ("head", "says"),
    [
        ("", "must begin with a line \\+\\+\\+"),
        ('+++\ntitle = "Plan"\nwords = "Schedule"\n+++\n', "unknown key 'words'"),
        ("+++\n+++\n", "title: is missing"),
        ("+++\ntitle = Plan\n+++\n", "no valid TOML"),
        ('+++\ntitle = "P"\n[parameters.days]\ntype = "number"\n+++\n', "needs a default"),
    ],
)
def test_a_wrong_head_is_explained(tmp_path: Path, head: str, says: str) -> None:
    with pytest.raises(ClauseShape, match=says):
        source(tmp_path, "Text.\n", head)


CLAUSE = """
title = "No plan"
[[append]]
annex = "plan"
[append.preferred]
wording = "{annex} applies."
"""


def test_an_annex_in_the_users_own_folder_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "annexes").mkdir()
    source(tmp_path / "annexes", "Text.\n")
    (tmp_path / "own.toml").write_text(CLAUSE, encoding="utf-8")
    assert load_library(only=[tmp_path]).annexes["plan"].head.title == "Plan"


@pytest.mark.parametrize(
    ("clause", "says"),
    [
        (CLAUSE, "append\\[0\\].annex: there is no annexes/plan.md"),
        (CLAUSE.replace("append", "insert").replace('annex = "plan"', ""), "needs a line annex"),
    ],
)
def test_an_annex_that_is_not_there_is_refused(tmp_path: Path, clause: str, says: str) -> None:
    (tmp_path / "own.toml").write_text(clause, encoding="utf-8")
    with pytest.raises(ClauseShape, match=says):
        load_library(only=[tmp_path])
