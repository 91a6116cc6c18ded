"""What the library says about a contract: every hit of every clause, made into findings."""

from __future__ import annotations

from collections.abc import Collection

from server.clauses.clause import Clause
from server.clauses.findings import as_findings
from server.clauses.hits import Hit
from server.clauses.library import Library
from server.clauses.missing import find_missing
from server.clauses.phrase import find_phrases
from server.clauses.reach import Reach
from server.model import Contract, Finding


def find_risks(contract: Contract, library: Library) -> tuple[Finding, ...]:
    """Every risk and every missing protection: the musts first, the most severe first, then in the contract's order.

    Rules that concern the same words are one finding, led by the most severe.
    """
    reach = Reach(contract, library.sieve)
    return as_findings(reach.view, library, find_hits(reach, library))


def find_hits(reach: Reach, library: Library, rules: Collection[str] | None = None) -> tuple[Hit, ...]:
    """The hits of all clauses, or of the named ones, in the library's order."""
    return tuple(hit for clause in library.clauses if rules is None or clause.id in rules for hit in _clause_hits(reach, clause))


def find_along(reach: Reach, clause: Clause) -> tuple[Hit, ...]:
    """What else a clause changes once it changes something: the hits of its first `along` block that has any."""
    for number, block in enumerate(clause.replace):
        hits = find_phrases(clause.id, number, block, reach) if block.along else ()
        if hits:
            return hits
    return ()


def _clause_hits(reach: Reach, clause: Clause) -> tuple[Hit, ...]:
    """A clause that rewrites risky words where they stand does not add the same protection once more; of its insertions the first fits."""
    replaced = tuple(
        hit
        for number, block in enumerate(clause.replace)
        if not block.along and not reach.stands(block.present)
        for hit in find_phrases(clause.id, number, block, reach)
        if can_fill(reach, clause, hit)
    )
    if replaced:
        return replaced
    for number, insert in enumerate(clause.insert):
        missing = tuple(hit for hit in find_missing(clause.id, number, insert, reach) if can_fill(reach, clause, hit))
        if missing:
            return missing
    return ()


def can_fill(reach: Reach, clause: Clause, hit: Hit) -> bool:
    """Whether the sides that the wording names are known: a name we do not know is never guessed."""
    block = clause.replace[hit.block] if hit.kind == "replace" else clause.insert[hit.block]
    known = any(party.is_me for party in reach.view.contract.parties)
    both = known and any(not party.is_me for party in reach.view.contract.parties)
    text = " ".join(rung.wording for rung in block.rungs.values())
    return ("{me}" not in text or known) and ("{them}" not in text or both)
