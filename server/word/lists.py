"""The lists that numbering.xml defines: nine levels each, with overrides and list styles resolved. ECMA-376-1 17.9.

Where Word departs from the standard, [MS-OI29500] 2.1.275 and following say how.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from server.word.styles import NAMESPACE, OFF, VAL, Styles, whole

LEVELS = 9
NUM_ID = f"{NAMESPACE}numId"
ILVL = f"{NAMESPACE}ilvl"
PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Format:
    """How a list writes one of its levels. kind: the w:numFmt value; pattern: literal text, and levels from 0 whose numbers go there.

    restart: a paragraph of any level below this number starts the count again (0: none does). style: the linked paragraph style.
    """

    kind: str = "decimal"
    pattern: tuple[str | int, ...] = ()
    start: int = 0
    restart: int = 0
    legal: bool = False
    hidden: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class ListDefinition:
    """A w:num with its overrides applied. group: the abstract list whose count it shares with others.

    starts: the levels that its own first use sets to a new start. flat: a single-level list that defines no second level.
    """

    id: int
    group: str
    formats: tuple[Format, ...]
    starts: Mapping[int, int] = field(default_factory=dict)
    flat: bool = False


def read_lists(root: etree._Element, styles: Styles) -> dict[int, ListDefinition]:
    """The lists of a w:numbering root by numId. A w:num whose abstract list is missing is left out: Word shows no number for it."""
    abstracts = {element.get(f"{NAMESPACE}abstractNumId", ""): element for element in root.iterchildren(f"{NAMESPACE}abstractNum")}
    nums = {whole(element.get(NUM_ID)) or 0: element for element in root.iterchildren(f"{NAMESPACE}num")}
    groups = {num_id: value(element, f"{NAMESPACE}abstractNumId") or "" for num_id, element in nums.items()}
    read: dict[str, tuple[tuple[Format, ...], bool]] = {}
    lists: dict[int, ListDefinition] = {}
    for num_id, element in nums.items():
        if groups[num_id] not in abstracts or num_id == 0:
            continue
        group = _defining(groups[num_id], abstracts, groups, styles)
        if group not in read:
            read[group] = _read_abstract(abstracts[group])
        formats, flat = read[group]
        lists[num_id] = _read_num(element, ListDefinition(num_id, group, formats, flat=flat))
    return lists


def _defining(group: str, abstracts: Mapping[str, etree._Element], groups: Mapping[int, str], styles: Styles) -> str:
    """The abstract list to be used: itself, or the one behind the list style that it names (numStyleLink, 17.9.21)."""
    link = value(abstracts[group], f"{NAMESPACE}numStyleLink")
    if not link:
        return group
    numbering = styles.numbering(link) if link in styles else None
    target = groups.get(numbering[0], "") if numbering else ""
    if target in abstracts:
        return target
    return next((other for other, element in abstracts.items() if value(element, f"{NAMESPACE}styleLink") == link), group)


def _read_abstract(abstract: etree._Element) -> tuple[tuple[Format, ...], bool]:
    found = [Format(restart=level) for level in range(LEVELS)]
    defined = set()
    for element in abstract.iterchildren(f"{NAMESPACE}lvl"):
        level = whole(element.get(ILVL))
        if level is not None and 0 <= level < LEVELS:
            found[level] = _read_format(element, level)
            defined.add(level)
    flat = defined == {0} and value(abstract, f"{NAMESPACE}multiLevelType") == "singleLevel"
    return tuple(found), flat


def _read_format(lvl: etree._Element, level: int) -> Format:
    restart = whole(value(lvl, f"{NAMESPACE}lvlRestart"))
    return Format(
        kind=_read_kind(lvl),
        pattern=_read_pattern(lvl, level),
        start=whole(value(lvl, f"{NAMESPACE}start")) or 0,
        restart=level if restart is None else min(restart, level),
        legal=_on(lvl, f"{NAMESPACE}isLgl"),
        hidden=_on(lvl, f"{NAMESPACE}rPr/{NAMESPACE}vanish"),
        style=value(lvl, f"{NAMESPACE}pStyle") or "",
    )


def _read_kind(lvl: etree._Element) -> str:
    """The format, which Word 2010 and later wrap in mc:AlternateContent when it is a custom one ("001, 002, 003, ...")."""
    element = next(lvl.iter(f"{NAMESPACE}numFmt"), None)
    if element is None:
        return "decimal"
    kind = element.get(VAL, "decimal")
    first = element.get(f"{NAMESPACE}format", "").split(",")[0].strip()
    return f"custom:{first}" if kind == "custom" and first.isdigit() else kind


def _read_pattern(lvl: etree._Element, level: int) -> tuple[str | int, ...]:
    """The level's text cut at its placeholders. One that names a deeper level makes Word ignore the text ([MS-OI29500] 2.1.283 c)."""
    pieces = PLACEHOLDER.split(value(lvl, f"{NAMESPACE}lvlText") or "")
    pattern = tuple(int(piece) - 1 if at % 2 else piece for at, piece in enumerate(pieces))
    return () if any(isinstance(piece, int) and piece > level for piece in pattern) else pattern


def _read_num(element: etree._Element, base: ListDefinition) -> ListDefinition:
    """Levels redefined (17.9.7; Word does not heed a lvlRestart there, [MS-OI29500] 2.1.282 b) and starts overridden (17.9.26)."""
    formats = list(base.formats)
    starts: dict[int, int] = {}
    for override in element.iterchildren(f"{NAMESPACE}lvlOverride"):
        level = whole(override.get(ILVL))
        if level is None or not 0 <= level < LEVELS:
            continue
        lvl = override.find(f"{NAMESPACE}lvl")
        if lvl is not None:
            formats[level] = replace(_read_format(lvl, level), restart=formats[level].restart)
        start = whole(value(override, f"{NAMESPACE}startOverride"))
        if start is not None:
            starts[level] = start
    return replace(base, formats=tuple(formats), starts=starts)


def value(element: etree._Element, path: str) -> str | None:
    """The w:val of the first element at `path`; None where there is none."""
    child = element.find(path)
    return None if child is None else child.get(VAL)


def _on(element: etree._Element, path: str) -> bool:
    child = element.find(path)
    return child is not None and child.get(VAL, "1") not in OFF
