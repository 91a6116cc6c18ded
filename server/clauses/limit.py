"""The detector `limit`: a threshold that is too high or too low, read as a number with its unit."""

from __future__ import annotations

import re

from server.clauses.blocks import Replace
from server.clauses.clause import Clause
from server.clauses.hits import Hit
from server.clauses.patterns import HERE
from server.clauses.phrase import Judge, Match, Spot, find_phrases
from server.clauses.quantities import Quantity, read_bound, read_quantities
from server.clauses.reach import Reach

LIMIT = "limit"
_PARAM = re.compile(r"\{param:([^{}]+)\}")


def find_limits(clause: Clause, number: int, reach: Reach) -> tuple[Hit, ...]:
    """Every match of the block's patterns whose number lies beyond the bound; for scope "match" the wording replaces that number.

    The number is read in the pattern's group `limit`, without one in the words matched, else in the rest of the sentence.
    """
    block = clause.replace[number]
    return find_phrases(clause.id, number, block, reach, beyond(clause, block))


def beyond(clause: Clause, block: Replace) -> Judge:
    """The judge of a block with a bound: a match counts if its number lies beyond."""
    bound = bound_of(clause, block)

    def judge(match: Match) -> Spot | None:
        quantity = _beyond(match, block, bound) if bound else None
        if quantity is None:
            return None
        here = match.pattern.groupindex.get(HERE)
        begin, end = match.found.span(here) if here else (-1, -1)
        if begin < 0:
            begin, end = (quantity.start, quantity.end) if block.scope == "match" else match.found.span()
        return Spot(begin, end, {LIMIT: (quantity.start, quantity.end)})

    return judge


def bound_of(clause: Clause, block: Replace) -> Quantity | None:
    """The block's bound; where it names a parameter, that parameter's default. None where it is no quantity."""
    text = block.over or block.under
    named = _PARAM.fullmatch(text.strip())
    if named:
        parameter = clause.parameters.get(named.group(1).strip())
        text = str(parameter.default) if parameter and parameter.default is not None else ""
    return read_bound(text)


def _beyond(match: Match, block: Replace, bound: Quantity) -> Quantity | None:
    """The first quantity that lies beyond the bound, at its place in the unit's text."""
    group = match.pattern.groupindex.get(LIMIT)
    spans = [match.found.span(group)] if group else [match.found.span(), (0, len(match.unit.text))]
    for start, end in spans:
        read = read_quantities(match.unit.text[start:end], bound) if start >= 0 else ()
        if read:
            far = (one for one in read if (one.size > bound.size if block.over else one.size < bound.size))
            found = next(far, None)
            return Quantity(start + found.start, start + found.end, found.kind, found.size) if found else None
    return None
