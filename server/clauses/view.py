"""A contract as the detectors read it: folded, cut into the stretches that a pattern is tried on, with the way back to spans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from server.clauses.blocks import Look
from server.clauses.folding import Folded, Folder
from server.model import Contract, Section, Span

_DEFINES = re.compile(
    r'^(?:\(?[a-z0-9.]{1,5}[).]\s*)?(?:the (?:term|expression|words?)s? )?"[^"]{1,80}"(?:,? (?:or|and) "[^"]{1,80}")*'
    r"(?: \([^)]{1,60}\))?,?:? (?:as used in [^,]{1,40}, )?(?:shall |will )?(?:means?|has|have|includes?|refers?)\b"
    r"|^[^.]{1,60}\bhereinafter\b",
    re.IGNORECASE,
)
_RECITES = re.compile(r"^\W*(?:[A-Z0-9(][A-Z0-9).]{0,3}\s+)?(?:whereas|recitals?)\b", re.IGNORECASE)
_TYPED = re.compile(
    r"\s*(?:(?:article|section|clause)\s+)?(?:\d{1,3}(?:\.\d{1,3})*[a-z]?[.):]?|\([a-z0-9]{1,5}\)|[a-z]{1,4}[.)])\s+", re.IGNORECASE
)
_DRAFTING_NOTE = re.compile(r"\W{0,3}(?:drafting note|note to (?:draft|drafter|counsel))\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:(?:article|section|clause)\s)?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """Where a stretch of a unit's text stands: start..end of the unit is `at` onwards in the paragraph's folded text."""

    start: int
    end: int
    paragraph: int
    at: int


@dataclass(frozen=True)
class Unit:
    """A text that patterns are tried on: a sentence, paragraph or section, for a list item after the words that lead into it.

    parts: the stretches that are its own; words outside of them (the lead-in) give sense and are never changed.
    number: which of its paragraph's (or the contract's sections') it is: the same in a view with names and in one without.
    """

    text: str
    parts: tuple[Part, ...]
    number: int = 0

    @cached_property
    def encoded(self) -> bytes:
        """The text as RE2 wants it, for the question whether a pattern matches at all: encoded once for all patterns."""
        return self.text.encode()


def _in_recitals(around: Sequence[Section]) -> bool:
    """Whether the sections around a paragraph are recitals; a numbered provision that merely follows that heading is none."""
    last = next((n for n in reversed(range(len(around))) if around[n].kind == "recitals"), None)
    return last is not None and not any(_NUMBERED.match(section.label) and section.heading for section in around[last + 1 :])


class View:
    """One contract, folded once. named: whether the two sides' names are folded into their characters too."""

    def __init__(self, contract: Contract, named: bool = True) -> None:
        self.contract = contract
        self._folder = Folder(contract if named else Contract(()))
        self.folds: tuple[Folded, ...] = tuple(self._folder.fold(paragraph.text) for paragraph in contract.paragraphs)

    @cached_property
    def readings(self) -> tuple[str, ...]:
        """Each paragraph's folded text after its lead-in."""
        return tuple(self._intro(number) + fold.text for number, fold in enumerate(self.folds))

    @cached_property
    def encoded(self) -> tuple[bytes, ...]:
        """The readings as RE2 wants them."""
        return tuple(reading.encode() for reading in self.readings)

    def reading_of(self, paragraph: int, text: str) -> str:
        """How a pattern would read a paragraph with other words in it."""
        return self._intro(paragraph) + self._folder.fold(text).text.strip()

    def units(self, paragraph: int, within: str) -> tuple[Unit, ...]:
        """The paragraph's sentences, or the paragraph whole."""
        fold, intro = self.folds[paragraph], self._intro(paragraph)
        spans = self.sentences(paragraph) if within == "sentence" else (Span(paragraph, 0, len(self.contract.paragraphs[paragraph].text)),)
        found = []
        for number, span in enumerate(spans):
            start, end = fold.folded(span.start), fold.folded(span.end)
            text = fold.text[start:end]
            stripped = text.strip()
            start += len(text) - len(text.lstrip())
            if stripped:
                found.append(Unit(intro + stripped, (Part(len(intro), len(intro) + len(stripped), paragraph, start),), number))
        return tuple(found)

    @cached_property
    def section_units(self) -> tuple[Unit, ...]:
        """The top sections, each whole; where there are none, every paragraph."""
        ends: dict[int, int] = {}  # provisions that share a paragraph are read together
        for section in self.contract.sections:
            if section.parent is None:
                at = next((first for first, last in ends.items() if section.start and first <= section.first <= last), section.first)
                ends[at] = max(section.last, ends.get(at, 0))
        stretches = [range(first, last + 1) for first, last in ends.items()] or [range(n, n + 1) for n in range(len(self.folds))]
        return tuple(self._joined(stretch, number) for number, stretch in enumerate(stretches))

    def section_of(self, paragraph: int) -> range:
        """The paragraphs of the top section that holds a paragraph; itself where none does."""
        tops = (s for s in self.contract.sections if s.parent is None and s.first <= paragraph <= s.last)
        return next((range(top.first, top.last + 1) for top in tops), range(paragraph, paragraph + 1))

    def _joined(self, stretch: range, number: int) -> Unit:
        parts, texts, at = [], [], 0
        for paragraph in stretch:
            text = self.folds[paragraph].text
            parts.append(Part(at, at + len(text), paragraph, 0))
            texts.append(text)
            at += len(text) + 1
        return Unit("\n".join(texts), tuple(parts), number)

    def sentences(self, paragraph: int) -> tuple[Span, ...]:
        """The paragraph's sentences; the whole paragraph where none are known."""
        known = self.contract.sentences[paragraph] if paragraph < len(self.contract.sentences) else ()
        return known or (Span(paragraph, 0, len(self.contract.paragraphs[paragraph].text)),)

    def sentence_at(self, span: Span) -> Span:
        """The sentence in which a span begins."""
        holding = [one for one in self.sentences(span.paragraph) if one.start <= span.start]
        return holding[-1] if holding else self.sentences(span.paragraph)[0]

    def span(self, unit: Unit, start: int, end: int) -> Span | None:
        """A stretch of a unit as a span of the contract, cut to the first paragraph it touches; None where it lies in the lead-in."""
        for part in unit.parts:
            low, high = max(start, part.start), min(end, part.end)
            if low < high or (start == end and part.start <= start <= part.end):
                begin, finish = self.folds[part.paragraph].original(part.at + low - part.start, part.at + high - part.start)
                return Span(part.paragraph, begin, finish)
        return None

    def look(self, span: Span) -> Look:
        """What kind of words these are: a provision, a definition, a recital (or a note to the drafter, as little binding) or a heading."""
        around = self._enclosing(span.paragraph)
        text = self.contract.paragraphs[span.paragraph].text
        if (
            _in_recitals(around)
            or [section.kind for section in around[-1:]] == ["contents"]
            or _RECITES.match(self.folds[span.paragraph].text)
            or _DRAFTING_NOTE.match(text)
        ):
            return "recitals"
        if self.in_heading(span):
            return "headings"
        sentence = self.sentence_at(span)
        fold = self.folds[span.paragraph]
        words = fold.text[fold.folded(self.text_start(sentence)) : fold.folded(min(sentence.end, len(text)))]
        return "definitions" if _DEFINES.match(words.strip()) else "provisions"

    def in_heading(self, span: Span) -> bool:
        """Whether the words are a section's heading, on a line of its own or as a lead-in."""
        at = self._own.get(span.paragraph)
        text = self.contract.paragraphs[span.paragraph].text
        if at is None or not at.heading:
            return False
        found = text.find(at.heading)
        return found >= 0 and span.end <= found + len(at.heading) + 1

    def text_start(self, sentence: Span) -> int:
        """Where a sentence's own words begin, after a typed number and a lead-in heading."""
        text = self.contract.paragraphs[sentence.paragraph].text
        start = sentence.start
        typed = _TYPED.match(text, start) if not text[:start].strip() else None
        if typed and typed.end() < sentence.end:
            start = typed.end()
        section = self._own.get(sentence.paragraph)
        if section and section.heading and text.startswith(section.heading, start):
            after = re.compile(r"\s*[.:\u2013\u2014-]\s*").match(text, start + len(section.heading))
            start = after.end() if after and after.end() < sentence.end else start
        return start + len(text[start : sentence.end]) - len(text[start : sentence.end].lstrip())

    @cached_property
    def _own(self) -> dict[int, Section]:
        """The section that begins in a paragraph, the innermost one."""
        return {section.first: section for section in self.contract.sections if not section.start}

    def _enclosing(self, paragraph: int) -> list[Section]:
        return [section for section in self.contract.sections if section.first <= paragraph <= section.last]

    def _intro(self, paragraph: int) -> str:
        """The sentence that leads into a list item, folded; "" where a paragraph stands alone."""
        leads = self.contract.lead_ins
        before = leads[paragraph] if paragraph < len(leads) else None
        if before is None or before == paragraph:
            return ""
        last = self.sentences(before)[-1]
        fold = self.folds[before]
        return fold.text[fold.folded(self.text_start(last)) :].strip() + " "
