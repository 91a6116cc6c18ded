"""Definitions: a new one among the contract's own, in their style; and words added to one that stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from server.clauses.labels import next_label
from server.clauses.rows import Growth, end_with, ending
from server.model import Contract, NewParagraph, Paragraph, Span, Term

DEFINES = re.compile(r'"([^"]+)"\s+(means)\b')
_TYPED = re.compile(r"\s*(\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,4})[.)]|\d{1,3}(?:\.\d{1,3})+)\s+", re.IGNORECASE)
_VERB = re.compile(r"[\"”'’]?(\s*(?:\([^()]*\)\s*)?)(means|shall mean|will mean|mean|:|[-–—])(?=\s)", re.IGNORECASE)
_QUOTES = "\"“”'‘’"
_RUN = 3  # definitions that follow each other are a list even where no heading says so


@dataclass(frozen=True, slots=True)
class Entry:
    """One definition of a list: its paragraph, its term, and the paragraph's own number ("10.3", "(a)", "")."""

    paragraph: int
    name: str
    label: str


def find_entries(contract: Contract) -> tuple[Entry, ...]:
    """The contract's list of definitions, in order; none where it has no such list, or one in a table."""
    heads = {term.meaning.paragraph: term for term in reversed(contract.terms) if _opens(contract, term)}
    zones = [(s.first, s.last) for s in contract.sections if s.kind == "definitions"]
    listed = [n for n in sorted(heads) if any(first <= n <= last for first, last in zones)]
    if len(listed) < 2:
        listed = _longest_run(sorted(heads))
    return tuple(Entry(n, heads[n].name, _label(contract.paragraphs[n])) for n in listed)


def find_definition(contract: Contract, names: Sequence[str]) -> Term | None:
    """The first of these terms (in their order) that the contract itself defines in words that can be added to."""
    terms = {term.name.lower(): term for term in contract.terms if term.defined == "here"}
    for name in names:
        for form in (name.lower(), f"{name.lower()}s", name.lower().removesuffix("s")):
            term = terms.get(form)
            if term and not contract.paragraphs[term.meaning.paragraph].text.rstrip().endswith(":"):
                return term
    return None


def is_defined(contract: Contract, name: str) -> bool:
    """Whether the contract has this term."""
    return any(term.name.lower() == name.lower() and term.defined != "nowhere" for term in contract.terms)


def defined_name(wording: str) -> str:
    """The term that a wording defines, "" for none."""
    found = DEFINES.match(wording)
    return found.group(1) if found else ""


def entry_before(entries: Sequence[Entry], name: str) -> int:
    """Which entry a new one follows (-1: it comes first): by the alphabet where the list keeps to it and has no numbers, else the last."""
    names = [entry.name.lower() for entry in entries]
    if entries[-1].label or names != sorted(names):
        return len(entries) - 1
    return sum(one < name.lower() for one in names) - 1


def last_line(contract: Contract, entries: Sequence[Entry], at: int) -> int:
    """The paragraph that a new entry follows: the last of the entry's own, sub-items included; before the first, the one above it."""
    if at < 0:
        return entries[0].paragraph - 1
    stop = entries[at + 1].paragraph if at + 1 < len(entries) else len(contract.paragraphs)
    last = entries[at].paragraph
    leads = contract.lead_ins
    for number in range(last + 1, stop):
        text = contract.paragraphs[number].text.strip()
        belongs = at + 1 < len(entries) or (number < len(leads) and leads[number] in range(entries[at].paragraph, number))
        if text and not belongs:
            break
        last = number if text else last
    return last


def add_entry(contract: Contract, wording: str) -> Growth:
    """The definition among the contract's own. wording: `"Term" means ...`, quotes as the contract has them."""
    entries = find_entries(contract)
    found = re.match(r"[\"“]([^\"”]+)[\"”]\s+means\b", wording)
    assert found and entries
    name, rest = found.group(1), wording[found.end() :].rstrip(" .")
    at = entry_before(entries, name)
    model = contract.paragraphs[entries[max(at, 0)].paragraph]
    start = _start(model)
    quoted = model.text[start : start + 1] in tuple(_QUOTES)
    term = wording[: found.end(1) + 1] if quoted else name
    label = next_label(entries[-1].label, len(entries)) if entries[-1].label else ""
    typed = _retyped(model.text[:start], label) if start and label else ""
    close, edits = _closing(contract, entries, at)
    text = f"{typed}{term}{_verb(model, start)}{rest}{close}"
    lead = len(typed) + len(term) if model.lead > start else 0
    row = NewParagraph(text, label.rstrip("."), model.level, model.index, lead)
    return Growth(edits, ((last_line(contract, entries, at), row),))


def add_to_definition(contract: Contract, term: Term, wording: str) -> Growth:
    """Words added to a definition: a phrase (", excluding ...") inside its sentence, a sentence after it."""
    paragraph = contract.paragraphs[term.meaning.paragraph]
    end = len(paragraph.text[: term.meaning.end].rstrip())
    stop = re.search(r"(?:[;,.]?\s*(?:and|or)|[;,.])?$", paragraph.text[:end])
    inner = stop.start() if stop else end
    closes = paragraph.text[inner:end]
    if wording[:1] in ",;(" or wording[:1].islower():
        called = re.search(r"\s*\([^()]*\)$", paragraph.text[:inner])
        at = called.start() if called and paragraph.text[inner - 1] == ")" and any(q in called.group() for q in _QUOTES) else inner
        gap = "" if wording[:1] in ",;" else " "
        return Growth(((Span(paragraph.index, at, at), gap + wording.rstrip(" .")),))
    if closes.startswith("."):
        return Growth(((Span(paragraph.index, end, end), " " + wording),))
    if paragraph.text[end : end + 1] == "." and not closes:
        return Growth(((Span(paragraph.index, end + 1, end + 1), " " + wording),))
    small = wording if wording[1:2].isupper() else wording[:1].lower() + wording[1:]
    return Growth(((Span(paragraph.index, inner, inner), "; " + small.rstrip(" .")),))


def _opens(contract: Contract, term: Term) -> bool:
    """Whether a definition opens its paragraph of the body."""
    paragraph = contract.paragraphs[term.meaning.paragraph]
    return term.defined == "here" and paragraph.story == "body" and not paragraph.cell and term.meaning.start <= _start(paragraph) + 1


def _longest_run(heads: Sequence[int]) -> list[int]:
    runs = [[n for _, n in run] for _, run in groupby(enumerate(heads), key=lambda pair: pair[1] - pair[0])]
    best = max(runs, key=len, default=[])
    return best if len(best) >= _RUN else []


def _start(paragraph: Paragraph) -> int:
    """Where the text begins after a typed number."""
    typed = _TYPED.match(paragraph.text) if not paragraph.label else None
    return typed.end() if typed else len(paragraph.text) - len(paragraph.text.lstrip())


def _label(paragraph: Paragraph) -> str:
    typed = _TYPED.match(paragraph.text) if not paragraph.label else None
    label = typed.group(1) if typed else paragraph.label
    return label if re.search(r"\w", label) else ""


def _retyped(before: str, label: str) -> str:
    typed = _TYPED.match(before)
    return before[: typed.start(1)] + label + before[typed.end(1) :] if typed else before


def _verb(model: Paragraph, start: int) -> str:
    """What stands between a term and its meaning: " means", " shall mean", ":"."""
    close = re.search(r"[\"”]", model.text[start + 1 :]) if model.text[start : start + 1] in tuple(_QUOTES) else None
    found = _VERB.search(model.text, start + 1 + close.start() if close else start, start + 120)
    word = found.group(2) if found else "means"
    return word if word == ":" else f" {word}"


def _closing(contract: Contract, entries: Sequence[Entry], at: int) -> tuple[str, tuple[tuple[Span, str], ...]]:
    """The new entry's closing mark, and what changes at the end of the one before it."""
    before = contract.paragraphs[last_line(contract, entries, at)] if at >= 0 else contract.paragraphs[entries[0].paragraph]
    mark = ending(before)
    if at + 1 < len(entries) or len(entries) < 2:
        return mark.split()[0] if mark else "", ()
    usual = ending(contract.paragraphs[last_line(contract, entries, at - 1)]).split()[:1]
    if usual and usual[0] == ";" and mark != ";":
        return mark, (end_with(before, ";"),)
    return mark, ()
