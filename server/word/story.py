"""The paragraphs of a story (body, note, header, text box) as they stand in the XML, in the current view.

A Block is one paragraph of the model: usually one w:p; several where others' deleted paragraph marks join them
(ECMA-376-1 17.13.5.15). The order of blocks is the order of `Paragraph.index`, for reading and for writing alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from server.model import Cell, Story
from server.word.fields import OpenField, fields_open_at
from server.word.ooxml import (
    ALTERNATE,
    CUSTOM_XML,
    FALLBACK,
    GONE,
    SDT,
    SDT_CONTENT,
    SDT_PR,
    SMART_TAG,
    TBL,
    TC,
    TC_PR,
    TR,
    TR_PR,
    TXBX_CONTENT,
    VAL,
    Element,
    P,
    mark_is_gone,
    w,
)
from server.word.package import WordFile

NOTE_KINDS: tuple[tuple[str, Story, str], ...] = (
    ("footnotes", "footnote", "footnote"),
    ("endnotes", "endnote", "endnote"),
    ("header", "header", "hdr"),
    ("footer", "footer", "ftr"),
)


@dataclass(slots=True)
class Block:
    """One paragraph of the model in the XML.

    lock: why none of its words can be edited, "" if they can. open_fields: fields begun in an earlier paragraph.
    twins: the same paragraph in the fallback of a text box, which is kept alike.
    """

    part: str
    story: Story
    elements: list[Element]
    cell: Cell | None = None
    lock: str = ""
    open_fields: tuple[OpenField, ...] = ()
    twins: list[Element] = field(default_factory=list)

    @property
    def last(self) -> Element:
        """The w:p whose mark and properties are the paragraph's."""
        return self.elements[-1]


def sdt_lock(sdt: Element) -> str:
    """Why the words of a content control can't be edited ("locked_control"), "" if they can.

    Locked contents (17.5.2.23), words that stand for none yet (17.5.2.38), words that Word fills from a data part or a
    picker (17.5.2.6 and the choices of 17.5.2.4) are left alone: an edit would be lost or refused.
    """
    properties = sdt.find(SDT_PR)
    if properties is None:
        return ""
    lock = properties.find(w("lock"))
    locked = lock is not None and lock.get(VAL) in ("contentLocked", "sdtContentLocked")
    filled = any(properties.find(w(n)) is not None for n in ("dataBinding", "showingPlcHdr", "dropDownList", "comboBox", "date"))
    bound = any(isinstance(c.tag, str) and c.tag.endswith(("}dataBinding", "}checkbox")) for c in properties)
    return "locked_control" if locked or filled or bound else ""


class StoryReader:
    """Collects the blocks under one container; counts tables over the whole document."""

    def __init__(self, part: str, story: Story, tables: int = 0) -> None:
        self.part, self.story, self.tables = part, story, tables
        self.blocks: list[Block] = []

    def read(self, container: Element, cell: Cell | None = None, lock: str = "") -> None:
        """Adds the paragraphs of `container` (a body, cell, note, header or text box)."""
        joined: list[Element] = []
        for element in _looked_through(container):
            if element.tag == P:
                joined.append(element)
                if not mark_is_gone(element):
                    self._add(joined, cell, lock)
                    joined = []
            elif element.tag == TBL:
                self._add(joined, cell, lock, only_words=True)
                joined = []
                self._table(element, lock)
            elif element.tag == SDT:
                content = element.find(SDT_CONTENT)
                if content is not None:
                    self.read(content, cell, lock or sdt_lock(element))
        self._add(joined, cell, lock, only_words=True)

    def _add(self, elements: list[Element], cell: Cell | None, lock: str, only_words: bool = False) -> None:
        """A paragraph whose mark is gone and that has nothing to join counts only for the words left in it."""
        if elements and not (only_words and not any(_has_words(p) for p in elements)):
            story: Story = "cell" if cell is not None and self.story == "body" else self.story
            self.blocks.append(Block(self.part, story, elements, cell, lock))

    def _table(self, table: Element, lock: str) -> None:
        number = self.tables
        self.tables += 1
        for row_number, (row, row_lock) in enumerate(_rows(table, lock)):
            for column, (tc, cell_lock) in enumerate(_cells(row, row_lock)):
                self.read(tc, Cell(number, row_number, column), cell_lock)


def _looked_through(container: Element) -> Iterator[Element]:
    """The block-level children, custom XML and smart tags looked through (17.5.1)."""
    for child in container:
        if child.tag in (CUSTOM_XML, SMART_TAG):
            yield from _looked_through(child)
        elif isinstance(child.tag, str):
            yield child


def _has_words(paragraph: Element) -> bool:
    return any(t.text and not any(a.tag in GONE for a in t.iterancestors()) for t in paragraph.iter(w("t")))


def _rows(table: Element, lock: str) -> Iterator[tuple[Element, str]]:
    """Rows that are in the current view (17.13.5.12: a row's deletion is marked in its properties)."""
    for child in _looked_through(table):
        if child.tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                yield from _rows(content, lock or sdt_lock(child))
        elif child.tag == TR:
            properties = child.find(TR_PR)
            if properties is None or properties.find(w("del")) is None:
                yield child, lock


def _cells(row: Element, lock: str) -> Iterator[tuple[Element, str]]:
    for child in _looked_through(row):
        if child.tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                yield from _cells(content, lock or sdt_lock(child))
        elif child.tag == TC:
            properties = child.find(TC_PR)
            if properties is None or properties.find(w("cellDel")) is None:
                yield child, lock


# ---------------------------------------------------------------- the whole document
def read_blocks(file: WordFile, trees: dict[str, Element]) -> list[Block]:
    """Every paragraph of the document: body and cells, text boxes, footnotes, endnotes, headers, footers.

    trees: filled with the parsed root of each part that has a block (parts already there are not parsed again).
    """
    body = _root(file, trees, file.main).find(w("body"))
    reader = StoryReader(file.main, "body")
    if body is not None:
        reader.read(body)
    blocks, boxes, tables = reader.blocks, _text_boxes(file.main, trees[file.main]), reader.tables
    for kind, story, tag in NOTE_KINDS:
        for part in dict.fromkeys(r.target for r in file.targets(file.main) if r.kind == kind and r.target in file.parts):
            root = _root(file, trees, part)
            holders = [root] if root.tag == w(tag) else [n for n in root.iter(w(tag)) if n.get(w("type")) in (None, "normal")]
            for holder in holders:
                reader = StoryReader(part, story, tables)
                reader.read(holder)
                blocks += reader.blocks
                tables = reader.tables
            boxes += _text_boxes(part, root)
    order = [b for b in blocks if b.story in ("body", "cell")] + boxes + [b for b in blocks if b.story not in ("body", "cell")]
    for part in dict.fromkeys(b.part for b in order):
        open_fields = fields_open_at(trees[part])
        for block in order if open_fields else ():
            if block.part == part:
                block.open_fields = open_fields.get(block.elements[0], ())
    return order


def _root(file: WordFile, trees: dict[str, Element], part: str) -> Element:
    if part not in trees:
        trees[part] = file.tree(part)
    return trees[part]


def _text_boxes(part: str, root: Element) -> list[Block]:
    """The text boxes' paragraphs; the same box in the legacy fallback (mc:Fallback, ECMA-376-3 9.3) is its twin."""
    blocks: list[Block] = []
    for box in root.iter(TXBX_CONTENT):
        above = list(box.iterancestors())
        if any(a.tag == FALLBACK or a.tag in GONE for a in above):
            continue
        reader = StoryReader(part, "textbox")
        reader.read(box)
        blocks += reader.blocks
        if twin := _twin(box, next((a for a in above if a.tag == ALTERNATE), None)):
            copy = StoryReader(part, "textbox")
            copy.read(twin[0])
            if len(copy.blocks) == len(reader.blocks):
                for block, same in zip(reader.blocks, copy.blocks, strict=True):
                    block.twins = same.elements
    return blocks


def _twin(box: Element, alternate: Element | None) -> list[Element]:
    """The box at the same place in the fallback, as a list of none or one."""
    if alternate is None:
        return []
    fallback = alternate.find(FALLBACK)
    boxes = [b for b in alternate.iter(TXBX_CONTENT) if fallback is None or fallback not in b.iterancestors()]
    copies = [] if fallback is None else list(fallback.iter(TXBX_CONTENT))
    return [copies[boxes.index(box)]] if len(copies) == len(boxes) else []
