"""Key tables (cover pages, schedules of terms): rows whose first cell names what the second says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from server.contract.headings import Heading, is_title_case
from server.contract.labels import label_of
from server.contract.nesting import Entry
from server.contract.zones import is_sign_line, is_signed
from server.model import Paragraph

_TICK = re.compile(r"[\[(][\sxX_]*[\])]|[☐☑☒□■]")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Row:
    """The section that a row is. signs: whether its table has lines to sign on."""

    entry: Entry
    signs: bool


def find_rows(flow: Sequence[Paragraph]) -> dict[int, Row]:
    """The rows of key tables by their first paragraph; the words in the first cell are the heading."""
    tables: dict[int, dict[int, dict[int, list[Paragraph]]]] = {}
    for p in flow:
        if p.cell:
            tables.setdefault(p.cell.table, {}).setdefault(p.cell.row, {}).setdefault(p.cell.column, []).append(p)
    rows: dict[int, Row] = {}
    for table in tables.values():
        keyed = {row[0][0].index: (row[0][0], _key_of(row)) for row in table.values() if 0 in row and len(row) >= 2 and _key_of(row)}
        if len(keyed) >= 2 and 2 * len(keyed) >= len(table):
            signs = any(is_sign_line(p.text) or is_signed(p.text) for row in table.values() for cell in row.values() for p in cell)
            rows.update({index: Row(_row_entry(p, key), signs) for index, (p, key) in keyed.items()})
    return rows


def _key_of(row: dict[int, list[Paragraph]]) -> str:
    words = [p.text.strip() for p in row[0] if p.text.strip()]
    value = any(p.text.strip() for column, cell in row.items() if column for p in cell)
    if not words or not value or len(words[0]) > _LONGEST or is_sign_line(words[0]) or _TICK.match(words[0]):
        return ""
    return words[0].rstrip(":").strip() if is_title_case(words[0]) or len(words[0].split()) <= 4 else ""


def _row_entry(p: Paragraph, key: str) -> Entry:
    label = label_of(p)
    if label is not None and label.shape not in ("bullet", "schedule") and len(p.text.strip()) - label.end <= 1:
        return Entry(p.index, label, None, "row")
    return Entry(p.index, None, Heading(key, 0, len(key), True, "row"), "row")
