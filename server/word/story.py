"""The paragraphs of a story (body, note, header, text box) as they stand in the XML, in the current view.

A Block is one paragraph of the model: usually one w:p; several where others' deleted paragraph marks join them
(ECMA-376-1 17.13.5.15). The order of blocks is the order of `Paragraph.index`, for reading and for writing alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from server.model import Cell, Story
from server.word.branches import after
from server.word.controls import looked_through, sdt_lock
from server.word.fields import OpenField
from server.word.ooxml import (
    ALTERNATE,
    CAME,
    FALLBACK,
    GONE,
    P_PR,
    SDT,
    SDT_CONTENT,
    SECT_PR,
    TBL,
    TXBX_CONTENT,
    Element,
    P,
    w,
)
from server.word.package import WordFile
from server.word.resolve import can_go
from server.word.revision_names import ENDS, STARTS
from server.word.survey import Survey, survey
from server.word.tables import shown_cells

NOTE_KINDS: tuple[tuple[str, Story, str], ...] = (
    ("footnotes", "footnote", "footnote"),
    ("endnotes", "endnote", "endnote"),
    ("header", "header", "hdr"),
    ("footer", "footer", "ftr"),
)

# Not there in the current view: what is gone, and the marks around a move, which go once it is settled.
NOTHING = GONE | STARTS | {P_PR, *ENDS}


@dataclass(slots=True)
class Block:
    """One paragraph of the model in the XML.

    lock: why none of its words can be edited, "" if they can. open_fields: fields begun in an earlier paragraph.
    twins: the same paragraph in the fallback of a text box, which is kept alike. is_plain: nothing in it asks for more
    than reading its runs one after the other. only_words: nor has anything but its w:t characters. is_stranded: another
    author took its mark away, but nothing follows to join.
    """

    part: str
    story: Story
    elements: list[Element]
    cell: Cell | None = None
    lock: str = ""
    open_fields: tuple[OpenField, ...] = ()
    twins: list[Element] = field(default_factory=list)
    is_plain: bool = False
    only_words: bool = False
    is_stranded: bool = False

    @property
    def last(self) -> Element:
        """The w:p whose mark and properties are the paragraph's."""
        return self.elements[-1]


class StoryReader:
    """Collects the blocks under one container; counts tables over the whole document. gone: paragraphs whose mark is."""

    def __init__(self, part: str, story: Story, gone: set[Element], tables: int = 0) -> None:
        self.part, self.story, self.gone, self.tables = part, story, gone, tables
        self.blocks: list[Block] = []

    def read(self, container: Element, cell: Cell | None = None, lock: str = "") -> None:
        """Adds the paragraphs of `container` (a body, cell, note, header or text box)."""
        joined: list[Element] = []
        for element in looked_through(container):
            if element.tag == P:
                joined.append(element)
                if element not in self.gone:
                    self._add(joined, cell, lock)
                    joined = []
            elif element.tag == TBL and (cells := shown_cells(element, lock)):
                self._add(joined, cell, lock, only_words=True)
                joined = []
                self._table(cells)
            elif element.tag == SDT:
                self._add(joined, cell, lock, only_words=True)
                joined = []
                content = element.find(SDT_CONTENT)
                if content is not None:
                    self.read(content, cell, lock or sdt_lock(element))
        self._add(joined, cell, lock, only_words=True)

    def _add(self, elements: list[Element], cell: Cell | None, lock: str, only_words: bool = False) -> None:
        """A paragraph whose mark is gone and that has nothing to join counts for what is left in it, or where its mark can't go."""
        if elements and not (only_words and all(map(_is_empty, elements)) and _can_go(elements[-1])):
            story: Story = "cell" if cell is not None and self.story == "body" else self.story
            self.blocks.append(Block(self.part, story, elements, cell, lock, is_stranded=only_words))

    def _table(self, cells: Sequence[tuple[int, int, Element, str]]) -> None:
        number = self.tables
        self.tables += 1
        for row, column, tc, lock in cells:
            self.read(tc, Cell(number, row, column), lock)


def _can_go(paragraph: Element) -> bool:
    """Whether an empty paragraph whose mark is gone can go in the current view, too: a table that is gone does not follow."""
    following = after(paragraph)
    if following is None or following.tag != TBL or shown_cells(following, ""):
        return can_go(paragraph)
    while following is not None and following.tag == TBL and not shown_cells(following, ""):
        following = after(following)
    return following is not None and following.tag != SECT_PR


def _is_empty(element: Element) -> bool:
    """Whether nothing is left of a paragraph, or of a revision in one, in the current view."""
    return all(child.tag in NOTHING or (child.tag in CAME and _is_empty(child)) for child in element)


# ---------------------------------------------------------------- the whole document
def read_blocks(file: WordFile, trees: dict[str, Element]) -> list[Block]:
    """Every paragraph of the document: body and cells, text boxes, footnotes, endnotes, headers, footers.

    trees: filled with the parsed root of each part that has a block (parts already there are not parsed again).
    """
    main = survey(_root(file, trees, file.main))
    surveys = {file.main: main}
    body = main.root.find(w("body"))
    reader = StoryReader(file.main, "body", main.without_mark)
    if body is not None:
        reader.read(body)
    blocks, boxes, tables = reader.blocks, _text_boxes(file.main, main), reader.tables
    for kind, story, tag in NOTE_KINDS:
        for part in dict.fromkeys(r.target for r in file.targets(file.main) if r.kind == kind and r.target in file.parts):
            root = _root(file, trees, part)
            found = surveys[part] = survey(root)
            holders = [root] if root.tag == w(tag) else [n for n in root.iter(w(tag)) if n.get(w("type")) in (None, "normal")]
            gone = found.without_mark
            for holder in holders:
                reader = StoryReader(part, story, gone, tables)
                reader.read(holder)
                blocks += reader.blocks
                tables = reader.tables
            boxes += _text_boxes(part, found)
    order = [b for b in blocks if b.story in ("body", "cell")] + boxes + [b for b in blocks if b.story not in ("body", "cell")]
    known = {part: (found.open_fields, found.paragraphs, found.mixed) for part, found in surveys.items()}
    for block in order:
        open_fields, odd, mixed = known[block.part]
        block.open_fields = open_fields.get(block.elements[0], ())
        block.is_plain = not block.open_fields and odd.isdisjoint(block.elements)
        block.only_words = block.is_plain and mixed.isdisjoint(block.elements)
    return order


def story_parts(file: WordFile) -> tuple[str, ...]:
    """The parts that hold stories: the main document, then its headers, footers and notes."""
    kinds = {kind for kind, _, _ in NOTE_KINDS}
    linked = (link.target for link in file.targets(file.main) if link.kind in kinds and link.target in file.parts)
    return tuple(dict.fromkeys((file.main, *linked)))


def _root(file: WordFile, trees: dict[str, Element], part: str) -> Element:
    if part not in trees:
        trees[part] = file.tree(part)
    return trees[part]


def _text_boxes(part: str, found: Survey) -> list[Block]:
    """The text boxes' paragraphs; the same box in the legacy fallback (mc:Fallback, ECMA-376-3 9.3) is its twin."""
    blocks: list[Block] = []
    gone = found.without_mark
    for box in found.boxes:
        above = list(box.iterancestors())
        if any(a.tag == FALLBACK or a.tag in GONE for a in above):
            continue
        reader = StoryReader(part, "textbox", gone)
        reader.read(box)
        blocks += reader.blocks
        if twin := _twin(box, next((a for a in above if a.tag == ALTERNATE), None)):
            copy = StoryReader(part, "textbox", gone)
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
