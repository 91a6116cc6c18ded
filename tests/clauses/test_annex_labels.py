"""What a new annex is called, in the contract's own way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.clauses.annex_labels import AnnexLabels
from tests.clauses.building import contract


@pytest.mark.parametrize(
    ("lines", "labels"),
    [
        (("1. Work. The Client pays.",), ["Exhibit A", "Exhibit B"]),
        (("1. Work. As set out in Schedule 1.", "Schedule 2", "Fees"), ["Schedule 3", "Schedule 4"]),
        (("1. Work. As set out in Exhibit B.",), ["Exhibit C", "Exhibit D"]),
        (("1. Work. As set out in Annex III and Annex IV.",), ["Annex V", "Annex VI"]),
        (("1. Work. ATTACHMENT A and Schedule A to the MSA.", "Attachment B"), ["Attachment C", "Attachment D"]),
    ],
)
def test_the_next_free_label_follows_the_contracts_own(lines: tuple[str, ...], labels: list[str]) -> None:
    given = AnnexLabels(contract(*lines))
    assert [given.label("a"), given.label("b")] == labels
    assert given.label("a") == labels[0]


@pytest.mark.parametrize(
    ("law", "spelling", "label"), [("Germany", "us", "Annex 1"), ("England and Wales", "uk", "Schedule 1"), ("Texas", "us", "Exhibit A")]
)
def test_without_annexes_the_word_is_what_lawyers_there_use(law: str, spelling: str, label: str) -> None:
    read = replace(contract("1. Work. The Client pays.", spelling=spelling), jurisdiction=law)
    assert AnnexLabels(read).label("a") == label
