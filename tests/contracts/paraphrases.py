"""How many blind paraphrases of each clause are found, and how many near misses are left alone: `python -m tests.contracts.paraphrases open|train|closed [RULE]`.

paraphrases.jsonl was written from the catalogue by people who had not seen the rules. A risky or safe text stands in a small contract of
its kind; a text that warrants a protection, or has it already, is a small contract itself. README.md: what the halves mean.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from server.clauses import Library, find_risks, load_library
from server.clauses.blocks import Example
from server.clauses.check import as_contract
from server.contract import understand

FILE = Path(__file__).with_name("paraphrases.jsonl")
TITLES = {"services": "SERVICES AGREEMENT", "licence": "LICENCE AGREEMENT", "nda": "NON-DISCLOSURE AGREEMENT", "sow": "STATEMENT OF WORK"}
BEFORE = (
    "1. Services. {me} will develop and train a machine-learning model and write software, texts and designs for {them} (the Deliverables).",
    "2. Data. For the work {them} supplies datasets that hold personal data of its customers.",
    "3. Fees. {them} pays {me} 60,000 euros in all, in three instalments, thirty days after each invoice.",
)
AFTER = ("9. Notices. Notices are sent by post or by e-mail.", "10. Law. English law applies.")
FOUND = {"risky": True, "safe": False, "warrants": True, "covered": False}


@cache
def library() -> Library:
    return load_library()


def records(half: str) -> Iterator[dict[str, Any]]:
    """The paraphrases of one half."""
    for line in FILE.read_text("utf-8").splitlines():
        record = json.loads(line)
        if record["set"] == half:
            yield record


def is_found(record: dict[str, Any]) -> bool:
    """Whether the record's rule is found in its text."""
    head = [TITLES.get(record["document"], "TERMS"), *(line.format(**record) for line in BEFORE)]
    tail = [line.format(**record) for line in AFTER]
    if record["kind"] in ("warrants", "covered"):
        head, tail = [], []
    text = "\n".join((*head, record["text"], *tail))
    names = tuple(name.removeprefix("the ").removeprefix("The ") for name in (record["me"], record["them"]))
    kind = {"nda": "nda", "sow": "sow"}.get(record["document"], "")
    findings = find_risks(as_contract(Example(text=text, parties=names, kind=kind), understand), library())
    wanted = {"replace", "amend"} if record["kind"] in ("risky", "safe") else {"insert", "append", "amend"}
    return any(record["rule"] in finding.rules and finding.kind in wanted for finding in findings)


def measure(half: str) -> tuple[Counter[str], list[str]]:
    """How many of each kind are right and how many there are ("risky", "risky of"), and the wrong ones."""
    counted: Counter[str] = Counter()
    wrong: list[str] = []
    for record in records(half):
        right = is_found(record) == FOUND[record["kind"]]
        counted[record["kind"]] += right
        counted[f"{record['kind']} of"] += 1
        if not right:
            wrong.append(f"{record['rule']} [{record['kind']}] ({record['me']} / {record['them']}) {record['text']}")
    return counted, wrong


if __name__ == "__main__":
    half, only = sys.argv[1], sys.argv[2:]
    counted, wrong = measure(half)
    print({kind: f"{counted[kind]} of {counted[f'{kind} of']}" for kind in FOUND})
    if half != "closed":
        print("\n".join(line for line in wrong if not only or line.startswith(only[0])))
