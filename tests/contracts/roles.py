"""How many labelled contracts have their roles right: `python -m tests.contracts.roles dev|more|train|test|blind`. README.md: what right is."""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from server.contract import understand
from server.model import Contract, Paragraph
from server.word import open_docx, read_paragraphs
from tests.shared_material import shared

LABELS = tuple(Path(__file__).with_name(name) for name in ("roles.jsonl", "roles_more.jsonl", "roles_train.jsonl", "roles_blind.jsonl"))


def records(half: str) -> Iterator[dict[str, Any]]:
    """The labelled contracts of one half: dev | test of the first file, more, train and blind of the others."""
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
    return tuple(Paragraph(index, "body", text) for index, text in enumerate(texts))


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


def measure(half: str) -> tuple[list[str], int]:
    """The ids that are wrong, and how many contracts there are."""
    every = list(records(half))
    return [r["id"] for r in every if not is_right(r, understand(paragraphs(r)))], len(every)


def main() -> None:
    half = sys.argv[1]
    wrong, count = measure(half)
    print(f"{half}: {count - len(wrong)} of {count} right")
    if half not in ("test", "blind"):
        print(*wrong, sep="\n")


if __name__ == "__main__":
    main()
