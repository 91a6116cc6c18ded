from pathlib import Path

import pytest

from server.clauses import load_library
from server.errors import ClauseError, ClauseShape
from tests.clauses.building import SIMPLE, library


def test_the_built_in_clauses_come_in_the_order_of_their_ids() -> None:
    ids = [clause.id for clause in load_library().clauses]
    assert ids == sorted(ids) and "liability/liability_cap" in ids


def test_a_folder_of_ones_own_is_added_and_overrides_the_same_id(tmp_path: Path) -> None:
    library(tmp_path, liability__liability_cap=SIMPLE, own__clause=SIMPLE)
    loaded = load_library([tmp_path])
    cap = loaded.get("liability/liability_cap")
    assert cap is not None and cap.title == "A phrase"
    assert loaded.get("own/clause") and loaded.get("confidentiality/residuals")


def test_only_leaves_the_built_in_clauses_out(tmp_path: Path) -> None:
    assert [clause.id for clause in library(tmp_path, own__clause=SIMPLE).clauses] == ["own/clause"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ClauseError, match="no such folder") as wrong:
        load_library([tmp_path / "missing"])
    assert wrong.value.path.endswith("missing")


def test_parameters_are_collected_once_and_may_not_contradict_each_other(tmp_path: Path) -> None:
    three = SIMPLE + "[parameters.days]\ntype = 'number'\ndefault = 3\n"
    four = three.replace("3", "4")
    same = library(tmp_path / "same", a=three, b=three)
    assert [(one.name, one.default) for one in same.parameters] == [("days", 3)]
    with pytest.raises(ClauseShape, match="differs"):
        library(tmp_path / "other", a=three, b=four)
