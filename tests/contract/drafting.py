"""Contracts for the tests, one line a paragraph: `contract("1. Fees", "The Client shall pay ...")`.

**words** at the start of a line are its bold lead-in; "| a | b |" is a table row, adjacent ones one table.
"""

from __future__ import annotations

import re

from server.contract import understand
from server.model import Cell, Contract, Paragraph


def paragraphs(*lines: str, labels: dict[int, str] | None = None, styles: dict[int, str] | None = None) -> tuple[Paragraph, ...]:
    """The lines as paragraphs. labels, styles: automatic numbers and style names by line (of lines without a table)."""
    out: list[Paragraph] = []
    table, row, before = -1, 0, False
    for number, line in enumerate(lines):
        is_row = line.startswith("|")
        if is_row:
            table, row = (table, row + 1) if before else (table + 1, 0)
            for column, words in enumerate(line.strip("|").split("|")):
                out.append(Paragraph(len(out), "cell", words.strip(), cell=Cell(table, row, column)))
        else:
            bold = re.match(r"\*\*(.+?)\*\*", line)
            text = line.replace("**", "")
            style = (styles or {}).get(number, "")
            level = int(style[-1]) - 1 if style.startswith("Heading") else None
            out.append(Paragraph(len(out), "body", text, (labels or {}).get(number, ""), style, level, len(bold[1]) if bold else 0))
        before = is_row
    return tuple(out)


def contract(*lines: str, me: str = "") -> Contract:
    return understand(paragraphs(*lines), me)
