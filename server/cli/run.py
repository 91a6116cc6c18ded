"""One run of the program: whatever happens, an exit code and at most one line on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, TextIO

import click

from server.answers import fault_place
from server.cli.failures import CHECK_FAILED, WRONG_USE, Failure, failure_of
from server.cli.outgoing import program
from server.errors import RedlineError
from server.settings import Settings

INTERRUPTED = 130


def main(arguments: Sequence[str], serve: Callable[[Settings], None]) -> int:
    """Run one command and return its exit code. serve: how to start the server, which is another door's work."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    try:
        result = program.main(list(arguments), prog_name="python -m server", standalone_mode=False, obj=serve)
        return result if isinstance(result, int) else 0
    except Exception as error:  # noqa: BLE001  the last door: nobody is shown a traceback
        failure = _explain(error)
    if failure.line:
        click.echo(f"Error: {failure.line}", err=True)
    return failure.code


def _explain(error: Exception) -> Failure:
    if isinstance(error, Failure):
        return error
    for kind, explain in EXPLANATIONS.items():
        if isinstance(error, kind):
            return explain(error)
    return Failure(
        CHECK_FAILED, f"{fault_place(error)}: a fault of this program, not of your document; nothing was written. Please report it."
    )


def _of_pipe(_error: BrokenPipeError) -> Failure:
    # the reader of the pipe has what it wanted; Python would complain once more when it flushes at the end
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Failure(0)


def _of_click(error: click.ClickException) -> Failure:
    return Failure(WRONG_USE, f"{error.format_message()} {_where_help_is(error)}")


def _where_help_is(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"See {context.command_path if context else 'python -m server'} --help."


def _speak_utf8(stream: TextIO) -> None:
    """Windows gives a pipe the local code page; a contract needs all of Unicode."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="replace")


# the first kind that an error is decides
EXPLANATIONS: dict[type[Exception], Callable[[Any], Failure]] = {
    RedlineError: failure_of,
    click.ClickException: _of_click,
    click.Abort: lambda _error: Failure(INTERRUPTED, "Interrupted; nothing was written."),
    BrokenPipeError: _of_pipe,
    OSError: lambda error: Failure(WRONG_USE, f"{error.filename or 'system'}: {error.strerror or error}."),
}
