"""Definitions: where a paragraph says what a term means, however it says so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from server.contract.labels import read_label
from server.model import Paragraph

_QUOTE = r"[\"“”„«]\s?([^\"“”„«»\n]{1,80}?)\s?[,.]?[\"”“»]|(?<![\w’'])[‘']([A-Z][^‘’'\n]{0,60}?)[’'](?![a-z])"
_VERB = (
    r"(?:\s*\([^()]{0,80}\))?,?\s{0,3}(?:,?\s?(?:as used (?:herein|in this \w+)(?: with respect to [^,.;]{1,40})?"
    r"|when used \w+ (?:\w+ )?\w+"
    r"|for (?:the )?purposes? of [^,]{1,40}),?\s?)?"
    r"(?:means?\b|shall mean|will mean|is defined (?:as|in)|are defined|shall be defined|(?:has|have|shall have"
    r"|will have) the (?:same )?(?:respective )?meanings?|occurs? (?:when|if|on|upon)\b|comprises?\b|consists? of\b|stands? for\b"
    r"|refers? to|shall refer to|includes?\b|shall include|(?:is|are) (?:the|an?|any|all|every|those|use|what|whatever)\b|denotes?\b"
    r"|:(?:\s|$)|\t)"
)
_MEANS = re.compile(rf"(?:{_QUOTE})((?:\s{{0,2}}(?:,|or|and|/|and/or)\s{{0,2}}(?:the\s)?(?:{_QUOTE})){{0,4}}){_VERB}", re.IGNORECASE)
_GROUP = re.compile(r"\((?!(?:for example|e\.g\.|such as|i\.e\.|like)\b)([^()]{0,90}[\"“”‘'](?:[^()]|\(e?s\)){1,220})\)")
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
_COLLECTED = re.compile(rf"\b(?:each|together|collectively|individually|jointly),?\s(?:as\s)?(?:an?\s|the\s)?(?:{_QUOTE})", re.IGNORECASE)
_OPENS = re.compile(rf"(?:{_QUOTE})\s(?=(?:the|an?|any|all|each|every|those|such)\s)")
_NAME = r"[A-Z][\w’'&/-]*(?:\s(?:[A-Z][\w’'&/-]*|of|and)){0,4}"
_INSIDE = re.compile(rf"[:;]\s+(?:and\s)?({_NAME})\s+means\b")
_HEREAFTER = re.compile(
    r"\b[Hh]ere(?:in)?after,?\s(?:(?:referred to|called|known"
    r"|designated)\s(?:as\s)?)?(?:the\s)?([A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2})"
)
_BY_REFERENCE = re.compile(r"((?:[A-Z][\w-]+\s){1,4})\(as (?:such term is |that term is )?defined in (?=the\s|that\s)")
Cells = dict[tuple[int, int], Paragraph]
Definition = tuple[str, int, int]
_COLUMN_HEADS = ("meaning", "meanings", "description", "term", "terms", "definition", "word", "expression", "defined term", "defined terms")


def read_definitions(p: Paragraph, listed: bool, cells: Cells) -> Iterator[Definition]:
    """The terms that a paragraph defines, each with the start and end of its meaning; a term may come twice.

    listed: it stands among definitions. cells: the second cells of tables' rows.
    """
    text = p.text
    yield from _in_table(p, listed, cells)
    yield from _led(p, listed)
    yield from _unquoted(text)
    if not re.search(r"[\"“”„«‘']", text):
        return
    ends = [match.end() for match in re.finditer(r"[.;](?=\s)", text)]
    yield from _meant(text, listed, ends)
    yield from _given(text, ends)


def _meant(text: str, listed: bool, ends: list[int]) -> Iterator[Definition]:
    """Terms in quotes with the verb that says what they mean, or among definitions without one."""
    for match in _MEANS.finditer(text):
        end = len(text) if match.start() <= _label_end(text) + 2 else _sentence_end(ends, match.end(), len(text))
        yield match[1] or match[2], match.start(), end
        for other in _INNER.finditer(match[3] or ""):
            yield other[1] or other[2], match.start(), end
    opening = _OPENS.match(text, _label_end(text)) if listed else None
    if opening:
        yield opening[1] or opening[2], opening.start(), len(text)


def _given(text: str, ends: list[int]) -> Iterator[Definition]:
    """Terms that name the words before them: in brackets, "together the "Parties"", "hereinafter called ..."."""
    found = [match for pattern in (_GROUP, _COLLECTED, _CALLED) for match in pattern.finditer(text)]
    for match in sorted(found, key=lambda one: one.start()):
        before = bisect_right(ends, match.start())
        for inner in _INNER.finditer(match[0]):
            yield inner[1] or inner[2], ends[before - 1] + 1 if before else 0, match.end()


def _in_table(p: Paragraph, listed: bool, cells: Cells) -> Iterator[Definition]:
    """A definitions table: the term in the first cell, its meaning beside it."""
    if not p.cell or p.cell.column or not listed or not p.text.strip() or len(p.text) > 80:
        return
    head = p.cell.row == 0 and p.text.strip().lower() in _COLUMN_HEADS
    if (p.cell.table, p.cell.row) in cells and not (head and cells[(p.cell.table, 0)].text.strip().lower() in _COLUMN_HEADS):
        yield p.text, 0, len(p.text)


def _unquoted(text: str) -> Iterator[Definition]:
    """Definitions in running text without quotes ("; Work means ...", "hereinafter the Model", "Fees (as defined in the MSA)")."""
    for match in _INSIDE.finditer(text):
        yield match[1], match.start(1), len(text)
    for match in _HEREAFTER.finditer(text):
        yield match[1], 0, match.end()
    for match in _BY_REFERENCE.finditer(text):
        yield match[1], match.start(), len(text)


def _led(p: Paragraph, listed: bool) -> Iterator[Definition]:
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
