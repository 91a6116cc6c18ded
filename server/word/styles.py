"""Styles as Word applies them: names, outline levels, list numbering and the look of runs, inherited. ECMA-376-1 17.7."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from lxml import etree

NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{NAMESPACE}val"
R_PR = f"{NAMESPACE}rPr"
R_STYLE = f"{NAMESPACE}rStyle"
OFF = frozenset({"0", "false", "off", "none"})
BODY_TEXT_LEVEL = 9
LONGEST_NUMBER = 11
HEADING_NAME = re.compile(r"heading ([1-9])$")
HEADING_WORD = re.compile(r"\b(heading|title)\b")
BODY_WORD = re.compile(r"\b(text|body|para|paragraph)\b")
# Toggle properties combine by XOR over the style levels (17.7.3); underline is an ordinary one: the nearest wins.
TOGGLES = {f"{NAMESPACE}b": 0, f"{NAMESPACE}i": 1, f"{NAMESPACE}caps": 2, f"{NAMESPACE}smallCaps": 3}
UNDERLINE = 4
LOOKS = {**TOGGLES, f"{NAMESPACE}u": UNDERLINE}


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks. caps: capitals or small capitals by format, not as typed."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """One w:style as written: nothing inherited. num_id, level, outline: None where it does not say."""

    id: str
    kind: str
    name: str
    base: str
    outline: int | None
    num_id: int | None
    level: int | None
    looks: Mapping[int, bool]


FLAGS = {flags: Look(*flags) for flags in product((False, True), repeat=4)}
NOTHING = Style("", "paragraph", "", "", None, None, None, {})


class Styles:
    """All styles of a document. A paragraph style that is not there, or "" or None, is the default paragraph style, as in Word."""

    def __init__(self, styles: Mapping[str, Style], default: str, defaults: Mapping[int, bool]) -> None:
        self._styles = styles
        self._default = default
        self._defaults = defaults
        self._chains: dict[str | None, tuple[Style, ...]] = {}
        self._outlines: dict[str | None, int | None] = {}
        self._bases: dict[tuple[str | None, str], tuple[bool, ...]] = {}
        self._names: dict[str, str] = {}
        for style in styles.values():
            self._names.setdefault(style.name.casefold(), style.id)

    def __contains__(self, style_id: object) -> bool:
        return style_id in self._styles

    def chain(self, style_id: str | None) -> tuple[Style, ...]:
        """The style and those it is based on, nearest first; a loop or a missing base ends it."""
        known = self._chains.get(style_id)
        if known is None:
            start = style_id if style_id in self._styles else self._default
            known = self._chains[style_id] = self._follow(start or "")
        return known

    def _follow(self, style_id: str) -> tuple[Style, ...]:
        found: dict[str, Style] = {}
        while style_id in self._styles and style_id not in found:
            found[style_id] = self._styles[style_id]
            style_id = found[style_id].base
        return tuple(found.values()) or (NOTHING,)

    def name(self, style_id: str | None) -> str:
        """The name as Word shows it: "Heading 1", which the file writes in lower case. "" where there are no styles."""
        name = self.chain(style_id)[0].name
        return name.capitalize() if HEADING_NAME.match(name) else name

    def by_name(self, name: str) -> str | None:
        """The id of the style with this name, whatever its id is called in the author's language; None if there is none."""
        return self._names.get(name.casefold())

    def outline(self, style_id: str | None) -> int | None:
        """The outline level from 0 (17.3.1.20), stated or by a built-in heading's name; None for body text."""
        if style_id not in self._outlines:
            self._outlines[style_id] = self._find_outline(style_id)
        return self._outlines[style_id]

    def _find_outline(self, style_id: str | None) -> int | None:
        for style in self.chain(style_id):
            if style.outline is not None:
                return style.outline if style.outline < BODY_TEXT_LEVEL else None
            if heading := HEADING_NAME.match(style.name.casefold()):
                return int(heading[1]) - 1
        return None

    def is_heading(self, style_id: str | None) -> bool:
        """Whether the style has an outline level or calls itself a heading or title ("Schedule Heading", not "Heading 2 Text")."""
        if self.outline(style_id) is not None:
            return True
        name = self.chain(style_id)[0].name.casefold()
        return bool(HEADING_WORD.search(name)) and not BODY_WORD.search(name)

    def numbering(self, style_id: str | None) -> tuple[int, int] | None:
        """(num_id, level) that the style gives its paragraphs, each inherited by itself; None for none or numId 0.

        A level that the list itself links to the style (w:pStyle) goes before this one: see numbering.py.
        """
        chain = self.chain(style_id)
        num_id = next((style.num_id for style in chain if style.num_id is not None), None)
        if not num_id:
            return None
        return num_id, next((style.level for style in chain if style.level is not None), 0)

    def look(self, paragraph_style: str | None, r_pr: etree._Element | None) -> Look:
        """The look of a run of this paragraph style with this w:rPr: defaults, styles, then what the run says itself (17.7.2, 17.7.3)."""
        own: dict[int, bool] = {}
        character = "" if r_pr is None else _read_looks(r_pr, own)
        flags = self._styled(paragraph_style, character)
        if own:
            flags = tuple(own.get(at, flag) for at, flag in enumerate(flags))
        bold, italic, caps, small, underline = flags
        return FLAGS[bold, italic, underline, caps or small]

    def _styled(self, paragraph_style: str | None, character_style: str) -> tuple[bool, ...]:
        key = (paragraph_style, character_style)
        known = self._bases.get(key)
        if known is None:
            character = self._styles.get(character_style, NOTHING)
            levels = [self._inherited(self.chain(paragraph_style))]
            if character.kind == "character":
                levels.append(self._inherited(self._follow(character_style)))
            known = self._bases[key] = tuple(self._combined(at, levels) for at in range(UNDERLINE + 1))
        return known

    def _inherited(self, chain: tuple[Style, ...]) -> dict[int, bool]:
        found: dict[int, bool] = {}
        for style in reversed(chain):
            found |= style.looks
        return found

    def _combined(self, at: int, levels: list[dict[int, bool]]) -> bool:
        default = self._defaults.get(at, False)
        if at == UNDERLINE:
            return next((level[at] for level in reversed(levels) if at in level), default)
        return default or sum(level.get(at, False) for level in levels) % 2 == 1


def read_styles(root: etree._Element | None) -> Styles:
    """The styles of a w:styles root; None (no styles part) gives a document in which nothing has a name, number or look."""
    if root is None:
        return Styles({}, "", {})
    styles: dict[str, Style] = {}
    default = ""
    for element in root.iterchildren(f"{NAMESPACE}style"):
        style = _read_style(element)
        styles.setdefault(style.id, style)
        if style.kind == "paragraph" and element.get(f"{NAMESPACE}default", "0") not in OFF:
            default = style.id
    defaults = root.find(f"{NAMESPACE}docDefaults/{NAMESPACE}rPrDefault/{R_PR}")
    looks: dict[int, bool] = {}
    if defaults is not None:
        _read_looks(defaults, looks)
    return Styles(styles, default, looks)


def _read_style(element: etree._Element) -> Style:
    properties = f"{NAMESPACE}pPr/{NAMESPACE}"
    r_pr = element.find(R_PR)
    looks: dict[int, bool] = {}
    if r_pr is not None:
        _read_looks(r_pr, looks)
    return Style(
        id=element.get(f"{NAMESPACE}styleId", ""),
        kind=element.get(f"{NAMESPACE}type", "paragraph"),
        # Old files write a style's aliases behind its name.
        name=_said(element, f"{NAMESPACE}name").split(",")[0].strip(),
        base=_said(element, f"{NAMESPACE}basedOn"),
        outline=whole(_said(element, f"{properties}outlineLvl")),
        num_id=whole(_said(element, f"{properties}numPr/{NAMESPACE}numId")),
        level=whole(_said(element, f"{properties}numPr/{NAMESPACE}ilvl")),
        looks=looks,
    )


def _read_looks(r_pr: etree._Element, found: dict[int, bool]) -> str:
    """Put what `r_pr` says of looks into `found`; back comes the character style's id, or "". One pass, since every run needs it."""
    character = ""
    for child in r_pr:
        tag = child.tag
        at = LOOKS.get(tag)
        if at is not None:
            # A w:u without a kind only names a colour: no line.
            found[at] = child.get(VAL, "none" if at == UNDERLINE else "1") not in OFF
        elif tag == R_STYLE:
            character = child.get(VAL, "")
    return character


def _said(element: etree._Element, path: str) -> str:
    child = element.find(path)
    return "" if child is None else child.get(VAL, "")


def whole(text: str | None) -> int | None:
    """The whole number that an attribute holds; None for no attribute, no number, or one beyond the schema's 32 bits."""
    try:
        return int(text) if text and len(text) <= LONGEST_NUMBER else None
    except ValueError:
        return None
