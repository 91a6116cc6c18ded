"""The labelled contracts: CUAD's public part and our own short ones, as one list."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

CUAD = Path(__file__).parents[2] / "shared" / "cuad"
EXAMPLES = Path(__file__).parent / "examples"
FOLDS = 5
# the two sides of an example, as contracts call them; each example is read under two of these pairs
NAMES = (
    ("Consultant", "Company"),
    ("the Contractor", "the Client"),
    ("Supplier", "Customer"),
    ("the Freelancer", "the Agency"),
    ("Provider", "Buyer"),
    ("Developer", "the Company"),
    ("Northlight Studio", "Vantor"),
    ("the Service Provider", "the Principal"),
)


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled piece of one paragraph (code points, half-open). span: number of the answer it is part of, -1: of its own."""

    topic: str
    paragraph: int
    start: int
    end: int
    span: int = -1


@dataclass(frozen=True, slots=True)
class Document:
    """fold: contracts of one family share it. own: written by us, every topic labelled; else CUAD's categories only."""

    name: str
    texts: list[str]
    labels: list[Label] = field(default_factory=list)
    fold: int = 0
    own: bool = False


def folds_of(names: list[str], families: dict[str, str]) -> dict[str, int]:
    """A fold for each contract: families whole, largest first, each to the smallest fold."""
    members = defaultdict(list)
    for name in names:
        members[families[name]].append(name)
    order = sorted(members, key=lambda family: (-len(members[family]), hashlib.md5(str(family).encode()).hexdigest()))
    sizes = [0] * FOLDS
    fold = {}
    for family in order:
        least = sizes.index(min(sizes))
        sizes[least] += len(members[family])
        fold |= dict.fromkeys(members[family], least)
    return fold


def read_cuad(folder: Path = CUAD) -> list[Document]:
    """CUAD's public contracts with their labels."""
    with gzip.open(folder / "cuad_public.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    families = json.loads((folder / "families.json").read_text(encoding="utf-8"))
    fold = folds_of([record["id"] for record in records], families)
    return [
        Document(
            record["id"],
            record["paragraphs"],
            [Label(label["category"], label["paragraph"], label["start"], label["end"], label["span"]) for label in record["labels"]],
            fold[record["id"]],
        )
        for record in records
    ]


def _filled(text: str, pair: tuple[str, str]) -> str:
    filled = text.replace("{P}", pair[0]).replace("{C}", pair[1])
    return filled[:1].upper() + filled[1:]


def _versions(number: int, name: str, records: list[dict[str, object]]) -> Iterator[Document]:
    for version in range(2):
        pair = NAMES[(2 * number + version) % len(NAMES)]
        texts = [_filled(str(record["text"]), pair) for record in records]
        labels = [
            Label(topic, at, 0, len(texts[at]))
            for at, record in enumerate(records)
            for topic in record["topics"]  # type: ignore[attr-defined]
        ]
        yield Document(f"{name}/{version}", texts, labels, number % FOLDS, own=True)


def read_examples(folder: Path = EXAMPLES) -> list[Document]:
    """Our own contracts: every line of examples/*.jsonl is a paragraph, those of one contract stand together."""
    records = [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    contracts = [(name, list(group)) for name, group in groupby(records, key=lambda record: record["contract"])]
    return [document for number, (name, group) in enumerate(contracts) for document in _versions(number, name, group)]
