"""Hits made into findings: one finding for the same words, ids that stay, the order of a negotiator."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from server.clauses.blocks import Insert
from server.clauses.clause import Clause
from server.clauses.hits import Hit
from server.clauses.jurisdictions import fits
from server.clauses.library import Library
from server.clauses.view import View
from server.clauses.wording import Writer
from server.model import Contract, Finding, Law, Span

SEVERITIES = ("critical", "high", "medium", "low")
PRIORITIES = ("must", "should", "nice")


@dataclass(frozen=True, slots=True)
class Group:
    """Hits on the same words, the leading rule's first. id: the finding's."""

    id: str
    hits: tuple[Hit, ...]
    anchor: Span

    @property
    def rules(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(hit.rule for hit in self.hits))


def as_findings(view: View, library: Library, hits: Iterable[Hit]) -> tuple[Finding, ...]:
    """A finding for each group of hits, the musts and the most severe first."""
    found = [_as_finding(view.contract, library, group) for group in group_hits(view, library, hits)]
    return tuple(sorted(found, key=order))


def order(finding: Finding) -> tuple[int, int, int, int, str]:
    """The order in which a negotiator takes findings."""
    place = finding.anchor
    return PRIORITIES.index(finding.priority), SEVERITIES.index(finding.severity), place.paragraph, place.start, finding.id


def group_hits(view: View, library: Library, hits: Iterable[Hit]) -> tuple[Group, ...]:
    """Hits on words of the same sentence together; each missing protection alone, or with those that join it. In the contract's order."""
    clauses = {clause.id: clause for clause in library.clauses}
    piles: list[tuple[Span, list[Hit]]] = []
    alone: list[Hit] = []
    for hit in sorted(hits, key=lambda one: (one.anchor.paragraph, one.anchor.start, one.rule, one.block)):
        region = _cover(view.sentence_at(hit.stretch), hit.stretch)
        if hit.anchor.start == hit.anchor.end and hit.kind != "replace":
            alone.append(hit)
        elif piles and _touch(piles[-1][0], region):
            piles[-1] = (_cover(piles[-1][0], region), [*piles[-1][1], hit])
        else:
            piles.append((region, [hit]))
    seen: Counter[tuple[tuple[str, ...], str]] = Counter()
    return tuple([_group(view.contract, clauses, pile, seen) for _, pile in piles] + _joined(clauses, alone))


def _joined(clauses: dict[str, Clause], alone: list[Hit]) -> list[Group]:
    """Missing protections, each with those that go into its section."""

    def block(hit: Hit) -> Insert | None:
        return clauses[hit.rule].insert[hit.block] if hit.kind == "insert" else None

    hosts = {hit.rule for hit in alone if (own := block(hit)) and not own.joins}
    guests: dict[str, list[Hit]] = {}
    for hit in alone:
        own = block(hit)
        if own and own.joins in hosts:
            guests.setdefault(own.joins, []).append(hit)

    def turn(hit: Hit) -> tuple[int, str]:
        own = block(hit)
        return own.turn if own else 0, hit.rule

    inside = {hit for hits in guests.values() for hit in hits}
    return [Group(_hash(hit.rule), (hit, *sorted(guests.get(hit.rule, ()), key=turn)), hit.anchor) for hit in alone if hit not in inside]


def _group(contract: Contract, clauses: dict[str, Clause], pile: list[Hit], seen: Counter[tuple[tuple[str, ...], str]]) -> Group:
    def rank(hit: Hit) -> tuple[int, int, str, int]:
        clause = clauses[hit.rule]
        return SEVERITIES.index(clause.severity), PRIORITIES.index(clause.priority), hit.rule, hit.stretch.start

    hits = tuple(sorted(pile, key=rank))
    anchor = hits[0].anchor
    for hit in hits:
        anchor = _cover(anchor, hit.anchor)
    rules = tuple(dict.fromkeys(hit.rule for hit in hits))
    quote = quote_of(contract, anchor)
    occurrence = seen[rules, quote]
    seen[rules, quote] += 1
    name = rules[0] if len(hits) == 1 and hits[0].kind == "amend" else "\x1f".join((*rules, quote, str(occurrence)))
    return Group(_hash(name), hits, anchor)


def quote_of(contract: Contract, anchor: Span) -> str:
    """The words of a span."""
    return contract.paragraphs[anchor.paragraph].text[anchor.start : anchor.end]


def _as_finding(contract: Contract, library: Library, group: Group) -> Finding:
    clauses = [clause for rule in group.rules if (clause := library.get(rule)) is not None]
    leading = clauses[0]
    writer = Writer(contract, {})
    laws = [law for clause in clauses for law in clause.law if fits(law.jurisdiction, contract)]
    return Finding(
        id=group.id,
        rules=group.rules,
        category=leading.category,
        kind=group.hits[0].kind,
        severity=min((clause.severity for clause in clauses), key=SEVERITIES.index),
        priority=min((clause.priority for clause in clauses), key=PRIORITIES.index),
        title=leading.title,
        why=" ".join(dict.fromkeys(writer.explain(clause.why) for clause in clauses if clause.why)),
        source=tuple(dict.fromkeys(source for clause in clauses for source in clause.source)),
        anchor=group.anchor,
        quote=quote_of(contract, group.anchor),
        law=tuple(dict.fromkeys(Law(law.text, law.jurisdiction, law.as_of) for law in laws)),
        requires=tuple(dict.fromkeys(rule for clause in clauses for rule in clause.requires)),
        excludes=tuple(dict.fromkeys(rule for clause in clauses for rule in clause.excludes)),
    )


def _touch(one: Span, other: Span) -> bool:
    return one.paragraph == other.paragraph and other.start < one.end and one.start < other.end


def _cover(one: Span, other: Span) -> Span:
    return Span(one.paragraph, min(one.start, other.start), max(one.end, other.end))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
