"""The papers that go with a redline, as a door hands them over."""

from __future__ import annotations

from typing import Any

from server import review
from server.model import Memo, Signature

Json = dict[str, Any]
MEMO_FORMATS = (".docx", ".md", ".csv", ".txt")


def memo_bytes(memo: Memo, suffix: str, signature: Signature) -> bytes:
    """An issues list in one of MEMO_FORMATS; .txt is the covering message. Text is UTF-8."""
    if suffix == ".docx":
        return review.memo_document(memo, signature)
    if suffix == ".txt":
        return memo.email.encode()
    return (review.write_csv if suffix == ".csv" else review.write_markdown)(memo).encode()


def certificate_json(certificate: review.Certificate) -> Json:
    """A certificate: hashes, whose changes, each statement and whether it holds, how to repeat it."""
    return {
        "original_sha256": certificate.original,
        "marked_sha256": certificate.marked,
        "author": certificate.author,
        "proved": [{"statement": statement, "holds": holds} for holds, statement in certificate.statements],
        "differences": list(certificate.proof.differences),
        "repeat": list(certificate.steps),
    }
