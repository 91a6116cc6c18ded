from __future__ import annotations

import pytest

from server.contract.enumerations import find_enumeration
from server.contract.labels import read_label


def labels(text: str) -> list[str]:
    found = find_enumeration(text, read_label(text))
    assert all(text[start:].startswith(label.text) for start, label in found)
    return [label.text for _, label in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. Fees. The Client pays the fee. 2. Term. It lasts two years. 3. Law. Texas.", ["2", "3"]),
        ("1. Fees\nThe Client pays.\n2. Term\nTwo years.", ["2"]),
        ("4.1 The Client pays the fee. 4.2 Interest runs from day one.", ["4.2"]),
        ("Dear Jo,\n1. You start on Monday.\n2. We pay monthly.", ["1", "2"]),
        ("(a) The Client pays on time.\n(b) The Contractor works.", ["(b)"]),
        ("A. The Client pays the fee. B. The Contractor works.", ["B"]),
    ],
)
def test_provisions_in_one_paragraph_are_found(text: str, found: list[str]) -> None:
    assert labels(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "1. The Contractor shall (a) attend; (b) report; and (c) leave.",
        "(a) The Contractor works; (b) The Client pays.",
        "1. Payment follows under Section 2. The Client pays.",
        "2. The fee is in Schedule 1. 3 days later it is due.",
        "1. The Client pays 2. 5 per cent is added.",
        "The work is done in two steps. 1. Design. 2. Build.",
        "",
    ],
)
def test_lists_and_numbers_inside_a_provision_are_none(text: str) -> None:
    assert labels(text) == []
