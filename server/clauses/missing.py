"""The detector of `insert`: a protection that the contract lacks and that its dealings warrant."""

from __future__ import annotations

from collections.abc import Callable, Collection

from server.clauses.blocks import Insert, Placed, When
from server.clauses.definitions import defined_name, is_defined
from server.clauses.hits import Hit
from server.clauses.jurisdictions import fits
from server.clauses.placement import Place, find_place
from server.clauses.reach import Reach
from server.clauses.topic_headings import has_topic
from server.model import Contract, Span

Look = Callable[[str], Collection[int]]


def nothing(_: str) -> Collection[int]:
    """No clause has anything to say anywhere."""
    return ()


def find_missing(rule: str, number: int, block: Placed, reach: Reach, look: Look = nothing) -> tuple[Hit, ...]:
    """One hit, at the end of the paragraph that the new provision follows; none where it is there already or not warranted.

    For an annex the same: its reference, or the annex itself, follows that paragraph. look: where another clause has something to say.
    """
    contract = reach.view.contract
    if not contract.insertable or reach.stands(block.present) or reach.stands(block.unless) or not is_warranted(block.when, reach, look):
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


def is_warranted(when: When, reach: Reach, look: Look = nothing) -> bool:
    """Whether every condition given holds: `all` by each of its members, the others by one."""
    contract = reach.view.contract
    if when.found:
        return _fits_document(when, contract) and any(_says(when, reach, at) for rule in when.found for at in look(rule))
    return (
        _fits_document(when, contract) and (not when.any or reach.stands(when.any)) and all(reach.stands((source,)) for source in when.all)
    )


def _says(when: When, reach: Reach, paragraph: int) -> bool:
    """Whether a paragraph holds what `any` and `all` ask for."""

    def matches(source: str) -> bool:
        return any(reach.matches(source, unit, "paragraph") for unit in reach.view.units(paragraph, "paragraph"))

    return (not when.any or any(map(matches, when.any))) and all(map(matches, when.all))


def _fits_document(when: When, contract: Contract) -> bool:
    return (
        not any(fits(law, contract) for law in when.outside)
        and (not when.kinds or contract.kind in when.kinds)
        and (not when.topics or any(has_topic(contract, topic) for topic in when.topics))
    )
