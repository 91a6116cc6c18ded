"""Sections: the provisions of a contract with their labels, headings and nesting, and the lead-ins of list items."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from server.contract.counting import find_labels
from server.contract.enumerations import find_enumeration
from server.contract.headings import read_heading
from server.contract.key_tables import find_rows
from server.contract.labels import Label
from server.contract.nesting import Entry, nest
from server.contract.recitals import Recitals
from server.contract.titles import lift_out
from server.contract.zones import find_contents, find_sign_tables, is_sign_line, is_signing, kind_of_heading
from server.model import Paragraph, Section

_STORIES = ("body", "cell")
_BULLETS = ("bullet",)
_APART = ("contents", "signature", "row", "schedule", "operative", "recitals", "parties")
_NUMBERED = ("decimal", "article", "part", "schedule", "LETTER.", "ROMAN.")


def read_sections(paragraphs: Sequence[Paragraph]) -> tuple[Section, ...]:
    """Every section in document order, nested; list items with a label are sections of their own, bullets are not.

    `last` is the last paragraph with words in it, sub-sections included.
    """
    flow = [p for p in paragraphs if p.story in _STORIES]
    contents = find_contents(flow)
    entries = _mark_dividers(list(_join_titles(list(_find_entries(flow, contents)), paragraphs)))
    stack: list[tuple[int, Entry]] = []
    starts: list[Entry] = []
    parents: list[int | None] = []
    ends: list[int] = []
    for at, entry in enumerate(entries):
        keep, settled = nest([open_entry for _, open_entry in stack], entry, _next_label(entries, at))
        for closed, _ in stack[keep:]:
            ends[closed] = entry.index - 1
        del stack[keep:]
        parents.append(stack[-1][0] if stack else None)
        starts.append(settled)
        ends.append(flow[-1].index)
        stack.append((at, settled))
    worded = [p.index for p in flow if p.text.strip()]
    found = [
        _as_section(start, _last_worded(worded, start.index, end), parent) for start, end, parent in zip(starts, ends, parents, strict=True)
    ]
    return lift_out(found, paragraphs)


def _as_section(entry: Entry, last: int, parent: int | None) -> Section:
    label, heading = entry.label.text if entry.label else "", entry.heading.text if entry.heading else ""
    return Section(label, heading, entry.index, max(last, entry.index), parent, _kind(entry), entry.start)


def _kind(entry: Entry) -> str:
    return "provision" if entry.kind == "operative" else entry.kind


def _last_worded(worded: list[int], first: int, end: int) -> int:
    at = bisect_right(worded, end)
    return max(worded[at - 1] if at else first, first)


def _next_label(entries: list[Entry], at: int) -> Label | None:
    return next((entry.label for entry in entries[at + 1 : at + 4] if entry.label), None)


def _join_titles(entries: list[Entry], paragraphs: Sequence[Paragraph]) -> Iterator[Entry]:
    """A label alone in its paragraph has the title that the next one is ("ARTICLE VIII", "CONFIDENTIALITY")."""
    taken = -1
    for entry, after in zip(entries, [*entries[1:], None], strict=False):
        if entry.index == taken:
            continue
        title = after.heading if after and after.label is None and after.kind not in _APART else None
        alone = entry.label is not None and entry.heading is None and not paragraphs[entry.index].text[entry.label.end :].strip(" .:\n\t")
        between = range(entry.index + 1, after.index) if after else range(0)
        if title and after and alone and title.whole and after.index > entry.index and not any(paragraphs[n].text.strip() for n in between):
            taken = after.index
            kind = after.kind if entry.kind == "provision" else entry.kind
            entry = replace(entry, heading=title, kind=kind)
        yield entry


def _mark_dividers(entries: list[Entry]) -> list[Entry]:
    after_each = [*entries[1:], Entry(10**9, None, None)][: len(entries)]
    return [
        replace(
            entry,
            divides=entry.kind != "row"
            and entry.heading is not None
            and entry.heading.whole
            and after.index <= entry.index + 2
            and after.label is not None,
        )
        for entry, after in zip(entries, after_each, strict=True)
    ]


def _find_entries(flow: Sequence[Paragraph], contents: frozenset[int]) -> Iterator[Entry]:
    labels = find_labels(flow, contents)
    rows, signed = find_rows(flow), find_sign_tables(flow)
    zone, recitals = "", Recitals()
    opened, worded = False, 0
    lead_ins = _count_text_leads(flow, labels)
    for at, p in enumerate(flow):
        if not p.text.strip() and not p.label:
            continue
        if p.index in contents:
            if zone != "contents":
                yield Entry(p.index, None, None, "contents")
            zone = "contents"
            continue
        entry = _unless_over_all(_read_entry(p, labels.get(p.index), opened, lead_ins), worded)
        worded += 1
        late = at * 2 > len(flow)
        zone, entry = _sign_entry(p, entry, zone, is_signing(p, late) or (late and p.index in signed))
        if zone != "signature":
            entry = recitals.read(p, entry)
        if p.index in rows and (zone != "signature" or not rows[p.index].signs):
            zone = ""
            yield rows[p.index].entry
        elif entry:
            yield entry
        yield from _find_more(p, labels.get(p.index), zone)
        opened = p.text.rstrip().endswith((":", ":-", "—", "–"))


def _find_more(p: Paragraph, own: Label | None, zone: str) -> Iterator[Entry]:
    """The provisions after the first in a paragraph that holds several."""
    if p.label or p.cell or zone == "signature":
        return
    for start, label in find_enumeration(p.text, own):
        line = p.text[start:].split("\n")[0]
        heading = read_heading(replace(p, text=line, lead=0, style=""), label.end, True, label.shape in _NUMBERED)
        yield Entry(p.index, label, heading, kind_of_heading(heading.text) if heading else "provision", start=start)


def _unless_over_all(entry: Entry | None, worded: int) -> Entry | None:
    """ "Exhibit 10.1" over a filed contract: the contract itself is no schedule."""
    return None if entry is not None and entry.kind == "schedule" and not worded else entry


def _sign_entry(p: Paragraph, entry: Entry | None, zone: str, signing: bool) -> tuple[str, Entry | None]:
    """Signatures start where their words do; inside them only a real section starts something new."""
    if signing or (zone == "signature" and is_sign_line(p.text)):
        starts = zone != "signature"
        return "signature", Entry(
            p.index, None, entry.heading if entry and entry.kind == "signature" else None, "signature"
        ) if starts else None
    if zone == "signature":
        real = entry is not None and (entry.label is not None or entry.outline is not None) and p.cell is None
        return ("", entry) if real else ("signature", None)
    return "", entry


def _read_entry(p: Paragraph, label: Label | None, opened: bool, lead_ins: bool) -> Entry | None:
    if label is not None and label.shape in _BULLETS:
        return None
    numbered = label is not None and label.shape in _NUMBERED
    heading = read_heading(p, label.end if label else 0, label is not None, numbered)
    if heading and heading.look == "text" and not lead_ins:
        heading = None
    if label is None and (heading is None or p.cell is not None):
        return None
    kind = "schedule" if label and label.shape == "schedule" else kind_of_heading(heading.text) if heading else "provision"
    if kind == "signature" and label:
        kind = "provision"
    styled = "heading" in p.style.lower() or (heading is not None and heading.look == "style")
    return Entry(p.index, label, heading, kind, (p.level or 0) if styled else None, p.level, opened)


def _count_text_leads(flow: Sequence[Paragraph], labels: dict[int, Label]) -> bool:
    """Plain lead-ins ("Notices. All notices ...") count as headings only where the document has the habit."""
    found = 0
    for p in flow:
        if p.index not in labels and p.cell is None and not p.lead:
            heading = read_heading(p, 0, False)
            found += heading is not None and heading.look == "text" and not heading.whole
    return found >= 4
