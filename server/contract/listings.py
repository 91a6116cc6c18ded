"""The lists that clauses extend: what survives the contract, and which of its documents prevails."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from server.contract.labels import read_label
from server.contract.sentences import split_sentences
from server.model import Listing, Paragraph, Reference, Section, Span

_CUE = re.compile(r"surviv|continu|remain|outl|go(?:es)? on|appl", re.IGNORECASE)
_OUTLIVES = re.compile(
    r"\b(?P<plain>surviv(?:e|es|ing|al of))\b|\b(?:go(?:es)? on after|continues? (?:to (?:apply|bind)|in (?:full )?(?:force|effect)"
    r"|after|beyond)"
    r"|remains? in (?:full )?(?:force|effect)|outl(?:ive|ast)s?|keeps? (?:on )?applying)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\b(?:terminat\w+|expir\w+|end|ends|ended|over|completion|cancellation|last)\b", re.IGNORECASE)
_BEHIND = re.compile(r"surviv\w+\b[^.]*:|\bfollowing\b[^.]*\bsurviv|survival of$", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:subject to|notwithstanding|pursuant to|in accordance with|except as [^,;]{0,24} in|terminat\w+ (?:under|of|by))"
    r"\s(?:this\s|the\s)?(?:\w+\s)?(?:\w+\s)?$",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"(?:provisions?|obligations|sections?|clauses?|terms)\s(?:on|of|regarding|relating to|titled|entitled|headed|called|concerning"
    r"|addressing"
    r"|governing|about)\s(?P<names>[^.;]{5,300}?),?\s(?:shall|will|survives?|continue)",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^,;]+?(?=,|;|\sand\s|\sor\s|$)")
_NO_NAME = re.compile(r"\b(?:this|that|which|herein|nature|such|by|its|their|is|are|set)\b|['’]s\b")
_NAME_WORDS = 6
_ROW_NUMBER = re.compile(
    r"\s*(?:(?:Sections?|Clauses?|Articles?|Paragraphs?)\s)?(?P<number>\d{1,3}(?:\.\d{1,3})*(?:\([a-z]{1,4}\))*|[IVXL]{1,6}(?!\w)"
    r"|(?:Schedule|Exhibit|Annex|Appendix)\s\w{1,3})(?:,\s(?P<more>\d{1,3}(?:\.\d{1,3})*(?:\([a-z]{1,4}\))*))?"
)
_CITES = re.compile(r"\s*(?:Sections?|Clauses?|Articles?|Paragraphs?|Schedules?|Exhibits?|Annex)\s[\dA-Z]\S{0,8}\s[(\[]")
_ORDER = re.compile(
    r"\border of (?:precedence|priority)\b|\bin (?:the following|this|descending) order\b|\brank(?:s|ed)? (?:in"
    r"|as follows)\b",
    re.IGNORECASE,
)
_PREVAILS = re.compile(
    r"\b(?:prevails?|tak(?:es?|ing) (?:precedence|priority)|controls?|governs?(?! (?:the|all) )|comes? first|controlling document)\b",
    re.IGNORECASE,
)
_CONFLICT = re.compile(
    r"\b(?:conflict\w*|inconsisten\w+|discrepanc\w+|contradict\w*|differ\w*|ambigu\w+|contrary|over|unless|prevails?|precedence)\b",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"(?<![\w’'-])(?<!for )(?:(?:[Tt]his|[Tt]he|[Tt]hese|[Aa]ny|[Ee]ach|[Aa]n?|[Oo]ur|[Ss]uch|[Aa]pplicable|[Aa]ll)\s){0,2}"
    r"(?:(?:(?!This|The|These|Any|Each|If|In|To|Where|When|Unless|Should)[A-Z][\w&’'-]*\s(?:(?:and|of)\s(?=[A-Z]))?){0,4}?"
    r"(?:Agreements?|MSA|SOWs?|Statements? of Work|Order Forms?|Orders?|Call-Offs?|Quotes?|Quotations?|Schedules?|Exhibits?|Annex(?:es)?"
    r"|Attachments?|Appendix|Appendices|Addendum|Addenda|Rider|Cover Page|Terms(?: and Conditions)?|DPA|Polic(?:ies|y)|Guidelines"
    r"|Specifications?|Contract|Deed|Letter|NDA|Special Conditions|Conditions|Proposal|Rate Card|SCCs|Standard Contractual Clauses)"
    r"\b(?!['’]s)(?!\s(?:Agreement|Terms|Order|Form|Addendum|Schedule|Polic|Conditions)\b)(?:\s(?:No\.?\s?)?(?:[A-Z]|\d{1,2})\b)?"
    r"|(?<=the )[A-Z]{3,6}\b|(?<=The )[A-Z]{3,6}\b|(?:order form|order|rider|statement of work|cover page|letter|proposal"
    r"|schedules?|annex(?:es)?"
    r"|appendix|purchase order|(?<=these )terms|(?<=our )terms|(?<=your )terms)(?=\s(?:prevails?|takes?|controls?|governs?|comes?"
    r"|and|or|,)|[,.;]|$))"
)
_FEWEST = 2
_MOST_ROWS = 12
_LONG_ROW = 160


@dataclass(frozen=True, slots=True)
class _Document:
    """What the lists are read from."""

    paragraphs: Sequence[Paragraph]
    references: Mapping[int, Sequence[Reference]]
    starts: Mapping[int, Section]


def read_lists(paragraphs: Sequence[Paragraph], references: Sequence[Reference], sections: Sequence[Section]) -> tuple[Listing, ...]:
    """The survival lists and orders of precedence: the paragraph, and the members each where it stands."""
    by_paragraph: dict[int, list[Reference]] = {}
    for reference in references:
        by_paragraph.setdefault(reference.span.paragraph, []).append(reference)
    document = _Document(paragraphs, by_paragraph, {section.first: section for section in sections})
    found: list[Listing] = []
    for p in paragraphs:
        if p.story in ("body", "cell"):
            found.extend(_survival(p, document))
            found.extend(_precedence(p, document))
    return tuple(found)


def _survival(p: Paragraph, document: _Document) -> Iterator[Listing]:
    if not _CUE.search(p.text) or not _OUTLIVES.search(p.text):
        return
    items: list[Span] = []
    for start, end in split_sentences(p.text):
        items.extend(_survivors(p, (start, end), document))
    if items:
        yield Listing("survival", Span(p.index, 0, len(p.text)), tuple(dict.fromkeys(items)))


def _survivors(p: Paragraph, sentence: tuple[int, int], document: _Document) -> Sequence[Span]:
    """What a sentence says to outlive the contract: the provisions it cites before its verb, or those that follow; else by headings."""
    start, end = sentence
    verbs = [verb for verb in _OUTLIVES.finditer(p.text, start, end) if verb["plain"] or _ENDS.search(p.text, start, end)]
    if not verbs:
        return ()
    if p.text[start:end].rstrip().endswith(":"):
        return [span for row in _rows_under(p, document) for span in _row_members(row, document)]
    behind = _BEHIND.search(p.text, start, end) or verbs[-1][0].lower() == "survival of"
    cited = [
        one.span
        for one in document.references.get(p.index, ())
        if start <= one.span.start < (end if behind else verbs[-1].start())
        and one.kind in ("section", "field")
        and not one.outside
        and not _ASIDE.search(p.text[start : one.span.start])
    ]
    return cited or list(_named(p, start, end))


def _row_members(row: Paragraph, document: _Document) -> Iterator[Span]:
    cited = [one.span for one in document.references.get(row.index, ()) if one.kind != "document" and not one.outside]
    number = _ROW_NUMBER.match(row.text)
    if number and not cited:
        yield from (Span(row.index, *number.span(name)) for name in ("number", "more") if number[name])
    yield from cited or (() if number else (Span(row.index, 0, len(row.text)),))


def _named(p: Paragraph, start: int, end: int) -> Iterator[Span]:
    """A survival list by headings: "the provisions on Confidentiality, Intellectual Property and Payment survive"."""
    match = _HEADED.search(p.text, start, end)
    if not match:
        return
    spans: list[Span] = []
    for part in _NAME.finditer(match["names"]):
        words = re.sub(r"^(?:and|or)\s", "", part[0].strip()).strip('“”" ')
        if not words or len(words.split()) > _NAME_WORDS or _NO_NAME.search(words):
            return
        begin = match.start("names") + part.start() + part[0].index(words)
        spans.append(Span(p.index, begin, begin + len(words)))
    if len(spans) >= _FEWEST:
        yield from spans


def _precedence(p: Paragraph, document: _Document) -> Iterator[Listing]:
    if not (_ORDER.search(p.text) or _PREVAILS.search(p.text)):
        return
    items: tuple[Span, ...]
    sentences = split_sentences(p.text)
    if p.text.rstrip().endswith(":") and _ranks(p.text[slice(*sentences[-1])]):
        items = tuple(Span(row.index, 0, len(row.text)) for row in _rows_under(p, document))
    else:
        named: dict[str, Span] = {}
        for start, end in sentences:
            if _ranks(p.text[start:end]):
                for item in _DOCUMENT.finditer(p.text, start, end):
                    named.setdefault(_document_name(item[0]), Span(p.index, item.start(), item.end()))
        items = tuple(named.values())
    if len(items) >= _FEWEST:
        yield Listing("order_of_precedence", Span(p.index, 0, len(p.text)), items)


def _ranks(words: str) -> bool:
    """Whether a sentence says which document comes before which."""
    return bool(_ORDER.search(words) or (_PREVAILS.search(words) and _CONFLICT.search(words)))


def _document_name(words: str) -> str:
    return re.sub(r"^(?:(?:this|the|these|any|each|an?|our|such|all|applicable)\s)+", "", words.lower())


def _rows_under(p: Paragraph, document: _Document) -> Iterator[Paragraph]:
    """The members of a list that hangs on a line with a colon."""
    for row in document.paragraphs[p.index + 1 : p.index + _MOST_ROWS]:
        section = document.starts.get(row.index)
        label = read_label(row.text) if not row.label else None
        if not row.text.strip():
            continue
        listed = row.label or label or _CITES.match(row.text) or row.text.rstrip().endswith((";", "; and", ",", "; or"))
        if not listed or (section and section.heading and len(row.text) > _LONG_ROW):
            return
        yield row
