"""The detector of `amend`: a list or definition of the contract that lacks what belongs in it, and what it reads like with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal

from server.clauses.blocks import Amend
from server.clauses.clause import Clause
from server.clauses.definitions import add_entry, add_to_definition, defined_name, find_definition, find_entries, is_defined
from server.clauses.force_majeure import add_events, find_events
from server.clauses.hits import Hit
from server.clauses.missing import is_warranted
from server.clauses.placeholders import placeholders
from server.clauses.placement import find_place
from server.clauses.precedence import add_document, find_order
from server.clauses.reach import Reach
from server.clauses.rows import Growth
from server.clauses.survival import Survivor, find_rolls, lengthen
from server.model import Contract, Span

Seat = tuple[int, ...]
Seats = Callable[[str], Seat | None]


def find_amendments(clause: Clause, number: int, reach: Reach, seats: Seats) -> tuple[Hit, ...] | None:
    """The hit on the list to be extended; () where it says so already, None where the contract has no such list or nothing warrants it.

    seats: the sections in which a rule's protection stands or will stand, None where it does neither.
    """
    block = clause.amend[number]
    contract = reach.view.contract
    if not contract.insertable or reach.stands(block.unless) or not is_warranted(block.when, reach):
        return None
    if reach.stands(block.present):
        return ()
    found = _find(contract, block, seats)
    if not isinstance(found, Span):
        return None if found is None else ()
    term = find_definition(contract, block.of)
    return (Hit(clause.id, "amend", number, found, found, (("term", term.name),) if term else ()),)


def named_rules(block: Amend) -> tuple[str, ...]:
    """The rules whose sections a survival list is to name."""
    return tuple(dict.fromkeys(gap.value for rung in block.rungs.values() for gap in placeholders(rung.wording) if gap.kind == "section"))


def extend(contract: Contract, block: Amend, hit: Hit, wordings: Sequence[str], survivors: Sequence[Survivor]) -> Growth:
    """The list with the wordings' members in its own grammar. survivors: for a survival list, in place of wordings."""
    if block.list == "survival":
        roll = next(roll for roll in find_rolls(contract) if sentence_of(contract, roll.series.span) == hit.anchor)
        return lengthen(contract, roll, survivors)
    if block.list == "force_majeure":
        parts = [wording.split("\n\n", 1) for wording in wordings]
        events = [event.strip() for part in parts for event in re.split(r";\s*", part[0].rstrip(" .;")) if event.strip()]
        return add_events(contract, hit.anchor, events, " ".join(part[1] for part in parts if len(part) > 1))
    if block.list == "order_of_precedence":
        order = find_order(contract)
        return add_document(contract, order, wordings[0], block.at == "first") if order else Growth()
    term = find_definition(contract, block.of)
    return add_to_definition(contract, term, wordings[0]) if term else add_entry(contract, wordings[0])


def _find(contract: Contract, block: Amend, seats: Seats) -> Span | Literal["held"] | None:
    """The list's own words, "held" where nothing is to be added, None where the contract has no such list."""
    if block.list == "survival":
        return _survival(contract, block, seats)
    if block.list == "force_majeure":
        return find_events(contract)
    if block.list == "order_of_precedence":
        order = find_order(contract)
        in_line = order is not None and order.items[0].paragraph == order.span.paragraph
        return sentence_of(contract, order.items[0] if in_line else order.span) if order else None
    term = find_definition(contract, block.of)
    if block.of:
        return sentence_of(contract, term.meaning) if term else None
    return _new_definition(contract, defined_name(block.nearest("preferred").wording))


def _survival(contract: Contract, block: Amend, seats: Seats) -> Span | Literal["held"] | None:
    rolls = find_rolls(contract)
    if not rolls:
        return None
    chains = [chain for rule in named_rules(block) if (chain := seats(rule)) is not None]
    lacking = [chain for chain in chains if not any(roll.covers(contract, chain) for roll in rolls)]
    longest = max(rolls, key=lambda roll: (len(roll.reach) + len(roll.names), -roll.series.span.paragraph))
    return sentence_of(contract, longest.series.span) if lacking else "held"


def _new_definition(contract: Contract, name: str) -> Span | Literal["held"] | None:
    if is_defined(contract, name):
        return "held"
    place = find_place(contract, ("definitions",), name) if find_entries(contract) else None
    end = len(contract.paragraphs[place.after].text) if place else 0
    return Span(place.after, end, end) if place else None


def sentence_of(contract: Contract, span: Span) -> Span:
    """The sentence that holds a list or definition, to the end of both."""
    held = [one for one in contract.sentences[span.paragraph] if one.start <= span.start] if contract.sentences else []
    start, end = (held[-1].start, held[-1].end) if held else (0, len(contract.paragraphs[span.paragraph].text))
    return Span(span.paragraph, start, max(end, span.end))
