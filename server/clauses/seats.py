"""Where a protection has its seat: the sections, from the inmost, in which it stands already or will stand."""

from __future__ import annotations

from server.clauses.hits import Hit
from server.clauses.placement import Place
from server.clauses.reach import Reach
from server.model import Contract


def sections_around(contract: Contract, paragraph: int) -> tuple[int, ...]:
    """The sections that hold a paragraph, by index."""
    return tuple(n for n, section in enumerate(contract.sections) if section.first <= paragraph <= section.last)


def seat_at(contract: Contract, place: Place) -> tuple[int, ...]:
    """The sections that will hold a new provision."""
    if place.model is None or not place.row:
        return sections_around(contract, place.after)
    parent = contract.sections[place.row[-1]].parent
    return () if parent is None else (*_upwards(contract, parent),)


def seat_of_standing(reach: Reach, present: tuple[str, ...]) -> tuple[int, ...] | None:
    """The sections that hold a protection which the contract has already, None where it has none."""
    paragraph = reach.first(present)
    return None if paragraph is None else sections_around(reach.view.contract, paragraph)


def seat_of_hit(contract: Contract, hit: Hit, place: Place | None) -> tuple[int, ...]:
    """The sections that hold what a hit proposes."""
    return seat_at(contract, place) if place else sections_around(contract, hit.anchor.paragraph)


def _upwards(contract: Contract, index: int | None) -> tuple[int, ...]:
    found: list[int] = []
    while index is not None:
        found.append(index)
        index = contract.sections[index].parent
    return tuple(found)
