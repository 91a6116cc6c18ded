"""The clause file: what may stand in it. The only place of this room where outsiders' data comes in, hence pydantic."""

from __future__ import annotations

import difflib
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from server.clauses.placeholders import placeholders
from server.errors import ClauseShape
from server.model import FindingKind, Priority, Rung, Severity

RUNGS: tuple[Rung, ...] = ("preferred", "fallback", "floor")


def _flow(text: str) -> str:
    """A wording may be broken over lines in the file: one paragraph is one line; a blank line starts another paragraph."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()) if part.strip())


def _check_placeholders(text: str) -> str:
    placeholders(text)
    return text


Flow = Annotated[str, AfterValidator(_flow)]
Wording = Annotated[str, AfterValidator(_flow), AfterValidator(_check_placeholders)]
ExampleText = Annotated[str, AfterValidator(lambda text: text.strip("\n"))]
Look = Literal["provisions", "definitions", "recitals", "headings"]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=False)


class RungText(_Table):
    """One rung. wording: "" strikes. short: the wording where {section:RULE} in it can be filled. note: for me only."""

    wording: Wording = ""
    short: Wording = ""
    comment: Wording = ""
    note: Wording = ""


class _Laddered(_Table):
    """Something with up to three rungs, mildest last."""

    preferred: RungText | None = None
    fallback: RungText | None = None
    floor: RungText | None = None

    @model_validator(mode="after")
    def _has_a_rung(self) -> _Laddered:
        if not self.rungs:
            raise ValueError("needs a wording: at least one of preferred, fallback, floor")
        return self

    @property
    def rungs(self) -> dict[Rung, RungText]:
        """The rungs there are, preferred first."""
        found: dict[Rung, RungText] = {}
        for name in RUNGS:
            text = getattr(self, name)
            if text is not None:
                found[name] = text
        return found

    def nearest(self, rung: Rung) -> RungText:
        """The named rung, else the nearest milder one, else the mildest there is."""
        later = [self.rungs[name] for name in RUNGS[RUNGS.index(rung) :] if name in self.rungs]
        return later[0] if later else list(self.rungs.values())[-1]


class Example(_Table):
    """A contract in a few lines. parties: me, them. becomes: what the preferred rung makes of it."""

    text: ExampleText
    becomes: ExampleText | None = None
    why: Flow = ""
    parties: tuple[str, str] = ("Contractor", "Client")
    kind: str = ""


class Replace(_Laddered):
    """Words that should not be there.

    look_in: where it looks; by default in provisions, for scope "match" also in definitions and headings. present: this protection
    anywhere in the contract: nothing is found. along: no finding of its own, changed along with this clause's other findings.
    """

    find: Literal["phrase", "limit", "one_sided"] = "phrase"
    within: Literal["sentence", "paragraph", "section"] = "sentence"
    any: tuple[str, ...] = Field(min_length=1)
    unless: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    scope: Literal["match", "sentence", "paragraph", "item"] = "sentence"
    look_in: tuple[Look, ...] | None = None
    along: bool = False
    risky: tuple[Example, ...] = ()
    safe: tuple[Example, ...] = ()


class When(_Table):
    """What warrants an insertion: every key given must hold, each by one of its members."""

    kinds: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    any: tuple[str, ...] = ()


class Insert(_Laddered):
    """Words that should be there. heading: the new provision's title. unless: what makes it unwarranted."""

    present: tuple[str, ...] = ()
    when: When = When()
    unless: tuple[str, ...] = ()
    place: tuple[str, ...] = ("end",)
    heading: Flow = ""
    lacking: tuple[Example, ...] = ()
    held: tuple[Example, ...] = ()

    @model_validator(mode="after")
    def _places_exist(self) -> Insert:
        for place in self.place:
            kind, _, topic = place.partition(":")
            if place != "end" and (kind not in ("sub-clause of", "after") or not topic.strip()):
                raise ValueError(f'place "{place}" is none of "sub-clause of:TOPIC", "after:TOPIC", "end"')
        return self


class Amend(_Laddered):
    """An existing list or definition is extended."""

    list: Literal["survival", "force_majeure", "definitions", "order_of_precedence"]
    present: tuple[str, ...] = ()
    when: When = When()
    unless: tuple[str, ...] = ()
    lacking: tuple[Example, ...] = ()
    held: tuple[Example, ...] = ()


class Append(_Laddered):
    """An annex. annex: the name of a document under clause_replacements/annexes/."""

    annex: str
    present: tuple[str, ...] = ()
    when: When = When()
    unless: tuple[str, ...] = ()
    lacking: tuple[Example, ...] = ()
    held: tuple[Example, ...] = ()


class Parameter(_Table):
    """A value asked for once. min, max: numbers, or for a period "14 days"; choices: for type "choice"."""

    label: str = ""
    type: Literal["number", "text", "choice", "list", "money", "period"]
    default: int | float | str | tuple[str, ...] | None = None
    min: int | float | str | None = None
    max: int | float | str | None = None
    choices: tuple[str, ...] = ()
    name: str = ""


class LawText(_Table):
    """A fact of law. as_of: year and month, "2026-05"."""

    text: Flow
    jurisdiction: str
    as_of: str = Field(pattern=r"^\d{4}-\d{2}$")


class Clause(_Table):
    """A file of the library. id: its path without ".toml"; path: the file."""

    title: str
    severity: Severity = "medium"
    priority: Priority = "should"
    topics: tuple[str, ...] = ()
    why: Wording = ""
    source: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    parameters: dict[str, Parameter] = {}
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
        message, field = _in_words(wrong)
        raise ClauseShape(message, path, field) from None
    if not clause.kinds:
        raise ClauseShape("has nothing to do", path, hint="Add a [[replace]] or an [[insert]].")
    named = {name: parameter.model_copy(update={"name": name}) for name, parameter in clause.parameters.items()}
    return clause.model_copy(update={"parameters": named})


def _in_words(wrong: ValidationError) -> tuple[str, str]:
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
