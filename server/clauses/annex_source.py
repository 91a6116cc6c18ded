"""The source of an annex: `annexes/NAME.md`, readable text that a lawyer can edit.

Between two lines of +++ its title and parameters (TOML), then paragraphs with blank lines between them. Numbers are typed ("2.", "2.1",
"(a)"), checked to run on, and written as automatic numbers; tables stand between |; a heading begins with ##.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from server.clauses.blocks import Table
from server.clauses.clause import Parameter, in_words
from server.clauses.placeholders import placeholders
from server.errors import ClauseError, ClauseShape

FOLDER = "annexes"
CONDITIONS = ("law", "if defined", "unless defined")
_CONDITION = re.compile(r"\[([a-z ]+): ([^\]]+)\]\s*")
_NUMBERED = re.compile(r"(\d+\.(?=\s)|\d+\.\d+(?=\s)|\([a-z]\))\s+")
_BAR = re.compile(r"\|(?![^{}]*\})")
_RULE = re.compile(r"\s*:?-+:?\s*")
_REFERENCE = re.compile(r"\b[Pp]aragraphs? (\d+(?:\.\d+)?(?:\([a-z]\))?)")


class Head(Table):
    """What stands above an annex's text. word: what it calls itself standing alone; in a contract "this Schedule" or what that uses."""

    title: str
    word: str = "Annex"
    source: tuple[str, ...] = ()
    parameters: dict[str, Parameter] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or table. label: its typed number; line: where it stands; condition: (kind, value), ("", "") for always.

    rows and widths: of a table, its header first. Texts hold placeholders.
    """

    line: int
    text: str = ""
    label: str = ""
    is_heading: bool = False
    condition: tuple[str, str] = ("", "")
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[int, ...] = ()

    @property
    def level(self) -> int | None:
        """Of the numbering, from 0."""
        return None if not self.label else 2 if self.label.startswith("(") else 0 if self.label.endswith(".") else 1

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(cell for row in self.rows for cell in row) if self.rows else (self.text,)


@dataclass(frozen=True, slots=True)
class AnnexSource:
    """An annex before it is filled. name: the file's, without ".md"."""

    name: str
    path: str
    head: Head
    passages: tuple[Passage, ...]

    @property
    def laws(self) -> tuple[str, ...]:
        """The governing laws for which it has passages of their own."""
        named = (passage.condition[1] for passage in self.passages if passage.condition[0] == "law")
        return tuple(dict.fromkeys(law for law in named if law != "other"))


def read_annexes(folder: Path) -> dict[str, AnnexSource]:
    """The annexes of a folder of clauses, by name. Raises ClauseError naming file and line."""
    return {path.stem: read_annex(path) for path in sorted((folder / FOLDER).glob("*.md"))}


def read_annex(path: Path) -> AnnexSource:
    """One annex, checked. Raises ClauseError."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise ClauseShape("is not written in UTF-8", str(path), hint="Save it as UTF-8 text.") from None
    except OSError as wrong:
        raise ClauseError(f"cannot be read: {wrong.strerror}", str(path)) from None
    ends = [number for number, line in enumerate(lines) if line.strip() == "+++"]
    if len(ends) < 2 or ends[0] != 0:
        raise ClauseShape("must begin with a line +++, its title, and another line +++", str(path), "line 1")
    head = _read_head("\n".join(lines[1 : ends[1]]), str(path))
    found = AnnexSource(path.stem, str(path), head, tuple(_passages(lines, ends[1] + 1, str(path))))
    _check(found)
    return found


def _read_head(text: str, path: str) -> Head:
    try:
        data: dict[str, Any] = tomllib.loads(text)
        head = Head.model_validate(data)
    except tomllib.TOMLDecodeError as wrong:
        raise ClauseShape(f"is no valid TOML between the lines +++: {wrong}", path) from None
    except ValidationError as wrong:
        message, field = in_words(wrong)
        raise ClauseShape(message, path, field) from None
    named = {name: parameter.model_copy(update={"name": name}) for name, parameter in head.parameters.items()}
    return head.model_copy(update={"parameters": named})


# ---------------------------------------------------------------- the text
def _passages(lines: list[str], start: int, path: str) -> Iterator[Passage]:
    """Each stretch of lines between blank ones."""
    block: list[str] = []
    for number, line in enumerate((*lines[start:], ""), start + 1):
        if line.strip():
            block.append(line.strip())
        elif block:
            yield _passage(block, number - len(block), path)
            block = []


def _passage(block: list[str], line: int, path: str) -> Passage:
    if block[0].startswith("|"):
        return _table(block, line, path)
    text = " ".join(block)
    condition = ("", "")
    found = _CONDITION.match(text)
    if found:
        if found[1] not in CONDITIONS:
            raise ClauseShape(f"unknown condition [{found[1]}: ...]: there are {', '.join(CONDITIONS)}", path, f"line {line}")
        condition, text = (found[1], found[2].strip()), text[found.end() :]
    is_heading = text.startswith("#")
    text = text.lstrip("#").strip()
    label = _NUMBERED.match(text)
    if label:
        text = text[label.end() :]
    return Passage(line, text, label[1] if label else "", is_heading, condition)


def _table(block: list[str], line: int, path: str) -> Passage:
    rows = [tuple(cell.strip() for cell in _BAR.split(each.strip().removeprefix("|").removesuffix("|"))) for each in block]
    if len(rows) < 3 or not all(_RULE.fullmatch(cell) for cell in rows[1]):
        raise ClauseShape("a table needs a header, a line |---|---| below it, and a row", path, f"line {line}")
    for number, row in enumerate(rows):
        if len(row) != len(rows[0]):
            raise ClauseShape(f"has {len(row)} cells where the header has {len(rows[0])}", path, f"line {line + number}")
        if not any(row):  # LibreOffice does not track a row without words
            raise ClauseShape("a row needs words in one cell at least, a number will do", path, f"line {line + number}")
    return Passage(line, rows=(rows[0], *rows[2:]), widths=tuple(cell.count("-") for cell in rows[1]))


# ---------------------------------------------------------------- checks
def _check(source: AnnexSource) -> None:
    """The numbers run on, references lead somewhere, placeholders can be filled, tables stand apart."""
    for name, parameter in source.head.parameters.items():
        if parameter.default is None:
            raise ClauseShape("an annex's parameter needs a default", source.path, f"parameters.{name}")
    if not source.passages:
        raise ClauseShape("has no text", source.path)
    _check_numbers(source)
    known = {number for number, _ in number_paths(source.passages)}
    before: Passage | None = None
    for passage in source.passages:
        if before is not None and before.rows and passage.rows:
            raise ClauseShape("two tables need a paragraph between them", source.path, f"line {passage.line}")
        before = passage
        for text in passage.texts:
            _check_text(source, passage, text, known)


def _check_text(source: AnnexSource, passage: Passage, text: str, known: set[str]) -> None:
    place = f"line {passage.line}"
    try:
        gaps = placeholders(text)
    except ValueError as wrong:
        raise ClauseShape(str(wrong), source.path, place) from None
    for gap in gaps:
        if gap.kind in ("section", "words", "annex"):
            raise ClauseShape(f"{{{gap.kind}}} cannot be filled in an annex", source.path, place)
        if gap.kind == "param" and gap.value not in source.head.parameters:
            raise ClauseShape(f"{{param:{gap.value}}} is no parameter of this annex: add [parameters.{gap.value}]", source.path, place)
    for found in _REFERENCE.finditer(text):
        if found[1] not in known:
            raise ClauseShape(f"there is no paragraph {found[1]}", source.path, place)


def number_paths(passages: tuple[Passage, ...]) -> Iterator[tuple[str, Passage]]:
    """Each numbered passage by its whole typed number: "2", "2.1", "2.1(a)"."""
    above = ""
    for passage in passages:
        if passage.level is not None and passage.level < 2:
            above = passage.label.rstrip(".")
        if passage.label:
            yield (above + passage.label if passage.level == 2 else above), passage


def _check_numbers(source: AnnexSource) -> None:
    counts = [0, 0, 0]
    last: Passage | None = None
    for passage in source.passages:
        if passage.level is None:
            continue
        is_variant = last is not None and last.label == passage.label and last.condition[0] and passage.condition[0]
        if not is_variant:
            counts[passage.level] += 1
            counts[passage.level + 1 :] = [0] * (2 - passage.level)
        wanted = shown_label(counts, passage.level)
        if passage.label != wanted:
            raise ClauseShape(f"is numbered {passage.label} where {wanted} is due", source.path, f"line {passage.line}")
        last = passage


def shown_label(counts: list[int], level: int) -> str:
    """The number that Word will show for these counts: "2.", "2.1", "(a)"."""
    return (f"{counts[0]}.", f"{counts[0]}.{counts[1]}", f"({chr(96 + counts[2])})")[level]


def renumber(text: str, numbers: Mapping[str, str]) -> str:
    """A text with its references to paragraphs as they are numbered in the end. numbers: typed number to shown number."""
    return _REFERENCE.sub(lambda found: found.group().replace(found[1], numbers[found[1]]), text)
