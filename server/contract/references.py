"""Cross-references, typed and as fields, and where they point; the lists that clauses extend (survival, order of precedence)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from server.contract.labels import SCHEDULE_WORDS, Label, read_label
from server.model import Listing, Paragraph, Reference, Section, Span

_NUMBER = (
    r"(?:\d{1,3}(?:\.\d{1,3})*[A-Z]?(?:\s?\((?:[a-z]{1,4}|[ivx]{1,5}|\d{1,2}|[A-Z])\))*"
    r"|[IVXLC]{1,7}(?:\.\d{1,3})?(?![a-z\w])|\([a-z]{1,4}\)(?:\([ivx]{1,5}\))?)"
)
_WORD = (
    r"(?:Sub-?)?(?:Sections?|SECTIONS?|sections?|Clauses?|CLAUSES?|clauses?|sub-?clauses?|Articles?|ARTICLES?|articles?"
    r"|Paragraphs?|paragraphs?|PARAGRAPHS?|Paras?\.?|§{1,2}|Sec\.|Art\.)"
)
_TYPED = re.compile(
    rf"\b{_WORD}\s{{0,2}}({_NUMBER}(?:\s?(?:,|and|or|to|through|and/or|&|[-–])\s?(?:{_WORD}\s)?{_NUMBER}){{0,12}})|§{{1,2}}\s?({_NUMBER})"
)
_ONE = re.compile(_NUMBER)
_SCHEDULE = re.compile(
    rf"\b({SCHEDULE_WORDS})\s(?:No\.?\s)?([A-Z]{{1,2}}(?:-\d{{1,2}})?|\d{{1,2}}(?:\.\d)?|[IVX]{{1,5}})(\([A-Z\d]\))?(?![\w’'])"
)
_OUTSIDE = re.compile(
    r"\s{0,2}(?:of|in|under|to|from)\s(?:the\s|that\s|its\s|an?\s|such\s|Title\s|Regulation\s"
    r"|Directive\s)?(?:[A-Z][\w.&()'’-]*[\s,]?(?:of\s|and\s|the\s|on\s|for\s|\(\w+\)\s)?){1,8}?"
    r"(?:Act|Code|Law|Statute|GDPR|Regulations?|Directive|Rules?|MSA|PSA|Agreement|Terms|Ordinance|C\.F\.R|U\.S\.C"
    r"|Copyright|Constitution|Convention|Order|SCCs|Standard Contractual Clauses)\b"
    r"|\s{0,2}(?:UCTA|GDPR|of\s(?:GDPR|UCTA|CCPA))\b"
    r"|\s{0,2}(?:of|under)\s(?:the\s)?(?:GDPR|UCTA|CCPA|DMCA|Act|Code|Directive|Regulation|MSA|PSA|Master Agreement|Framework Agreement)\b"
)
_INSIDE = re.compile(r"\s{0,2}(?:of|in|to|under)\sthis\s", re.IGNORECASE)
_OUTSIDE_BEFORE = re.compile(
    r"(?:U\.?S\.?C\.?|C\.?F\.?R\.?|Act(?:\s\d{4})?,?|Code,?|GDPR,?|Regulations?,?|Restatement\s|FAR|DFARS?|Stat\.|Laws?|Rev\.)\s*$"
)
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


def read_references(paragraphs: Sequence[Paragraph], sections: Sequence[Section]) -> tuple[Reference, ...]:
    """Every cross-reference in the order of the text; "Sections 5, 7 and 9" are three. `target` is resolved in this document only."""
    by_label = _index_labels(sections)
    starts = _index_bookmarks(paragraphs, sections)
    found: list[Reference] = []
    for p in paragraphs:
        found.extend(_fields_of(p, starts))
        found.extend(_typed_of(p, by_label))
        found.extend(_schedules_of(p, by_label))
    return tuple(sorted(found, key=lambda reference: (reference.span.paragraph, reference.span.start)))


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


def _index_labels(sections: Sequence[Section]) -> dict[str, int]:
    """Sections by every label they answer to: their own, and joined to their parents' ("8.2(a)" for "(a)" under "8.2")."""
    found: dict[str, int] = {}
    full: list[str] = []
    for at, section in enumerate(sections):
        own = _bare(section.label)
        parent = full[section.parent] if section.parent is not None else ""
        joined = parent + own if own.startswith("(") else own
        full.append(joined or parent)
        for label in (joined, own):
            if label and section.kind != "contents":
                found.setdefault(label.lower(), at)
    return found


def _bare(label: str) -> str:
    """ "Section 4." is "4", "Article IV" "IV", "(a)" itself, "Exhibit A" "exhibit a"."""
    text = label.strip().rstrip(".:")
    if re.match(SCHEDULE_WORDS, text):
        return text.lower()
    text = re.sub(rf"^(?:{_WORD}|Part|PART)\s*", "", text)
    if re.fullmatch(r"[a-z0-9]{1,4}\)", text):
        return f"({text}"
    return re.sub(r"^(\d+)\.0$", r"\1", text)


def _index_bookmarks(paragraphs: Sequence[Paragraph], sections: Sequence[Section]) -> dict[str, int]:
    starts = {section.first: at for at, section in enumerate(sections)}
    return {name: starts[p.index] for p in paragraphs if p.index in starts for name in p.bookmarks}


def _fields_of(p: Paragraph, starts: dict[str, int]) -> Iterator[Reference]:
    for field in p.fields:
        match = re.match(r"\s*(?:REF|PAGEREF|NOTEREF)\s+(\S+)", field.code)
        if match and not field.code.strip().startswith("PAGEREF"):
            yield Reference(Span(p.index, field.start, field.end), "field", p.text[field.start : field.end].strip(), starts.get(match[1]))


def _typed_of(p: Paragraph, by_label: dict[str, int]) -> Iterator[Reference]:
    own = _own_label(p)
    for match in _TYPED.finditer(p.text):
        if match.start() < own:
            continue
        outside = _is_outside(p.text, match)
        group = 1 if match[1] else 2
        for one in _ONE.finditer(p.text, match.start(group), match.end(group)):
            if any(field.start <= one.start() < field.end for field in p.fields):
                continue
            label = re.sub(r"\s", "", one[0])
            yield Reference(
                Span(p.index, one.start(), one.end()), "section", label, None if outside else _resolve(label.lower(), by_label), outside
            )


def _resolve(label: str, by_label: dict[str, int]) -> int | None:
    """The section of that label; for a list item inside a provision ("8.2(b)") the provision, where the item is no section of its own."""
    while label not in by_label:
        shorter = re.sub(r"\([^()]*\)$", "", label)
        if shorter in ("", label):
            return None
        label = shorter
    return by_label[label]


def _own_label(p: Paragraph) -> int:
    label: Label | None = None if p.label else read_label(p.text)
    return label.end if label else 0


def _is_outside(text: str, match: re.Match[str]) -> bool:
    if _INSIDE.match(text, match.end()):
        return False
    return bool(_OUTSIDE.match(text, match.end()) or _OUTSIDE_BEFORE.search(text[max(0, match.start() - 30) : match.start()]))


def _schedules_of(p: Paragraph, by_label: dict[str, int]) -> Iterator[Reference]:
    own = _own_label(p)
    for match in _SCHEDULE.finditer(p.text, own):
        label = f"{match[1].title()} {match[2]}{match[3] or ''}"
        yield Reference(Span(p.index, match.start(), match.end()), "schedule", label, by_label.get(label.lower()))
