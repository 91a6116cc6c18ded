"""What is chosen together: selections, with what they need brought along and what they rule out left behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from server.clauses.findings import order
from server.clauses.library import Library
from server.errors import WordingError
from server.model import Finding, Priority, Rung, Skip

PRIORITIES: Mapping[str, tuple[Priority, ...]] = {"all": ("must", "should", "nice"), "should": ("must", "should"), "must": ("must",)}


@dataclass(frozen=True, slots=True)
class Choices:
    """chosen: ids of the findings to be applied together, None for all. values: parameters by name, as text.

    rung, rungs: which will be taken, and by finding where it is another: annexes are counted as they will stand.
    """

    chosen: tuple[str, ...] | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    rung: Rung = "preferred"
    rungs: Mapping[str, Rung] = field(default_factory=dict)


def choose(findings: Sequence[Finding], library: Library, select: str) -> tuple[tuple[str, ...], tuple[Skip, ...]]:
    """The ids chosen, in the findings' order, and what was left out.

    select: "all", "should" (musts and shoulds), "must" or finding and rule ids separated by commas.

    Rules that a chosen one requires come along where the contract lacks them. Of two that exclude each other the one that ranks first
    stays, the other is a Skip "excluded". Raises WordingError for an id that is neither a finding's nor a rule's.
    """
    wanted = _wanted(findings, library, select)
    wanted |= _required(findings, wanted)
    kept: list[Finding] = []
    skips: list[Skip] = []
    for finding in sorted((one for one in findings if one.id in wanted), key=order):
        rival = next((one for one in kept if excluded(finding, one)), None)
        if rival is None:
            kept.append(finding)
        else:
            skips.append(Skip(finding.id, "excluded", f"Not together with {rival.rules[0]}."))
    kept, orphans = _without_orphans(findings, kept)
    chosen = {finding.id for finding in kept}
    return tuple(finding.id for finding in findings if finding.id in chosen), (*skips, *orphans)


def excluded(one: Finding, other: Finding) -> bool:
    """Whether two findings must not be applied in one document."""
    return bool(set(one.excludes) & set(other.rules) or set(other.excludes) & set(one.rules))


def _wanted(findings: Sequence[Finding], library: Library, select: str) -> set[str]:
    if select.strip() in PRIORITIES:
        return {finding.id for finding in findings if finding.priority in PRIORITIES[select.strip()]}
    names = [name.strip() for name in select.split(",") if name.strip()]
    known = {finding.id for finding in findings} | {clause.id for clause in library.clauses}
    for name in names:
        if name not in known:
            raise WordingError(
                f"There is no finding and no rule '{name}'.", "Use an id that `review` lists, a rule's id, all, should or must."
            )
    return {finding.id for finding in findings if finding.id in names or set(finding.rules) & set(names)}


def _required(findings: Sequence[Finding], wanted: set[str]) -> set[str]:
    """What the wanted findings require, and what that requires in turn."""
    found: set[str] = set()
    open_ids = set(wanted)
    while open_ids:
        rules = {rule for finding in findings if finding.id in open_ids for rule in finding.requires}
        open_ids = {finding.id for finding in findings if rules & set(finding.rules)} - found - wanted
        found |= open_ids
    return found


def _without_orphans(findings: Sequence[Finding], kept: list[Finding]) -> tuple[list[Finding], tuple[Skip, ...]]:
    """Findings whose required rule was found but is not kept go too."""
    offered = {rule for finding in findings for rule in finding.rules}
    skips: list[Skip] = []
    while True:
        have = {rule for finding in kept for rule in finding.rules}
        orphan = next((one for one in kept if any(rule in offered and rule not in have for rule in one.requires)), None)
        if orphan is None:
            return kept, tuple(skips)
        kept = [one for one in kept if one is not orphan]
        skips.append(Skip(orphan.id, "excluded", f"Needs {', '.join(orphan.requires)}, which is left out."))
