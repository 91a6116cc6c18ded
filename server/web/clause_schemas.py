"""The shape of the clause library over HTTP; server/answers fills it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel


class Parameter(BaseModel):
    """A value that wordings ask for. min and max: numbers, or for a period "14 days"."""

    name: str
    label: str
    type: Literal["number", "text", "choice", "list", "money", "period"]
    default: int | float | str | list[str] | None
    min: int | float | str | None
    max: int | float | str | None
    choices: list[str]


class Clause(BaseModel):
    id: str
    category: str
    title: str
    kinds: list[Literal["replace", "insert", "amend", "append"]]
    severity: Literal["critical", "high", "medium", "low"]
    priority: Literal["must", "should", "nice"]
    topics: list[str]
    why: str
    source: list[str]
    requires: list[str]
    excludes: list[str]
    rungs: list[Literal["preferred", "fallback", "floor"]]
    parameters: list[str]


class ClauseList(BaseModel):
    """parameters: what the wordings ask for, each once; a clause names those it uses."""

    clauses: list[Clause]
    parameters: list[Parameter]
