"""Targets: the section that a cross-reference points to, by its label, from where it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from server.contract.labels import SCHEDULE_WORDS, as_roman
from server.contract.number_words import value_of
from server.model import Section

_WORDED = re.compile(r"^(?:Sub-?)?(?:Section|Clause|Article|Paragraph|Part|§{1,2})s?\s*", re.IGNORECASE)
_ARTICLE = re.compile(r"article\b", re.IGNORECASE)
Scope = int | None


class Targets:
    """The sections of a document by every label that they answer to: their own, and joined to their parents'.

    A schedule that counts anew is a scope of its own: "1.1" there is another section than "1.1" in the body.
    """

    def __init__(self, sections: Sequence[Section], count: int) -> None:
        self._sections = sections
        self._full: list[str] = []
        self._scopes: list[Scope] = []
        self._found: dict[tuple[Scope, str], int] = {}
        self._articles: dict[int, int] = {}
        self._innermost: list[int | None] = [None] * count
        for at, section in enumerate(sections):
            self._add(at, section)

    def _add(self, at: int, section: Section) -> None:
        own, parent = bare(section.label), section.parent
        above = self._full[parent] if parent is not None else ""
        above = "" if parent is not None and self._sections[parent].kind == "schedule" else above
        self._full.append(above + own if own.startswith("(") else own or above)
        scope = None if parent is None else self._scopes[parent]
        if parent is not None and self._sections[parent].kind == "schedule":
            scope = parent
        self._scopes.append(scope)
        self._innermost[section.first : section.last + 1] = [at] * (section.last + 1 - section.first)
        if section.kind == "contents":
            return
        for label in (self._full[at], own):
            if label:
                self._found.setdefault((scope, label.lower()), at)
        if _ARTICLE.match(section.label):
            self._articles.setdefault(number_of(own), at)

    def around(self, paragraph: int) -> int | None:
        """The innermost section that a paragraph lies in, None for none."""
        return self._innermost[paragraph]

    def schedule(self, label: str) -> int | None:
        """The schedule of that name ("Exhibit A"), wherever it stands."""
        return self._found.get((None, label.lower()))

    def article(self, label: str) -> int | None:
        """The article of that number, however either is written ("Article 4" is "ARTICLE IV")."""
        return self._articles.get(number_of(label))

    def section(self, label: str, paragraph: int, near: bool = False) -> int | None:
        """The section of that label as seen from a paragraph, None for none; for an item that is no section its provision.

        near: the paragraph's own schedule comes before the body ("paragraph 2" in a schedule is that schedule's).
        """
        label = label.lower()
        here = self._innermost[paragraph]
        if label.startswith("("):
            return self._beside(label, here)
        own = None if here is None else self._scopes[here] if self._sections[here].kind != "schedule" else here
        for scope in dict.fromkeys((own, None) if near else (None, own)):
            found = self._within(label, scope)
            if found is not None:
                return found
        return self._anywhere(label)

    def in_schedule(self, label: str, schedule: int, part: str = "") -> int | None:
        """The section of that label in a schedule, None for none. part: the part of the schedule that it stands in ("Part B")."""
        if not part:
            return self._within(label.lower(), schedule)
        for at, section in enumerate(self._sections):
            if self._scopes[at] == schedule and bare(section.label).lower() == label.lower() and part.lower() in self._above(at):
                return at
        return None

    def _above(self, at: int) -> list[str]:
        chain: list[str] = []
        parent = self._sections[at].parent
        while parent is not None:
            chain.append(self._sections[parent].label.lower().rstrip("."))
            parent = self._sections[parent].parent
        return chain

    def _beside(self, label: str, here: int | None) -> int | None:
        """ "(b)" is an item of the provision that speaks, or of one around it."""
        while here is not None:
            found = self._item(self._full[here].lower(), label, self._scopes[here])
            if found is not None:
                return found
            here = self._sections[here].parent
        return None

    def _item(self, base: str, label: str, scope: Scope) -> int | None:
        while label and (scope, base + label) not in self._found:
            label = label[: label.rfind("(")]
        return self._found[(scope, base + label)] if label else None

    def _within(self, label: str, scope: Scope) -> int | None:
        if (scope, label) not in self._found:
            label = re.sub(r"(?<=\d)([a-z])$", r"(\1)", label)  # "6b" is "6(b)" where no section is called "6b"
        while (scope, label) not in self._found:
            shorter = re.sub(r"\([^()]*\)$", "", label)
            if shorter in ("", label):
                return None
            label = shorter
        return self._found[(scope, label)]

    def _anywhere(self, label: str) -> int | None:
        scopes = [scope for scope, known in self._found if known == label]
        return self._found[(scopes[0], label)] if scopes else None


def number_of(label: str) -> int:
    """The number that a label is: "IV", "4" and "Four" are 4; 0 for none."""
    digits = re.match(r"\d+", label)
    return int(digits[0]) if digits else as_roman(label) or value_of(label)


def bare(label: str) -> str:
    """A label as references write it: "Section 4." is "4", "Article IV" "IV", "a)" "(a)", "Exhibit A" "Exhibit A"."""
    text = label.strip().rstrip(".:")
    if re.match(SCHEDULE_WORDS, text):
        return re.sub(r"\s+(?:No\.?\s+)?|(?<=\w)-(?=[\dA-Z])", " ", text.replace("“", "").replace("”", ""), count=1)
    text = _WORDED.sub("", text)
    return f"({text}" if re.fullmatch(r"[A-Za-z0-9]{1,4}\)", text) else re.sub(r"^(\d+)\.0$", r"\1", text)
