"""An annex in WordprocessingML: its styles, its numbering, its paragraphs and tables (ECMA-376-1 17.3, 17.4, 17.7, 17.9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from server.model import Annex, AnnexLine, AnnexTable
from server.word.looks import Design, Look
from server.word.ooxml import Element, new_element, w
from server.word.runs import new_run

STYLES = {"title": "AnnexTitle", "heading": "AnnexHeading", "text": "AnnexText", "cell": "AnnexCell"}
NAMES = {"title": "Annex Title", "heading": "Annex Heading", "text": "Annex Text", "cell": "Annex Cell"}
LEVELS = (  # format, text, indent and hanging indent in twentieths of a point
    ("decimal", "%1.", 720, 720),
    ("decimal", "%1.%2", 720, 720),
    ("lowerLetter", "(%3)", 1287, 567),
    ("lowerRoman", "(%4)", 1854, 567),
)
SHADE = "EDEDED"
SHORT = 6  # a table of so few rows stays on one page
EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def make(name: str, *children: Element, **facts: object) -> Element:
    """An element of WordprocessingML with these children and attributes."""
    element = new_element(w(name), {w(key): str(value) for key, value in facts.items()})
    element.extend(children)
    return element


# ---------------------------------------------------------------- styles
def make_styles(design: Design) -> Iterator[Element]:
    """The four paragraph styles of an annex; based on none, so that nothing of the contract's own styles shines through."""
    cell = {"before": 40, "after": 40, "line": 240, "lineRule": "auto"}
    yield _style("title", design.title, _spacing(design.title), outline=0)
    yield _style("heading", design.heading, _spacing(design.heading), outline=1)
    yield _style("text", design.text, _spacing(design.text))
    yield _style("cell", replace(design.text, align="left"), cell)


def _spacing(look: Look) -> dict[str, object]:
    return {"before": look.before, "after": look.after, "line": look.line, "lineRule": look.line_rule}


def _style(role: str, look: Look, spacing: dict[str, object], outline: int | None = None) -> Element:
    keeps = [make("keepNext"), make("keepLines")] if outline is not None else []
    level = [make("outlineLvl", val=outline)] if outline is not None else []
    paragraph = make("pPr", *keeps, make("spacing", **spacing), make("jc", val=look.align), *level)
    return make(
        "style",
        make("name", val=NAMES[role]),
        make("uiPriority", val=99),
        make("qFormat"),
        paragraph,
        _run_look(look),
        type="paragraph",
        customStyle=1,
        styleId=STYLES[role],
    )


def _run_look(look: Look) -> Element:
    properties = make("rPr", make("rFonts", ascii=look.font, hAnsi=look.font, cs=look.font))
    properties.extend(make(tag) for tag, on in (("b", look.bold), ("i", look.italic), ("caps", look.caps)) if on)
    if look.color:
        properties.append(make("color", val=look.color))
    properties.extend((make("sz", val=look.size), make("szCs", val=look.size)))
    if look.underline:
        properties.append(make("u", val="single"))
    return properties


# ---------------------------------------------------------------- numbering
def make_list(number: int) -> tuple[Element, Element]:
    """A multilevel list of an annex's own ("1.", "1.1", "(a)", "(i)"): its definition and its instance, both with this id."""
    levels = [
        make(
            "lvl",
            make("start", val=1),
            make("numFmt", val=kind),
            make("lvlText", val=text),
            make("lvlJc", val="left"),
            make("pPr", make("ind", left=left, hanging=hanging)),
            ilvl=level,
        )
        for level, (kind, text, left, hanging) in enumerate(LEVELS)
    ]
    kind = make("nsid", val=f"{number:08X}"), make("multiLevelType", val="multilevel")
    definition = make("abstractNum", *kind, *levels, abstractNumId=number)
    return definition, make("num", make("abstractNumId", val=number), numId=number)


# ---------------------------------------------------------------- content
def make_blocks(annex: Annex, number: int, width: int) -> Iterator[Element]:
    """The paragraphs and tables of an annex. number: its list's; width: of the text, in twentieths of a point.

    An empty paragraph without a number follows each table: LibreOffice, which rejects an inserted table, leaves what follows it standing.
    """
    for block in annex.blocks:
        if isinstance(block, AnnexTable):
            yield _table(block, width)
            yield _paragraph("", make("pPr", make("pStyle", val=STYLES["cell"])))
        else:
            yield _line(block, number, new_page=bool(annex.label) and block.role == "title")


def _line(line: AnnexLine, number: int, new_page: bool) -> Element:
    properties = make("pPr", make("pStyle", val=STYLES[line.role]))
    if new_page:
        properties.append(make("pageBreakBefore"))
    if line.level is not None:
        properties.append(make("numPr", make("ilvl", val=line.level), make("numId", val=number)))
    return _paragraph(line.text, properties)


def _paragraph(text: str, properties: Element, bold: bool = False) -> Element:
    return make("p", properties, *([new_run(text, make("rPr", make("b")) if bold else None)] if text else []))


def _table(table: AnnexTable, width: int) -> Element:
    widths = [width * share // sum(table.widths) for share in table.widths]
    borders = make("tblBorders", *(make(edge, val="single", sz=4, space=0, color="808080") for edge in EDGES))
    margins = make("tblCellMar", make("left", w=100, type="dxa"), make("right", w=100, type="dxa"))
    properties = make("tblPr", make("tblW", w=sum(widths), type="dxa"), borders, make("tblLayout", type="fixed"), margins)
    grid = make("tblGrid", *(make("gridCol", w=wide) for wide in widths))
    kept = len(table.rows) - 1 if len(table.rows) <= SHORT else 1
    rows = (_row(cells, widths, is_head=number == 0, keep=number < kept) for number, cells in enumerate(table.rows))
    return make("tbl", properties, grid, *rows)


def _row(cells: tuple[str, ...], widths: list[int], is_head: bool, keep: bool) -> Element:
    """keep: on one page with the row below."""
    properties = make("trPr", make("cantSplit"))
    if is_head:
        properties.append(make("tblHeader"))
    return make("tr", properties, *(_cell(text, wide, is_head, keep) for text, wide in zip(cells, widths, strict=True)))


def _cell(text: str, width: int, is_head: bool, keep: bool) -> Element:
    properties = make("tcPr", make("tcW", w=width, type="dxa"))
    if is_head:
        properties.append(make("shd", val="clear", color="auto", fill=SHADE))
    together = [make("keepNext")] if keep else []
    return make("tc", properties, _paragraph(text, make("pPr", make("pStyle", val=STYLES["cell"]), *together), bold=is_head))
