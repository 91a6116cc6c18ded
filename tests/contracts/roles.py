"""How many labelled contracts have their roles right: `python -m tests.contracts.roles HALF`. README.md: the halves, and what right is."""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from server.contract import understand
from server.model import Cell, Contract, Paragraph
from server.word import open_docx, read_paragraphs
from tests.shared_material import shared

LABELS = tuple(
    Path(__file__).with_name(name)
    for name in ("roles.jsonl", "roles_more.jsonl", "roles_train.jsonl", "roles_blind.jsonl", "roles_fresh.jsonl")
)
SEALED = ("test", "sealed")


def records(half: str) -> Iterator[dict[str, Any]]:
    """The labelled contracts of one half: dev | test of the first file, more, train, blind, fresh and sealed of the others."""
    for record in (json.loads(line) for path in LABELS for line in path.read_text("utf-8").splitlines()):
        if record["half"] == half:
            yield record


@cache
def _cuad() -> dict[str, list[str]]:
    with gzip.open(shared("cuad", "cuad_public.jsonl.gz"), "rt", encoding="utf-8") as lines:
        return {record["id"]: record["paragraphs"] for record in map(json.loads, lines)}


def paragraphs(record: dict[str, Any]) -> tuple[Paragraph, ...]:
    if record["source"] == "corpus":
        return read_paragraphs(open_docx(shared("corpus", *record["file"].split("/")).read_bytes()))
    texts = _cuad()[record["cuad"]] if record["source"] == "cuad" else record["text"]
    return tuple(_laid_out(texts))


def _laid_out(blocks: Sequence[str | list[list[str]]]) -> Iterator[Paragraph]:
    """A string is a paragraph, a list of rows a table."""
    at = tables = 0
    for block in blocks:
        if isinstance(block, str):
            yield Paragraph(at, "body", block)
            at += 1
            continue
        for row, cells in enumerate(block):
            for column, text in enumerate(cells):
                yield Paragraph(at, "cell", text, cell=Cell(tables, row, column))
                at += 1
        tables += 1


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name).strip().lower()


def is_right(record: dict[str, Any], contract: Contract) -> bool:
    """Every labelled contractor and client is found in its role under one of its names, and nobody labelled other is called one."""
    roles: dict[str, set[str]] = {"contractor": set(), "client": set()}
    for party in contract.parties:
        if party.role in roles:
            roles[party.role] |= {_plain(name) for name in (party.name, *party.short)}
    for label in record["parties"]:
        names = {_plain(name) for name in (label["name"], *label["short"])}
        found = {role for role, have in roles.items() if names & have}
        if found != ({label["role"]} & set(roles)):
            return False
    return True


def calls_right(record: dict[str, Any], contract: Contract) -> bool:
    """Whether the wording would call each side that works or pays what the text calls it: the first short name of its label, or its name."""
    called = {_plain(party.short[0] if party.short else party.name) for party in contract.parties if party.role != "other"}
    return {_plain((*label["short"], label["name"])[0]) for label in record["parties"] if label["role"] != "other"} <= called


def is_on_the_wrong_side(record: dict[str, Any], contract: Contract) -> bool:
    """The worst failure: the review would be made for the side that pays."""
    mine = {_plain(name) for party in contract.parties if party.is_me for name in (party.name, *party.short)}
    return any(
        label["role"] == "client" and mine & {_plain(name) for name in (label["name"], *label["short"])} for label in record["parties"]
    )


def measure(half: str) -> tuple[list[str], int]:
    """The ids that are wrong, and how many contracts there are."""
    every = list(records(half))
    return [r["id"] for r in every if not is_right(r, understand(paragraphs(r)))], len(every)


def main() -> None:
    half = sys.argv[1]
    read = [(record, understand(paragraphs(record))) for record in records(half)]
    wrong = [record["id"] for record, contract in read if not is_right(record, contract)]
    sides = [record["id"] for record, contract in read if is_on_the_wrong_side(record, contract)]
    called = [record["id"] for record, contract in read if not calls_right(record, contract)]
    print(
        f"{half}: {len(read) - len(wrong)} of {len(read)} right; for the wrong side {len(sides)}; names as the text has them {len(read) - len(called)}"
    )
    if half not in SEALED:
        for why, ids in (("wrong", wrong), ("wrong side", sides), ("names", called)):
            print(*(f"{why}: {one}" for one in ids), sep="\n")


if __name__ == "__main__":
    main()
