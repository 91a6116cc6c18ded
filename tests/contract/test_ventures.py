from __future__ import annotations

import pytest

from server.contract.ventures import binds_both, how_joint, is_nda


@pytest.mark.parametrize(
    ("plain", "joint"),
    [
        ("Services Agreement between Acme and Beta.", "Joint Venture Agreement between Acme and Beta."),
        ("Services Agreement between Acme and Beta.", "Strategic Alliance between Acme and Beta."),
        ("Supply of services.", "Stock Purchase Agreement of the shares."),
        ("Acme will pay Beta for the services each month.", "Each party shall help. The other party may jointly act. Either party may go."),
    ],
)
def test_it_takes_more_to_see_a_contractor_among_equals(plain: str, joint: str) -> None:
    assert how_joint(plain)[0] < how_joint(joint)[0]


def test_work_on_securities_is_work() -> None:
    text = "The shares, the stock, the notes and the securities are sold. "
    assert how_joint("Underwriting agreement. " + text)[0] < how_joint("Agreement. " + text)[0]


@pytest.mark.parametrize(
    "title",
    [
        "NON-DISCLOSURE AGREEMENT",
        "Mutual NDA",
        "Confidentiality Undertaking",
        "Confidentiality letter",
        "Non-Disclosure and Non-Competition Agreement",
    ],
)
def test_an_nda_is_known_by_its_title(title: str) -> None:
    assert is_nda(title + "\nbetween Acme and Beta")


@pytest.mark.parametrize("title", ["Confidentiality and Invention Assignment Agreement", "Services Agreement"])
def test_an_agreement_that_does_more_is_no_nda(title: str) -> None:
    assert not is_nda(title + "\nbetween Acme and Beta")


def test_an_nda_that_binds_whoever_receives_is_mutual() -> None:
    assert binds_both("NON-DISCLOSURE AGREEMENT. The party disclosing information is the Discloser.")
    assert not binds_both("NON-DISCLOSURE AGREEMENT. The Recipient keeps the secrets of the Company.")
