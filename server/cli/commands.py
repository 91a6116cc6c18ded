"""What can be asked of the program: one function a command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from server import answers, review
from server.cli import options, tables
from server.cli.asking import library_of, request_of, settings_of
from server.cli.failures import CHECK_FAILED, Failure, about
from server.cli.files import check_outputs, named, read_document, write_whole
from server.cli.outline import outline
from server.cli.showing import busy, show
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
    start(settings_of(**{name: value for name, value in given.items() if value is not None and value != ()}))


@program.command("review")
@click.argument("file", type=options.DOCUMENT)
@options.reading
def review_command(file: Path, **given: Any) -> None:
    """Say what FILE would cost you, and the wording to ask for."""
    library = library_of(given)
    with about(file), busy(f"Reading {file.name}"):
        reviewed = review.review(read_document(file), me=given["me"], library=library)
    found, contract = answers.review_json(reviewed), reviewed.review.contract
    show(found, given["as_json"], lambda styled: tables.review_table(found, outline(contract, reviewed.review.findings), styled))


@program.command()
@click.argument("file", type=options.DOCUMENT)
@click.option("-o", "--output", "out", type=options.OUTPUT, required=True, metavar="OUT", help="The marked document, or a folder for it.")
@options.certificate
@options.marking
def redline(file: Path, out: Path, certificate: Path | None, **given: Any) -> None:
    """Write FILE with our wording as tracked changes to OUT, proved. In a folder it is named "Client - MSA - redline 2026-11-22.docx"."""
    request = request_of(given)
    check_outputs((out, certificate), file)
    with about(file), busy(f"Marking {file.name}"):
        original = read_document(file)
        redlined = review.redline(original, request)
    out = named(out, review.file_name(redlined.review.contract, "redline", request.signature.date.date().isoformat(), ".docx"), file)
    write_whole(out, redlined.data)
    if certificate:
        write_whole(
            certificate, certificate_bytes(certificate, review.certify(original, redlined.data, redlined.proof, request.signature.author))
        )
    found = {**answers.redline_json(redlined), "output": str(out)}
    if given["as_json"] or found["skipped"]:
        show(found, given["as_json"], lambda _styled: tables.skips_table(found["skipped"]))
    if not given["as_json"]:
        marked = f"{len(redlined.applied)} marked" if redlined.applied else "nothing was marked, it reads as the original"
        skipped = f", {len(redlined.skipped)} not" if redlined.skipped else ""
        click.echo(f"{out}: {marked}{skipped}. Proved: rejecting the changes gives {file.name} back.", err=True)


@program.command()
@click.argument("original", type=options.DOCUMENT)
@click.argument("marked", type=options.DOCUMENT)
@options.author
@options.certificate
@options.as_json
def verify(original: Path, marked: Path, author: str, certificate: Path | None, as_json: bool) -> None:
    """Prove that rejecting the changes of MARKED gives ORIGINAL back. Exit 0 proved, 1 not."""
    check_outputs((certificate,), original, marked)
    with about(original, marked), busy(f"Comparing {marked.name}"):
        before, after = read_document(original), read_document(marked)
        proof = review.verify(before, after, author)
    if certificate:
        write_whole(certificate, certificate_bytes(certificate, review.certify(before, after, proof, author)))
    found = answers.proof_json(proof)
    show(found, as_json, lambda _styled: tables.proof_table(found))
    if not proof.holds:
        raise Failure(CHECK_FAILED)


@program.group(no_args_is_help=False)
def clauses() -> None:
    """The clause library."""


@clauses.command("list")
@options.own_clauses
@options.as_json
def list_clauses(**given: Any) -> None:
    """Every clause with its id, its weight and its title."""
    found = answers.library_json(library_of(given))
    show(found, given["as_json"], lambda _styled: tables.clauses_table(found["clauses"]))


@clauses.command("check")
@click.argument("folder", type=options.FOLDER, required=False, metavar="[DIR]")
def check_clauses(folder: Path | None) -> None:
    """Load the library (and the clause files of DIR) and try every clause on its own examples. Exit 0 fine, 1 not."""
    try:
        library = review.library((folder,) if folder else (), ())
    except ClauseError as error:
        raise Failure(CHECK_FAILED, str(error)) from None
    with busy("Trying every clause on its examples"):
        faults = review.check_library(library, require_examples=folder is None)
    for fault in faults:
        click.echo(fault)
    count = f"{len(library.clauses)} clauses"
    if faults:
        raise Failure(CHECK_FAILED, f"{count}, {len(faults)} faults. Correct the files named above.")
    click.echo(f"{count}, no faults.", err=True)


def certificate_bytes(path: Path, certificate: review.Certificate) -> bytes:
    """The certificate as the file's name asks for it: JSON or text."""
    if path.suffix.lower() == ".json":
        return json.dumps(answers.certificate_json(certificate), ensure_ascii=False, indent=2).encode() + b"\n"
    return review.write_certificate(certificate).encode()
