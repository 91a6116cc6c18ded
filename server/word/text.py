"""The one text model: every character of a paragraph and where it stands in the XML. Reading and writing both use it.

Text is the current view: others' insertions in, their deletions out (ECMA-376-1 17.13.5). Field codes are no text; a
field's shown result is, but can't be edited. Notes' reference marks, drawings and equations have no characters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from server.model import Field
from server.word.controls import sdt_lock
from server.word.fields import OpenField, advance
from server.word.ooxml import (
    CHARACTERS,
    FLD_CHAR,
    FLD_SIMPLE,
    INSTR_TEXT,
    RUBY,
    SDT,
    SDT_CONTENT,
    SYM,
    THROUGH,
    XML_SPACE,
    Element,
    R,
    T,
    is_in_run,
    w,
)
from server.word.story import Block

SHOWN = (T, *CHARACTERS, SYM)
EDGES = " \t\r\n"  # what a w:t loses without xml:space
PLAIN_SPACE = str.maketrans("\t\n\r", "   ")


class Piece(NamedTuple):
    """Characters that stand in one XML node (w:t, w:tab, ...) of one run. lock: why they can't be edited, "" if they can."""

    start: int
    text: str
    node: Element
    lock: str

    @property
    def run(self) -> Element:
        """The run the node stands in now (cutting moves nodes to new runs)."""
        run = self.node.getparent()
        assert run is not None
        return run

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class TextMap(NamedTuple):
    """A paragraph's text, its pieces in order (together they are the text, each character once), its fields' results.

    open_start, open_end: whether a field of an earlier paragraph goes on here, one of this goes on in the next.
    """

    text: str
    pieces: tuple[Piece, ...]
    fields: tuple[Field, ...]
    open_start: bool
    open_end: bool


def written(node: Element) -> str:
    """The characters of a w:t that count: without xml:space="preserve" it loses its edges (17.3.3.31)."""
    text = node.text or ""
    return text if node.get(XML_SPACE) == "preserve" else text.strip(EDGES)


def shown(node: Element) -> str:
    """The characters that one child of a run shows."""
    tag = node.tag
    if tag == T:
        text = written(node)
        return text if text.isprintable() else text.translate(PLAIN_SPACE)
    if tag == SYM:
        return chr(int(node.get(w("char"), "F0B7"), 16))
    return CHARACTERS.get(tag, "")


def map_text(block: Block, elements: Sequence[Element] | None = None) -> TextMap:
    """The text of a block with the place of each character; `elements` for a twin of the block instead."""
    paragraphs = elements if elements is not None else block.elements
    if block.is_plain:
        pieces = tuple(_plain_pieces(paragraphs, block.lock))
        return TextMap("".join([p.text for p in pieces]), pieces, (), False, False)
    walker = _Walker(block.lock, block.open_fields)
    for paragraph in paragraphs:
        walker.walk(paragraph, "")
    walker.close()
    text = "".join([p.text for p in walker.pieces])
    return TextMap(text, tuple(walker.pieces), tuple(walker.fields), bool(block.open_fields), bool(walker.stack))


def read_text(block: Block) -> tuple[str, Iterable[Piece], tuple[Field, ...]]:
    """A block's text, its pieces and its fields: as map_text, but the pieces of a plain paragraph are only made when asked for."""
    if not block.is_plain:
        mapped = map_text(block)
        return mapped.text, mapped.pieces, mapped.fields
    tags = (T,) if block.only_words else SHOWN
    text = _words(block.elements) if block.only_words else "".join([text for _, text in _plain_nodes(block.elements, tags)])
    return text, _plain_pieces(block.elements, block.lock, tags), ()


def _words(paragraphs: Sequence[Element]) -> str:
    """The text of plain paragraphs in which only w:t have characters: what `shown` gives, in one go."""
    nodes = (node for paragraph in paragraphs for node in paragraph.iter(T))
    whole = "".join([text if node.get(XML_SPACE) == "preserve" else text.strip(EDGES) for node in nodes if (text := node.text)])
    return whole if whole.isprintable() else whole.translate(PLAIN_SPACE)


def _plain_nodes(paragraphs: Sequence[Element], tags: Sequence[str] = SHOWN) -> Iterator[tuple[Element, str]]:
    """What paragraphs show in which every run counts: no deletion, field, control or text box has to be looked for."""
    for paragraph in paragraphs:
        for node in paragraph.iter(*tags):
            text = shown(node)
            if text and (text != "\t" or is_in_run(node)):
                yield node, text


def _plain_pieces(paragraphs: Sequence[Element], lock: str, tags: Sequence[str] = SHOWN) -> Iterator[Piece]:
    at = 0
    for node, text in _plain_nodes(paragraphs, tags):
        yield Piece(at, text, node, lock)
        at += len(text)


class _Walker:
    """Goes through a paragraph's content in order."""

    def __init__(self, lock: str, open_fields: Sequence[OpenField]) -> None:
        self.lock = lock
        self.stack = list(open_fields)
        self.starts = [0] * len(self.stack)
        self.at = 0
        self.pieces: list[Piece] = []
        self.fields: list[Field] = []

    def walk(self, parent: Element, lock: str) -> None:
        for child in parent:
            tag = child.tag
            if tag == R:
                self._run(child, lock)
            elif tag in THROUGH:
                self.walk(child, lock)
            elif tag == SDT:
                content = child.find(SDT_CONTENT)
                if content is not None:
                    self.walk(content, lock or sdt_lock(child))
            elif tag == FLD_SIMPLE:
                start = self.at
                self.walk(child, lock or "field_result")
                self.fields.append(Field(start, self.at, (child.get(w("instr")) or "").strip()))

    def _run(self, run: Element, lock: str) -> None:
        for node in run:
            tag = node.tag
            if tag in (FLD_CHAR, INSTR_TEXT):
                self._field(node)
            elif tag == RUBY:
                for base in node.iterfind(f"{w('rubyBase')}/{R}"):
                    self._run(base, lock or "unsupported")
            elif self.stack and not self.stack[-1].in_result:
                continue
            elif text := shown(node):
                why = self.lock or lock or ("field_result" if self.stack else "")
                self.pieces.append(Piece(self.at, text, node, why))
                self.at += len(text)

    def _field(self, node: Element) -> None:
        depth = len(self.stack)
        code = self.stack[-1].code if self.stack else ""
        advance(self.stack, node)
        if len(self.stack) > depth:
            self.starts.append(self.at)
        elif len(self.stack) < depth:
            self.fields.append(Field(self.starts.pop(), self.at, code.strip()))

    def close(self) -> None:
        """A field that goes on in the next paragraph counts here for its result so far."""
        for opened, start in zip(self.stack, self.starts, strict=True):
            if opened.in_result:
                self.fields.append(Field(start, self.at, opened.code.strip()))
        self.fields.sort(key=lambda f: (f.start, -f.end))


def leading(pieces: Iterable[Piece], is_marked: Callable[[Piece], bool]) -> int:
    """How many leading characters look emphasised where the rest does not; all where the whole paragraph does."""
    end = 0
    for piece in pieces:
        if not piece.text.isspace() and not is_marked(piece):
            break
        end = piece.end
    return end


def overlapping(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    """The pieces that hold any of the characters start..end (half-open)."""
    return (p for p in pieces if p.start < end and start < p.end)
