"""Cross-references, typed and as fields, and where they point."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from server.contract.labels import SCHEDULE_WORDS, as_roman, read_label
from server.contract.number_words import WORDS
from server.contract.targets import Targets
from server.model import Paragraph, Reference, Section, Span

_SUBS = r"(?:\s?\((?:[a-z]{1,4}|[ivx]{1,5}|\d{1,2}|[A-Z])\))"
_PLAIN = (
    rf"(?:\d{{1,5}}(?:\.\d{{1,3}})*[A-Za-z]?(?!\w)(?!\.\d){_SUBS}*"
    rf"|[IVXLC]{{1,7}}(?:\.\d{{1,3}})?(?![\w])|[A-Z]\.\d{{1,2}}(?![\d\w])|{_SUBS}+)"
)
_NUMBER = rf"(?:{_PLAIN}|(?i:{WORDS})(?![\w]))"
_WORD = (
    r"(?:(?:[Ss]ub-?|SUB-?)?(?:[Ss]ections?|SECTIONS?|[Cc]lauses?|CLAUSES?|[Aa]rticles?|ARTICLES?|[Pp]aragraphs?|PARAGRAPHS?)"
    r"|[Pp]aras?\.?|Secs?\.|Arts?\.|Cls?\.|§{1,2})"
)
_TITLE = r"(?:\s?[(\[](?![a-z]{1,4}[)\]]|\d{1,2}[)\]])[^()\[\]]{3,90}[)\]]|\s[“\"][^“”\"]{3,60}[”\"])?"
_QUANTITY = (
    r"(?!\d+\s?(?:%|percent|per cent|times\b|copies\b|million\b"
    r"|(?:(?:business|working|calendar|full|consecutive)\s)?(?:days?|hours?|weeks?|months?|quarters?|years?)\b))"
)
_GAP = r"\s?(?:,\s?and/or|,\s?(?:and|or|to)?|;\s?(?:and|or)?|and/or|and|AND|or|OR|to|TO|through|until|&|[-–—])\s?"
_ONCE_MORE = rf"(?:{_WORD}\s{{0,2}})?"
_TYPED = re.compile(
    rf"(?<![\w§])(?P<word>{_WORD})\s{{0,2}}(?:[Nn]os?\.?\s)?(?P<run>{_NUMBER}(?:{_TITLE}{_GAP}{_ONCE_MORE}{_QUANTITY}{_PLAIN}){{0,30}})"
)
_ONE = re.compile(rf"(?:{_TITLE}{_GAP}(?:(?P<word>{_WORD})\s{{0,2}})?)?(?P<number>{_NUMBER})")
_POINTED = re.compile(r"\b(?:at|in|under|see|per|of|to)\s(\d{1,2}(?:\.\d{1,2}){1,3}(?:\([a-z]{1,3}\))*)\s(?:above|below)\b")
_ID = r"(?:[IVX]{1,5}(?![A-Za-z\d-])|[A-Z]{1,2}(?:-?\d{1,2})?|\d{1,2}(?:\.\d)?)(?:\([A-Z\d]\))?"
_SCHEDULE = re.compile(
    rf"\b(?P<word>{SCHEDULE_WORDS}|(?:schedule|exhibit|annex|annexure|appendix|attachment)(?=s?[ -](?:\d|[A-H]\b)))(?P<many>s|es)?"
    rf"(?:\s(?:No\.?\s)?|-)(?P<run>(?:[“\"‘']{_ID}[”\"’']|{_ID})(?![\w])(?!['’]\w)(?:(?(many){_GAP}{_QUANTITY}{_ID}(?![\w’'])|(?!)))*)"
)
_ONE_ID = re.compile(_ID)
_NAMES = r"(?:[A-Z][\w.&'’-]*[\s,]{1,2}|\([^()]{2,60}\)\s|\((?:EU|EC|UK)\)\s|No\.?\s|(?:of|and|the|on|for)\s|\d{4}(?:/\d{2,4})?\s){0,10}?"
_OUTSIDE = re.compile(
    r"\s{0,2}(?:of|in|under|to|from)\s(?:the\s|that\s|its\s|an?\s|such\s|Title\s)?"
    rf"(?:{_NAMES}(?:Act|Code|Law|Statute|Statutes|GDPR|UCTA|CCPA|DMCA|Regulations?|Directive|Rules?|Ordinance|C\.F\.R|U\.S\.C|Constitution"
    r"|Convention|SCCs|Standard Contractual Clauses|MSA|PSA|MCA|SLCMA|Master Agreement|Framework Agreement)\b"
    r"|(?!Agreement)[A-Z][\w.&'’-]*[\s,]{1,2}(?:[A-Z][\w.&'’-]*[\s,]{1,2}|(?:of|and|the|on|for)\s|\(\w+\)\s){0,7}?(?:Agreement|Terms|Copyright|Order|Contract|Deed)\b)"
    r"|\s{0,2}(?:UCTA|GDPR|CCPA|DSGVO|BGB|HGB)\b"
)
_INSIDE = re.compile(r"\s{0,2}(?:of|in|to|under)\s(?:this|these)\s", re.IGNORECASE)
_OUTSIDE_BEFORE = re.compile(
    r"(?:U\.?S\.?C\.?|C\.?F\.?R\.?|Act(?:\s\d{4})?,?|Code,?|GDPR,?|Regulations?,?|Restatement\s|FAR|DFARS?|Stat\.|Laws?|Rev\.)\s*$"
)
_OF_SCHEDULE = re.compile(
    rf"\s(?:of|in|to)\s(?:(?P<part>Part\s[A-Z\d]{{1,3}})\s(?:of|to|in)\s)?(?:the\s|this\s)?(?P<word>{SCHEDULE_WORDS})\s(?P<id>{_ID})"
)
_OF_SECTION = re.compile(rf"\s(?:of|in)\s(?:this\s)?{_WORD}\s{{0,2}}(?P<number>\d{{1,3}}(?:\.\d{{1,3}})*(?:\([a-z]{{1,4}}\))*)")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a typed reference stands. base: what its "(b)" belongs to ("3.2"). schedule, part: whose paragraph it names."""

    paragraph: int
    base: str = ""
    schedule: int | None = None
    part: str = ""


def read_references(paragraphs: Sequence[Paragraph], sections: Sequence[Section]) -> tuple[Reference, ...]:
    """Every cross-reference in the order of the text; "Sections 5, 7 and 9" are three. `target` is resolved in this document only."""
    targets = Targets(sections, len(paragraphs))
    bookmarks = _index_bookmarks(paragraphs, targets)
    found: list[Reference] = []
    for p in paragraphs:
        found.extend(_fields_of(p, bookmarks))
        found.extend(_typed_of(p, targets))
        found.extend(_schedules_of(p, targets))
    return tuple(sorted(found, key=lambda reference: (reference.span.paragraph, reference.span.start)))


def _index_bookmarks(paragraphs: Sequence[Paragraph], targets: Targets) -> dict[str, int]:
    marked = [p for p in paragraphs if p.bookmarks]
    return {name: at for p in marked if (at := targets.around(p.index)) is not None for name in p.bookmarks}


def _fields_of(p: Paragraph, bookmarks: dict[str, int]) -> Iterator[Reference]:
    for field in p.fields:
        match = re.match(r"\s*(?:REF|NOTEREF)\s+(\S+)", field.code)
        if match:
            yield Reference(
                Span(p.index, field.start, field.end), "field", p.text[field.start : field.end].strip(), bookmarks.get(match[1])
            )


def _typed_of(p: Paragraph, targets: Targets) -> Iterator[Reference]:
    own = _own_label(p)
    for match in _TYPED.finditer(p.text, own):
        read = list(_run_of(p, match, targets))
        yield from read
        known = {reference.span for reference in read}
        for aside in _TYPED.finditer(p.text, match.start("run"), match.end("run")):  # "5.2 (subject to Section 8.4), 5.3"
            yield from (reference for reference in _run_of(p, aside, targets) if reference.span not in known)
    for pointed in _POINTED.finditer(p.text, own):
        yield Reference(Span(p.index, *pointed.span(1)), "section", pointed[1], targets.section(pointed[1], p.index))


def _run_of(p: Paragraph, match: re.Match[str], targets: Targets) -> Iterator[Reference]:
    """The references of one run ("Sections 5, 7(b) and Article IV")."""
    outside = _is_outside(p.text, match.start(), match.end())
    place = _place_of(p, match, targets)
    word, last, previous = match["word"], "", ""
    for one in _ONE.finditer(p.text, match.start("run"), match.end("run")):
        label, word = re.sub(r"\s", "", one["number"]), one["word"] or word
        if label.startswith("(") and previous and (";" in one[0] or not _counts_on(previous, label)):
            return
        previous = label
        span = Span(p.index, *one.span("number"))
        if not _is_field(p, span.start):
            yield Reference(span, "section", label, None if outside else _resolve(label, last, word.lower(), place, targets), outside)
        last = label if not label.startswith("(") else last


def _counts_on(previous: str, label: str) -> bool:
    """Whether "(c)" goes on after "3(a)"; "(ii)" after "15.1" is the next item of a list that happens to follow."""
    mark, before = re.findall(r"\((\w+)\)", label)[0], re.findall(r"\((\w+)\)$", previous)
    if not before:
        return False
    letters = len(mark) == len(before[0]) == 1 and mark > before[0]
    return letters or bool(as_roman(mark) > as_roman(before[0]) > 0) or (mark.isdigit() and before[0].isdigit())


def _is_field(p: Paragraph, at: int) -> bool:
    """Whether the words are a field's own: a reference is read there; a hyperlink's words are the drafter's."""
    return any(field.start <= at < field.end and not field.code.lstrip().startswith("HYPERLINK") for field in p.fields)


def _place_of(p: Paragraph, match: re.Match[str], targets: Targets) -> _Place:
    """What the words after a reference say about where it points: "(b) of Section 3.2", "paragraph 1 of Schedule 2"."""
    within = _OF_SCHEDULE.match(p.text, match.end())
    if within:
        schedule = targets.schedule(f"{within['word'].title()} {within['id']}")
        return _Place(p.index, "", -1 if schedule is None else schedule, within["part"] or "")
    of = _OF_SECTION.match(p.text, match.end())
    return _Place(p.index, of["number"] if of else "")


def _resolve(label: str, last: str, word: str, place: _Place, targets: Targets) -> int | None:
    if place.schedule is not None:
        return targets.in_schedule(label, place.schedule, place.part)
    if label.startswith("(") and (place.base or last):
        base = place.base or re.sub(r"\([^()]*\)$", "", last)
        return targets.section(base + label, place.paragraph)
    if word.startswith("art"):
        article = targets.article(label)
        if article is not None:
            return article
    return targets.section(label, place.paragraph, near="para" in word)


def _own_label(p: Paragraph) -> int:
    label = None if p.label else read_label(p.text)
    return label.end if label else 0


def _is_outside(text: str, start: int, end: int) -> bool:
    if _INSIDE.match(text, end):
        return False
    return bool(_OUTSIDE.match(text, end) or _OUTSIDE_BEFORE.search(text[max(0, start - 30) : start]))


def _schedules_of(p: Paragraph, targets: Targets) -> Iterator[Reference]:
    for match in _SCHEDULE.finditer(p.text, _own_label(p)):
        outside = _is_outside(p.text, match.start(), match.end())
        start = match.start()
        for one in _ONE_ID.finditer(p.text, match.start("run"), match.end("run")):
            label = f"{match['word'].title()} {one[0]}"
            end = one.end() if match["many"] else match.end()
            yield Reference(Span(p.index, start, end), "schedule", label, None if outside else targets.schedule(label), outside)
            following = _ONE_ID.search(p.text, one.end(), match.end("run"))
            start = following.start() if following else start
