"""How an answer reads on a terminal: tables with styles, or plain marks where there are no styles to see."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from server.cli.outline import SEVERITY

Json = Mapping[str, Any]
STYLES = {"delete": "red strike", "insert": "green underline", "keep": ""}
MARKS = {"delete": "[-{}-]", "insert": "{{+{}+}}", "keep": "{}"}
AROUND = 60
PLAIN_WIDTH = 120


def console(stderr: bool = False) -> Console:
    """The terminal; where the output goes into a file or a pipe, a fixed width and no styles."""
    found = Console(stderr=stderr, highlight=False)
    return found if found.is_terminal else Console(stderr=stderr, highlight=False, width=PLAIN_WIDTH)


def review_table(review: Json, outline: Sequence[Text], styled: bool) -> Group:
    """The document in two lines, its outline, the findings as a table, the notes."""
    document = review["document"]
    law = f", law of {document['jurisdiction']}" if document["jurisdiction"] else ""
    parties = "; ".join(_party(party) for party in review["parties"]) or "none recognised"
    blocks: list[Any] = [Text(f"{document['kind']}, {document['words']} words{law}"), Text(f"Parties: {parties}"), Text("")]
    blocks += [*outline, Text("")] if outline else []
    blocks.append(findings_table(review["findings"], styled) if review["findings"] else Text("Nothing found that the clauses concern."))
    blocks += [Text(f"{note['level'].capitalize()}: {note['message']}", style="dim") for note in review["notes"]]
    return Group(*blocks)


def _party(party: Json) -> str:
    short = f' ("{party["short"][0]}")' if party["short"] else ""
    return f"{party['name']}{short}, {party['role']}{', you' if party['is_me'] else ''}"


def findings_table(findings: Sequence[Json], styled: bool) -> Table:
    """One row a finding: what, how much it matters, where, and the preferred wording as a redline."""
    table = Table("Finding", "Weight", "Where", "What would change", show_lines=True, expand=True)
    for finding in findings:
        what = Text(finding["title"], style="bold")
        if finding["proposals"]:
            what.append("\n").append(_redline(finding["proposals"][0], styled))
        weight = Text(f"{finding['priority']}\n{finding['severity']}", style=SEVERITY[finding["severity"]])
        table.add_row(Text(finding["id"]), weight, Text(_where(finding)), what)
    table.columns[0].no_wrap = True
    table.columns[3].ratio = 1
    return table


def _where(finding: Json) -> str:
    anchor = finding["anchor"]
    place = anchor["label"] or f"paragraph {anchor['paragraph'] + 1}"
    return f"after {place}" if finding["kind"] == "insert" else str(place)


def _redline(proposal: Json, styled: bool) -> Text:
    text = Text()
    steps = proposal["diff"]
    if any(step["op"] != "keep" for step in steps):
        for number, step in enumerate(steps):
            _append(text, step["op"], _short(step, number == 0, number == len(steps) - 1), styled)
    for new in proposal["new_paragraphs"]:
        text.append("\n" if text else "")
        _append(text, "insert", new["text"], styled)
    return text


def _append(text: Text, op: str, words: str, styled: bool) -> None:
    text.append(words, STYLES[op]) if styled else text.append(MARKS[op].format(words))


def _short(step: Json, first: bool, last: bool) -> str:
    """Kept words only as far as they show where the change stands."""
    words = str(step["text"])
    if step["op"] != "keep" or len(words) <= 2 * AROUND:
        return words
    head = "" if first else re.sub(r"\S*$", "", words[:AROUND])
    tail = "" if last else re.sub(r"^\S*", "", words[-AROUND:])
    return f"{head}…{tail}"


def skips_table(skipped: Sequence[Json]) -> Table:
    table = Table("Not marked", "Reason", "More")
    for skip in skipped:
        table.add_row(Text(skip["finding"]), Text(skip["reason"]), Text(skip["message"]))
    return table


def proof_table(proof: Json) -> Group:
    """What was proved, line by line, and every difference that was found."""
    lines = (
        ("rejecting the changes gives the original back", proof["rejects_to_original"]),
        ("accepting them gives what was intended", proof["accepts_to_intended"]),
        ("every other part is the same, byte for byte", proof["untouched_parts"]),
    )
    table = Table.grid(padding=(0, 1))
    for what, holds in lines:
        table.add_row(Text("yes", style="green") if holds else Text("NO", style="bold red"), Text(what))
    return Group(table, *(Text(f"  {difference}") for difference in proof["differences"]))


def clauses_table(clauses: Sequence[Json]) -> Table:
    table = Table("Clause", "Weight", "Kind", "Title")
    for clause in clauses:
        weight = f"{clause['priority']}, {clause['severity']}"
        table.add_row(Text(clause["id"]), Text(weight), Text(", ".join(clause["kinds"])), Text(clause["title"]))
    return table
