"""The contract at a glance: its sections by number and heading, what each is about, and what was found in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rich.text import Text

from server.model import Contract, Finding, Section

SEVERITY = {"critical": "bold red", "high": "red", "medium": "yellow", "low": "dim"}
HIDDEN = ("contents",)
FIRST_WORDS = 9
MOST_ROWS = 60
LABEL_WIDTH = 7
TOPICS_AT = 48
MOST_TOPICS = 3
TITLES = {"recitals": "Recitals", "signature": "Signatures", "parties": "Parties", "definitions": "Definitions"}


@dataclass(slots=True)
class Row:
    """A section as the outline shows it. folded: how many sections inside it are not shown."""

    depth: int
    label: str
    title: str
    topics: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    folded: int = 0
    headed: bool = True


def outline(contract: Contract, findings: Sequence[Finding]) -> tuple[Text, ...]:
    """A line a section with its topics, and below it a line a finding ("+" for words that are missing).

    Fits 80 columns. List items without findings are folded into what holds them ("+3").
    """
    lines = []
    for row in _visible(_read_rows(contract, findings)):
        lines += [_line(row), *(_mark(finding, row.depth) for finding in row.findings)]
    return tuple(lines)


def _read_rows(contract: Contract, findings: Sequence[Finding]) -> list[Row]:
    rows = [Row(0, "", "(opening)")]
    depths: list[int] = []
    for section in contract.sections:
        depths.append(0 if section.parent is None else depths[section.parent] + 1)
        title = section.heading or TITLES.get(section.kind) or _first_words(contract, section)
        rows.append(Row(depths[-1], section.label, title, headed=bool(section.heading or section.kind in TITLES)))
    starts = [(section.first, section.start) for section in contract.sections]
    for topic in contract.topics:
        row = rows[bisect_right(starts, (topic.paragraph, topic.start))]
        name = topic.name.replace("_", " ")
        if topic.flag and name not in row.topics:
            row.topics.append(name)
    for finding in findings:
        rows[bisect_right(starts, (finding.anchor.paragraph, finding.anchor.start))].findings.append(finding)
    shown = [row for row, section in zip(rows[1:], contract.sections, strict=True) if section.kind not in HIDDEN]
    return [*(rows[:1] if rows[0].findings or rows[0].topics else []), *shown]


def _first_words(contract: Contract, section: Section) -> str:
    text = contract.paragraphs[section.first].text[section.start :].strip()
    words = text.removeprefix(section.label).lstrip(" .\t\u00a0").split()
    return " ".join(words[:FIRST_WORDS]) + (" …" if len(words) > FIRST_WORDS else "")


def _visible(rows: Sequence[Row]) -> Iterator[Row]:
    """Top sections and those with a heading or a finding; of a long contract only the top ones and those with a finding."""
    long = sum(row.depth == 0 or row.headed for row in rows) > MOST_ROWS
    last: list[Row] = []
    found: list[Row] = []
    for row in rows:
        del last[row.depth :]
        if row.depth == 0 or row.findings or (row.headed and not long):
            found.append(row)
        elif last:
            shown = next(one for one in reversed(last) if one in found or one is last[0])
            shown.folded += 1
            shown.topics += [topic for topic in row.topics if topic not in shown.topics]
        last.append(row)
    return iter(found)


def _line(row: Row) -> Text:
    text = _text("  " * row.depth)
    if row.label:
        text.append(f"{row.label:<{LABEL_WIDTH}} ", style="bold")
    text.append(row.title, style="" if row.headed else "dim")
    room = TOPICS_AT - 2 - (len(f"  +{row.folded}") if row.folded else 0)
    text.truncate(room, overflow="ellipsis")
    if row.folded:
        text.append(f"  +{row.folded}", style="dim")
    if row.topics:
        text.append(" " * (TOPICS_AT - text.cell_len)).append(
            ", ".join(row.topics[:MOST_TOPICS]) + (" …" if len(row.topics) > MOST_TOPICS else ""), style="cyan"
        )
    return text


def _mark(finding: Finding, depth: int) -> Text:
    sign = "+" if finding.kind in ("insert", "append") else "●"
    text = _text("  " * depth + " " * (LABEL_WIDTH - 1))
    return text.append(f"{sign} {finding.priority}: {finding.title}", style=SEVERITY[finding.severity])


def _text(words: str) -> Text:
    return Text(words, no_wrap=True, overflow="ellipsis")
