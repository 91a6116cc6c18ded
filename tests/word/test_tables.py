"""The cells of a table in the current view."""

from __future__ import annotations

from lxml import etree

from server.word.tables import shown_cells
from tests.docx_language import NAMESPACES, OTHER

CELL = "<w:tc><w:p/></w:tc>"


def places(rows: str, lock: str = "") -> list[tuple[int, int, str]]:
    table = etree.fromstring(f"<w:tbl {NAMESPACES}><w:tblPr/>{rows}</w:tbl>")
    return [(row, column, why) for row, column, _, why in shown_cells(table, lock)]


def test_cells_are_counted_by_row_and_column() -> None:
    assert places(f"<w:tr>{CELL}{CELL}</w:tr><w:tr>{CELL}</w:tr>") == [(0, 0, ""), (0, 1, ""), (1, 0, "")]


def test_deleted_rows_and_cells_are_left_out_and_not_counted() -> None:
    gone = f'<w:tr><w:trPr><w:del w:id="1" {OTHER}/></w:trPr>{CELL}</w:tr>'
    cell = f'<w:tc><w:tcPr><w:cellDel w:id="2" {OTHER}/></w:tcPr><w:p/></w:tc>'
    assert places(f"{gone}<w:tr>{cell}{CELL}</w:tr>") == [(0, 0, "")]
    assert places(gone) == []


def test_inserted_rows_are_read() -> None:
    assert places(f'<w:tr><w:trPr><w:ins w:id="1" {OTHER}/></w:trPr>{CELL}</w:tr>') == [(0, 0, "")]


def test_controls_around_rows_and_cells_lock_them() -> None:
    control = '<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    rows = control.format(f"<w:tr>{CELL}</w:tr>") + f"<w:tr>{control.format(CELL)}{CELL}</w:tr>"
    assert places(rows) == [(0, 0, "locked_control"), (1, 0, "locked_control"), (1, 1, "")]
    assert places(f"<w:tr>{CELL}</w:tr>", "locked_control") == [(0, 0, "locked_control")]
