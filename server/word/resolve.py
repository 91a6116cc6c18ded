"""Tracked changes settled in place, as Word's Accept and Reject do (ECMA-376-1, 17.13.5).

`mine` chooses: only the revisions it says yes to are settled, every other one stays as it is. The marks that end a range carry no author;
they go with the mark that starts it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import takewhile

from lxml import etree

from server.word.branches import after, drop, parent_of, remove, unwrap
from server.word.ooxml import CUSTOM_XML, DEL, ID, P_PR, R_PR, SDT, SDT_CONTENT, SECT_PR, SMART_TAG, TC, TR_PR, VAL, Element, P, w
from server.word.revision_names import (
    ARRIVING,
    CELLS,
    ENDS,
    KEPT_FIRST,
    KEPT_LAST,
    LEAVING,
    MOVES,
    PROPERTIES,
    RANGES,
    STARTS,
    TAGS_IN,
    WRAPPERS,
    names,
    revisions,
)

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
NUM_PR, CELL_INS, CELL_MERGE, V_MERGE = names("numPr cellIns cellMerge vMerge")
HOLDERS = WRAPPERS | {SDT, SDT_CONTENT, CUSTOM_XML, SMART_TAG}
HOLDER_PROPERTIES = frozenset(names("sdtPr sdtEndPr customXmlPr smartTagPr"))
UNDELETED = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
MERGES = {"cont": "continue", "rest": "restart"}

Mine = Callable[[Element], bool]
Ends = dict[tuple[str, str | None], Element]


def accept(root: Element, mine: Mine) -> None:
    """Accept the chosen revisions of one story, in place: insertions become text, deletions go, old properties are forgotten."""
    _settle(root, mine, accepted=True)


def reject(root: Element, mine: Mine) -> None:
    """Reject the chosen revisions of one story, in place: insertions go, deletions become text, old properties come back."""
    _settle(root, mine, accepted=False)


def _settle(root: Element, mine: Mine, accepted: bool) -> None:
    chosen = [mark for mark in revisions(root) if mine(mark)]
    ranges = any(mark.tag in STARTS for mark in chosen)
    ends: Ends = {(end.tag, end.get(ID)): end for end in root.iter(*ENDS)} if ranges else {}
    # Ranges first: they say which content controls stand between paragraphs. The rest backwards: what is inside comes before
    # what is around it, and a paragraph finds the one it joins already settled.
    chosen.sort(key=lambda mark: mark.tag in STARTS)
    for mark in reversed(chosen):
        if mark.getparent() is not None:
            _handler(mark, ends)(mark, accepted)


def _handler(mark: Element, ends: Ends) -> Callable[[Element, bool], None]:
    if mark.tag in WRAPPERS:
        return _settle_wrapper
    if mark.tag in PROPERTIES:
        return _settle_properties
    if mark.tag in CELLS:
        return _settle_merge if mark.tag == CELL_MERGE else _settle_cell
    if mark.tag in STARTS:
        return partial(_settle_range, ends=ends)
    return lambda numbering, _: remove(numbering)  # numberingChange: only a picture of the old number


# ---------------------------------------------------------------- words, paragraph marks, rows
def _settle_wrapper(mark: Element, accepted: bool) -> None:
    stays = (mark.tag in ARRIVING) == accepted
    around = parent_of(mark)
    if around.tag == R_PR:
        _settle_run_mark(mark, stays)
    elif around.tag in (TR_PR, NUM_PR):
        remove(mark)
        if not stays:
            drop(parent_of(around) if around.tag == TR_PR else around)
    elif around.tag == M + "ctrlPr":
        _settle_math(mark, stays)
    elif stays:
        _undelete(mark)
        unwrap(mark)
    else:
        drop(mark)


def _settle_run_mark(mark: Element, stays: bool) -> None:
    """A mark among run properties: of a paragraph mark (17.13.5.15, 17.13.5.20), else of the whole (math) run."""
    look = parent_of(mark)
    owner = parent_of(look)
    remove(mark)
    if not stays:
        if owner.tag == P_PR:
            _join_next(parent_of(owner))
        else:
            drop(owner)


def _join_next(paragraph: Element) -> None:
    """The paragraph's content moves to the front of the next paragraph, whose properties survive (17.13.5.15).

    A mark that cannot go (the last of a story or cell, content before a table) stays.
    """
    content = [child for child in paragraph if child.tag != P_PR]
    following = after(paragraph)
    between = list(takewhile(lambda sibling: sibling is not following, paragraph.itersiblings()))
    if following is not None and following.tag == P:
        if content:  # what stood between the two comes along; where nothing moves it stays where it is
            at = 1 if len(following) and following[0].tag == P_PR else 0
            following[at:at] = content + between
        remove(paragraph)
    elif not content and can_go(paragraph):
        remove(paragraph)


def can_go(paragraph: Element) -> bool:
    """Whether an empty paragraph with nothing to join can go: something follows it in its story or cell."""
    following = after(paragraph)
    if following is not None:
        return following.tag != SECT_PR
    holder = parent_of(paragraph)
    alone = not any(child.tag == P or len(child) for child in holder if child is not paragraph)
    block: Element | None = None if alone else holder
    while block is not None and block.tag in HOLDERS:  # controls in controls: what follows the outermost one counts
        if block.getnext() is not None:
            return True
        block = block.getparent()
    return False


def _settle_math(mark: Element, stays: bool) -> None:
    """The control character of a math object (22.1.2.23): without it, only what is inside the object remains."""
    control = parent_of(mark)
    if stays:
        unwrap(mark)
        return
    properties = parent_of(control)
    built = properties.getparent()
    remove(control)
    if built is not None and properties.tag == built.tag + "Pr":
        for argument in [child for child in built if child is not properties]:
            for child in list(argument):
                if not str(child.tag).endswith("Pr"):
                    built.addprevious(child)
        drop(built)


def _undelete(mark: Element) -> None:
    if mark.tag not in LEAVING or next(mark.iterancestors(DEL), None) is not None:
        return
    for text in list(mark.iter(*UNDELETED)):
        if next(text.iterancestors(DEL), mark) is mark:
            text.tag = UNDELETED[str(text.tag)]


# ---------------------------------------------------------------- properties and cells
def _settle_properties(change: Element, accepted: bool) -> None:
    properties = parent_of(change)
    remove(change)
    if accepted:
        return
    old = list(change[0]) if len(change) else []
    first = [child for child in properties if child.tag in KEPT_FIRST.get(str(properties.tag), ())]
    last = [child for child in properties if child.tag in KEPT_LAST.get(str(properties.tag), ())]
    properties[:] = first + [child for child in old if child.tag not in RANGES] + last


def _settle_cell(mark: Element, accepted: bool) -> None:
    cell = parent_of(parent_of(mark))
    remove(mark)
    if (mark.tag == CELL_INS) != accepted:
        row = parent_of(cell)
        drop(cell)
        if row.find(f".//{TC}") is None:
            drop(row)


def _settle_merge(mark: Element, accepted: bool) -> None:
    """cellMerge says how a cell is merged and was (17.13.5.3); vMerge takes the one or the other."""
    properties = parent_of(mark)
    how = mark.get(w("vMerge" if accepted else "vMergeOrig"))
    for old in properties.findall(V_MERGE):
        properties.remove(old)
    if how is not None:
        merge = etree.Element(V_MERGE)
        merge.set(VAL, MERGES.get(how, how))
        mark.addprevious(merge)
    remove(mark)


# ---------------------------------------------------------------- ranges
def _settle_range(start: Element, accepted: bool, ends: Ends) -> None:
    """Marks of a move only name it. Marks around the tags of a content control or custom XML say whether these tags exist."""
    end = ends.get((start.tag.removesuffix("Start") + "End", start.get(ID)))
    if start.tag not in MOVES and (start.tag in TAGS_IN) != accepted:
        holder = after(start)
        while end is not None and holder is not None and holder in end.iterancestors():
            _unwrap_holder(holder)
            holder = after(start)
    remove(start)
    if end is not None and end.getparent() is not None:
        remove(end)


def _unwrap_holder(holder: Element) -> None:
    for child in list(holder):
        if child.tag == SDT_CONTENT:
            unwrap(child)
        elif child.tag in HOLDER_PROPERTIES:
            remove(child)
    unwrap(holder)
