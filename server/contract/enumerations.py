"""Several provisions typed into one paragraph: "1. Fees. ... 2. Term. ...", or one to a line break."""

from __future__ import annotations

import re

from server.contract.labels import Label, read_label

_STARTS = re.compile(r"\n[ \t\u00a0]*(?=\S)|(?<=[.;:!?”\"])[ \t\u00a0]+(?=[\dA-Za-z(§])")
_SHORTEST = 12


def find_enumeration(text: str, own: Label | None) -> tuple[tuple[int, Label], ...]:
    """Where further provisions start in a paragraph, with their labels; empty for a list inside a sentence.

    They go on counting where the paragraph's own number stops (`own`), or from 1 behind line breaks; "(a) ...; (b) ..." inside a
    provision is no such run. Offsets are code points of `text`; a label's `end` is counted from there.
    """
    found: list[tuple[int, Label]] = []
    last = own
    start = own.end if own else 0
    for gap in _STARTS.finditer(text, start):
        label = read_label(text[gap.end() : gap.end() + 60])
        if label is None or label.shape == "bullet" or (last and gap.end() - start < _SHORTEST):
            continue
        rest = text[gap.end() + label.end :].lstrip()
        if _goes_on(last, label, "\n" in gap[0]) and rest[:1].isupper():
            found.append((gap.end(), label))
            last, start = label, gap.end() + label.end
    return tuple(found) if own or len(found) > 1 else ()


def _goes_on(last: Label | None, label: Label, breaks: bool) -> bool:
    if label.bare and not breaks:
        return False
    if last is None:
        return breaks and label.numbers[-1] == 1
    if label.shape != last.shape or (label.shape[0] == "(" and not breaks):
        return False
    return label.numbers[:-1] == last.numbers[:-1] and label.numbers[-1] == last.numbers[-1] + 1
