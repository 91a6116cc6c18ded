"""Defined terms: where their meaning stands, and those used like terms that nothing defines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.contract.definitions import read_definitions
from server.contract.vocabulary import words
from server.model import Paragraph, Party, Section, Span, Term

_ELSEWHERE = re.compile(
    r"(?:mean(?:s|ing|ings)|defined)\b[^.;]{0,60}?\b(?:in|by|under|to (?:it|them|such terms?) in|pursuant to)\s+(?:the"
    r"|that|that certain|its|applicable|(?:[Ss]ection|[Cc]lause|[Aa]rticle) [\w.()]+ of the(?! Agreement\b))\s+(?!(?:following"
    r"|recitals?|preamble|introduct|section|clause|schedule"
    r"|exhibit|annex|order of|table|cover|definitions?|first|body)\b)"
    r"([A-Z][\w-]*(?:\s[A-Z&][\w-]*){0,6}|GDPR|MSA|Act)"
)
_BLANKET = re.compile(
    r"\b(?i:(?:capitali[sz]ed|defined) (?:terms|words|expressions)|(?:terms|words|expressions)(?: that are"
    r"| which are)?(?: used but)? not (?:otherwise )?defined)"
    r"\b[^.]{0,140}\b(?:meanings?|defined)\b[^.]{0,60}\b(?:in|by"
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
_BRACKETED = re.compile(
    r"(?<=[\w”\"’.)] )(?<!\D\d )(?<!\D\d\d )(?<!\) )(?<![IVX] )\((?:(?:the|each an?|together,? the"
    r"|collectively,? the)\s)?([A-Z][a-z][\w-]*(?:\s[A-Z][\w-]*){0,3})\)"
)
_FEWEST_USES = 2
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
        for name, start, end in read_definitions(p, p.index in inside, cells):
            clean = _clean(name)
            if clean and clean.lower() not in terms:
                where = "elsewhere" if _ELSEWHERE.search(p.text, start, min(end + 200, len(p.text))) else "here"
                terms[clean.lower()] = Term(clean, Span(p.index, start, end), where)
    for clean, term in _in_brackets(flow).items():
        terms.setdefault(clean, term)
    terms.update(_undefined(flow, terms, parties))
    return tuple(terms.values())


def _in_brackets(flow: Sequence[Paragraph]) -> dict[str, Term]:
    """Terms that stand in brackets without quotes ("Galah Pty Ltd (the Agency)") and are used like terms elsewhere."""
    found: dict[str, Term] = {}
    for p in flow:
        if "(" not in p.text:
            continue
        for match in _BRACKETED.finditer(p.text):
            name = match[1]
            used = re.compile(rf"(?<!\(){re.escape(name)}\b(?!\))")
            if name.lower() not in found and sum(len(used.findall(other.text)) for other in flow) >= _FEWEST_USES:
                found[name.lower()] = Term(name, Span(p.index, 0, match.end()), "here")
    return found


def _definition_paragraphs(sections: Sequence[Section]) -> frozenset[int]:
    return frozenset(index for section in sections if section.kind == "definitions" for index in range(section.first, section.last + 1))


def _clean(name: str) -> str:
    clean = " ".join(name.split()).strip(" ,.;:“”\"‘’'*_()[]")
    clean += ")" if clean.endswith(("(s", "(es")) else ""
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
