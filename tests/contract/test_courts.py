from __future__ import annotations

import pytest

from server.contract.courts import read_courts
from tests.contract.drafting import paragraphs


@pytest.mark.parametrize(
    ("text", "courts"),
    [
        ("The parties submit to the exclusive jurisdiction of the courts of England and Wales.", "the courts of England and Wales"),
        (
            "Suits shall be brought in the state or federal courts sitting in Cook County, Illinois.",
            "the state or federal courts sitting in Cook County, Illinois",
        ),
        ("Disputes are settled by arbitration seated in Singapore.", "Singapore"),
        ("A court may order payment.", ""),
    ],
)
def test_courts_and_seats_are_given_as_written(text: str, courts: str) -> None:
    assert read_courts(paragraphs(text)) == courts


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The seat of arbitration shall be Paris, France.", "Paris, France"),
        ("Disputes are settled by arbitration held in Denver, Colorado.", "Denver, Colorado"),
        ("Any arbitration shall be conducted in English under the Rules, in Geneva.", "Geneva"),
        ("The arbitration is held by the Arbitrators' Institute of Canada in Toronto.", "Toronto"),
        ("The courts of Geneva and the Parties shall have jurisdiction.", "The courts of Geneva"),
    ],
)
def test_a_seat_is_a_place_and_no_language_or_institute(text: str, place: str) -> None:
    assert read_courts(paragraphs(text)) == place


@pytest.mark.parametrize(
    ("text", "courts"),
    [
        ("The exclusive venue of any dispute is only in Los Angeles, California.", "Los Angeles, California"),
        ("All suits shall be brought in Travis County, Texas.", "Travis County, Texas"),
        ("Exclusive place of jurisdiction is the registered seat of the Principal.", "the registered seat of the Principal"),
        ("It is governed by the law of New South Wales and the parties submit to the jurisdiction of its courts.", "New South Wales"),
        (
            "Actions shall be brought in a court of competent jurisdiction located in San Francisco, California.",
            "court of competent jurisdiction located in San Francisco, California",
        ),
        ("The Court of Session deals with any dispute.", "The Court of Session"),
        ("Disputes go to arbitration in Toronto; judgment may be entered in any court of competent jurisdiction in Ontario.", "Toronto"),
        ("Vendor has its venue in good order.", ""),
    ],
)
def test_a_place_will_do_where_no_court_is_named(text: str, courts: str) -> None:
    assert read_courts(paragraphs(text)) == courts
