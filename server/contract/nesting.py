"""Nesting: which provision lies in which, told from one label to the next."""

from __future__ import annotations

from dataclasses import dataclass, replace

from server.contract.headings import Heading
from server.contract.labels import Label, as_roman

_FIRST = 1
_NO_PARENTS = ("contents", "signature", "row", "operative")


@dataclass(frozen=True, slots=True)
class Entry:
    """The start of a section: its paragraph, its label or heading, and how it looks.

    outline: the heading style's level. level: the list level. opened: the paragraph before it ends in a colon or a dash.
    divides: a heading alone that the next section follows at once (a part's title rather than a sub-heading).
    leaves: it ends the recitals before it. start: where in its paragraph it begins.
    kind: as Section's, or "operative" ("NOW, THEREFORE ...").
    """

    index: int
    label: Label | None
    heading: Heading | None
    kind: str = "provision"
    outline: int | None = None
    level: int | None = None
    opened: bool = False
    divides: bool = False
    leaves: bool = False
    start: int = 0

    @property
    def family(self) -> str:
        if self.label:
            return self.label.shape
        return f"heading-{self.heading.look if self.heading else self.kind}"

    @property
    def numbers(self) -> tuple[int, ...]:
        return self.label.numbers if self.label else ()


def nest(stack: list[Entry], entry: Entry, following: Label | None) -> tuple[int, Entry]:
    """How many of the open sections stay open around `entry`, and the entry with an ambiguous letter ("(i)") settled."""
    closed = next((at for at, other in enumerate(stack) if other.kind in _NO_PARENTS), len(stack))
    if entry.leaves:
        closed = next((at for at, other in enumerate(stack[:closed]) if other.kind == "recitals"), closed)
    keep, settled = _nest_open(stack[:closed], entry, following)
    return min(keep, closed), settled


def _nest_open(stack: list[Entry], entry: Entry, following: Label | None) -> tuple[int, Entry]:
    if entry.kind in ("schedule", "signature", "recitals", "contents") and not _within_numbers(entry):
        return 0, entry
    if entry.label is None:
        return _nest_heading(stack, entry), entry
    entry = _settle(stack, entry, following)
    if entry.label is not None and entry.label.shape == "decimal":
        return _nest_decimal(stack, entry), entry
    if entry.family in ("article", "part"):
        return _nest_article(stack, entry), entry
    return _nest_item(stack, entry), entry


def _within_numbers(entry: Entry) -> bool:
    return entry.label is not None and entry.label.shape != "schedule"


def _nest_heading(stack: list[Entry], entry: Entry) -> int:
    if entry.outline is not None:
        for at, other in enumerate(stack):
            if other.outline is not None and other.outline >= entry.outline:
                return at
        above = [at for at, other in enumerate(stack) if other.outline is not None]
        if above:
            return above[-1] + 1
    for at, other in enumerate(stack):
        if other.family == entry.family and other.outline == entry.outline:
            return at
    look = entry.heading.look if entry.heading else ""
    if look in ("lead", "text", "look", "row") and not entry.divides:
        return 1 + max((at for at, other in enumerate(stack) if _is_head(other)), default=-1)
    return sum(other.kind == "schedule" for other in stack[:1])


def _is_head(entry: Entry) -> bool:
    """A provision with a heading of its own, that sub-headings may stand in."""
    return (
        entry.kind == "schedule"
        or entry.outline is not None
        or (entry.heading is not None and entry.family in ("decimal", "article", "part"))
    )


def _nest_decimal(stack: list[Entry], entry: Entry) -> int:
    numbers = entry.numbers
    for at in range(len(stack) - 1, -1, -1):
        other = stack[at]
        if (
            other.family in ("decimal", "article", "part")
            and len(other.numbers) < len(numbers)
            and numbers[: len(other.numbers)] == other.numbers
        ):
            return at + 1
    deep = [at for at, other in enumerate(stack) if other.family == "decimal" and len(other.numbers) >= len(numbers)]
    same = [at for at in deep if len(stack[at].numbers) == len(numbers)] or deep
    later = [at for at in same if stack[at].numbers[: len(numbers)] < numbers]
    if later:
        alike = [at for at in later if (stack[at].heading is None) == (entry.heading is None) and stack[at].level == entry.level]
        return (alike or later)[-1]
    if same and (entry.opened or _deeper(entry, stack[-1])):
        return len(stack)
    if same:
        return same[0]
    if entry.opened or _deeper(entry, stack[-1] if stack else None):
        return len(stack)
    return 1 + max((at for at, other in enumerate(stack) if other.label is None or _holds_decimals(other)), default=-1)


def _holds_decimals(entry: Entry) -> bool:
    """A provision that plain numbers stand in: an article, or one with a capital letter and a title ("B. Fees")."""
    return entry.family in ("article", "part", "schedule") or (entry.family in ("LETTER.", "ROMAN.") and entry.heading is not None)


def _deeper(entry: Entry, top: Entry | None) -> bool:
    return top is not None and entry.level is not None and top.level is not None and entry.level > top.level


def _nest_article(stack: list[Entry], entry: Entry) -> int:
    for at, other in enumerate(stack):
        if other.family in (entry.family, "decimal"):
            return at
    return sum(other.kind == "schedule" for other in stack[:1])


def _nest_item(stack: list[Entry], entry: Entry) -> int:
    same = [at for at, other in enumerate(stack) if other.family == entry.family]
    value = entry.numbers[0]
    after = [at for at in same if stack[at].numbers[0] < value]
    if after:
        alike = [at for at in after if stack[at].numbers[0] == value - 1 and stack[at].level == entry.level]
        return (alike or after)[-1]
    if same and value == _FIRST and (entry.opened or _deeper(entry, stack[-1])):
        return len(stack)
    if same:
        return same[-1]
    if entry.level is not None and not entry.opened:
        return _by_level(stack, entry.level)
    return len(stack)


def _by_level(stack: list[Entry], level: int) -> int:
    """A list item of another kind of number: inside everything of a lower list level."""
    for at, other in enumerate(stack):
        if other.level is not None and other.level >= level and other.outline is None:
            return at
    return len(stack)


def _settle(stack: list[Entry], entry: Entry, following: Label | None) -> Entry:
    """ "(i)" is the ninth letter after "(h)" and the Roman one elsewhere; "(v)" and "(x)" likewise."""
    label = entry.label
    if label is None or "letter" not in label.shape.lower():
        return entry
    mark = label.text.strip("().")
    roman = as_roman(mark)
    shape = label.shape.replace("letter", "roman").replace("LETTER", "ROMAN")
    if not roman or len(mark) > 1:
        return entry
    letters = any(other.family == label.shape and other.numbers[0] == label.numbers[0] - 1 for other in stack)
    romans = any(other.family == shape and other.numbers[0] == roman - 1 for other in stack)
    next_roman = following is not None and following.shape == shape and following.numbers[0] == roman + 1
    if romans or (next_roman and roman == _FIRST) or (roman == _FIRST and not letters):
        return replace(entry, label=replace(label, shape=shape, numbers=(roman,)))
    return entry
