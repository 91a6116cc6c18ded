"""Whole files in and out: read at once, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import click

from server.cli.failures import Failure


def read_document(path: Path) -> bytes:
    """The file's bytes. Raises Failure (3) where the system will not give them."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise Failure(3, f"{path}: cannot be read ({error.strerror}). Check its permissions, or close it in Word.") from None


def check_outputs(outputs: Iterable[Path | None], *inputs: Path) -> None:
    """The output paths, before any work is done for them. Raises a usage error where writing there would fail or destroy an input."""
    for out in outputs:
        if out is not None and not out.is_dir():
            check_output(out, *inputs)


def named(out: Path, name: str, *inputs: Path) -> Path:
    """The path itself; where it is a folder, a file of that name in it. Raises a usage error as check_outputs does."""
    return check_output(out / name, *inputs) if out.is_dir() else out


def check_output(out: Path, *inputs: Path) -> Path:
    """One output path, a file's."""
    if out.is_dir():
        raise click.UsageError(f"{out} is a folder. Name a file in it.")
    if not out.parent.is_dir():
        raise click.UsageError(f"{out.parent} does not exist. Create the folder first.")
    for path in inputs:
        if out.exists() and out.samefile(path):
            raise click.UsageError(f"{out} is the input. Choose another name: the original is never overwritten.")
    return out


def write_whole(out: Path, data: bytes) -> None:
    """Write beside the target, then put it in place in one step: a reader sees the old file or the new one, never half of it."""
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Failure(
            2, f"{out}: cannot be written ({error.strerror}). Check the folder's permissions, or close the file in Word."
        ) from None
