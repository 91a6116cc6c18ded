"""The marks of a tracked change: w:ins and w:del with id, author and date, and where they may stand (ECMA-376-1 17.13.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from lxml import etree

from server.model import Signature
from server.word.ooxml import AUTHOR, CAME, DATE, DEL, GONE, ID, INS, P_PR, R_PR, Element, W, new_element, shell, w
from server.word.package import WordFile

REVISION_TAGS = tuple(
    w(n) for n in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange")
)


def stamp(signature: Signature) -> str:
    """The date as revisions carry it: UTC, whole seconds (17.13.5, xsd:dateTime)."""
    return signature.date.strftime("%Y-%m-%dT%H:%M:%SZ")


def unused(signature: Signature, file: WordFile) -> Signature:
    """The signature with a date that no revision or comment of the document has: later by as few seconds as it takes.

    Revisions of one author and date are one act to Word; ours must be told apart from those that were there.
    """
    while any(stamp(signature).encode() in data for data in file.parts.values()):
        signature = replace(signature, date=signature.date + timedelta(seconds=1))
    return signature


def highest_id(file: WordFile, roots: Mapping[str, Element]) -> int:
    """The highest annotation id in use over the given stories of a file: ids are unique over all annotations (17.13)."""
    # NUL: a part may be in UTF-16. A story that names no id at all need not be searched.
    named = (root for part, root in roots.items() if b":id" in file.parts[part].replace(b"\x00", b""))
    numbers: list[str] = [str(v) for root in named for v in _all_ids(root)]  # type: ignore[union-attr]
    return max((int(n) for n in numbers if n.lstrip("-").isdigit()), default=0)


_all_ids = etree.XPath("//@w:id", namespaces={"w": W})


class Pen:
    """Makes our marks, and splits others' where ours must stand between."""

    def __init__(self, signature: Signature, first_id: int) -> None:
        self.signature = signature
        self.next_id = first_id

    def take_id(self) -> str:
        self.next_id += 1
        return str(self.next_id - 1)

    def mark(self, tag: str) -> Element:
        """An empty w:ins or w:del of ours."""
        facts = {ID: self.take_id(), AUTHOR: self.signature.author, DATE: stamp(self.signature)}
        return new_element(tag, facts)

    def renumber(self, element: Element) -> None:
        """Gives others' revisions in a copied element ids of their own."""
        for revision in element.iter(*REVISION_TAGS):
            revision.set(ID, self.take_id())

    def delete(self, runs: Iterable[Element]) -> list[Element]:
        """Wraps runs (in document order) in as few w:del as their places allow; returns those."""
        made: list[Element] = []
        for run in runs:
            if made and made[-1].getnext() is run:
                made[-1].append(run)
            else:
                mark = self.mark(DEL)
                run.addprevious(mark)
                mark.append(run)
                made.append(mark)
        return made

    def insert(self, run: Element) -> Element:
        """A w:ins of ours around a run."""
        mark = self.mark(INS)
        mark.append(run)
        return mark

    def put(self, new: Element, side: str, anchor: Element) -> None:
        """Puts `new` "before" or "after" an element, or "first" or "last" in a paragraph (after its properties)."""
        if side == "before":
            self.put_before(anchor, new)
        elif side == "after":
            self.put_after(anchor, new)
        else:
            properties = anchor.find(P_PR)
            anchor.insert(len(anchor) if side == "last" else 0 if properties is None else 1, new)

    def put_after(self, anchor: Element, new: Element) -> None:
        """Puts `new` after `anchor`, outside every revision that `anchor` stands in: w:ins does not nest in w:ins."""
        while (parent := anchor.getparent()) is not None and parent.tag in CAME | GONE:
            rest = list(anchor.itersiblings())
            if rest:
                twin = shell(parent)
                twin.set(ID, self.take_id())
                twin.extend(rest)
                parent.addnext(twin)
            anchor = parent
        anchor.addnext(new)

    def put_before(self, anchor: Element, new: Element) -> None:
        """Puts `new` before `anchor`, outside every revision that `anchor` stands in."""
        previous = anchor.getprevious()
        parent = anchor.getparent()
        if parent is None or parent.tag not in CAME | GONE:
            anchor.addprevious(new)
        elif previous is None:
            self.put_before(parent, new)
        else:
            self.put_after(previous, new)


def mark_paragraph(paragraph: Element, mark: Element) -> None:
    """Marks the paragraph's mark as inserted or deleted (17.13.5.15, 17.13.5.19): first in its run properties, after others' marks."""
    properties = paragraph.find(P_PR)
    if properties is None:
        properties = new_element(P_PR)
        paragraph.insert(0, properties)
    look = properties.find(R_PR)
    if look is None:
        look = new_element(R_PR)
        late = [c for c in properties if c.tag in (w("sectPr"), w("pPrChange"))]
        if late:
            late[0].addprevious(look)
        else:
            properties.append(look)
    look.insert(sum(1 for _ in _leading_marks(look)), mark)


def _leading_marks(look: Element) -> Iterator[Element]:
    for child in look:
        if child.tag not in CAME | GONE:
            return
        yield child
