"""What the library says about a contract: every hit of every clause, made into findings."""

from __future__ import annotations

from collections.abc import Collection

from server.clauses.amend import Seat, find_amendments
from server.clauses.blocks import Insert
from server.clauses.clause import Clause
from server.clauses.findings import as_findings
from server.clauses.hits import Hit
from server.clauses.library import Library
from server.clauses.limit import find_limits
from server.clauses.missing import find_missing, place_of
from server.clauses.one_sided import find_one_sided
from server.clauses.patterns import names_sides
from server.clauses.phrase import find_phrases
from server.clauses.reach import Reach
from server.clauses.seats import seat_of_hit, seat_of_standing
from server.clauses.trades import is_foreign
from server.model import Contract, Finding


def find_risks(contract: Contract, library: Library) -> tuple[Finding, ...]:
    """Every risk and every missing protection: the musts first, the most severe first, then in the contract's order.

    Rules that concern the same words are one finding, led by the most severe.
    """
    reach = Reach(contract, library.sieve)
    return as_findings(reach.view, library, find_hits(reach, library))


def find_hits(reach: Reach, library: Library, rules: Collection[str] | None = None) -> tuple[Hit, ...]:
    """The hits of all clauses, or of the named ones, in the library's order; none in a contract of another trade."""
    if is_foreign(reach.view.contract):
        return ()
    wanted = (clause for clause in library.clauses if rules is None or clause.id in rules)
    return tuple(hit for clause in wanted for hit in clause_hits(reach, library, clause))


def find_along(reach: Reach, clause: Clause) -> tuple[Hit, ...]:
    """What else a clause changes once it changes something: the hits of its first `along` block that has any."""
    for number, block in enumerate(clause.replace):
        hits = find_words(reach, clause, number) if block.along and not reach.stands(block.present) else ()
        if hits:
            return hits
    return ()


def find_words(reach: Reach, clause: Clause, number: int) -> tuple[Hit, ...]:
    """The words that should not be there, by the detector that the block names."""
    block = clause.replace[number]
    if block.find == "limit":
        return find_limits(clause, number, reach)
    return (find_one_sided if block.find == "one_sided" else find_phrases)(clause.id, number, block, reach)


def clause_hits(reach: Reach, library: Library, clause: Clause) -> tuple[Hit, ...]:
    """The hits of the first of its kinds that has any: risky words rewritten, else a list extended, else a provision added, else an annex.

    A list that says so already needs no provision either; of several insertions the first that fits is used.
    """

    def look(rule: str) -> set[int]:
        other = library.get(rule)
        return {hit.stretch.paragraph for hit in risky_words(reach, other)} if other else set()

    replaced = risky_words(reach, clause)
    if replaced:
        return replaced
    for number in range(len(clause.amend)):
        amended = find_amendments(clause, number, reach, lambda rule: find_seat(reach, library, rule) if rule != clause.id else None)
        if amended is not None:
            return tuple(hit for hit in amended if can_fill(reach, clause, hit))
    for number, added in (*enumerate(clause.insert), *enumerate(clause.append)):
        missing = tuple(hit for hit in find_missing(clause.id, number, added, reach, look) if can_fill(reach, clause, hit))
        if missing:
            return missing
    return ()


def risky_words(reach: Reach, clause: Clause) -> tuple[Hit, ...]:
    """The hits of a clause's `replace` blocks; those of an `otherwise` block only in sentences that no block before it has found.

    None of a clause that takes sides where our side is not known.
    """
    found: list[Hit] = []
    if _takes_sides(clause) and not any(party.is_me for party in reach.view.contract.parties):
        return ()
    for number, block in enumerate(clause.replace):
        if block.along or reach.stands(block.present):
            continue
        hits = [hit for hit in find_words(reach, clause, number) if can_fill(reach, clause, hit)]
        taken = {reach.view.sentence_at(hit.stretch) for hit in found} if block.otherwise else set()
        found += [hit for hit in hits if reach.view.sentence_at(hit.stretch) not in taken]
    return tuple(found)


def _takes_sides(clause: Clause) -> bool:
    """Whether a clause tells its risk by who bears it: where nobody knows whose side is read for, the same words may be our right."""
    return any(names_sides(source) for block in clause.replace for source in (*block.any, *block.also, *block.unless))


def find_seat(reach: Reach, library: Library, rule: str) -> Seat | None:
    """The sections in which a rule's protection stands or will stand, None where it does neither."""
    clause = library.get(rule)
    if clause is None:
        return None
    hits = clause_hits(reach, library, clause)
    if not hits:
        return seat_of_standing(reach, tuple(pattern for block in clause.insert for pattern in block.present))
    block = clause.block(hits[0].kind, hits[0].block)
    if isinstance(block, Insert) and block.joins and (host := find_seat(reach, library, block.joins)) is not None:
        return host
    place = place_of(reach.view.contract, block) if isinstance(block, Insert) else None
    return seat_of_hit(reach.view.contract, hits[0], place)


def can_fill(reach: Reach, clause: Clause, hit: Hit) -> bool:
    """Whether the sides that the wording names are known: a name we do not know is never guessed."""
    block = clause.block(hit.kind, hit.block)
    known = any(party.is_me for party in reach.view.contract.parties)
    both = known and any(not party.is_me for party in reach.view.contract.parties)
    text = " ".join(rung.wording for rung in block.rungs.values()) + ("{me} {them}" if block.annex else "")
    return ("{me}" not in text or known) and ("{them}" not in text or both)
