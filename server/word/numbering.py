"""Automatic numbers as Word shows them, counted paragraph by paragraph. ECMA-376-1 17.9."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from server.word.lists import ILVL, LEVELS, NUM_ID, Format, ListDefinition, read_lists
from server.word.numerals import numeral
from server.word.styles import NAMESPACE, VAL, Styles, whole

NUM_PR = f"{NAMESPACE}numPr"
SECT_PR = f"{NAMESPACE}sectPr"
TEXT = f"{NAMESPACE}t"


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a numbered paragraph: "8.2." with its punctuation, without space around it.

    text is "" for a bullet, a hidden number or a level without text; level counts from 0; num_id is the list's, for `Counter.peek`.
    """

    text: str
    level: int
    num_id: int
    is_bullet: bool = False


class Numbering:
    """The lists of a document and who belongs to them. Never changes; `counter` starts a count."""

    def __init__(self, lists: Mapping[int, ListDefinition], styles: Styles) -> None:
        self.lists = lists
        self._styles = styles
        self._places: dict[tuple[str | None, str | None, str | None], tuple[ListDefinition, int] | None] = {}

    def counter(self) -> Counter:
        """A fresh count. One per story: a text box, a footnote or a header counts for itself."""
        return Counter(self)

    def levels(self, num_id: int) -> tuple[Format, ...]:
        """The nine levels of a list; () if there is no such list."""
        definition = self.lists.get(num_id)
        return definition.formats if definition else ()

    def place(self, p_pr: etree._Element | None, style_id: str | None) -> tuple[ListDefinition, int] | None:
        """The list and level (from 0) of a paragraph, by its own w:numPr or its style's; None where it has no number.

        numId 0 takes the style's number away (17.9.18). What a w:pPrChange holds is past and not looked at.
        """
        num_id = level = None
        num_pr = None if p_pr is None else next(p_pr.iterchildren(NUM_PR), None)
        if num_pr is not None:
            for child in num_pr:
                if child.tag == NUM_ID:
                    num_id = child.get(VAL)
                elif child.tag == ILVL:
                    level = child.get(VAL)
        key = (style_id, num_id, level)
        if key not in self._places:
            self._places[key] = self._find_place(style_id, whole(num_id), whole(level))
        return self._places[key]

    def _find_place(self, style_id: str | None, num_id: int | None, level: int | None) -> tuple[ListDefinition, int] | None:
        if num_id is None:
            styled = self._styles.numbering(style_id)
            num_id = styled[0] if styled else 0
        definition = self.lists.get(num_id)
        if definition is None:
            return None
        if level is None:
            level = self._styled_level(style_id, definition)
        return definition, 0 if definition.flat else min(max(level, 0), LEVELS - 1)

    def _styled_level(self, style_id: str | None, definition: ListDefinition) -> int:
        """The level that the list links to the style goes before the one that the style states (17.9.23); both are inherited."""
        linked = {form.style: level for level, form in enumerate(definition.formats) if form.style}
        for style in self._styles.chain(style_id):
            level = linked.get(style.id, style.level)
            if level is not None:
                return level
        return 0


class Counter:
    """Counts the numbered paragraphs of one story, in document order."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, list[int | None]] = {}
        self._restarted: set[int] = set()

    def label(self, p_pr: etree._Element | None, style_id: str | None) -> Label | None:
        """The label of the next paragraph, by its w:pPr and style id, and counts it; None where it has no number.

        Call it for every paragraph that is there in the current view, empty ones and those of table cells included.
        """
        place = self._numbering.place(p_pr, style_id)
        if place is None or (p_pr is not None and _only_ends_section(p_pr)):
            return None
        definition, level = place
        counts = self._counts.setdefault(definition.group, [None] * LEVELS)
        _count(counts, definition, level, self._begins(definition, level))
        if level in definition.starts:
            self._restarted.add(definition.id)
        return _write(counts, definition, level)

    def peek(self, num_id: int, level: int) -> Label | None:
        """The label that a further paragraph of this list and level (from 0) would get here; counts nothing. None without such a list."""
        definition = self._numbering.lists.get(num_id)
        if definition is None:
            return None
        level = 0 if definition.flat else min(max(level, 0), LEVELS - 1)
        counts = list(self._counts.get(definition.group, [None] * LEVELS))
        _count(counts, definition, level, self._begins(definition, level))
        return _write(counts, definition, level)

    def _begins(self, definition: ListDefinition, level: int) -> bool:
        """Whether an overridden start is due: a w:num sets its group's count once, at the first of its overridden levels that is used."""
        return level in definition.starts and definition.id not in self._restarted


def _count(counts: list[int | None], definition: ListDefinition, level: int, begins: bool) -> None:
    """Advance `counts`, in place, by a paragraph at `level`.

    A level above that was skipped counts as begun, at the list's own start: 1, 1.1.1, then 1.2. An overridden start
    holds at first use and after every restart (17.9.26). Levels below begin again (17.9.10).
    """
    formats = definition.formats
    for above in range(level):
        if counts[above] is None:
            counts[above] = formats[above].start
    before = counts[level]
    if before is None or begins:
        counts[level] = definition.starts.get(level, formats[level].start)
    else:
        counts[level] = before + 1
    for below in range(level + 1, LEVELS):
        if level < formats[below].restart:
            counts[below] = None


def _write(counts: list[int | None], definition: ListDefinition, level: int) -> Label:
    form = definition.formats[level]
    if form.kind == "bullet":
        return Label("", level, definition.id, is_bullet=True)
    if form.hidden:
        return Label("", level, definition.id)
    parts: list[str] = []
    separates = True
    for at, piece in enumerate(form.pattern):
        if isinstance(piece, int):
            kind = definition.formats[piece].kind
            # A level without numbers takes with it what separates it from the next one: "%1.%2" is "1", not ".1".
            separates = kind != "none"
            parts.append(numeral(counts[piece] or 0, _legal(kind) if form.legal else kind))
        elif separates or at == len(form.pattern) - 1:
            parts.append(piece)
    return Label("".join(parts).strip(), level, definition.id)


def _legal(kind: str) -> str:
    """In a legal level every number is in Arabic digits (17.9.4); a leading zero stays, and what has no number gets none."""
    return kind if kind in ("decimalZero", "bullet", "none") else "decimal"


def read_numbering(root: etree._Element | None, styles: Styles) -> Numbering:
    """The numbering of a w:numbering root; None (no numbering part) gives a document without automatic numbers."""
    return Numbering({} if root is None else read_lists(root, styles), styles)


def _only_ends_section(p_pr: etree._Element) -> bool:
    """Whether the paragraph is there for a section break alone: Word shows no number on it and does not count it."""
    if next(p_pr.iterchildren(SECT_PR), None) is None:
        return False
    paragraph = p_pr.getparent()
    return paragraph is not None and next(paragraph.iter(TEXT), None) is None
