"""An annex filled for one contract, as data: what is appended to the document or stands alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

LineRole = Literal["title", "heading", "text"]


@dataclass(frozen=True, slots=True)
class AnnexLine:
    """A paragraph. level: of the annex's own automatic numbering, from 0; None without a number. label: the number it will show."""

    text: str
    role: LineRole = "text"
    level: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class AnnexTable:
    """A table, the header row first; an empty cell is a field to fill in. widths: of the columns, relative to each other."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Samples:
    """Paragraphs of the contract (indices) whose look the annex takes; None where the contract has none."""

    text: int | None = None
    heading: int | None = None
    title: int | None = None


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex filled. name: its source's; title: without the label; label: as the contract calls it ("Schedule 2"), "" for one alone."""

    name: str
    label: str
    title: str
    blocks: tuple[AnnexLine | AnnexTable, ...]
    samples: Samples = Samples()

    @property
    def texts(self) -> Iterator[str]:
        """The text of every paragraph in document order; a cell is one paragraph, and an empty one follows each table."""
        for block in self.blocks:
            if isinstance(block, AnnexLine):
                yield block.text
            else:
                yield from (cell for row in block.rows for cell in row)
                yield ""
