from __future__ import annotations

import pytest

from server.contract.role_words import head_weight, is_third, role_weight, role_word


@pytest.mark.parametrize(
    ("short", "role"),
    [
        ("Consultant", "contractor"),
        ("the Service Provider", "contractor"),
        ("Consultant Company", "contractor"),
        ("Sellers", "contractor"),
        ("CLIENT", "client"),
        ("Disclosing Party", "client"),
        ("Agency", "neutral"),
        ("Acme", ""),
        ("Customer Obligations", ""),
    ],
)
def test_a_short_name_may_say_a_role(short: str, role: str) -> None:
    assert role_word(short) == role


def test_weights_grade_how_sure_a_word_is() -> None:
    weights = [role_weight(word) or 0.0 for word in ("Distributor", "Client", "Company", "Party A", "Agent", "Supplier")]
    assert weights == sorted(weights)
    assert role_weight("Acme") is None


def test_the_last_word_of_a_phrase_tells_half_as_much() -> None:
    assert head_weight("Preferred Supplier") == head_weight("Supplier") / 2
    assert head_weight("Acme") == 0.0


def test_a_guarantor_stands_beside_the_two_sides() -> None:
    assert is_third("the Guarantor") and is_third("Escrow Agent") and not is_third("Supplier")
