from pathlib import Path

import pytest

from server.clauses import find_risks, load_library
from server.clauses.vocabulary import expand, read_vocabulary
from server.errors import ClauseShape
from tests.clauses.building import SIMPLE, contract, library

USES = SIMPLE.replace("(?P<here>bite)", "(?P<here><bites>)")


def words(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "vocabulary.toml").write_text(text)
    return folder


def test_a_name_in_a_pattern_stands_for_its_group() -> None:
    assert expand("<a> <b>", {"a": "(?:x|y)", "b": "(?:z)"}) == "(?:x|y) (?:z)"


def test_a_named_group_of_a_pattern_is_no_name() -> None:
    assert expand("(?P<here>x)", {}) == "(?P<here>x)"


def test_a_clause_finds_what_its_folders_vocabulary_names(tmp_path: Path) -> None:
    words(tmp_path, 'bites = ["bite", "snap at .*"]')
    clauses = library(tmp_path, own__clause=USES)
    assert len(find_risks(contract("Client may snap at Contractor."), clauses)) == 1
    assert not find_risks(contract("Client may bark at Contractor."), clauses)


def test_a_later_folder_overrides_a_name_and_may_use_those_before_it(tmp_path: Path) -> None:
    first, second = words(tmp_path / "a", 'one = ["x"]\ntwo = ["y"]'), words(tmp_path / "b", 'two = ["<one>z"]')
    assert read_vocabulary([first, second]) == {"one": "(?:x)", "two": "(?:(?:x)z)"}


def test_a_clause_may_have_words_of_its_own_beside_the_vocabularys(tmp_path: Path) -> None:
    words(tmp_path, 'snaps = ["snap at"]')
    own = USES.replace("[[replace]]", '[words]\nbites = ["bite", "<snaps> .*"]\n\n[[replace]]', 1)
    clauses = library(tmp_path, own__clause=own)
    assert len(find_risks(contract("Client may snap at Contractor."), clauses)) == 1


@pytest.mark.parametrize(
    ("table", "field", "message"),
    [("words = 1", "words", "table of names"), ('[words]\nbites = "bite"', "words.bites", "list of patterns")],
)
def test_a_mistake_in_a_clauses_own_words_is_told_with_its_key(tmp_path: Path, table: str, field: str, message: str) -> None:
    with pytest.raises(ClauseShape, match=message) as wrong:
        library(tmp_path, own__clause=USES.replace("[[replace]]", f"{table}\n\n[[replace]]", 1))
    assert wrong.value.field == field


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('bites = "bite"', "list of patterns"),
        ("bites = []", "list of patterns"),
        ('Bites = ["bite"]', "small letters"),
        ('bites = ["<gnaws>"]', "<gnaws> is not in the vocabulary"),
        ("bites = [", "no valid TOML"),
    ],
)
def test_a_mistake_in_the_vocabulary_is_told_with_its_file(tmp_path: Path, text: str, message: str) -> None:
    words(tmp_path, text)
    with pytest.raises(ClauseShape, match=message) as wrong:
        library(tmp_path, own__clause=SIMPLE)
    assert wrong.value.path.endswith("vocabulary.toml")


def test_a_pattern_with_an_unknown_name_is_told_with_its_key(tmp_path: Path) -> None:
    with pytest.raises(ClauseShape, match="<bites> is not in the vocabulary") as wrong:
        library(tmp_path, own__clause=USES)
    assert wrong.value.field == "replace[0].any"


def test_the_built_in_vocabulary_compiles_and_serves_a_folder_used_alone(tmp_path: Path) -> None:
    clauses = library(tmp_path, own__clause=SIMPLE.replace("(?P<here>bite)", "<training>.*(?P<here>)$"))
    assert find_risks(contract("Client may fine-tune its systems with it."), clauses)
    assert load_library().clauses


ALSO = SIMPLE.replace('scope = "match"', "also = ['''at night''']\nscope = \"match\"")


def test_what_also_names_must_stand_in_the_same_sentence(tmp_path: Path) -> None:
    clauses = library(tmp_path, own__clause=ALSO)
    assert find_risks(contract("At night Client may bite."), clauses)
    assert not find_risks(contract("Client may bite. It sleeps at night."), clauses)
