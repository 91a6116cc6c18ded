"""The cells of a table in the current view (ECMA-376-1 17.4)."""

from __future__ import annotations

from collections.abc import Iterator

from server.word.controls import looked_through, sdt_lock
from server.word.ooxml import SDT, SDT_CONTENT, TC, TC_PR, TR, TR_PR, Element, w


def shown_cells(table: Element, lock: str) -> list[tuple[int, int, Element, str]]:
    """The cells in the current view: row, column, w:tc, lock; none where all rows are deleted, and so the table with them."""
    return [
        (row_number, column, tc, cell_lock)
        for row_number, (row, row_lock) in enumerate(_rows(table, lock))
        for column, (tc, cell_lock) in enumerate(_cells(row, row_lock))
    ]


def _rows(table: Element, lock: str) -> Iterator[tuple[Element, str]]:
    """Rows that are in the current view (17.13.5.12: a row's deletion is marked in its properties)."""
    for child in looked_through(table):
        if child.tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                yield from _rows(content, lock or sdt_lock(child))
        elif child.tag == TR:
            properties = child.find(TR_PR)
            if properties is None or properties.find(w("del")) is None:
                yield child, lock


def _cells(row: Element, lock: str) -> Iterator[tuple[Element, str]]:
    for child in looked_through(row):
        if child.tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                yield from _cells(content, lock or sdt_lock(child))
        elif child.tag == TC:
            properties = child.find(TC_PR)
            if properties is None or properties.find(w("cellDel")) is None:
                yield child, lock
