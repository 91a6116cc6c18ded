"""A list inside a sentence ("Sections 3, 4 and 5"), and one member more in its own grammar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from server.model import Contract, Span

_JOINT = re.compile(r"\b(?:and/or|and|or)\b", re.IGNORECASE)
_RANGE = re.compile(r"\b(?:to|through|until)\b|[-\u2013\u2014]")
_MARK = re.compile(r"\((?:\d{1,2}|[a-z])\)")
_SERIAL = re.compile(r"\w+, \w[\w ]{0,25}(,)? (?:and|or) \w")


@dataclass(frozen=True, slots=True)
class Series:
    """A list in one paragraph. items: its members' words; between: what stands between them. mark: the first one's "(a)", "" for none."""

    span: Span
    items: tuple[str, ...]
    between: tuple[str, ...] = ()
    mark: str = ""

    @property
    def words(self) -> str:
        """The list as it reads; members numbered "(a) ... (b)" in the line are numbered on."""
        words, mark = self.items[0], self.mark
        for gap, item in zip(self.between, self.items[1:], strict=True):
            if mark:
                mark = str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)
            words += (_MARK.sub(f"({mark})", gap) if mark else gap) + item
        return words


def read_series(paragraph: int, text: str, members: Sequence[tuple[int, int]]) -> Series:
    """The series of the members that stand at these places; the two ends of a range ("5 through 9") are one member."""
    joined: list[tuple[int, int]] = []
    for start, end in members:
        if joined and _RANGE.search(text[joined[-1][1] : start]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    between = tuple(text[joined[n][1] : joined[n + 1][0]] for n in range(len(joined) - 1))
    before = re.search(r"\((\d{1,2}|[a-z])\)\s*$", text[: joined[0][0]])
    mark = before.group(1) if before and any(_MARK.search(gap) for gap in between) else ""
    span = Span(paragraph, joined[0][0], joined[-1][1])
    return Series(span, tuple(text[start:end] for start, end in joined), between, mark)


def grown(series: Series, member: str, at: int, serial: bool) -> Series:
    """The series with one member more before the `at`-th (from 0; the number of members for the end).

    serial: whether the contract writes a comma before the "and" of three.
    """
    items, between = list(series.items), list(series.between)
    plain = next((one for one in between if not _JOINT.search(one)), ", ")
    if not between:
        between = [" and "]
    elif at == len(items):
        joint = between[-1]
        if len(between) == 1 and serial and _JOINT.search(joint) and not re.search(r"[,;]", joint):
            joint = f",{joint}"
        between[-1:] = [plain, joint] if _JOINT.search(joint) else [joint, plain]
    else:
        between.insert(max(at - 1, 0), plain)
    items.insert(at, member)
    return replace(series, items=tuple(items), between=tuple(between))


def writes_serial_comma(contract: Contract) -> bool:
    """Whether the contract puts a comma before the "and" of a list of three; where it has none, as its spelling's country does."""
    found = [bool(one.group(1)) for paragraph in contract.paragraphs for one in _SERIAL.finditer(paragraph.text)]
    return 2 * sum(found) >= len(found) if found else contract.style.spelling == "us"
