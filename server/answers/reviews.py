"""A review as plain data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from server.model import (
    Annex,
    AnnexLine,
    Change,
    Contract,
    Edit,
    Finding,
    NewParagraph,
    Note,
    Paragraph,
    Party,
    Proposal,
    Review,
    Span,
)
from server.review import Reviewed, file_stem

Json = dict[str, Any]
RUNGS = ("preferred", "fallback", "floor")
FIRST_WORDS = 8


def review_json(reviewed: Reviewed) -> Json:
    """A whole review; offsets are code points of the anchor paragraph's text, half-open."""
    review = reviewed.review
    contract = review.contract
    return {
        "document": document_json(reviewed),
        "parties": [party_json(party) for party in contract.parties],
        "terms": [{"name": term.name, "paragraph": term.meaning.paragraph} for term in contract.terms],
        "sections": [{"label": s.label, "heading": s.heading, "first": s.first, "last": s.last} for s in contract.sections if not s.start],
        "topics": [
            {"topic": t.name, "paragraph": t.paragraph, "start": t.start, "end": t.end, "score": t.score, "flag": t.flag}
            for t in contract.topics
        ],
        "findings": findings_json(review),
        "notes": [note_json(note) for note in review.notes],
    }


def shown_review_json(reviewed: Reviewed) -> Json:
    """A whole review with the text it is about, for a page that shows the document."""
    return review_json(reviewed) | {"paragraphs": [paragraph_json(paragraph) for paragraph in reviewed.review.contract.paragraphs]}


def document_json(reviewed: Reviewed) -> Json:
    """Facts of the file, and what the text says of itself."""
    facts, contract = reviewed.document, reviewed.review.contract
    return {
        "sha256": facts.sha256,
        "paragraphs": len(contract.paragraphs),
        "words": sum(len(paragraph.text.split()) for paragraph in contract.paragraphs),
        "file_stem": file_stem(contract),
        "kind": contract.kind,
        "language": contract.language,
        "jurisdiction": contract.jurisdiction,
        "revisions": {"insertions": facts.insertions, "deletions": facts.deletions, "authors": list(facts.authors)},
        "comments": facts.comments,
        "signed": facts.signed,
        "protected": bool(facts.protected),
    }


def party_json(party: Party) -> Json:
    return {"name": party.name, "short": list(party.short), "role": party.role, "is_me": party.is_me}


def paragraph_json(paragraph: Paragraph) -> Json:
    """One paragraph as a page shows it; cell: its place among the document's tables, None outside them."""
    cell = paragraph.cell
    return {
        "index": paragraph.index,
        "story": paragraph.story,
        "label": paragraph.label,
        "text": paragraph.text,
        "style": paragraph.style,
        "level": paragraph.level,
        "lead": paragraph.lead,
        "cell": {"table": cell.table, "row": cell.row, "column": cell.column} if cell else None,
    }


def note_json(note: Note) -> Json:
    return {"level": note.level, "message": note.message, "paragraph": note.span.paragraph if note.span else None}


def findings_json(review: Review) -> list[Json]:
    """Every finding with its proposals, in the review's order."""
    of_finding: dict[str, list[Proposal]] = {}
    for proposal in review.proposals:
        of_finding.setdefault(proposal.finding, []).append(proposal)
    return [_finding_json(review.contract, finding, of_finding.get(finding.id, [])) for finding in review.findings]


def _finding_json(contract: Contract, finding: Finding, proposals: Iterable[Proposal]) -> Json:
    text = contract.paragraphs[finding.anchor.paragraph].text
    return {
        "id": finding.id,
        "rule": finding.rules[0],
        "rules": list(finding.rules),
        "category": finding.category,
        "kind": finding.kind,
        "severity": finding.severity,
        "priority": finding.priority,
        "title": finding.title,
        "why": finding.why,
        "source": list(finding.source),
        "law": [{"text": law.text, "jurisdiction": law.jurisdiction, "as_of": law.as_of} for law in finding.law],
        "requires": list(finding.requires),
        "excludes": list(finding.excludes),
        "anchor": _anchor_json(contract, finding),
        "proposals": [
            _proposal_json(text, finding.anchor.paragraph, proposal) for proposal in sorted(proposals, key=lambda p: RUNGS.index(p.rung))
        ],
    }


def _anchor_json(contract: Contract, finding: Finding) -> Json:
    anchor = finding.anchor
    paragraph = contract.paragraphs[anchor.paragraph]
    quote = paragraph.text[anchor.start : anchor.end]
    return {
        "story": paragraph.story,
        "paragraph": anchor.paragraph,
        "label": paragraph.label or _section_label(contract, anchor),
        "start": anchor.start,
        "end": anchor.end,
        "text": paragraph.text,
        "quote": quote,
        "occurrence": _occurrence(paragraph.text, quote, anchor.start),
        "before": _first_words(contract.paragraphs, anchor.paragraph - 1),
        "after": _first_words(contract.paragraphs, anchor.paragraph + 1),
    }


def _section_label(contract: Contract, anchor: Span) -> str:
    """The label of the innermost labelled section around words whose paragraph shows no number of its own."""
    at = (anchor.paragraph, anchor.start)
    around = [section for section in contract.sections if section.label and (section.first, section.start) <= at and at[0] <= section.last]
    return min(around, key=lambda section: (section.last - section.first, -section.start)).label if around else ""


def _occurrence(text: str, quote: str, start: int) -> int:
    """Which of the quote's places in the text is meant, counted from 0; overlapping ones count too."""
    if not quote:
        return 0
    count, at = 0, text.find(quote)
    while 0 <= at < start:
        count, at = count + 1, text.find(quote, at + 1)
    return count


def _first_words(paragraphs: tuple[Paragraph, ...], index: int) -> str:
    return " ".join(paragraphs[index].text.split()[:FIRST_WORDS]) if 0 <= index < len(paragraphs) else ""


def _proposal_json(text: str, paragraph: int, proposal: Proposal) -> Json:
    diff = _diff(text, [edit for edit in proposal.edits if edit.span.paragraph == paragraph])
    new = [(insertion.after, new) for insertion in proposal.insertions for new in insertion.paragraphs]
    return {
        "rung": proposal.rung,
        "action": _action(proposal),
        "text": "".join(step["text"] for step in diff if step["op"] != "delete"),
        "new_paragraphs": [_new_paragraph_json(after, each) for after, each in new],
        "annex": next((_annex_json(insertion.annex) for insertion in proposal.insertions if insertion.annex), None),
        "diff": diff,
        "edits": [
            {"paragraph": e.span.paragraph, "start": e.span.start, "end": e.span.end, "old": e.old, "new": e.new} for e in proposal.edits
        ],
        "comment": proposal.comment,
        "note": proposal.note,
        "parameters": list(proposal.parameters),
    }


def _new_paragraph_json(after: int, new: NewParagraph) -> Json:
    return {"text": new.text, "level": new.level, "label": new.label, "after": after, "like": new.like, "lead": new.lead}


def _annex_json(annex: Annex) -> Json:
    """The annex that comes with a proposal; a table's cells are paragraphs of their own."""
    paragraphs: list[Json] = []
    for block in annex.blocks:
        if isinstance(block, AnnexLine):
            paragraphs.append({"text": block.text, "level": block.level, "label": block.label})
        else:
            paragraphs += [{"text": cell, "level": None, "label": ""} for row in block.rows for cell in row]
    return {"name": annex.name, "label": annex.label, "title": annex.title, "paragraphs": paragraphs}


def _action(proposal: Proposal) -> str:
    """What a proposal does to the document: replace | delete | insert | comment."""
    if proposal.edits:
        return "replace" if any(edit.new for edit in proposal.edits) else "delete"
    return "insert" if proposal.insertions else "comment"


def _diff(text: str, edits: list[Edit]) -> list[Json]:
    """The anchor paragraph word by word: keep and delete together are its text, keep and insert together how it would read."""
    steps: list[Json] = []
    at = 0
    for edit in sorted(edits, key=lambda e: (e.span.start, e.span.end)):
        _step(steps, "keep", text[at : edit.span.start])
        for change in edit.changes or _whole(edit):
            _step(steps, change.kind, change.text)
        at = edit.span.end
    _step(steps, "keep", text[at:])
    return steps


def _whole(edit: Edit) -> tuple[Change, ...]:
    return Change("delete", edit.span, edit.old), Change("insert", edit.span, edit.new)


def _step(steps: list[Json], kind: str, text: str) -> None:
    if steps and steps[-1]["op"] == kind:
        steps[-1]["text"] += text
    elif text:
        steps.append({"op": kind, "text": text})
