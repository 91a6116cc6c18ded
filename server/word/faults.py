"""Our marks, held against the rules that Word has for them (ECMA-376-1, 17.13.4 and 17.13.5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator

from server.word.branches import parent_of
from server.word.ooxml import AUTHOR, DATE, DEL, ID, INS, R_PR, TC, Element, P, R, T
from server.word.resolve import accept
from server.word.revision_names import names, revisions

ANCHORS = names("commentRangeStart commentRangeEnd commentReference")
DELETED_TEXT = names("delText delInstrText")


def find_faults(root: Element, ours: Callable[[Element], bool]) -> Iterator[str]:
    """A sentence for each fault of our marks in a story; the story is accepted on the way and of no further use."""
    marks = list(revisions(root))
    mine = [mark for mark in marks if ours(mark)]
    used = Counter(mark.get(ID) for mark in marks)
    if any(used[mark.get(ID)] > 1 for mark in mine):
        yield "two tracked changes share an id."
    if any(not mark.get(name) for mark in mine for name in (ID, AUTHOR, DATE)):
        yield "a tracked change lacks its id, author or date."
    if any(mark.tag == DEL and mark.find(f"{R}/{T}") is not None for mark in mine):
        yield "a deletion holds text that is not marked as deleted."
    if any(mark.tag == INS and parent_of(mark).tag == INS for mark in mine):
        yield "an insertion stands directly in an insertion."
    if any(next(text.iterancestors(DEL), None) is None for text in root.iter(*DELETED_TEXT)):
        yield "deleted text stands outside a deletion."
    empty = _empty_cells(root)
    accept(root, ours)
    if _empty_cells(root) > empty:
        yield "accepting leaves a cell without a paragraph."


def find_loose_comments(roots: Iterable[Element], ids: Collection[str]) -> Iterator[str]:
    """A sentence where a new comment does not stand on a range with a reference, once."""
    found = Counter((anchor.tag, anchor.get(ID)) for root in roots for anchor in root.iter(*ANCHORS))
    loose = [number for number in ids if any(found[anchor, number] != 1 for anchor in ANCHORS)]
    if loose:
        yield f"{len(loose)} new comment(s) do not stand on a range with one start, one end and one reference."


def strip_comments(root: Element, ids: Collection[str]) -> int:
    """Take the anchors of these comments out of a story; returns how many there were."""
    anchors = [anchor for anchor in root.iter(*ANCHORS) if anchor.get(ID) in ids]
    for anchor in anchors:
        holder = parent_of(anchor)
        holder.remove(anchor)
        if holder.tag == R and all(child.tag == R_PR for child in holder) and holder.getparent() is not None:
            parent_of(holder).remove(holder)
    return len(anchors)


def _empty_cells(root: Element) -> int:
    return sum(1 for cell in root.iter(TC) if next(cell.iter(P), None) is None)
