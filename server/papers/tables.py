"""The issues list as Markdown and as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from server.model import MISSING, NO_ADVICE, Issue, Memo, Step
from server.papers.steps import plain

SHARED = ("No.", "Priority", "Section", "Point", "Present words", "Proposed words", "Reason")
PRIVATE = ("Marked", "Severity", "Why it matters", "Notes", "Wordings", "Law")
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


# ---------------------------------------------------------------- Markdown
def write_markdown(memo: Memo) -> str:
    """A page of Markdown (GitHub's tables): struck words ~~so~~, new ones **so**."""
    return "\n".join(_lines(memo)) + "\n"


def _lines(memo: Memo) -> Iterator[str]:
    yield from (f"# {escape(memo.title)}: {escape(memo.document)}", "")
    sides = " and ".join(escape(name) for name in (memo.them, memo.me) if name)
    yield from (f"{sides}, {memo.date}" if sides else memo.date, "")
    yield from (f"- {escape(line)}" for line in memo.summary)
    for heading, issues in memo.groups:
        yield from ("", f"## {heading}", "", "| No. | Section | Present words | Our change | Reason |", "|---|---|---|---|---|")
        yield from (_row(issue) for issue in issues)
    if memo.private:
        yield from _private(memo)
    yield from ("", f"*{NO_ADVICE}*")


def _row(issue: Issue) -> str:
    cells = (str(issue.number), issue.section, issue.words or f"({MISSING.lower()})", "", issue.reason)
    written = [_cell(cell) for cell in cells]
    written[1] = f"{written[1]}<br>**{_cell(issue.title)}**"
    written[3] = "".join(_step(step) for step in issue.change).replace("\n", "<br>")
    return f"| {' | '.join(written)} |"


def _step(step: Step) -> str:
    words = escape(step.text)
    edge = len(words) - len(words.lstrip()), len(words.rstrip())
    mark = {"delete": "~~", "insert": "**"}.get(step.kind, "")
    core = words[edge[0] : edge[1]]
    return f"{words[: edge[0]]}{mark}{core}{mark}{words[edge[1] :]}" if core else words


def _private(memo: Memo) -> Iterator[str]:
    yield from ("", "## For us alone")
    for issue in (*memo.issues, *memo.unmarked):
        if issue.aside is None:
            continue
        state = f"marked: {issue.aside.rung}" if issue.aside.rung else "not marked"
        yield from ("", f"### {issue.number}. {escape(issue.title)} ({escape(issue.section)}; {issue.aside.severity}; {state})", "")
        yield from (escape(issue.aside.why), "")
        yield from (f"{escape(line)}\n" for line in issue.aside.note.split("\n") if line)
        yield from (f"- **{rung}**: {escape(' '.join(words.split()))}" for rung, words in issue.aside.wordings)
        yield from (f"- Law ({escape(law.jurisdiction)}, as of {law.as_of}): {escape(law.text)}" for law in issue.aside.law)
    yield from ("", "## Covering message", "", *(f"    {line}" for line in memo.email.splitlines()))


def escape(text: str) -> str:
    """Text that Markdown shows as it is."""
    return SPECIAL.sub(r"\\\1", text)


def _cell(text: str) -> str:
    return escape(text).replace("\n", "<br>")


# ---------------------------------------------------------------- CSV
def write_csv(memo: Memo) -> str:
    """Comma-separated, quoted, a row an issue; with a byte order mark, by which Excel knows UTF-8.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow((*SHARED, *PRIVATE) if memo.private else SHARED)
    names = {issue.number: heading for heading, issues in memo.groups for issue in issues}
    for issue in (*memo.issues, *memo.unmarked):
        cells = [str(issue.number), names.get(issue.number, "Not marked"), issue.section, issue.title]
        cells += [issue.words or f"({MISSING.lower()})", plain(issue.change), issue.reason]
        writer.writerow([_harmless(cell) for cell in (*cells, *_aside(issue, memo.private))])
    writer.writerow([NO_ADVICE])
    return "\ufeff" + out.getvalue()


def _aside(issue: Issue, private: bool) -> Sequence[str]:
    if not private:
        return ()
    if issue.aside is None:
        return ("",) * len(PRIVATE)
    wordings = "\n".join(f"{rung}: {words}" for rung, words in issue.aside.wordings)
    law = "\n".join(f"{law.jurisdiction} ({law.as_of}): {law.text}" for law in issue.aside.law)
    return (issue.aside.rung or "no", issue.aside.severity, issue.aside.why, issue.aside.note, wordings, law)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
