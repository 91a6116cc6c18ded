"""Hits made into findings: one finding for the same words, ids that stay, the order of a negotiator."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

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
    """Replacing hits that touch the same sentence together, each missing protection alone; in the contract's order."""
    clauses = {clause.id: clause for clause in library.clauses}
    piles: list[tuple[Span, list[Hit]]] = []
    alone: list[Hit] = []
    for hit in sorted(hits, key=lambda one: (one.anchor.paragraph, one.anchor.start, one.rule, one.block)):
        region = _cover(view.sentence_at(hit.stretch), hit.stretch)
        if hit.kind != "replace":
            alone.append(hit)
        elif piles and _touch(piles[-1][0], region):
            piles[-1] = (_cover(piles[-1][0], region), [*piles[-1][1], hit])
        else:
            piles.append((region, [hit]))
    seen: Counter[tuple[tuple[str, ...], str]] = Counter()
    return tuple(
        [_group(view.contract, clauses, pile, seen) for _, pile in piles] + [Group(_hash(hit.rule), (hit,), hit.anchor) for hit in alone]
    )


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
    return Group(_hash("\x1f".join((*rules, quote, str(occurrence)))), hits, anchor)


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
