"""The outlines of ten contracts of the corpus, as they were read by eye (outline.py says how to write them anew)."""

from __future__ import annotations

import pytest

from tests.contracts.outline import CORPUS, FOLDER, read_contract, snapshot


@pytest.mark.parametrize("name", CORPUS)
def test_a_contract_reads_as_its_outline_says(name: str) -> None:
    assert snapshot(read_contract(name)) == (FOLDER / f"{name}.txt").read_text("utf-8")


def test_every_outline_in_the_folder_is_compared() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(CORPUS)
