"""What stands around paragraphs, rows and cells without being text: content controls and custom XML (ECMA-376-1 17.5)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from server.word.branches import BETWEEN
from server.word.ooxml import CUSTOM_XML, SDT, SDT_CONTENT, SDT_PR, SMART_TAG, VAL, Element, w
from server.word.revision_names import TAGS_OUT


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


def looked_through(container: Element) -> Iterator[Element]:
    """The block-level children; custom XML, smart tags and controls that a tracked change takes away are looked through (17.5.1)."""
    for child in container:
        if child.tag in (CUSTOM_XML, SMART_TAG):
            yield from looked_through(child)
        elif child.tag == SDT and _is_leaving(child):
            yield from _contents(child)
        elif isinstance(child.tag, str):
            yield child


def _contents(sdt: Element) -> Iterator[Element]:
    content = sdt.find(SDT_CONTENT)
    return iter(()) if content is None else looked_through(content)


def _is_leaving(sdt: Element) -> bool:
    """Whether a mark before it says that the control's tags are deleted or moved away (17.13.5.4, 17.13.5.8)."""
    before = takewhile(lambda sibling: sibling.tag in BETWEEN, sdt.itersiblings(preceding=True))
    return any(sibling.tag in TAGS_OUT for sibling in before)
