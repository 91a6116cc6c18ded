"""Annexes at the end of the user's document as tracked insertions; to the package around it, things are only added.

What is added stays when the insertions are rejected, and nothing refers to it then: styles and lists with ids of their own.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from server.model import Annex
from server.word.annex_document import compose
from server.word.annex_markup import NAMES, STYLES, make
from server.word.looks import Design
from server.word.marks import Pen, mark_paragraph
from server.word.ooxml import INS, P_PR, R_PR, SECT_PR, TBL, TR, TR_PR, VAL, Element, P, R, W, new_element, w
from server.word.package import WordFile
from server.word.paragraphs import inherited
from server.word.parts import add_part, serialised
from server.word.styles import Styles, read_styles

LIST_ID = re.compile(rb"[nN]umId(?:\s+\w+:val)?\s*=\s*[\"'](\d+)")
ENDS_HERE = frozenset({SECT_PR, w("pPrChange")})
SHOWN = tuple(w(n) for n in ("numPr", "pageBreakBefore", "framePr", "pBdr"))  # what even an empty paragraph shows


@dataclass(frozen=True, slots=True)
class Annexed:
    """What appending annexes made. parts: changed and added ones but the story; titles: of each annex, what a comment on it stands on."""

    parts: Mapping[str, bytes]
    titles: tuple[list[Element], ...]


def append_annexes(file: WordFile, last: Element, annexes: Sequence[Annex], design: Design, pen: Pen) -> Annexed:
    """Puts the annexes after the body's last paragraph, each on a page of its own, as insertions by the pen.

    Word's own form: the mark of the last paragraph is the inserted one, and an empty paragraph after the annexes takes over the old mark.
    """
    composed = compose(annexes, design)
    changed: dict[str, Element] = {}
    styles = _bring_styles(file, composed, changed)
    lists = _bring_lists(file, composed, changed)
    body = composed.tree(composed.main).find(w("body"))
    assert body is not None
    blocks = [_brought(block, styles, lists) for block in body if block.tag in (P, TBL)]
    end = _make_room(last, styles["AnnexText"], _numbered(file, last), pen)
    for block in blocks:
        _mark(block, pen)
    anchor = last
    for block in (*blocks, end):
        anchor.addnext(block)
        anchor = block
    titles = [[child for child in block if child.tag == INS] for block in blocks if _style_of(block) == styles["AnnexTitle"]]
    return Annexed({part: serialised(root) for part, root in changed.items()}, tuple(titles))


def _style_of(block: Element) -> str | None:
    style = block.find(f"{P_PR}/{w('pStyle')}")
    return None if style is None else style.get(VAL)


# ---------------------------------------------------------------- marks
def _mark(block: Element, pen: Pen) -> None:
    """Marks all of a block as inserted: its words, a paragraph's mark, a table's rows (17.13.5.16, 17.13.5.18, 17.13.5.20)."""
    for run in list(block.iter(R)):
        mark = pen.mark(INS)
        run.addprevious(mark)
        mark.append(run)
    if block.tag == P:
        mark_paragraph(block, pen.mark(INS))
    for row in block.iter(TR):
        properties = row.find(TR_PR)
        assert properties is not None
        properties.append(pen.mark(INS))


def _make_room(last: Element, text_style: str, is_numbered: bool, pen: Pen) -> Element:
    """The empty paragraph that takes over the mark of `last`; what it would show (a number, a border) is taken off it, tracked."""
    end = new_element(P)
    properties = last.find(P_PR)
    if properties is not None:
        end.append(properties)
        last.insert(0, inherited(properties, ENDS_HERE))
        shown = is_numbered or any(properties.find(tag) is not None for tag in SHOWN)
        if shown and properties.find(w("pPrChange")) is None:
            _reset(properties, text_style, pen)
    mark_paragraph(last, pen.mark(INS))
    return end


def _reset(properties: Element, style: str, pen: Pen) -> None:
    """Gives paragraph properties the annex's style and keeps the old ones in a tracked change (17.13.5.29)."""
    old = make("pPr", *(child for child in properties if child.tag not in (R_PR, SECT_PR)))
    change = pen.mark(w("pPrChange"))
    change.append(old)
    properties.insert(0, make("pStyle", val=style))
    properties.append(change)


def _numbered(file: WordFile, paragraph: Element) -> bool:
    part = file.part_of("styles")
    styles: Styles = read_styles(file.tree(part) if part else None)
    return styles.numbering(_style_of(paragraph)) is not None


# ---------------------------------------------------------------- into the package
def _brought(block: Element, styles: Mapping[str, str], lists: Mapping[str, str]) -> Element:
    """A copy of a composed block with the ids that styles and lists have in the user's document, and no foreign namespaces."""
    copy = etree.fromstring(etree.tostring(block, with_tail=False))
    etree.cleanup_namespaces(copy, {"w": W})
    for tag, ids in ((w("pStyle"), styles), (w("numId"), lists)):
        for element in copy.iter(tag):
            element.set(VAL, ids[str(element.get(VAL))])
    return copy


def _bring_styles(file: WordFile, composed: WordFile, changed: dict[str, Element]) -> dict[str, str]:
    """The composed document's own styles added to the user's; of each its id there. One that is there alike is used as it is."""
    part = file.part_of("styles") or add_part(file, changed, "styles")
    root = changed[part] = file.tree(part) if part in file.parts else etree.Element(w("styles"), nsmap={"w": W})
    known = {_plain(style): style.get(w("styleId"), "") for style in root.iter(w("style"))}
    names = {name.get(VAL, "").lower() for name in root.iter(w("name"))}
    ids: dict[str, str] = {}
    theirs = composed.tree(composed.part_of("styles") or "")
    for role, own in STYLES.items():
        style = _brought(next(one for one in theirs.iter(w("style")) if one.get(w("styleId")) == own), {}, {})
        there = known.get(_plain(style))
        number = 0
        if there is None:
            while _is_taken(file, f"{own}{number or ''}") or f"{NAMES[role]} {number or ''}".strip().lower() in names:
                number += 1
            style.set(w("styleId"), f"{own}{number or ''}")
            style[0].set(VAL, f"{NAMES[role]} {number or ''}".strip())
            root.append(style)
        ids[own] = there or str(style.get(w("styleId")))
    return ids


def _plain(element: Element) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True, with_tail=False)


def _is_taken(file: WordFile, style: str) -> bool:
    """Whether the id is defined or referred to anywhere."""
    return any(f'"{style}"'.encode() in data for data in file.parts.values())


def _bring_lists(file: WordFile, composed: WordFile, changed: dict[str, Element]) -> dict[str, str]:
    """The composed document's lists added to the user's, under ids that nothing there defines or refers to; of each its id there."""
    base = _highest_list(file)
    part = file.part_of("numbering") or add_part(file, changed, "numbering")
    root = changed[part] = file.tree(part) if part in file.parts else etree.Element(w("numbering"), nsmap={"w": W})
    theirs = composed.tree(composed.part_of("numbering") or "")
    ids: dict[str, str] = {}
    for instance in sorted(theirs.iter(w("num")), key=lambda num: int(num.get(w("numId"), "0"))):
        old = instance.find(w("abstractNumId"))
        assert old is not None
        definition = next(one for one in theirs.iter(w("abstractNum")) if one.get(w("abstractNumId")) == old.get(VAL))
        number = str(base + len(ids) + 1)
        ids[instance.get(w("numId"), "")] = number
        definition, num = _brought(definition, {}, {}), _brought(instance, {}, {})
        definition.set(w("abstractNumId"), number)
        definition[0].set(VAL, hashlib.sha256(b"annex" + number.encode()).hexdigest()[:8].upper())
        num.set(w("numId"), number)
        num[0].set(VAL, number)
        _add_after(root, definition, ("numPicBullet", "abstractNum"))
        _add_after(root, num, ("numPicBullet", "abstractNum", "num"))
    return ids


def _highest_list(file: WordFile) -> int:
    return max((int(found) for data in file.parts.values() for found in LIST_ID.findall(data)), default=0)


def _add_after(root: Element, element: Element, names: Sequence[str]) -> None:
    """Puts an element behind the last child with one of these names: the schema fixes the order (17.9)."""
    before = [child for child in root if child.tag in {w(name) for name in names}]
    if before:
        before[-1].addnext(element)
    else:
        root.insert(0, element)
