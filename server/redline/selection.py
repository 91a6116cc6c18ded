"""What the user picked: a rung for each finding, and wordings and comments of their own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from server.model import Edit, Insertion, NewParagraph, Paragraph, Proposal, Rung, Span
from server.redline.diff import word_diff

RUNGS: tuple[Rung, ...] = ("preferred", "fallback", "floor")


@dataclass(frozen=True, slots=True)
class Selection:
    """One finding as chosen. text: the user's own wording instead of ours; comment: their own, False for none, None for ours."""

    finding: str
    rung: Rung | None = None
    text: str | None = None
    comment: str | Literal[False] | None = None


def with_diffs(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The proposals with the word diff of every edit."""
    return tuple(replace(p, edits=tuple(replace(e, changes=word_diff(e)) for e in p.edits)) for p in proposals)


def pick(proposals: Sequence[Proposal], chosen: Collection[str], rung: Rung, selections: Sequence[Selection]) -> tuple[Proposal, ...]:
    """One proposal for each chosen finding, in the order given: at the rung asked for, else the next milder, else the nearest there is."""
    asked = {s.finding: s.rung for s in selections if s.rung}
    rungs: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        if proposal.finding in chosen:
            rungs.setdefault(proposal.finding, []).append(proposal)
    return tuple(_nearest(had, asked.get(finding, rung)) for finding, had in rungs.items())


def _nearest(proposals: Sequence[Proposal], rung: Rung) -> Proposal:
    def distance(proposal: Proposal) -> tuple[bool, int]:
        steps = RUNGS.index(proposal.rung) - RUNGS.index(rung)
        return steps < 0, abs(steps)

    return min(proposals, key=distance)


def override(proposals: Sequence[Proposal], paragraphs: Sequence[Paragraph], selections: Sequence[Selection]) -> tuple[Proposal, ...]:
    """The proposals with the user's own wordings and comments in them."""
    own = {s.finding: s for s in selections}
    return tuple(_overridden(p, paragraphs, own[p.finding]) if p.finding in own else p for p in proposals)


def _overridden(proposal: Proposal, paragraphs: Sequence[Paragraph], own: Selection) -> Proposal:
    if own.text is not None:
        if proposal.insertions:
            insertions = tuple(i if i.annex else _reworded(i, own.text) for i in proposal.insertions)
            proposal = replace(proposal, insertions=insertions)
        elif proposal.edits:
            at = proposal.edits[0].span.paragraph
            old = paragraphs[at].text
            whole = Edit(proposal.finding, Span(at, 0, len(old)), old, own.text, proposal.comment)
            proposal = replace(proposal, edits=(whole, *(e for e in proposal.edits if e.span.paragraph != at)))
    if own.comment is not None:
        comment = own.comment or ""
        edits = tuple(replace(e, comment=comment if e.comment else "") for e in proposal.edits)
        insertions = tuple(replace(i, comment=comment) for i in proposal.insertions)
        proposal = replace(proposal, comment=comment, edits=edits, insertions=insertions)
    return proposal


def _reworded(insertion: Insertion, text: str) -> Insertion:
    """New paragraphs of the user's own, a line each; a lead-in's look stays where its words stay."""
    lines = [line for line in text.split("\n") if line.strip()]
    models = [insertion.paragraphs[min(n, len(insertion.paragraphs) - 1)] for n in range(len(lines))]
    return replace(insertion, paragraphs=tuple(_like(model, line) for model, line in zip(models, lines, strict=True)))


def _like(model: NewParagraph, line: str) -> NewParagraph:
    return replace(model, text=line, lead=model.lead if line.startswith(model.text[: model.lead]) else 0)
