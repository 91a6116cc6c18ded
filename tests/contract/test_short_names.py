from __future__ import annotations

import pytest

from server.contract.short_names import GROUP, is_plausible, not_party, read_shorts


def shorts(text: str) -> list[str]:
    match = GROUP.search(text)
    return list(read_shorts(match)) if match else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('(the "Client")', ["Client"]),
        ("(“Acme” or “we”)", ["Acme", "we"]),
        ("(the Client)", ["Client"]),
        ("(hereinafter referred to as the Company)", ["Company"]),
        (', hereinafter called "Consultant"', ["Consultant"]),
        ("(‘the Supplier’)", ["Supplier"]),
        ("(together with its affiliates, the 'Buyer')", ["Buyer"]),
        ('(the "Effective Date")', []),
        ("(a Delaware company)", []),
        ('(each a "Party")', []),
        ("(company number 123)", []),
    ],
)
def test_a_definition_gives_its_short_names(text: str, expected: list[str]) -> None:
    assert shorts(text) == expected


def test_things_are_told_from_parties() -> None:
    assert not_party("Purchase Agreement")
    assert not not_party("Service Provider")


def test_a_short_name_fits_its_name() -> None:
    assert is_plausible("Institute of Grassland and Environmental Research", ["IGER"])
    assert is_plausible("", ["Consultant"])
    assert not is_plausible("the laws of Ohio", ["Tranche"])
