"""The options that commands share, as click knows them and as the commands read them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])
Option = Callable[[Command], Command]

DOCUMENT = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
OUTPUT = click.Path(path_type=Path)


class Moment(click.ParamType[Any]):
    """An ISO 8601 date or moment; without a zone it is taken as UTC."""

    name = "iso"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not an ISO date, such as 2026-05-31 or 2026-05-31T09:00:00Z.", param, ctx)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class Setting(click.ParamType[Any]):
    """parameter=value, as a pair."""

    name = "parameter=value"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        if isinstance(value, tuple):
            return value
        name, equals, text = str(value).partition("=")
        if not (name.strip() and equals):
            self.fail(f"{value!r} is not of the form parameter=value.", param, ctx)
        return name.strip(), text


def together(options: Iterable[Any]) -> Callable[[Command], Command]:
    """One decorator for several, shown in the order given."""
    listed = tuple(options)

    def decorate(command: Command) -> Command:
        for option in reversed(listed):
            command = option(command)
        return command

    return decorate


SELECT = "Which findings to mark; should: what a negotiator would ask for, musts and shoulds."

as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON document on stdout.")
own_clauses = together(
    (
        click.option("--clauses", type=FOLDER, multiple=True, help="Add your own clause files; the same id overrides. Repeatable."),
        click.option("--clauses-only", type=FOLDER, multiple=True, help="Use only the clause files of this folder. Repeatable."),
    )
)
reading = together(
    (
        click.option(
            "--me", default="", metavar="NAME", help="Any name the contract gives your side. Without it, the contractor's is inferred."
        ),
        own_clauses,
        as_json,
    )
)
certificate = click.option(
    "--certificate", type=OUTPUT, metavar="OUT.txt|.json", help="Also write what was proved, with hashes, and how to repeat it."
)
author = click.option("--author", default="", metavar="NAME", help="Who stands on the tracked changes.")
marking = together(
    (
        click.option("--select", default="should", show_default=True, metavar="all|should|must|ID,ID", help=SELECT),
        click.option(
            "--rung", type=click.Choice(["preferred", "fallback", "floor"]), default="preferred", show_default=True, help="How far to ask."
        ),
        author,
        click.option("--date", type=Moment(), metavar="ISO", help="The date on the tracked changes; now, if left out."),
        click.option("--set", "settings", type=Setting(), multiple=True, help="A clause's parameter. Repeatable."),
        click.option("--no-comments", is_flag=True, help="Tracked changes only, no comments to the other side."),
        reading,
    )
)
