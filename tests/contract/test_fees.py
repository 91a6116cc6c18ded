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


@pytest.mark.parametrize(
    "text",
    [
        "The fee is CAD 118,000, invoiced on acceptance.",
        "For the whole of the work we will pay you £38,400 plus VAT.",
        "Price: $2,100 in total.",
    ],
)
def test_one_sum_for_the_whole_work_is_a_fixed_fee(text: str) -> None:
    assert "fixed" in read_fees(paragraphs(text))


@pytest.mark.parametrize("text", ["The fee is $100 per hour.", "A royalty-free licence costs no fee.", "No royalty or fee is payable."])
def test_a_sum_for_each_hour_is_none_and_no_royalty_is_none(text: str) -> None:
    assert not {"fixed", "royalty"} & set(read_fees(paragraphs(text)))
