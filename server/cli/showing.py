"""What a command shows: a sign of life while it works, then a table or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import click

from server.cli import tables


def busy(what: str) -> Any:
    """A sign of life on a terminal's stderr while something takes its time."""
    return tables.console(stderr=True).status(f"{what} ...")


def show(found: Any, as_json: bool, table: Callable[[bool], Any]) -> None:
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    console = tables.console()
    console.print(table(console.is_terminal and not console.no_color))
