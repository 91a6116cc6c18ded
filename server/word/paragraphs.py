"""Whole paragraphs inserted and deleted with their marks (ECMA-376-1 17.13.5.15, 17.13.5.19)."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from lxml import etree

from server.model import NewParagraph
from server.word.marks import Pen, mark_paragraph
from server.word.ooxml import CAME, CUSTOM_XML, DEL, GONE, INS, P_PR, R_PR, SDT, SDT_CONTENT, SECT_PR, SMART_TAG, TBL, Element, P, R, T, w
from server.word.places import mark_look
from server.word.runs import new_run, usual_look
from server.word.story import Block
from server.word.text import TextMap

BLOCKS = frozenset({P, TBL, SDT, CUSTOM_XML, w("altChunk")})
NOT_INHERITED = frozenset(w(n) for n in ("sectPr", "pPrChange", "framePr", "pageBreakBefore"))
NOT_IN_MARK = CAME | GONE | {w("rPrChange")}
TEXT = ("delText", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym", "ptab", "lastRenderedPageBreak", "commentReference")
HARMLESS = frozenset({T, R_PR} | {w(n) for n in TEXT})
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}*"


def insert_paragraphs(after: Block, new: Sequence[NewParagraph], likes: Sequence[tuple[Block, TextMap]], pen: Pen) -> list[Element]:
    """Puts new paragraphs after a block as tracked insertions; returns the w:ins of the first one's words.

    Each takes the properties (style, numbering) and the look of its `like`. A paragraph mark can only go on reject where
    another follows to take the words; after the last paragraph of a story, cell or page section the mark of the
    paragraph before is the inserted one, and the last new paragraph takes over the old mark and its properties.
    """
    last = after.last
    paragraphs = [_new_paragraph(p, block, mapped, pen) for p, (block, mapped) in zip(new, likes, strict=True)]
    section = last.find(f"{P_PR}/{SECT_PR}")
    if section is not None or is_last(last):
        _take_over_mark(last, paragraphs[-1])
        for paragraph in (last, *paragraphs[:-1]):
            mark_paragraph(paragraph, pen.mark(INS))
    else:
        for paragraph in paragraphs:
            mark_paragraph(paragraph, pen.mark(INS))
    anchor = last
    for paragraph in paragraphs:
        anchor.addnext(paragraph)
        anchor = paragraph
    return [child for child in paragraphs[0] if child.tag == INS]


def _take_over_mark(last: Element, newest: Element) -> None:
    """Gives `newest` the mark of `last`: its properties, whole; `last` keeps a copy without what ends a page section."""
    properties = last.find(P_PR)
    for old in newest.findall(P_PR):
        newest.remove(old)
    if properties is None:
        return
    newest.insert(0, properties)
    last.insert(0, _inherited(properties))


def _inherited(properties: Element | None) -> Element:
    """Paragraph properties for another paragraph: no section end, no page break, no frame, nobody's revisions."""
    mine = etree.Element(P_PR) if properties is None else copy.deepcopy(properties)
    for child in list(mine):
        if child.tag in NOT_INHERITED:
            mine.remove(child)
    numbering = mine.find(w("numPr"))
    if numbering is not None:
        for mark in numbering.findall(INS):
            numbering.remove(mark)
    look = mine.find(R_PR)
    if look is not None:
        for child in list(look):
            if child.tag in NOT_IN_MARK:
                look.remove(child)
    return mine


def _new_paragraph(new: NewParagraph, like: Block, mapped: TextMap, pen: Pen) -> Element:
    paragraph = etree.Element(P, nsmap=like.last.nsmap)
    properties = _inherited(like.last.find(P_PR))
    if len(properties):
        paragraph.append(properties)
    body = usual_look(mapped.pieces) if mapped.pieces else mark_look(like.last)
    lead = usual_look([p for p in mapped.pieces if p.text.strip()][:1]) if mapped.pieces else body
    for text, look in ((new.text[: new.lead], lead), (new.text[new.lead :], body)):
        if text:
            paragraph.append(pen.insert(new_run(text, look)))
    return paragraph


def delete_mark(paragraph: Element, pen: Pen) -> bool:
    """Marks the mark of an emptied paragraph as deleted; returns whether it could be.

    It stays where it is the last of its story or cell, ends a page section, or where something other than words stands
    in the paragraph (a drawing, a note's reference) that would slip into the next one.
    """
    properties = paragraph.find(P_PR)
    ends_section = properties is not None and properties.find(SECT_PR) is not None
    if ends_section or is_last(paragraph) or not _only_words(paragraph):
        return False
    mark_paragraph(paragraph, pen.mark(DEL))
    return True


def _only_words(paragraph: Element) -> bool:
    return next(paragraph.iter(MATH), None) is None and all(child.tag in HARMLESS for run in paragraph.iter(R) for child in run)


def is_last(paragraph: Element) -> bool:
    """Whether no paragraph or table follows in its story or cell (content controls and custom XML looked through)."""
    block = paragraph
    while not any(s.tag in BLOCKS for s in block.itersiblings()):
        parent = block.getparent()
        if parent is None or parent.tag not in (SDT, SDT_CONTENT, CUSTOM_XML, SMART_TAG):
            return True
        block = parent
    return False
