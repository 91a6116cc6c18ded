"""The document as text. Offsets are code points of `Paragraph.text`, half-open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Story = Literal["body", "cell", "footnote", "endnote", "header", "footer", "textbox"]
Level = Literal["info", "warning"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one paragraph's text: half-open, in code points."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Field:
    """A field's shown result inside a paragraph, and its code (`REF _Ref1 \\r \\h`). Its words are never edited."""

    start: int
    end: int
    code: str


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a paragraph of a table stands: counted from 0 over the document's tables, the table's rows, the row's cells."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph in the current view: others' insertions in, others' deletions out.

    label: the automatic number as Word shows it ("8.2", "(a)"), "" where there is none; a typed number is part of `text`.
    style: the style's name ("Heading 1"). level: the list level, else the heading level, counted from 0; None for neither.
    lead: how many leading characters look unlike the rest (bold, underlined, capitals by format); all of them for a
    paragraph that looks like a heading as a whole; else 0.
    """

    index: int
    story: Story
    text: str
    label: str = ""
    style: str = ""
    level: int | None = None
    lead: int = 0
    cell: Cell | None = None
    fields: tuple[Field, ...] = ()
    bookmarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What we were unsure of; never an exception."""

    level: Level
    message: str
    span: Span | None = None
