"""Scores what the library finds in the labelled contracts.

    python -m tests.contracts.scorer [--held-out] [--rows PREFIX] [--only-existing]

Without --held-out the contracts held out are not opened.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from server.clauses import Library, find_risks, load_library
from server.contract import understand
from server.model import Finding
from server.word import open_docx, read_paragraphs
from tests.contracts.whole import HERE, Whole, read_wholes

SHOWN = 150  # characters of a paragraph in the list of misses


@dataclass(frozen=True)
class Mark:
    """One row at one place, judged. place: the block, None for a protection missing from the contract as a whole.

    verdict: right | missed | false | open (reasonable lawyers differ, or found in another way: not counted).
    """

    contract: str
    row: str
    place: int | None
    verdict: str
    text: str = ""


@dataclass
class Score:
    """Marks of words found where they stand, marks of protections missing, and findings on protective blocks."""

    words: list[Mark] = field(default_factory=list)
    missing: list[Mark] = field(default_factory=list)
    flagged: int = 0
    protective: int = 0
    contracts: int = 0

    @property
    def recall(self) -> float:
        return _share(self.words, "right", "missed")

    @property
    def precision(self) -> float:
        return _share(self.words, "right", "false")

    @property
    def missing_recall(self) -> float:
        return _share(self.missing, "right", "missed")

    @property
    def false_insertions(self) -> float:
        """The share of insertions that nobody labelled."""
        return 1 - _share(self.missing, "right", "false")

    @property
    def unlabelled(self) -> float:
        """Insertions of rows nobody labelled, per contract."""
        return _count(self.missing, "false") / max(self.contracts, 1)

    @property
    def flagged_in_ten(self) -> float:
        """Findings per ten protective blocks."""
        return 10 * self.flagged / max(self.protective, 1)


def score(wholes: Iterable[Whole], library: Library, counts: Callable[[str], bool] = lambda _: True) -> Score:
    """All contracts together. counts: which rows are looked at."""
    total = Score()
    for whole in wholes:
        findings = find_all(whole, library)
        total.contracts += 1
        total.words += [mark for mark in mark_words(whole, findings) if counts(mark.row)]
        total.missing += [mark for mark in mark_missing(whole, findings) if counts(mark.row)]
        total.protective += len(whole.protective)
        for finding in findings:
            block = whole.block_of[finding.anchor.paragraph]
            wrong = [row for row in finding.rules if counts(row) and row not in whole.accepted.get(block, ())]
            total.flagged += bool(wrong) and stands(finding) and block in whole.protective and block not in whole.risks
    return total


def find_all(whole: Whole, library: Library) -> tuple[Finding, ...]:
    """What the product finds in a contract, read from its DOCX for the side it was labelled for."""
    paragraphs = read_paragraphs(open_docx(whole.docx()))
    assert len(paragraphs) == len(whole.block_of), f"{whole.name}: {len(paragraphs)} paragraphs, {len(whole.block_of)} expected"
    return find_risks(understand(paragraphs, whole.me), library)


def stands(finding: Finding) -> bool:
    """Whether a finding is about words that stand there, not about words that are missing."""
    return finding.kind in ("replace", "amend") and finding.anchor.end > finding.anchor.start


def mark_words(whole: Whole, findings: Sequence[Finding]) -> list[Mark]:
    """Each labelled risk found or missed, each row found elsewhere right, open or false."""
    found = {(whole.block_of[one.anchor.paragraph], row) for one in findings if stands(one) for row in one.rules}
    labelled = {(block, row) for block, rows in whole.risks.items() for row in rows}
    marks = [_mark(whole, row, block, "right" if (block, row) in found else "missed") for block, row in sorted(labelled)]
    for block, row in sorted(found - labelled):
        marks.append(_mark(whole, row, block, "open" if row in whole.accepted.get(block, ()) else "false"))
    return marks


def mark_missing(whole: Whole, findings: Sequence[Finding]) -> list[Mark]:
    """Each protection that the contract lacks proposed or missed, each other one proposed open or false."""
    carried = {row for one in findings for row in one.rules}
    added = {row for one in findings if not stands(one) for row in one.rules}
    at_risk = {row for rows in whole.risks.values() for row in rows}
    marks = [_mark(whole, row, None, "right" if row in carried else "missed") for row in sorted(whole.missing)]
    for row in sorted(added - whole.missing):
        marks.append(_mark(whole, row, None, "open" if row in whole.accepted_missing or row in at_risk else "false"))
    return marks


def report(total: Score, title: str) -> str:
    """Figures, a table by row and one by contract, and every miss and false hit with its paragraph."""
    lines = [f"## {title}: {total.contracts} contracts", "", *figures(total), "", *_table(total, "row"), "", *_table(total, "contract"), ""]
    for verdict, label in (("missed", "Missed"), ("false", "False")):
        lines += [f"{label}:"]
        lines += [
            f"  {mark.contract} {mark.place if mark.place is not None else 'missing'} {mark.row}{': ' + mark.text if mark.text else ''}"
            for mark in (*total.words, *total.missing)
            if mark.verdict == verdict
        ]
    return "\n".join(lines)


def figures(total: Score) -> list[str]:
    return [
        f"exact-row recall          {total.recall:.2f}  (>= 0.90)",
        f"precision                 {total.precision:.2f}  (>= 0.85)",
        f"missing-protection recall {total.missing_recall:.2f}  (>= 0.85)",
        f"false insertions          {total.false_insertions:.2f}  (<= 0.10)",
        f"unlabelled insertions     {total.unlabelled:.1f} a contract  (<= 4)",
        f"findings per 10 protected {total.flagged_in_ten:.2f}  (<= 1)",
    ]


def _table(total: Score, key: str) -> list[str]:
    words = Counter((getattr(mark, key), mark.verdict) for mark in total.words)
    missing = Counter((getattr(mark, key), mark.verdict) for mark in total.missing)
    names = sorted({name for name, _ in (*words, *missing)})
    width = max((len(name) for name in names), default=0)
    rows = [f"{key:<{width}}   right missed false   missing: right missed false"]
    for name in names:
        cells = [table[name, verdict] for table in (words, missing) for verdict in ("right", "missed", "false")]
        rows.append(f"{name:<{width}}   {cells[0]:5} {cells[1]:6} {cells[2]:5}   {cells[3]:14} {cells[4]:6} {cells[5]:5}")
    return rows


def _mark(whole: Whole, row: str, place: int | None, verdict: str) -> Mark:
    text = "" if place is None else whole.blocks[place][:SHOWN]
    return Mark(whole.name, row, place, verdict, text)


def _share(marks: Iterable[Mark], good: str, bad: str) -> float:
    """The share of the good among good and bad; 1 where there are neither."""
    kept = list(marks)
    right, wrong = _count(kept, good), _count(kept, bad)
    return right / (right + wrong) if right + wrong else 1.0


def _count(marks: Iterable[Mark], verdict: str) -> int:
    return sum(mark.verdict == verdict for mark in marks)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Scores the clause library on the labelled contracts.")
    parser.add_argument("--held-out", action="store_true", help="the contracts held out as well")
    parser.add_argument("--rows", default="", help="only rules whose id begins so; several with commas")
    parser.add_argument("--only-existing", action="store_true", help="only rules that have a file")
    parser.add_argument("--clauses-only", type=Path, action="append", default=[], help="a folder of clauses instead of ours")
    parser.add_argument("--contracts", type=Path, default=HERE, help="a folder of labelled contracts")
    options = parser.parse_args(arguments)
    library = load_library(only=options.clauses_only)
    prefixes = tuple(prefix.strip() for prefix in options.rows.split(","))

    def counts(row: str) -> bool:
        return row.startswith(prefixes) and (not options.only_existing or library.get(row) is not None)

    for held_out in (False, True) if options.held_out else (False,):
        title = "held out" if held_out else "to build on"
        sys.stdout.write(report(score(read_wholes(options.contracts, held_out), library, counts), title) + "\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
