"""The detector of `insert`: a protection that the contract lacks and that its dealings warrant."""

from __future__ import annotations

from server.clauses.clause import Insert, When
from server.clauses.hits import Hit
from server.clauses.placement import find_place
from server.clauses.reach import Reach
from server.clauses.topic_headings import has_topic
from server.model import Span


def find_missing(rule: str, number: int, block: Insert, reach: Reach) -> tuple[Hit, ...]:
    """One hit, at the end of the paragraph that the new provision follows; none where it is there already or not warranted."""
    contract = reach.view.contract
    if not contract.insertable or reach.stands(block.present) or reach.stands(block.unless) or not is_warranted(block.when, reach):
        return ()
    place = find_place(contract, block.place)
    if place is None:
        return ()
    end = len(contract.paragraphs[place.after].text)
    anchor = Span(place.after, end, end)
    return (Hit(rule, "insert", number, anchor, anchor),)


def is_warranted(when: When, reach: Reach) -> bool:
    """Whether every condition given holds, each by one of its members."""
    contract = reach.view.contract
    return (
        (not when.kinds or contract.kind in when.kinds)
        and (not when.topics or any(has_topic(contract, topic) for topic in when.topics))
        and (not when.any or reach.stands(when.any))
    )
