from __future__ import annotations

import pytest

from server.contract.conduct import FIRST, LEANINGS, SHARES, SIGNS, WORK

ACME, BETA = chr(FIRST), chr(FIRST + 1)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"{ACME} shall deliver the software to {BETA}", "performs the services"),
        (f"services rendered by {ACME}", "provides what is delivered"),
        (f"{ACME} will promptly pay {BETA}", "is paid by the other side"),
        (f"{ACME} hereby engages {BETA}", "is engaged by the other side"),
        (f"{ACME} hereby grants to {BETA}", "grants a licence"),
        (f"{ACME} is an independent contractor", "is an independent contractor"),
    ],
)
def test_a_habit_of_speech_is_recognised(text: str, reason: str) -> None:
    assert reason in {sign.supplies for sign in SIGNS if any(pattern.search(text) for pattern in sign.patterns)}


@pytest.mark.parametrize(
    "text", [f"{ACME} shall keep the secrets of {BETA}", f"{ACME} and {BETA} shall meet", "services are rendered by others"]
)
def test_other_conduct_tells_nothing(text: str) -> None:
    assert not [sign for sign in SIGNS if any(pattern.search(text) for pattern in sign.patterns)]


def test_short_names_that_lean_to_one_side_have_a_weight() -> None:
    assert LEANINGS["distributor"] < 0 < LEANINGS["talent"]


def test_work_and_shares_are_told_apart() -> None:
    assert WORK.search("the Services")
    assert SHARES.search("shares of common stock")
    assert not SHARES.search("the share button")
