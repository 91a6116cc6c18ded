"""A redline of a small contract and its papers."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

from server import review
from server.model import Memo, Signature
from server.review import Redlined
from tests.docx_language import docx

JANE = Signature("Jane Doe", datetime(2026, 11, 22, 9, 0, tzinfo=UTC), "JD")
LINES = (
    "SERVICES AGREEMENT",
    'This Services Agreement is made between Zürich Labs GmbH ("Client") and Jane Doe ("Contractor").',
    "1. Services. Contractor shall build a machine-learning model for Client for a fee of EUR 40,000, payable monthly.",
    "2. Intellectual Property. Contractor hereby assigns to Client all right, title and interest in the Work Product. Client may use the "
    "Work Product for any purpose.",
    "3. Liability. Contractor shall be liable without limit for all losses arising out of the Services.",
    "4. Confidentiality. Contractor shall keep all information that it receives from Client in strict confidence for ever.",
    "5. Law. This Agreement is governed by the laws of Ireland.",
)


@cache
def redlined(select: str = "all") -> Redlined:
    return review.redline(docx(*LINES), review.Request(review.library(), JANE, select=select))


def memo(private: bool = False, select: str = "all") -> Memo:
    return review.memo(redlined(select), JANE, private)
