"""The lists that clauses extend: what survives the contract, and which of its documents prevails."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from server.contract.labels import read_label
from server.model import Listing, Paragraph, Reference, Section, Span

_SURVIVE = re.compile(r"\bsurviv(?:e|es|al|ing)\b", re.IGNORECASE)
_FEWEST = 2
_PRECEDENCE = re.compile(
    r"\border of (?:precedence|priority)\b|\b(?:prevail|take precedence|shall control|will control|in the following order)\b", re.IGNORECASE
)
_DOCUMENT = re.compile(
    r"(?:this |the |any |each |applicable )*(?:Agreement|MSA|SOWs?|Statements? of Work|Order Forms?|Orders?|Schedules?"
    r"|Exhibits?|Annex(?:es)?|Appendix|Appendices|Addendum"
    r"|Cover Page|Terms(?: and Conditions)?|Standard Terms|Key Terms|DPA|Policies|Policy|Clauses?|Contract"
    r"|Purchase Orders?|Special Conditions|Proposal)\b(?:\s[A-Z0-9]\b)?"
)


def read_lists(paragraphs: Sequence[Paragraph], references: Sequence[Reference], sections: Sequence[Section]) -> tuple[Listing, ...]:
    """The survival lists and orders of precedence: the sentence or paragraphs, and the members each where it stands."""
    by_paragraph: dict[int, list[Reference]] = {}
    for reference in references:
        by_paragraph.setdefault(reference.span.paragraph, []).append(reference)
    children = {section.first: section for section in sections}
    found: list[Listing] = []
    for p in paragraphs:
        if p.story in ("body", "cell"):
            found.extend(_survival(p, by_paragraph.get(p.index, [])))
            found.extend(_precedence(p, paragraphs, children))
    return tuple(found)


def _survival(p: Paragraph, references: Sequence[Reference]) -> Iterator[Listing]:
    if not _SURVIVE.search(p.text):
        return
    items = tuple(reference.span for reference in references if reference.kind in ("section", "field") and not reference.outside)
    names = tuple(_named_items(p)) if not items else ()
    if items or names:
        yield Listing("survival", Span(p.index, 0, len(p.text)), items or names)


def _named_items(p: Paragraph) -> Iterator[Span]:
    """A survival list by headings: "the provisions on Confidentiality, Intellectual Property and Payment survive"."""
    match = re.search(
        r"(?:provisions?|obligations|sections?|clauses?|terms)\s(?:on|of|regarding|relating to|titled|entitled|concerning"
        r"|about)\s([^.;]{5,300}?)\s(?:shall|will|survive)",
        p.text,
    )
    if match:
        for part in re.finditer(r"[^,;]+?(?=,|;|\sand\s|$)", match[1]):
            words = part[0].removeprefix(" and ").strip()
            if words and words != "and":
                start = match.start(1) + part.start() + part[0].index(words)
                yield Span(p.index, start, start + len(words))


def _precedence(p: Paragraph, paragraphs: Sequence[Paragraph], children: dict[int, Section]) -> Iterator[Listing]:
    match = _PRECEDENCE.search(p.text)
    if not match:
        return
    if p.text.rstrip().endswith(":"):
        items = tuple(Span(other.index, 0, len(other.text)) for other in _following_items(p, paragraphs, children))
    else:
        start = p.text.rfind(". ", 0, match.start()) + 1
        end = p.text.find(". ", match.end())
        found = _DOCUMENT.finditer(p.text, start, end if end >= 0 else len(p.text))
        named: dict[str, Span] = {}
        for item in found:
            named.setdefault(_document_name(item[0]), Span(p.index, item.start(), item.end()))
        items = tuple(named.values())
    if len(items) >= _FEWEST:
        yield Listing("order_of_precedence", Span(p.index, 0, len(p.text)), items)


def _document_name(words: str) -> str:
    return re.sub(r"^(?:(?:this|the|any|each|applicable)\s)+", "", words.lower())


def _following_items(p: Paragraph, paragraphs: Sequence[Paragraph], children: dict[int, Section]) -> Iterator[Paragraph]:
    for other in paragraphs[p.index + 1 : p.index + 12]:
        section = children.get(other.index)
        label = read_label(other.text) if not other.label else None
        if not other.text.strip():
            continue
        if not (other.label or label or other.text.rstrip().endswith((";", "; and", ","))) or (
            section and section.heading and len(other.text) > 160
        ):
            return
        yield other
