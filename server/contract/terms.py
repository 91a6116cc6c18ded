"""Defined terms: where their meaning stands, and those used like terms that nothing defines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from server.contract.labels import read_label
from server.contract.vocabulary import words
from server.model import Paragraph, Party, Section, Span, Term

_QUOTE = r"[\"“”„«]\s?([^\"“”„«»\n]{1,80}?)\s?[,.]?[\"”“»]|(?<![\w’'])[‘']([A-Z][^‘’'\n]{0,60}?)[’'](?![a-z])"
_VERB = (
    r"(?:\s*\([^()]{0,80}\))?,?\s{0,3}(?:,?\s?(?:as used (?:herein|in this \w+)(?: with respect to [^,.;]{1,40})?"
    r"|when used \w+ (?:\w+ )?\w+"
    r"|for (?:the )?purposes? of [^,]{1,40}),?\s?)?"
    r"(?:means?\b|shall mean|will mean|is defined (?:as|in)|are defined|shall be defined|(?:has|have|shall have"
    r"|will have) the (?:same )?(?:respective )?meanings?"
    r"|refers? to|shall refer to|includes?\b|shall include|is the\b|are the\b|denotes?\b|:\s|\t)"
)
_MEANS = re.compile(rf"(?:{_QUOTE})((?:\s{{0,2}}(?:,|or|and|/|and/or)\s{{0,2}}(?:the\s)?(?:{_QUOTE})){{0,4}}){_VERB}", re.IGNORECASE)
_GROUP = re.compile(r"\((?!(?:for example|e\.g\.|such as|i\.e\.|like)\b)([^()]{0,90}[\"“”‘'][^()]{1,220})\)")
_CALLED = re.compile(
    rf"\b(?:herein(?:after)?|hereafter|referred to|known|defined|called)\b[^\"“‘.;()]{{0,60}}(?:{_QUOTE})"
    rf"(?P<more>,? and (?:[a-z]+ )?(?:as )?(?:the )?(?:{_QUOTE}))?",
    re.IGNORECASE,
)
_INNER = re.compile(_QUOTE)
_LED = re.compile(r"\s*(?::|\t|[-–—]\s|means\b|shall mean\b|has the meaning|have the meaning|is the\b|are the\b|refers to)")
_PLAIN = re.compile(
    r"([A-Z][\w’'&/-]*(?:\s(?:[A-Z][\w’'&/-]*|of|and|or|the|in|for)){0,6})(?:\s+\(or [^()]{1,40}\))?\s+(?:means\b"
    r"|shall mean\b|has the meaning|have the meaning)"
)
_ELSEWHERE = re.compile(
    r"(?:mean(?:s|ing|ings)|defined)\b[^.;]{0,60}?\b(?:in|by|under|to (?:it|them|such terms?) in|pursuant to)\s+(?:the"
    r"|that|that certain|its|applicable|section [\d.]+ of the"
    r"|clause [\d.]+ of the|article \w+ of the)\s+(?!(?:following|recitals?|preamble|introduct|section|clause|schedule"
    r"|exhibit|annex|order of|table|cover|definitions?|first|body)\b)"
    r"([A-Z][\w-]*(?:\s[A-Z&][\w-]*){0,6}|GDPR|MSA|Act)"
)
_BLANKET = re.compile(
    r"\b(?i:capitali[sz]ed|defined) (?:terms|words|expressions)\b[^.]{0,140}\b(?:meanings?|defined)\b[^.]{0,60}\b(?:in|by"
    r"|under|to them in) the\s+(?!following\b)"
    r"([A-Z][\w-]*(?:\s[A-Z&][\w-]*){0,6})"
)
_CAPITALISED = re.compile(
    r"(?<=[a-z,;)] )(?P<led>(?:the|any|such|all|each|its|their|our|your|this|that"
    r"|an?)\s)?(?P<name>[A-Z][a-z]{2,}(?:\s(?:of\s)?[A-Z][a-z]{2,}){0,3})(?![\w’'.]*\.\w)(?![-\w])"
)
_KNOWN = words(
    "Agreement Contract Section Article Clause Exhibit Schedule Annex Appendix Attachment Paragraph Party Parties State "
    "States United Kingdom Act Law",
    "Court Courts January February March April May June July August September October November December Monday Tuesday "
    "Wednesday Thursday Friday",
    "Saturday Sunday English England Wales Scotland Delaware California York New Internet Board Federal County City "
    "Commission Inc Ltd Limited Company",
    "Corporation European Union Regulation Code President Director Officer Chief Executive Secretary American "
    "Arbitration Association Rules Title",
)
_OPENERS = words(
    "The Each All Any Except Upon Within Certain Such This That These Those In On At By For From If When Where No Not Neither Either Both",
    "It Subject Provided However Notwithstanding Without With Unless Until During After Before Other Another Some Every Its Their Our Your",
)
_MOST_UNDEFINED = 40
_FEWEST_LED = 2


def find_terms(paragraphs: Sequence[Paragraph], sections: Sequence[Section], parties: Sequence[Party] = ()) -> tuple[Term, ...]:
    """Defined terms in the order of their definitions, then those used at least three times without one.

    `meaning` runs from the term (or the words that "(the "Fees")" names) to the end of the sentence or list entry.
    """
    terms: dict[str, Term] = {}
    inside = _definition_paragraphs(sections)
    flow = [p for p in paragraphs if p.story in ("body", "cell", "textbox", "footnote")]
    cells = {(p.cell.table, p.cell.row): p for p in reversed(flow) if p.cell and p.cell.column == 1 and p.text.strip()}
    for p in flow:
        for name, start, end in _definitions(p, p.index in inside, cells):
            clean = _clean(name)
            if clean and clean.lower() not in terms:
                where = "elsewhere" if _ELSEWHERE.search(p.text, start, min(end + 200, len(p.text))) else "here"
                terms[clean.lower()] = Term(clean, Span(p.index, start, end), where)
    terms.update(_undefined(flow, terms, parties))
    return tuple(terms.values())


def _definition_paragraphs(sections: Sequence[Section]) -> frozenset[int]:
    return frozenset(index for section in sections if section.kind == "definitions" for index in range(section.first, section.last + 1))


def _definitions(p: Paragraph, listed: bool, cells: dict[tuple[int, int], Paragraph]) -> Iterator[tuple[str, int, int]]:
    text = p.text
    yield from _in_table(p, listed, cells)
    yield from _led(p, listed)
    if not re.search(r"[\"“”„«‘']", text):
        return
    ends = [match.end() for match in re.finditer(r"[.;](?=\s)", text)]
    for match in _MEANS.finditer(text):
        name = match[1] or match[2]
        end = len(text) if match.start() <= _label_end(text) + 2 else _sentence_end(ends, match.end(), len(text))
        yield name, match.start(), end
        for other in _INNER.finditer(match[3] or ""):
            yield other[1] or other[2], match.start(), end
    for match in _GROUP.finditer(text):
        before = bisect_right(ends, match.start())
        for inner in _INNER.finditer(match[1]):
            yield inner[1] or inner[2], ends[before - 1] + 1 if before else 0, match.end()
    for match in _CALLED.finditer(text):
        before = bisect_right(ends, match.start())
        for name in (match[1] or match[2], *(inner[1] or inner[2] for inner in _INNER.finditer(match["more"] or ""))):
            yield name, ends[before - 1] + 1 if before else 0, match.end()


def _in_table(p: Paragraph, listed: bool, cells: dict[tuple[int, int], Paragraph]) -> Iterator[tuple[str, int, int]]:
    """A definitions table: the term in the first cell, its meaning beside it."""
    if not p.cell or p.cell.column or not listed or not p.text.strip() or len(p.text) > 80:
        return
    if (p.cell.table, p.cell.row) in cells:
        yield p.text, 0, len(p.text)


def _led(p: Paragraph, listed: bool) -> Iterator[tuple[str, int, int]]:
    """Definitions without quotes: a bold term ("**Fees**: the ..."), or a plain one in a list of definitions ("Fees means ...")."""
    start = _label_end(p.text)
    if start < p.lead < len(p.text) and p.lead - start <= 80 and _LED.match(p.text[p.lead :]):
        strong = re.match(r"\s*(?:means\b|shall mean|has the meaning|have the meaning)", p.text[p.lead :])
        if listed or strong:
            yield p.text[start : p.lead], start, len(p.text)
    elif listed or len(p.text) < 400:
        match = _PLAIN.match(p.text, start)
        if match and match[1].split()[0] not in ("This", "The", "No", "Any", "It"):
            yield match[1], start, len(p.text)
        elif listed and (colon := re.match(r"([A-Z][\w’'&/ -]{1,50}?)\s*[:–—]\s+(?=[a-z])", p.text[start:])):
            yield colon[1], start, len(p.text)


def _label_end(text: str) -> int:
    label = read_label(text)
    return label.end if label else len(text) - len(text.lstrip())


def _sentence_end(ends: list[int], at: int, length: int) -> int:
    found = bisect_right(ends, at)
    return ends[found] if found < len(ends) else length


def _clean(name: str) -> str:
    clean = " ".join(name.split()).strip(" ,.;:“”\"‘’'*_()[]")
    clean = re.sub(r"^(?:the|a|an|each|collectively|this)\s", "", clean, flags=re.IGNORECASE)
    if not 1 < len(clean) <= 70 or not any(letter.isalpha() for letter in clean) or len(clean.split()) > 8:
        return ""
    return clean if clean[0].isupper() or clean[0].isdigit() or any(letter.isupper() for letter in clean) else ""


def _undefined(flow: Sequence[Paragraph], terms: dict[str, Term], parties: Sequence[Party]) -> dict[str, Term]:
    """Capitalised words in mid-sentence, at least three times, that no definition covers; elsewhere's where a blanket clause says so."""
    names = {name.lower() for party in parties for name in (*party.short, party.name)}
    words_of_names = {word for name in names for word in re.findall(r"\w+", name)}
    counts: dict[str, int] = {}
    led: dict[str, int] = {}  # a term is spoken of as "the", "any", "such"; a place or a person is not
    first: dict[str, Span] = {}
    for p in flow:
        for match in _CAPITALISED.finditer(p.text):
            name = match["name"]
            counts[name] = counts.get(name, 0) + 1
            led[name] = led.get(name, 0) + bool(match["led"])
            first.setdefault(name, Span(p.index, match.start("name"), match.end("name")))
    places = _places(flow)
    blanket = any(_BLANKET.search(p.text) for p in flow)
    found: dict[str, Term] = {}
    for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if (
            count >= 3
            and 2 * places.get(name, 0) < count
            and led[name] >= _FEWEST_LED
            and name.split()[0] not in _OPENERS
            and not _covered(name, terms, names | words_of_names)
            and len(found) < _MOST_UNDEFINED
        ):
            found[name.lower()] = Term(name, first[name], "elsewhere" if blanket else "nowhere")
    return found


def _places(flow: Sequence[Paragraph]) -> dict[str, int]:
    """How often a capitalised word stands right after "in", "at" or "from": a place rather than a term."""
    counts: dict[str, int] = {}
    for p in flow:
        for match in re.finditer(r"\b(?:in|at|from|near)\s([A-Z][a-z]{2,})\b", p.text):
            counts[match[1]] = counts.get(match[1], 0) + 1
    return counts


def _covered(name: str, terms: dict[str, Term], names: set[str]) -> bool:
    low = name.lower()
    forms = (low, low.removesuffix("s"), low + "s", low.removesuffix("es"), re.sub("ies$", "y", low), re.sub("y$", "ies", low))
    if any(form in terms or form in names for form in forms):
        return True
    parts = name.split()
    if len(parts) == 1 and any(term.endswith(" " + low) for term in terms):
        return True
    return all(
        part in _KNOWN or part.lower() in names or part.lower() in terms or part.lower().removesuffix("s") in terms for part in parts
    )
