"""Reads a document as paragraphs: text in the current view, label, style, level, lead-in, cell, fields, bookmarks."""

from __future__ import annotations

from collections.abc import Callable

from server.model import Paragraph
from server.word.numbering import Counter, read_numbering
from server.word.ooxml import P_PR, R_PR, VAL, Element, properties_of, w
from server.word.package import WordFile
from server.word.story import Block, read_blocks
from server.word.styles import Styles, read_styles
from server.word.text import Piece, leading, read_text

P_STYLE, BOOKMARK = w("pStyle"), w("bookmarkStart")


def read_paragraphs(file: WordFile) -> tuple[Paragraph, ...]:
    """Every paragraph: body and table cells in document order, then text boxes, footnotes, endnotes, headers, footers.

    Raises Unreadable for a part that is no XML.
    """
    trees: dict[str, Element] = {}
    blocks = read_blocks(file, trees)
    has_bookmarks = {part for part, root in trees.items() if next(root.iter(BOOKMARK), None) is not None}
    styles = read_styles(_root(file, "styles"))
    counter = read_numbering(_root(file, "numbering"), styles).counter()
    paragraphs = tuple([_paragraph(index, block, (styles, counter), block.part in has_bookmarks) for index, block in enumerate(blocks)])
    file.hand_on(trees)
    return paragraphs


def _root(file: WordFile, kind: str) -> Element | None:
    part = file.part_of(kind)
    return file.tree(part) if part else None


def _paragraph(index: int, block: Block, looks: tuple[Styles, Counter], has_bookmarks: bool) -> Paragraph:
    styles, counter = looks
    text, pieces, fields = read_text(block)
    properties = properties_of(block.last, P_PR)
    named = None if properties is None else properties.find(P_STYLE)
    style = None if named is None else named.get(VAL)
    label = counter.label(properties, style) if block.story in ("body", "cell") else None
    return Paragraph(
        index=index,
        story=block.story,
        text=text,
        label=label.text if label else "",
        style=styles.name(style),
        level=label.level if label else styles.outline(style),
        lead=leading(pieces, _emphasis(styles, style)),
        cell=block.cell,
        fields=fields,
        bookmarks=tuple([b.get(w("name"), "") for p in block.elements for b in p.iter(BOOKMARK)]) if has_bookmarks else (),
    )


def _emphasis(styles: Styles, style: str | None) -> Callable[[Piece], bool]:
    def is_marked(piece: Piece) -> bool:
        look = styles.look(style, properties_of(piece.run, R_PR))
        return look.bold or look.underline or look.caps

    return is_marked
