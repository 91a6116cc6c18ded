"""The clause file: what may stand in it. With its blocks the only place of this room where outsiders' data comes in, hence pydantic."""

from __future__ import annotations

import difflib
from typing import Any, Literal

from pydantic import Field, ValidationError

from server.clauses.blocks import RUNGS, Amend, Append, Example, Flow, Insert, Replace, RungText, Table, When, Wording
from server.errors import ClauseShape
from server.model import FindingKind, Priority, Severity

__all__ = ["RUNGS", "Clause", "LawText", "Parameter", "in_words", "read_clause"]


class Parameter(Table):
    """A value asked for once. min, max: numbers, or for a period "14 days"; choices: for type "choice"."""

    label: str = ""
    type: Literal["number", "text", "choice", "list", "money", "period"]
    default: int | float | str | tuple[str, ...] | None = None
    min: int | float | str | None = None
    max: int | float | str | None = None
    choices: tuple[str, ...] = ()
    name: str = ""


class LawText(Table):
    """A fact of law. as_of: year and month, "2026-05"."""

    text: Flow
    jurisdiction: str
    as_of: str = Field(pattern=r"^\d{4}-\d{2}$")


class Clause(Table):
    """A file of the library. id: its path without ".toml"; path: the file."""

    title: str
    severity: Severity = "medium"
    priority: Priority = "should"
    topics: tuple[str, ...] = ()
    why: Wording = ""
    source: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    parameters: dict[str, Parameter] = Field(default_factory=dict)
    law: tuple[LawText, ...] = ()
    replace: tuple[Replace, ...] = ()
    insert: tuple[Insert, ...] = ()
    amend: tuple[Amend, ...] = ()
    append: tuple[Append, ...] = ()
    id: str = ""
    path: str = ""

    @property
    def kinds(self) -> tuple[FindingKind, ...]:
        """What it does, in the order of the file format."""
        kinds: tuple[FindingKind, ...] = ("replace", "insert", "amend", "append")
        return tuple(kind for kind in kinds if getattr(self, kind))

    def block(self, kind: FindingKind, number: int) -> Replace | Insert | Amend | Append:
        """One of its blocks."""
        blocks: tuple[Replace | Insert | Amend | Append, ...] = getattr(self, kind)
        return blocks[number]

    @property
    def category(self) -> str:
        return self.id.split("/")[0] if "/" in self.id else ""


def read_clause(data: dict[str, Any], *, rule: str, path: str) -> Clause:
    """The clause of one parsed file. Raises ClauseShape naming the file and the key."""
    for reserved in ("id", "path"):
        if reserved in data:
            raise ClauseShape(f"unknown key '{reserved}'", path, reserved, "A clause's id is its path.")
    try:
        clause = Clause.model_validate({**data, "id": rule, "path": path})
    except ValidationError as wrong:
        message, field = in_words(wrong)
        raise ClauseShape(message, path, field) from None
    if not clause.kinds:
        raise ClauseShape("has nothing to do", path, hint="Add a [[replace]] or an [[insert]].")
    named = {name: parameter.model_copy(update={"name": name}) for name, parameter in clause.parameters.items()}
    return clause.model_copy(update={"parameters": named})


def in_words(wrong: ValidationError) -> tuple[str, str]:
    """The first mistake, for a reader who is no programmer: the message, and the key as written in the file."""
    first = wrong.errors(include_url=False)[0]
    field = ""
    for part in first["loc"]:
        field += f"[{part}]" if isinstance(part, int) else f".{part}" if field else str(part)
    kind, context = first["type"], first.get("ctx", {})
    key = str(first["loc"][-1]) if first["loc"] else ""
    if kind == "extra_forbidden":
        return f"unknown key '{key}'{_guess(key)}", field
    messages = {
        "missing": "is missing",
        "literal_error": f"must be one of {context.get('expected', '')}",
        "string_type": 'must be text in quotes: "..."',
        "tuple_type": 'must be a list in square brackets: ["...", "..."]',
        "dict_type": "must be a table",
        "model_type": f"must be a table: [{field}]",
        "model_attributes_type": f"must be a table: [{field}]",
        "too_short": "must not be empty",
        "value_error": str(context.get("error", "")),
    }
    return messages.get(kind) or first["msg"], field


def _guess(key: str) -> str:
    tables = (Clause, Replace, Insert, Amend, Append, RungText, Example, When, Parameter, LawText)
    known = sorted({name for table in tables for name in table.model_fields})
    close = difflib.get_close_matches(key, known, n=1)
    return f"; did you mean '{close[0]}'?" if close else ""
