from __future__ import annotations

import pytest

from server.contract.conduct import PERSON, SECRECY_SIGNS, SIGNS, WORD
from server.contract.signs import FIRST

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
        (f"products delivered to {ACME} by ship", "does the work"),
        (f"a royalty of five percent to {ACME}", "gets royalties"),
        (f"the board retains {ACME} for one year", "is retained for work"),
    ],
)
def test_a_habit_of_speech_is_recognised(text: str, reason: str) -> None:
    assert reason in {sign.supplies for sign in SIGNS if any(pattern.search(text) for pattern in sign.patterns)}


@pytest.mark.parametrize(
    "text", [f"{ACME} shall keep the secrets of {BETA}", f"{ACME} and {BETA} shall meet", "services are rendered by others"]
)
def test_other_conduct_tells_nothing(text: str) -> None:
    assert not [sign for sign in SIGNS if any(pattern.search(text) for pattern in sign.patterns)]


def test_whoever_pays_is_put_on_the_clients_side_and_whoever_is_paid_on_the_contractors() -> None:
    paying = next(sign for sign in SIGNS if sign.supplies == "is paid by the other side")
    assert paying.doer < 0 < paying.other


def test_in_secrecy_the_side_that_is_bound_is_the_contractors() -> None:
    bound = [sign for sign in SECRECY_SIGNS if any(pattern.search(f"{ACME} shall not disclose") for pattern in sign.patterns)]
    assert bound
    assert all(sign.doer > 0 for sign in bound)


def test_a_name_that_says_a_role_outweighs_being_a_person() -> None:
    assert 6 * WORD > PERSON > 0
