from __future__ import annotations

import pytest

from server.contract.burdens import BURDENS
from server.contract.signs import FIRST
from tests.contract.drafting import contract

ACME, BETA = chr(FIRST), chr(FIRST + 1)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"{ACME}'s fees are payable monthly", "is paid fees of its own"),
        (f"work carried out by {ACME} on site", "does what is described"),
        (f"{ACME} builds the app", "does the work"),
        (f"{ACME} has the necessary expertise", "has the experience"),
        (f"{ACME} shall be paid eur 550 a day", "is paid"),
        (f"{ACME} shall comply with {BETA}'s security policies", "follows the other side's rules"),
        (f"{ACME}'s total liability is limited", "is liable for the work"),
        (f"{ACME} is not an employee of {BETA}", "is no employee"),
        (f"{ACME} hereby waives all moral rights", "gives up moral rights"),
        (f"{ACME} will introduce customers to {BETA}", "brings customers"),
        (f"options over 500 shares to {ACME} now", "is paid in shares"),
        (f"{ACME} shall not solicit any customer", "may not compete"),
        (f"{ACME} shall keep the data confidential", "is bound to secrecy"),
        (f"{ACME} shall indemnify {BETA}", "indemnifies the other side"),
    ],
)
def test_a_burden_of_the_side_that_works_is_recognised(text: str, reason: str) -> None:
    assert reason in {sign.supplies for sign in BURDENS if sign.doer > 0 and any(pattern.search(text) for pattern in sign.patterns)}


@pytest.mark.parametrize(
    "text", [f"{ACME}'s data stays in the eu", f"{ACME} may use the model", f"on the instructions of {ACME} alone", f"{ACME} needs a model"]
)
def test_what_is_left_to_the_side_that_pays_counts_against_it(text: str) -> None:
    assert any(pattern.search(text) for sign in BURDENS if sign.doer < 0 for pattern in sign.patterns)


def test_burdens_alone_tell_the_sides_where_no_role_and_no_price_is_named() -> None:
    parties = contract(
        "AGREEMENT",
        'This agreement is made between Zoë Labs Ltd ("Zoë") and Northgate Ltd ("Northgate").',
        "1. Zoë is not an employee of Northgate. Zoë shall keep Northgate's data confidential and follow Northgate's security policies.",
    ).parties
    assert [(party.subject, party.role) for party in parties] == [("Zoë", "contractor"), ("Northgate", "client")]
