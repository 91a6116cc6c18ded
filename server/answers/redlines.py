"""A redline and its proof as plain data."""

from __future__ import annotations

from typing import Any

from server.model import Proof, Skip
from server.review import Redlined

Json = dict[str, Any]


def proof_json(proof: Proof) -> Json:
    return {
        "rejects_to_original": proof.rejects_to_original,
        "accepts_to_intended": proof.accepts_to_intended,
        "untouched_parts": proof.untouched_parts,
        "differences": list(proof.differences),
    }


def skip_json(skip: Skip) -> Json:
    return {"finding": skip.finding, "reason": skip.reason, "message": skip.message}


def redline_json(redlined: Redlined) -> Json:
    """What was marked, what was not and why, and the proof; the document itself is the door's to hand over."""
    return {
        "applied": list(redlined.applied),
        "skipped": [skip_json(skip) for skip in redlined.skipped],
        "proof": proof_json(redlined.proof),
    }
