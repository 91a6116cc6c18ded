from __future__ import annotations

import pytest

from server.contract.genres import weigh_genres


@pytest.mark.parametrize(
    "text",
    [
        "What is a master agreement?\nA master agreement is a contract that governs later orders.",
        "Section 1. A hiring party shall pay within 30 days. This Act takes effect on 1 January.",
        "The district court granted summary judgment to the company.",
        "Present: R. Shah, L. Ott\nThe committee agreed to pay.\nNext meeting: 2 July",
        "The council invites tenders for translation. Tenderers shall state their prices.",
        "Our client is looking for a contractor. Apply with your CV.",
        "Invoice 2026-14\nServices rendered in March, total 500",
        "This policy sets out how staff work away from the office.",
        "Please find attached the draft agreement with our comments.",
    ],
)
def test_a_text_of_another_kind_is_told_by_its_marks(text: str) -> None:
    assert weigh_genres(text) >= 3


@pytest.mark.parametrize(
    "text",
    [
        "Memorandum of Understanding\nThe parties agree to work together.",
        "The Supplier provides the service. The Customer pays EUR 2,400 per month.",
        "This Agreement may be executed in counterparts. A copy of this Agreement is as good as the original.",
        "The Consultant shall attend meetings. As used in this Article, Confidential Information means what is marked so.",
    ],
)
def test_a_contract_has_no_such_marks(text: str) -> None:
    assert weigh_genres(text) == 0
