from __future__ import annotations

import pytest

from server.contract.bargains import weigh_bargain


@pytest.mark.parametrize(
    "term",
    [
        "You pay me $70 a lesson.",
        "The balance is due 28 days before the event.",
        "All rights of use in the results pass to the company upon payment.",
        "Either of us can stop at any time.",
        "Dutch law applies.",
        "The files are kept confidential.",
        "The seller replaces defective goods free of charge.",
        "Please countersign.",
        "These terms are binding.",
    ],
)
def test_each_kind_of_term_weighs_in_the_present_tense_too(term: str) -> None:
    assert weigh_bargain(term, named=False) >= 1


def test_a_term_that_comes_twice_weighs_once() -> None:
    assert weigh_bargain("Dutch law applies. Dutch law governs.", named=False) == weigh_bargain("Dutch law applies.", named=False)


def test_fields_of_a_form_make_a_bargain() -> None:
    lines = ("Customer: Hartwell", "Vendor: Lumen", "Fees: $31 per seat", "Payment terms: net 30", "Start: 1 August")
    assert weigh_bargain("\n".join(lines), named=False) >= weigh_bargain("\n".join(lines[:2]), named=False) + 3


def test_names_of_the_parties_weigh() -> None:
    assert weigh_bargain("Dutch law applies.", named=True) > weigh_bargain("Dutch law applies.", named=False)


def test_other_prose_weighs_nothing() -> None:
    assert weigh_bargain("The gulls were white over the harbour in the morning.", named=False) == 0
