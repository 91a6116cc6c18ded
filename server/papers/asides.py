"""What only our side may read of an issue: why it matters, when to give way and to what, what the law says."""

from __future__ import annotations

from server.model import Aside, Finding, Proposal, Review
from server.papers.steps import plain, steps_of


def aside_of(review: Review, finding: Finding, proposal: Proposal) -> Aside:
    """The private part of an issue; every rung of the finding as it would read."""
    rungs = [one for one in review.proposals if one.finding == finding.id]
    notes = dict.fromkeys(one.note for one in rungs if one.note)
    return Aside(
        why=finding.why,
        note="\n".join(notes),
        severity=finding.severity,
        rung=proposal.rung,
        wordings=tuple((one.rung, plain(steps_of(review.contract, one)) or "(the words are struck)") for one in rungs),
        law=finding.law,
    )
