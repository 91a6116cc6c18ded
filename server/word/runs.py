"""Runs of text: cut at a character, look, and made anew (ECMA-376-1 17.3.2)."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Sequence

from lxml import etree

from server.word.ooxml import HYPERLINK, R_PR, XML_SPACE, Element, R, T, new_element, shell, w
from server.word.text import Piece, written

DEL_TEXT = w("delText")
RENDERED_BREAK = w("lastRenderedPageBreak")
ELEMENTS = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}
ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NOT_COPIED = frozenset(w(n) for n in ("rPrChange", "ins", "del", "moveFrom", "moveTo"))


def set_text(node: Element, text: str) -> None:
    """Puts text into a w:t (or w:delText) so that no edge space is lost."""
    node.text = text
    if text != text.strip():
        node.set(XML_SPACE, "preserve")


def cut(node: Element, at: int, renumber: Callable[[Element], None]) -> Element:
    """Cuts a run so that character `at` of its child `node` is the first of a run; returns that run (the run itself if it was).

    renumber: gives the revisions in copied properties ids of their own.
    """
    run = node.getparent()
    assert run is not None
    if at == 0:
        before = [c for c in run if c.tag != R_PR]
        if before[0] is node:
            return run
        first = node
    else:
        first = copy.copy(node)
        text = written(node)
        set_text(first, text[at:])
        set_text(node, text[:at])
        node.addnext(first)
    right = shell(run)
    properties = run.find(R_PR)
    if properties is not None:
        right.append(copy.deepcopy(properties))
        renumber(right)
    moved = [first, *first.itersiblings()]
    right.extend(moved)
    run.addnext(right)
    return right


def isolate(piece: Piece, start: int, end: int, renumber: Callable[[Element], None]) -> Element:
    """The run that holds just the characters start..end (paragraph offsets) of a piece; neighbours are cut off."""
    first, last = max(start, piece.start) - piece.start, min(end, piece.end) - piece.start
    if last < len(piece.text):
        cut(piece.node, last, renumber)
    else:
        following = piece.node.getnext()
        while following is not None and following.tag == RENDERED_BREAK:
            following = following.getnext()
        if following is not None:
            cut(following, 0, renumber)
    return cut(piece.node, first, renumber)


def delete_text(run: Element) -> None:
    """Renames a run's texts to what they are called inside a deletion (17.3.3.7)."""
    for node in run.iterchildren(T):
        node.tag = DEL_TEXT


def copied_look(properties: Element | None) -> Element | None:
    """A run's properties for another run: without the revisions that belong to the first alone."""
    if properties is None:
        return None
    look = copy.deepcopy(properties)
    for child in list(look):
        if child.tag in NOT_COPIED:
            look.remove(child)
    return look if len(look) else None


def new_run(text: str, look: Element | None) -> Element:
    """A run of `text`; tabs, line breaks, non-breaking and soft hyphens become elements."""
    run = new_element(R)
    if look is not None:
        run.append(copy.deepcopy(look))
    for part in re.split("([\t\n\u2011\u00ad])", text):
        if part in ELEMENTS:
            etree.SubElement(run, w(ELEMENTS[part]))
        elif part:
            set_text(etree.SubElement(run, T), part)
    return run


def look_key(piece: Piece) -> bytes:
    """Equal for pieces that look alike."""
    properties = copied_look(piece.run.find(R_PR))
    return b"" if properties is None else etree.tostring(properties, method="c14n", exclusive=True)


def usual_look(pieces: Sequence[Piece]) -> Element | None:
    """The look most characters have; links and fields count only where there is nothing else."""
    plain = [p for p in pieces if not p.lock and not in_link(p)] or list(pieces)
    sizes: dict[bytes, int] = {}
    first: dict[bytes, Piece] = {}
    for piece in plain:
        key = look_key(piece)
        sizes[key] = sizes.get(key, 0) + len(piece.text.strip())
        first.setdefault(key, piece)
    if not sizes:
        return None
    return copied_look(first[max(sizes, key=lambda k: sizes[k])].run.find(R_PR))


def in_link(piece: Piece) -> bool:
    return any(a.tag == HYPERLINK for a in piece.run.iterancestors())
