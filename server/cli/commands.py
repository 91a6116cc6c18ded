"""What can be asked of the program: one function a command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError
from pydantic_settings import SettingsError

from server import answers, review
from server.clauses import Library
from server.cli import options, tables
from server.cli.failures import CHECK_FAILED, WRONG_USE, Failure, about
from server.cli.files import check_output, read_document, write_whole
from server.errors import ClauseError
from server.settings import Settings


class ServeByDefault(click.Group):
    """`python -m server --port 9000` serves: a first option that is not the program's own belongs to serve."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "--version"}
        if not args or (args[0].startswith("-") and args[0] not in own):
            args = ["serve", *args]
        return super().parse_args(ctx, args)


@click.group(cls=ServeByDefault, context_settings={"help_option_names": ["--help"]})
@click.version_option(package_name=None, version="0.1.0", message="%(version)s")
def program() -> None:
    """Review contracts for the contractor's side and mark them with proved tracked changes.

    Without a command, serves the page and the API on https://localhost:8443.
    """


@program.command()
@click.option("--host", metavar="ADDRESS", help="Where to listen; 127.0.0.1 if left out.")
@click.option("--port", type=click.IntRange(0, 65535), help="8443 if left out.")
@click.option("--http", is_flag=True, default=None, help="Plain HTTP, without a certificate.")
@options.own_clauses
@click.pass_obj
def serve(start: Callable[[Settings], None], /, **given: Any) -> None:
    """Serve the page and the API."""
    start(_settings(**{name: value for name, value in given.items() if value is not None and value != ()}))


@program.command("review")
@click.argument("file", type=options.DOCUMENT)
@options.reading
def review_command(file: Path, **given: Any) -> None:
    """Say what FILE would cost you, and the wording to ask for."""
    library = _library(given)
    with about(file), _busy(f"Reading {file.name}"):
        reviewed = review.review(read_document(file), me=given["me"], library=library)
    found = answers.review_json(reviewed)
    _show(found, given["as_json"], lambda styled: tables.review_table(found, styled))


@program.command()
@click.argument("file", type=options.DOCUMENT)
@click.option("-o", "--output", "out", type=options.OUTPUT, required=True, metavar="OUT", help="The marked document.")
@options.marking
def redline(file: Path, out: Path, **given: Any) -> None:
    """Write FILE with our wording as tracked changes to OUT, proved."""
    check_output(out, file)
    request = _request(given)
    with about(file), _busy(f"Marking {file.name}"):
        redlined = review.redline(read_document(file), request)
    write_whole(out, redlined.data)
    found = {**answers.redline_json(redlined), "output": str(out)}
    if given["as_json"] or found["skipped"]:
        _show(found, given["as_json"], lambda _styled: tables.skips_table(found["skipped"]))
    if not given["as_json"]:
        marked = f"{len(redlined.applied)} marked" if redlined.applied else "nothing was marked, it reads as the original"
        skipped = f", {len(redlined.skipped)} not" if redlined.skipped else ""
        click.echo(f"{out}: {marked}{skipped}. Proved: rejecting the changes gives {file.name} back.", err=True)


@program.command()
@click.argument("original", type=options.DOCUMENT)
@click.argument("marked", type=options.DOCUMENT)
@options.author
@options.as_json
def verify(original: Path, marked: Path, author: str, as_json: bool) -> None:
    """Prove that rejecting the changes of MARKED gives ORIGINAL back. Exit 0 proved, 1 not."""
    with about(original, marked), _busy(f"Comparing {marked.name}"):
        proof = review.verify(read_document(original), read_document(marked), author)
    found = answers.proof_json(proof)
    _show(found, as_json, lambda _styled: tables.proof_table(found))
    if not proof.holds:
        raise Failure(CHECK_FAILED)


@program.command()
@click.option("--base-url", required=True, metavar="https://...", help="Where Word reaches the server.")
@click.option("-o", "--output", "out", type=options.OUTPUT, metavar="FILE", help="Write it there instead of printing it.")
def manifest(base_url: str, out: Path | None) -> None:
    """The add-in's manifest for a server at that address."""
    if out:
        check_output(out)
    try:
        made = answers.manifest_xml(base_url)
    except answers.WrongAddress as error:
        raise Failure(WRONG_USE, f"{error.message} {error.hint}") from None
    if out is None:
        click.echo(made, nl=False)
    else:
        write_whole(out, made.encode())


@program.group(no_args_is_help=False)
def clauses() -> None:
    """The clause library."""


@clauses.command("list")
@options.own_clauses
@options.as_json
def list_clauses(**given: Any) -> None:
    """Every clause with its id, its weight and its title."""
    found = answers.library_json(_library(given))
    _show(found, given["as_json"], lambda _styled: tables.clauses_table(found["clauses"]))


@clauses.command("check")
@click.argument("folder", type=options.FOLDER, required=False, metavar="[DIR]")
def check_clauses(folder: Path | None) -> None:
    """Load the library (and the clause files of DIR) and try every clause on its own examples. Exit 0 fine, 1 not."""
    try:
        library = review.library((folder,) if folder else (), ())
    except ClauseError as error:
        raise Failure(CHECK_FAILED, str(error)) from None
    with _busy("Trying every clause on its examples"):
        faults = review.check_library(library, require_examples=folder is None)
    for fault in faults:
        click.echo(fault)
    count = f"{len(library.clauses)} clauses"
    if faults:
        raise Failure(CHECK_FAILED, f"{count}, {len(faults)} faults. Correct the files named above.")
    click.echo(f"{count}, no faults.", err=True)


def _settings(**given: Any) -> Settings:
    """The settings of the environment under those of the command line. Raises Failure (2) naming the wrong ones."""
    try:
        return Settings(**given)
    except SettingsError as error:
        raise Failure(WRONG_USE, f"{error}. Correct it in the environment.") from None
    except ValidationError as error:
        names = ", ".join(f"REDLINER_{each['loc'][0]}".upper() for each in error.errors())
        raise Failure(WRONG_USE, f"{names}: not a usable value. Correct it in the environment.") from None


def _library(given: dict[str, Any]) -> Library:
    settings = _settings()
    return review.library(given["clauses"] or settings.clauses, given["clauses_only"] or settings.clauses_only)


def _request(given: dict[str, Any]) -> review.Request:
    return review.Request(
        library=_library(given),
        me=given["me"],
        settings=dict(given["settings"]),
        select=given["select"],
        rung=given["rung"],
        signature=_settings().signature(given["author"], given["date"]),
        comments=not given["no_comments"],
    )


def _busy(what: str) -> Any:
    """A sign of life on a terminal's stderr while something takes its time."""
    return tables.console(stderr=True).status(f"{what} ...")


def _show(found: Any, as_json: bool, table: Callable[[bool], Any]) -> None:
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    console = tables.console()
    console.print(table(console.is_terminal and not console.no_color))
