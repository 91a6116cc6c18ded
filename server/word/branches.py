"""Elements taken out of a tree, with or without what they hold."""

from __future__ import annotations

from itertools import takewhile

from lxml import etree

from server.word.ooxml import ID, TBL, TR, Element
from server.word.revision_names import RANGES, WRAPPERS, names

BETWEEN = RANGES | frozenset(names("proofErr"))
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
EMPTIABLE = WRAPPERS | {M + "oMath", M + "oMathPara"}


def parent_of(element: Element) -> Element:
    """The parent; ValueError for an element that stands alone."""
    parent = element.getparent()
    if parent is None:
        raise ValueError(f"{etree.QName(element).localname} stands alone")
    return parent


def after(element: Element) -> Element | None:
    """The next sibling that is not a mark between paragraphs."""
    return next((sibling for sibling in element.itersiblings() if sibling.tag not in BETWEEN), None)


def remove(element: Element) -> None:
    """Take an element out with all that it holds."""
    parent_of(element).remove(element)


def unwrap(element: Element) -> None:
    """Put what an element holds in its place."""
    parent = parent_of(element)
    at = parent.index(element)
    parent[at : at + 1] = list(element)


def drop(element: Element) -> None:
    """Take an element out, but leave the half of a range whose other half stands outside; what is empty without it goes too."""
    marks: dict[tuple[str, str | None], list[Element]] = {}
    for mark in element.iter(*RANGES):
        kind = str(mark.tag).removesuffix("Start").removesuffix("End")
        marks.setdefault((kind, mark.get(ID)), []).append(mark)
    for pair in marks.values():
        if len(pair) == 1:
            element.addprevious(pair[0])
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if parent.getparent() is None:
        return
    empty_table = parent.tag == TBL and parent.find(f".//{TR}") is None
    if empty_table or (parent.tag in EMPTIABLE and not len(parent)):
        drop(parent)


def drop_empty_ranges(root: Element) -> None:
    """Take out every range that nothing stands in any more: its two halves side by side."""
    for start in list(root.iter(*(tag for tag in RANGES if tag.endswith("Start")))):
        end = start.tag.removesuffix("Start") + "End"
        beside = takewhile(lambda sibling: sibling.tag in RANGES, start.itersiblings())
        half = next((one for one in beside if one.tag == end and one.get(ID) == start.get(ID)), None)
        if half is not None:
            remove(half)
            remove(start)
