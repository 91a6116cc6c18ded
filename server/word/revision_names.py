"""The elements that record tracked changes (ECMA-376-1, 17.13.5), by what they do."""

from __future__ import annotations

from collections.abc import Iterator

from server.word.ooxml import DEL, INS, MOVE_FROM, MOVE_TO, P_PR, R_PR, SECT_PR, TC_PR, TR_PR, Element, w


def names(words: str) -> tuple[str, ...]:
    """The qualified names of the words."""
    return tuple(w(word) for word in words.split())


ARRIVING = frozenset({INS, MOVE_TO})
LEAVING = frozenset({DEL, MOVE_FROM})
WRAPPERS = ARRIVING | LEAVING
PROPERTIES = frozenset(names("rPrChange pPrChange sectPrChange tblPrChange tblPrExChange trPrChange tcPrChange tblGridChange"))
CELLS = frozenset(names("cellIns cellDel cellMerge"))
MOVES = frozenset(names("moveFromRangeStart moveToRangeStart"))
TAGS_IN = frozenset(names("customXmlInsRangeStart customXmlMoveToRangeStart"))
TAGS_OUT = frozenset(names("customXmlDelRangeStart customXmlMoveFromRangeStart"))
STARTS = MOVES | TAGS_IN | TAGS_OUT
REVISIONS = tuple(sorted(WRAPPERS | PROPERTIES | CELLS | STARTS)) + names("numberingChange")
ENDS = tuple(sorted(tag.removesuffix("Start") + "End" for tag in STARTS))
# Halves of ranges: they stand between anything, also between paragraphs.
RANGES = frozenset((*STARTS, *ENDS, *names("bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd permStart permEnd")))
# What a property change says nothing of, and so stays when the old properties come back (17.13.5.29 to 17.13.5.37).
KEPT_FIRST = {R_PR: WRAPPERS, SECT_PR: frozenset(names("headerReference footerReference"))}
KEPT_LAST = {P_PR: frozenset({R_PR, SECT_PR}), TR_PR: frozenset({INS, DEL}), TC_PR: CELLS}


def revisions(root: Element) -> Iterator[Element]:
    """Every element of a story that records a tracked change, in document order; ends of ranges, which name no author, left out."""
    return root.iter(*REVISIONS)
