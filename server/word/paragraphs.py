"""Whole paragraphs inserted and deleted with their marks (ECMA-376-1 17.13.5.15, 17.13.5.19)."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from lxml import etree

from server.model import NewParagraph
from server.word.branches import after
from server.word.marks import Pen, mark_paragraph
from server.word.ooxml import (
    AUTHOR,
    CAME,
    CUSTOM_XML,
    DEL,
    FLD_SIMPLE,
    GONE,
    HYPERLINK,
    INS,
    P_PR,
    R_PR,
    SDT,
    SDT_CONTENT,
    SECT_PR,
    SMART_TAG,
    TBL,
    Element,
    P,
    R,
    T,
    new_element,
    w,
)
from server.word.places import mark_look
from server.word.runs import look_key, new_run, usual_look
from server.word.story import Block
from server.word.text import TextMap

BLOCKS = frozenset({P, TBL, SDT, CUSTOM_XML, w("altChunk")})
NOT_INHERITED = frozenset(w(n) for n in ("sectPr", "pPrChange", "framePr", "pageBreakBefore"))
NOT_IN_MARK = CAME | GONE | {w("rPrChange")}
TEXT = ("delText", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym", "ptab", "lastRenderedPageBreak", "commentReference")
WORDS = frozenset({R, HYPERLINK, INS, DEL, SDT, FLD_SIMPLE, SMART_TAG, CUSTOM_XML})
HARMLESS = frozenset({T, R_PR} | {w(n) for n in TEXT})
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}*"


def insert_paragraphs(neighbour: Block, new: Sequence[NewParagraph], likes: Sequence[tuple[Block, TextMap]], pen: Pen) -> list[Element]:
    """Puts new paragraphs after a block as tracked insertions; returns the elements that a comment on them stands on.

    Each takes the properties (style, numbering) and the look of its `like`. Where the last new paragraph has the properties of
    the block, Word's own form is written: the block's mark is the inserted one, the last new paragraph takes over the old
    mark. It is also the only form after the last paragraph of a story, cell or page section, for a mark can only go on reject
    where another paragraph follows to take the words; the new paragraph then gets the block's properties. Nor can it go where
    another author took the block's mark away, though nothing follows that it could join.
    """
    last = neighbour.last
    paragraphs = [_new_paragraph(p, block, mapped, pen) for p, (block, mapped) in zip(new, likes, strict=True)]
    section = last.find(f"{P_PR}/{SECT_PR}")
    is_struck = last.find(f"{P_PR}/{R_PR}/{DEL}") is not None
    is_bound = section is not None or is_last(last) or neighbour.is_stranded
    takes_over = is_bound or (not is_struck and _alike(last, paragraphs[-1]))
    following = last.getnext()
    if takes_over:
        _take_over_mark(last, paragraphs[-1])
    for paragraph in (last, *paragraphs[:-1]) if takes_over else paragraphs:
        mark_paragraph(paragraph, pen.mark(INS))
    anchor = last
    for paragraph in paragraphs:
        anchor.addnext(paragraph)
        anchor = paragraph
    words = [child for child in paragraphs[0] if child.tag == INS]
    if takes_over or (following is not None and following.tag == P and _alike(following, paragraphs[-1])):
        return words
    # Beside unlike paragraphs LibreOffice gives the next one the new one's properties on reject, if a comment stands in the new one.
    return [child for child in last if child.tag in WORDS][-1:] or [last]


def _alike(one: Element, other: Element) -> bool:
    """Whether two paragraphs have the same properties, marks of revisions and page or section breaks apart."""
    first, second = (etree.tostring(inherited(p.find(P_PR)), method="c14n", exclusive=True) for p in (one, other))
    return first == second


def _take_over_mark(last: Element, newest: Element) -> None:
    """Gives `newest` the mark of `last`: its properties, whole; `last` keeps a copy without what ends a page section."""
    properties = last.find(P_PR)
    for old in newest.findall(P_PR):
        newest.remove(old)
    if properties is None:
        return
    newest.insert(0, properties)
    last.insert(0, inherited(properties))


def inherited(properties: Element | None, without: frozenset[str] = NOT_INHERITED) -> Element:
    """Paragraph properties for another paragraph: no section end, no page break, no frame (or only `without`), nobody's revisions."""
    mine = new_element(P_PR) if properties is None else copy.deepcopy(properties)
    for child in list(mine):
        if child.tag in without:
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
    paragraph = new_element(P)
    properties = inherited(like.last.find(P_PR))
    if len(properties):
        paragraph.append(properties)
    lead, body = _looks(mapped, bool(new.lead)) if mapped.pieces else (mark_look(like.last), mark_look(like.last))
    for text, look in ((new.text[: new.lead], lead), (new.text[new.lead :], body)):
        if text:
            paragraph.append(pen.insert(new_run(text, look)))
    return paragraph


def _looks(mapped: TextMap, with_lead: bool) -> tuple[Element | None, Element | None]:
    """The looks of a paragraph's lead-in and of the rest; without a lead-in, of what most of it looks like."""
    words = [p for p in mapped.pieces if p.text.strip()] or list(mapped.pieces)
    rest = [p for p in words if look_key(p) != look_key(words[0])]
    return usual_look(words[:1]), usual_look(rest if with_lead and rest else words)


def delete_mark(paragraph: Element, pen: Pen) -> bool:
    """Marks the mark of an emptied paragraph as deleted; returns whether it could be."""
    if not can_lose_mark(paragraph, pen.signature.author):
        return False
    mark_paragraph(paragraph, pen.mark(DEL))
    return True


def can_lose_mark(paragraph: Element, author: str = "") -> bool:
    """Whether an emptied paragraph can go whole. author: whose marks don't count, for they are just being made.

    Its mark stays where no paragraph follows that could take its place (the last of a story or cell, before a table or a
    control, before one whose mark is gone itself), where it ends a page section, or where something other than words
    stands in the paragraph (a drawing, a note's reference) that would slip into the next one.
    """
    properties, following = paragraph.find(P_PR), after(paragraph)
    if following is None or following.tag != P or any(mark.get(AUTHOR) != author for mark in _gone_marks(following)):
        return False
    ends_section = properties is not None and properties.find(SECT_PR) is not None
    return not ends_section and _only_words(paragraph)


def _gone_marks(paragraph: Element) -> list[Element]:
    look = paragraph.find(f"{P_PR}/{R_PR}")
    return [] if look is None else [child for child in look if child.tag in GONE]


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
