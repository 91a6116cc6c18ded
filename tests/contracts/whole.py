"""The whole contracts: contract.md as a DOCX, and labels.yaml. Formats: README.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.sax.saxutils import escape

import yaml

from tests.docx_language import W, package, paragraph, runs

HERE = Path(__file__).resolve().parent
LEVELS = (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))
Rows = frozenset[str]


@dataclass(frozen=True)
class Whole:
    """A labelled contract. Its text is read only when asked for."""

    folder: Path
    held_out: bool
    me: str
    risks: Mapping[int, Rows]
    missing: Rows
    protective: Mapping[int, Rows]
    accepted: Mapping[int, Rows]
    accepted_missing: Rows

    @property
    def name(self) -> str:
        return self.folder.name

    @cached_property
    def blocks(self) -> tuple[str, ...]:
        """The blocks as written, in order."""
        text = (self.folder / "contract.md").read_text(encoding="utf-8")
        return tuple(line for line in text.splitlines() if line.strip())

    @cached_property
    def block_of(self) -> tuple[int, ...]:
        """The block of each paragraph of the document."""
        return tuple(number for number, block in enumerate(self.blocks) for _ in range(len(_cells(block)) if _is_row(block) else 1))

    def docx(self) -> bytes:
        """The document, with automatic numbers and tables."""
        return package("".join(_body(self.blocks)), {"numbering": _numbering()})


def read_wholes(folder: Path = HERE, held_out: bool = False) -> tuple[Whole, ...]:
    """The labelled contracts in the order of their names: those to build on, or those held out."""
    wholes = (_read(path) for path in sorted(folder.glob("*/labels.yaml")))
    return tuple(whole for whole in wholes if whole.held_out == held_out)


def _read(path: Path) -> Whole:
    labels = yaml.safe_load(path.read_text(encoding="utf-8"))
    accepted = labels.get("acceptable") or {}
    return Whole(
        folder=path.parent,
        held_out=bool(labels.get("held_out")),
        me=str(labels.get("me") or ""),
        risks=_by_block(labels.get("risks")),
        missing=frozenset(labels.get("missing") or ()),
        protective=_by_block(labels.get("protective")),
        accepted=_by_block(accepted.get("paragraphs")),
        accepted_missing=frozenset(accepted.get("missing") or ()),
    )


def _by_block(found: Mapping[int, list[str]] | None) -> dict[int, Rows]:
    return {block: frozenset(rows or ()) for block, rows in (found or {}).items()}


def _is_row(block: str) -> bool:
    return block.startswith("|")


def _cells(block: str) -> list[str]:
    return [cell.strip() for cell in block.strip().strip("|").split("|")]


def _body(blocks: tuple[str, ...]) -> Iterator[str]:
    table: list[str] = []
    for block in (*blocks, ""):
        if _is_row(block):
            cells = "".join(f"<w:tc><w:tcPr/>{paragraph(cell)}</w:tc>" for cell in _cells(block))
            table.append(f"<w:tr>{cells}</w:tr>")
            continue
        if table:
            yield f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(table)}</w:tbl>"
            table = []
        if block:
            yield _paragraph(block)


def _paragraph(block: str) -> str:
    mark, _, text = block.partition(" ")
    if mark == "=":
        return f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{runs(f"**{text}**")}</w:p>'
    if set(mark) == {"#"} and len(mark) <= len(LEVELS):
        return paragraph(text, f'<w:numPr><w:ilvl w:val="{len(mark) - 1}"/><w:numId w:val="1"/></w:numPr>')
    return paragraph(block)


def _numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{look}"/><w:lvlText w:val="{escape(text)}"/></w:lvl>'
        for level, (look, text) in enumerate(LEVELS)
    )
    return (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
