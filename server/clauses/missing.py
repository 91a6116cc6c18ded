"""The detector of `insert`: a protection that the contract lacks and that its dealings warrant."""

from __future__ import annotations

from server.clauses.blocks import Insert, Placed, When
from server.clauses.definitions import defined_name, is_defined
from server.clauses.hits import Hit
from server.clauses.jurisdictions import fits
from server.clauses.placement import Place, find_place
from server.clauses.reach import Reach
from server.clauses.topic_headings import has_topic
from server.model import Contract, Span


def find_missing(rule: str, number: int, block: Placed, reach: Reach) -> tuple[Hit, ...]:
    """One hit, at the end of the paragraph that the new provision follows; none where it is there already or not warranted.

    For an annex the same: its reference, or the annex itself, follows that paragraph.
    """
    contract = reach.view.contract
    if not contract.insertable or reach.stands(block.present) or reach.stands(block.unless) or not is_warranted(block.when, reach):
        return ()
    place = place_of(contract, block)
    if place is None:
        return ()
    end = len(contract.paragraphs[place.after].text)
    anchor = Span(place.after, end, end)
    return (Hit(rule, "insert" if isinstance(block, Insert) else "append", number, anchor, anchor),)


def place_of(contract: Contract, block: Placed) -> Place | None:
    """Where a block's words go in this contract."""
    name = defined_name(block.nearest("preferred").wording)
    return find_place(contract, block.place, "" if is_defined(contract, name) else name)


def is_warranted(when: When, reach: Reach) -> bool:
    """Whether every condition given holds: `all` by each of its members, the others by one."""
    contract = reach.view.contract
    return (
        not any(fits(law, contract) for law in when.outside)
        and (not when.kinds or contract.kind in when.kinds)
        and (not when.topics or any(has_topic(contract, topic) for topic in when.topics))
        and (not when.any or reach.stands(when.any))
        and all(reach.stands((source,)) for source in when.all)
    )
