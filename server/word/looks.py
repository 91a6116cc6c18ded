"""How a paragraph of the contract looks in the end: defaults, styles and its own format together (ECMA-376-1 17.7.2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from server.model import Samples
from server.word.ooxml import P_PR, R_PR, VAL, Element, w
from server.word.package import WordFile
from server.word.runs import usual_look
from server.word.story import Block
from server.word.styles import OFF, Styles, read_styles, whole
from server.word.text import map_text

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MARGINS = ("left", "right")
SMALLEST, LARGEST = 12, 36  # half-points: an annex shouts no louder than 18 points
A4 = (11906, 16838)
A4_TEXT = 9026  # between margins of an inch


@dataclass(frozen=True, slots=True)
class Look:
    """size: in half-points. before, after, line: in twentieths of a point (line in 240ths of a line for line_rule "auto")."""

    font: str = "Calibri"
    size: int = 22
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    color: str = ""
    align: str = "left"
    before: int = 0
    after: int = 120
    line: int = 259
    line_rule: str = "auto"


@dataclass(frozen=True, slots=True)
class Design:
    """What an annex looks like. width: of the text between the margins; page: width and height; both in twentieths of a point."""

    text: Look = Look()
    heading: Look = Look(bold=True, before=240)
    title: Look = Look(size=32, bold=True, after=240)
    width: int = A4_TEXT
    page: tuple[int, int] = A4


def read_design(file: WordFile, blocks: Sequence[Block], samples: Samples) -> Design:
    """The look of an annex to this document: of the sample paragraphs, calmed where they are extreme; headings bold where none is given."""
    reader = _Reader(file)
    text = _calm(reader.look(blocks[samples.text]) if samples.text is not None else reader.look(None))
    heading, title = replace(text, bold=True, before=240), replace(text, bold=True, size=min(text.size + 6, LARGEST), after=240)
    if samples.heading is not None:
        heading = _as_heading(reader.look(blocks[samples.heading]), text)
    if samples.title is not None:
        title = _as_title(reader.look(blocks[samples.title]), text)
    body = file.tree(file.main).find(w("body"))
    section = None if body is None else body.find(w("sectPr"))
    return Design(text, heading, title) if section is None else Design(text, heading, title, _width(section), _page(section))


class _Reader:
    """Follows the format of a paragraph from the document's defaults to its own."""

    def __init__(self, file: WordFile) -> None:
        part = file.part_of("styles")
        root = file.tree(part) if part else None
        self.styles: Styles = read_styles(root)
        self.elements: dict[str, Element] = {}
        self.defaults: tuple[Element | None, Element | None] = (None, None)
        if root is not None:
            self.elements = {style.get(w("styleId"), ""): style for style in reversed(root.findall(w("style")))}
            found = root.find(w("docDefaults"))
            if found is not None:
                self.defaults = found.find(f"{w('pPrDefault')}/{P_PR}"), found.find(f"{w('rPrDefault')}/{R_PR}")
        self.fonts = _theme_fonts(file)

    def look(self, block: Block | None) -> Look:
        """The look of most of a paragraph's words; without one, of the default paragraph style."""
        own = None if block is None else block.last.find(P_PR)
        named = None if own is None else own.find(w("pStyle"))
        chain = [self.elements[style.id] for style in reversed(self.styles.chain(None if named is None else named.get(VAL))) if style.id]
        pieces = map_text(block).pieces if block else ()
        runs = self._runs(chain, usual_look(pieces) if pieces else None)
        paragraphs = [p for p in (self.defaults[0], *(style.find(P_PR) for style in chain), own) if p is not None]
        spacing = _attributes(paragraphs, "spacing")
        return Look(
            font=self._font(runs),
            size=whole(_said(runs, "sz")) or 20,
            bold=_is_on(runs, "b"),
            italic=_is_on(runs, "i"),
            underline=_is_on(runs, "u"),
            caps=_is_on(runs, "caps"),
            color=_said(runs, "color"),
            align=_said(paragraphs, "jc") or "left",
            before=whole(spacing.get("before")) or 0,
            after=whole(spacing.get("after")) or 0,
            line=whole(spacing.get("line")) or 240,
            line_rule=spacing.get("lineRule", "auto"),
        )

    def _runs(self, chain: Sequence[Element], own: Element | None) -> list[Element]:
        named = None if own is None else own.find(w("rStyle"))
        character = None if named is None else self.elements.get(named.get(VAL, ""))
        found = (self.defaults[1], *(style.find(R_PR) for style in chain), None if character is None else character.find(R_PR), own)
        return [look for look in found if look is not None]

    def _font(self, looks: Iterable[Element]) -> str:
        """The Latin font; a theme's goes before one that is named beside it (17.3.2.26)."""
        font = ""
        for look in looks:
            fonts = look.find(w("rFonts"))
            if fonts is not None:
                theme = fonts.get(w("asciiTheme"), "")
                font = self.fonts.get(theme[:5], "") if theme else fonts.get(w("ascii"), font)
        return font or "Times New Roman"


def _theme_fonts(file: WordFile) -> Mapping[str, str]:
    """The Latin fonts of the theme: "major" and "minor"."""
    part = file.part_of("theme")
    if part is None:
        return {}
    root = file.tree(part)
    found = {name: root.find(f".//{A}{name}Font/{A}latin") for name in ("major", "minor")}
    return {name: latin.get("typeface", "") for name, latin in found.items() if latin is not None}


def _said(found: Iterable[Element], name: str) -> str:
    """The value that the nearest of these properties gives, "" for none."""
    value = ""
    for properties in found:
        child = properties.find(w(name))
        if child is not None:
            value = child.get(VAL, "")
    return value


def _is_on(found: Iterable[Element], name: str) -> bool:
    marks = [child for properties in found if (child := properties.find(w(name))) is not None]
    return bool(marks) and marks[-1].get(VAL, "none" if name == "u" else "1") not in OFF


def _attributes(found: Iterable[Element], name: str) -> dict[str, str]:
    merged: dict[str, str] = {}
    for properties in found:
        child = properties.find(w(name))
        if child is not None:
            merged |= {str(key).partition("}")[2]: str(value) for key, value in child.attrib.items()}
    return merged


def _page(section: Element) -> tuple[int, int]:
    size = _attributes([section], "pgSz")
    return whole(size.get("w")) or A4[0], whole(size.get("h")) or A4[1]


def _width(section: Element) -> int:
    margins = _attributes([section], "pgMar")
    return max(_page(section)[0] - sum(abs(whole(margins.get(side)) or 1440) for side in MARGINS), 2880)


# ---------------------------------------------------------------- calmed
def _calm(look: Look) -> Look:
    """Running text: never bold, capitals or centred; paragraphs kept apart where the contract does that with empty ones."""
    after = look.after if look.before + look.after >= 80 else 120
    align = look.align if look.align in ("left", "both", "start") else "left"
    before = min(look.before, 240)
    return replace(look, bold=False, italic=False, underline=False, caps=False, align=align, before=before, after=min(after, 240))


def _as_heading(look: Look, text: Look) -> Look:
    """A heading stands out, if only by being bold, and never in a size far from the text's."""
    size = min(max(look.size, text.size), text.size + 4)
    marked = look.bold or look.underline or look.caps
    return replace(look, size=size, bold=look.bold or not marked, align="left", before=max(look.before, 200), after=max(look.after, 80))


def _as_title(look: Look, text: Look) -> Look:
    size = min(max(look.size, text.size), LARGEST)
    align = look.align if look.align in ("left", "center", "start") else "left"
    return replace(look, size=size, bold=look.bold or size <= text.size + 4, align=align, before=0, after=max(look.after, 200))
