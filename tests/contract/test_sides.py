from __future__ import annotations

from server.contract.short_names import Named
from server.contract.sides import join_sides


def sides(window: str, *shorts: str) -> list[str]:
    return [one.side for one in join_sides(window, [Named(short + " Ltd", (short,), 0) for short in shorts])]


def test_those_before_a_joint_name_bear_it_together() -> None:
    window = 'Ash Ltd ("Ash") and Elm Ltd ("Elm") (collectively, the "Sellers") and Oak Ltd ("Oak")'
    assert sides(window, "Ash", "Elm", "Oak") == ["Sellers", "Sellers", ""]


def test_a_definition_may_name_whom_it_takes_in() -> None:
    window = 'Oak Ltd ("Oak"), Ash Ltd ("Ash") and Elm Ltd ("Elm" and, together with Ash, the "Ash Parties")'
    assert sides(window, "Oak", "Ash", "Elm") == ["", "Ash Parties", "Ash Parties"]


def test_what_all_are_called_is_no_side() -> None:
    assert sides('Ash Ltd ("Ash") and Elm Ltd ("Elm") (together, the "Parties")', "Ash", "Elm") == ["", ""]


def test_a_party_with_its_affiliates_stays_alone() -> None:
    window = 'Ash Ltd ("Ash"), Elm Ltd (together with its affiliates, "Elm") and Oak Ltd ("Oak")'
    assert sides(window, "Ash", "Elm", "Oak") == ["", "", ""]


def test_a_sentence_after_the_parties_may_join_some_of_them() -> None:
    window = 'Oak Ltd ("Oak"), Ash Ltd ("Ash") and Elm Ltd ("Elm"). Ash and Elm will collectively be referred to as "SELLERS".'
    assert sides(window, "Oak", "Ash", "Elm") == ["", "SELLERS", "SELLERS"]
