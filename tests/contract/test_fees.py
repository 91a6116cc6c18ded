from __future__ import annotations

import pytest

from server.contract.fees import read_fees
from tests.contract.drafting import paragraphs


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The Client shall pay $115 per hour.", ("hourly",)),
        ("The day rate is £500, invoiced monthly.", ("daily",)),
        ("A fixed fee of $9,000 is paid on each milestone.", ("fixed", "milestone")),
        ("A monthly fee of $500 and a royalty of 5% are payable.", ("monthly", "royalty")),
        ("Work starts each day at nine.", ()),
        ("A milestone is a stone by the road.", ()),
    ],
)
def test_ways_of_paying_are_told_beside_money(text: str, kinds: tuple[str, ...]) -> None:
    assert read_fees(paragraphs(text)) == kinds


def test_the_way_mentioned_most_comes_first() -> None:
    assert read_fees(paragraphs("Fees are royalties. A royalty is paid; royalties rest on a fixed fee.")) == ("royalty", "fixed")
