"""The facts of labelled contracts (README.md): those to build on as they are read now, the others' figures as measured once."""

from __future__ import annotations

import pytest

from tests.contracts.facts import FACTS, measure, records

SEEN = {"kind": 24, "law": 20, "courts": 19, "fees": 19, "survival": 24, "precedence": 23, "terms": 18}
UNSEEN = {"kind": 20, "law": 18, "courts": 16, "fees": 12, "survival": 18, "precedence": 17, "terms": 19}


@pytest.mark.parametrize(("half", "right"), [("dev", SEEN), ("test", UNSEEN)])
def test_no_fewer_contracts_are_read_right_than_were(half: str, right: dict[str, int]) -> None:
    figures = measure(half)
    assert {fact: figures[fact][0] for fact in FACTS if figures[fact][0] < right[fact]} == {}


def test_every_source_is_in_both_halves() -> None:
    for half in ("dev", "test"):
        assert {record["source"] for record in records(half)} == {"cuad", "corpus", "whole", "ours"}
