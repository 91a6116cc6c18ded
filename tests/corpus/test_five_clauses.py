"""Which of the first five clauses should fire where: written down from reading the contracts, before running the product on them."""

from __future__ import annotations

import pytest

from server import review
from tests.shared_material import shared

USAGE, TRAINING, BACK, CAP, RESIDUALS = (
    "ai_training/usage_rights",
    "ai_training/training_prohibition",
    "intellectual_property/license_back",
    "liability/liability_cap",
    "confidentiality/residuals",
)
FIVE = {USAGE, TRAINING, BACK, CAP, RESIDUALS}

# contract -> rule -> first words of the section that it changes or joins
EXPECTED = {
    # One-sided waiver and cap (8.1, 8.2); all work product assigned; confidentiality binds Contractor alone; silent on AI.
    "open-agreements__common-paper-independent-contractor-agreement": {TRAINING: "3", BACK: "3", CAP: "8", RESIDUALS: "5"},
    # Mutual caps chosen on the cover page; general materials stay with Provider (13.14), so no licence back; no word on AI or residuals.
    "open-agreements__common-paper-professional-services-agreement": {TRAINING: "2", RESIDUALS: "11"},
    # A cover page alone: the terms are elsewhere, nothing here to change or to add to.
    "open-agreements__bonterms-professional-services-agreement": {},
    "open-agreements__bonterms-mutual-nda": {},
    "open-agreements__common-paper-mutual-nda": {},
    # Confidentiality without residuals; a pure NDA invites nothing else.
    "open-agreements__common-paper-one-way-nda": {RESIDUALS: ""},
    "Gemini-AI__Sample_NDA": {RESIDUALS: ""},
    # Has a residuals clause of its own, wider than ours.
    "counsel-os__sample-mutual-nda": {},
}


@pytest.mark.parametrize("name", EXPECTED)
def test_the_five_clauses_fire_where_a_lawyer_expects_them(name: str) -> None:
    data = shared("corpus", "contracts", f"{name}.docx").read_bytes()
    reviewed = review.review(data, review.library())
    sections = reviewed.review.contract.sections
    found: dict[str, set[str]] = {}
    for finding in reviewed.review.findings:
        for rule in FIVE & set(finding.rules):
            around = [s for s in sections if s.label and s.first <= finding.anchor.paragraph <= s.last and s.parent is None]
            found.setdefault(rule, set()).update(s.label.rstrip(".") for s in around)
    expected = EXPECTED[name]
    assert set(found) == set(expected)
    for rule, label in expected.items():
        assert not label or found[rule] == {label}, rule
