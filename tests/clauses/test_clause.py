from pathlib import Path

import pytest

from server.clauses.clause import read_clause
from server.errors import ClauseError, ClauseShape
from tests.clauses.building import SIMPLE, library


def replaced(old: str, new: str) -> str:
    assert old in SIMPLE
    return SIMPLE.replace(old, new)


@pytest.mark.parametrize(
    ("text", "field", "says"),
    [
        (SIMPLE + "word = 'x'", "replace[0].preferred.word", "unknown key 'word'; did you mean 'wording'"),
        (replaced('title = "A phrase"', 'title = "A phrase"\nsevrity = "high"'), "sevrity", "did you mean 'severity'"),
        (replaced('title = "A phrase"', 'title = "A phrase"\nseverity = "fatal"'), "severity", "must be one of"),
        (replaced('title = "A phrase"', ""), "title", "is missing"),
        (replaced('title = "A phrase"', "title = 7"), "title", "must be text in quotes"),
        (replaced('title = "A phrase"', 'title = "A"\nsource = "G3"'), "source", "must be a list"),
        (replaced('title = "A phrase"', 'title = "A"\nid = "x"'), "id", "unknown key 'id'"),
        (replaced('wording = "bark"', 'wording = "{mee} barks"'), "replace[0].preferred.wording", "unknown placeholder {mee}"),
        (replaced('wording = "bark"', 'wording = "{param:days}"'), "replace[0].preferred.wording", "add [parameters.days]"),
        (replaced('wording = "bark"', 'wording = "{words:tail}"'), "replace[0].preferred.wording", "(?P<tail>...)"),
        (replaced("(?P<here>bite)", "(?P<here>bite"), "replace[0].any[0]", "no valid pattern"),
        (replaced("{them} may", "{him} may"), "replace[0].any[0]", "only {me} and {them}"),
        (replaced('scope = "match"', 'scope = "word"'), "replace[0].scope", "must be one of"),
        (replaced('[replace.preferred]\nwording = "bark"', ""), "replace[0]", "needs a wording"),
        (replaced('scope = "match"', 'find = "limit"'), "replace[0]", "needs one bound"),
        ('title = "A"\n[[insert]]\nplace = ["top"]\n[insert.preferred]\nwording = "x"', "insert[0]", 'place "top" is none of'),
        ('title = "A"\n[[insert]]\n[insert.preferred]\nwording = ""', "insert[0].preferred.wording", "an addition needs words"),
        ('title = "A"', "", "has nothing to do"),
        ("title = ", "", "no valid TOML"),
        ('title = "A"\ntitle = "B"', "", "no valid TOML"),
        (SIMPLE + "[parameters.n]\ntype = 'number'\ndefault = 0\nmin = 1", "parameters.n.default", "at least 1"),
        (SIMPLE + "[parameters.n]\ntype = 'choice'", "parameters.n.choices", "needs its choices"),
    ],
)
def test_each_mistake_is_named_with_file_and_key(tmp_path: Path, text: str, field: str, says: str) -> None:
    with pytest.raises(ClauseShape) as wrong:
        library(tmp_path, dogs__bite=text)
    assert wrong.value.field == field
    assert says in wrong.value.message
    assert wrong.value.path == str(tmp_path / "dogs" / "bite.toml")


def test_a_clause_of_ones_own_needs_a_title_a_pattern_and_a_wording(tmp_path: Path) -> None:
    clause = library(tmp_path, dogs__bite=SIMPLE).clauses[0]
    assert (clause.id, clause.category, clause.severity, clause.priority, clause.kinds) == (
        "dogs/bite",
        "dogs",
        "medium",
        "should",
        ("replace",),
    )


def test_a_wording_broken_over_lines_is_one_line() -> None:
    data = {"title": "A", "insert": [{"preferred": {"wording": "one\n  two\n\nthree"}}]}
    clause = read_clause(data, rule="a", path="a.toml")
    assert clause.insert[0].rungs["preferred"].wording == "one two\n\nthree"


def test_the_nearest_milder_rung_is_taken_else_the_mildest() -> None:
    data = {"title": "A", "insert": [{"preferred": {"wording": "p"}, "floor": {"wording": "f"}}]}
    insert = read_clause(data, rule="a", path="a.toml").insert[0]
    assert [insert.nearest(rung).wording for rung in ("preferred", "fallback", "floor")] == ["p", "f", "f"]
    only = read_clause({"title": "A", "insert": [{"preferred": {"wording": "p"}}]}, rule="a", path="a.toml").insert[0]
    assert only.nearest("floor").wording == "p"


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"title = '\xff'")
    with pytest.raises(ClauseError, match="UTF-8"):
        library(tmp_path)
