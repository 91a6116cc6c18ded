"""The commands that write what goes out of the door besides the redline: annexes, the clean copy, the issues list, the manifest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from server import answers, review
from server.cli import options
from server.cli.asking import request_of, settings_of
from server.cli.commands import program
from server.cli.failures import WRONG_USE, Failure, about
from server.cli.files import check_outputs, named, read_document, write_whole
from server.cli.showing import busy, show

__all__ = ["program"]


@program.command()
@click.argument("name")
@click.option("-o", "--output", "out", type=options.OUTPUT, required=True, metavar="OUT", help="The annex, a DOCX.")
@click.option("--for", "contract", type=options.DOCUMENT, metavar="FILE", help="The contract whose names, terms and look it takes.")
@options.marking
def annex(name: str, out: Path, contract: Path | None, **given: Any) -> None:
    """Write the annex NAME of the library as a document of its own."""
    check_outputs((out,), *([contract] if contract else []))
    request = request_of(given)
    with about(*([contract] if contract else [])), busy(f"Writing {name}"):
        data = review.annex(name, request, read_document(contract) if contract else None)
    write_whole(out, data)
    if given["as_json"]:
        show({"annex": name, "output": str(out)}, True, lambda _styled: "")
    else:
        click.echo(f"{out}: {name}. Fill in the empty cells before you send it.", err=True)


@program.command()
@click.argument("marked", type=options.DOCUMENT)
@click.option("-o", "--output", "out", type=options.OUTPUT, required=True, metavar="OUT", help="The clean document, or a folder for it.")
@options.author
@click.option("--accept-all", is_flag=True, help="Accept earlier authors' changes, too.")
@click.option("--hide-names", is_flag=True, help='Earlier authors become "Author".')
def clean(marked: Path, out: Path, author: str, accept_all: bool, hide_names: bool) -> None:
    """Write MARKED as a clean copy to OUT: our changes accepted, our comments out, metadata scrubbed, checked by reading OUT again."""
    check_outputs((out,), marked)
    cleaning = review.Cleaning(settings_of().signature(author).author, accept_all, hide_names)
    with about(marked), busy(f"Cleaning {marked.name}"):
        cleaned = review.clean(read_document(marked), cleaning)
    out = named(out, f"{marked.stem} clean.docx", marked)
    write_whole(out, cleaned.data)
    for note in cleaned.notes:
        click.echo(f"Note: {note.message}", err=True)
    click.echo(
        f"{out}: {cleaned.accepted} changes accepted, {cleaned.comments} comments taken out, metadata scrubbed; read again and clean.",
        err=True,
    )


@program.command()
@click.argument("file", type=options.DOCUMENT)
@click.option(
    "-o", "--output", "out", type=options.OUTPUT, required=True, metavar="OUT.docx|.md|.csv|.txt", help="What its name ends with."
)
@click.option("--private", is_flag=True, help="With the notes and rungs that only our side may read.")
@options.marking
def memo(file: Path, out: Path, private: bool, **given: Any) -> None:
    """Write the issues list of FILE's redline to OUT: each point with place, our change and reason. As .txt, the covering message."""
    if out.suffix.lower() not in answers.MEMO_FORMATS:
        raise click.UsageError(f"{out} must end in {', '.join(answers.MEMO_FORMATS)}: that says how the list is written.")
    check_outputs((out,), file)
    request = request_of(given)
    with about(file), busy(f"Marking {file.name}"):
        listed = review.memo(review.redline(read_document(file), request), request.signature, private)
    write_whole(out, answers.memo_bytes(listed, out.suffix.lower(), request.signature))
    count = len(listed.issues)
    click.echo(f"{out}: {count} points{', for your eyes only' if private else ''}.", err=True)


@program.command()
@click.option("--base-url", required=True, metavar="https://...", help="Where Word reaches the server.")
@click.option("-o", "--output", "out", type=options.OUTPUT, metavar="FILE", help="Write it there instead of printing it.")
def manifest(base_url: str, out: Path | None) -> None:
    """The add-in's manifest for a server at that address."""
    check_outputs((out,))
    try:
        made = answers.manifest_xml(base_url)
    except answers.WrongAddress as error:
        raise Failure(WRONG_USE, f"{error.message} {error.hint}") from None
    if out is None:
        click.echo(made, nl=False)
    else:
        write_whole(out, made.encode())
