"""How much of what contracts say is read right: `python -m tests.contracts.facts dev|test`. README.md: what the labels are."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from server.contract import understand
from server.model import Contract, Paragraph, Span
from server.word import open_docx, read_paragraphs
from tests.contracts import roles
from tests.contracts.whole import Whole, read_wholes

LABELS = Path(__file__).with_name("facts.jsonl")
FACTS = ("kind", "law", "courts", "fees", "survival", "precedence", "terms")
_SPARE = 4  # words that a place may have more than its label ("the state and federal courts located in Denver")
_SMALL = frozenset(["the", "of", "in", "this", "these", "that", "and", "or", "a", "an", "any", "state", "states"])


def records(half: str) -> Iterator[dict[str, Any]]:
    """The labelled contracts of one half: dev | test."""
    for record in (json.loads(line) for line in LABELS.read_text("utf-8").splitlines()):
        if record["half"] == half:
            yield record


def paragraphs(record: dict[str, Any]) -> tuple[Paragraph, ...]:
    if record["source"] == "whole":
        return read_paragraphs(open_docx(_whole(record["whole"]).docx()))
    return roles.paragraphs(record)


def _whole(name: str) -> Whole:
    return next(whole for held_out in (False, True) for whole in read_wholes(held_out=held_out) if whole.name == name)


def found(fact: str, record: dict[str, Any], contract: Contract) -> list[str]:
    """What was read of one fact, as the labels write it."""
    return READ[fact](contract, record)


def wanted(fact: str, record: dict[str, Any]) -> list[str] | None:
    """What the label says, None where nothing was labelled."""
    label = record[fact]
    return None if label is None else [label] if isinstance(label, str) and label else list(label)


def score(fact: str, record: dict[str, Any], contract: Contract) -> tuple[list[str], list[str], list[str]] | None:
    """The items right, missed and wrongly found; None where nothing was labelled."""
    want, have = wanted(fact, record), found(fact, record, contract)
    if want is None:
        return None
    same = _same_place if fact in ("law", "courts") else _same
    right = [item for item in want if any(same(item, other) for other in have)]
    spare = [*want, *record["maybe"]] if fact == "terms" else want
    return (
        right,
        [item for item in want if item not in right],
        [other for other in have if not any(same(item, other) for item in spare)],
    )


def measure(half: str) -> dict[str, tuple[int, int, int, int, int]]:
    """By fact: contracts wholly right, contracts labelled, items right, items missed, items wrongly found."""
    read = [(record, understand(paragraphs(record))) for record in records(half)]
    return {fact: _sum(scores for record, contract in read if (scores := score(fact, record, contract)) is not None) for fact in FACTS}


def _sum(scores: Iterable[tuple[list[str], list[str], list[str]]]) -> tuple[int, int, int, int, int]:
    every = list(scores)
    right = sum(not missed and not wrong for _, missed, wrong in every)
    return (right, len(every), *(sum(len(part[at]) for part in every) for at in range(3)))  # type: ignore[return-value]


def _words(item: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", item.lower()) if word not in _SMALL]


def _same(item: str, other: str) -> bool:
    return (_words(item) or item.lower()) == (_words(other) or other.lower())


def _same_place(item: str, other: str) -> bool:
    label, read = _words(item), _words(other)
    return set(label) <= set(read) and len(read) <= len(label) + _SPARE


def _listed(contract: Contract, kind: str) -> list[str]:
    items = (item for listing in contract.facts.lists if listing.kind == kind for item in listing.items)
    return list(dict.fromkeys(_text(contract, item) for item in items))


def _text(contract: Contract, span: Span) -> str:
    return re.sub(r"^\([a-z0-9]+\)\s|[;.]$|; and$", "", contract.paragraphs[span.paragraph].text[span.start : span.end].strip())


def _terms(contract: Contract, record: dict[str, Any]) -> list[str]:
    first, end = record["window"] or (0, 0)
    return [term.name for term in contract.terms if term.defined != "nowhere" and first <= term.meaning.paragraph < end]


READ: dict[str, Callable[[Contract, dict[str, Any]], list[str]]] = {
    "kind": lambda contract, _: [contract.kind],
    "law": lambda contract, _: [contract.jurisdiction] if contract.jurisdiction else [],
    "courts": lambda contract, _: [contract.facts.courts] if contract.facts.courts else [],
    "fees": lambda contract, _: list(contract.facts.fees),
    "survival": lambda contract, _: _listed(contract, "survival"),
    "precedence": lambda contract, _: _listed(contract, "order_of_precedence"),
    "terms": _terms,
}


def main() -> None:
    half = sys.argv[1]
    for fact, (right, count, hit, missed, wrong) in measure(half).items():
        recall, precision = hit / max(hit + missed, 1), hit / max(hit + wrong, 1)
        print(f"{fact:11} {right:2} of {count} contracts; items: recall {recall:.2f}, precision {precision:.2f} of {hit + missed}")
    if half == "dev":
        for record in records(half):
            contract = understand(paragraphs(record))
            for fact in FACTS:
                scores = score(fact, record, contract)
                if scores and (scores[1] or scores[2]):
                    print(f"{record['id']} {fact}: missed {scores[1]} wrong {scores[2]}")


if __name__ == "__main__":
    main()
