from __future__ import annotations

from server.contract.signs import FIRST, sign

ACME, BETA = chr(FIRST), chr(FIRST + 1)


def test_the_parties_of_a_match_are_told_apart() -> None:
    match = sign("gives | is given", 1.0, -1.0, r"P1 MODAL give P2").patterns[0].search(f"so {ACME} shall give {BETA} all")
    assert match
    assert (match["one"], match["two"]) == (ACME, BETA)


def test_a_blank_in_a_pattern_is_any_white_space() -> None:
    assert sign("pays | is paid", 1.0, 0.0, "P1 pays").patterns[0].search(f"{ACME}\npays")


def test_the_reasons_are_kept_for_either_side() -> None:
    one = sign("sells | buys", 1.0, -1.0, "P1 sells")
    assert (one.supplies, one.pays) == ("sells", "buys")
