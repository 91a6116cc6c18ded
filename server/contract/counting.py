"""Typed labels that could be something else ("2 Main Street", "A. Smith", "I. Newton") count only where they count up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from server.contract.headings import is_capitals, is_title_case
from server.contract.labels import Label, as_roman, label_of
from server.model import Paragraph

_HIGHEST = 200
_DOUBTFUL = ("LETTER.", "letter.")
_TITLE_WORDS = 8
Found = dict[int, Label]


def find_labels(flow: Sequence[Paragraph], contents: frozenset[int]) -> Found:
    """Labels by paragraph index. A doubtful one is kept in a run 1, 2, ..., before its own sub-clauses, or in a run of titles."""
    found: Found = {}
    doubtful: dict[str, list[tuple[Paragraph, Label]]] = {}
    for p in flow:
        label = None if p.index in contents else label_of(p)
        if label is None or _is_value(p, label):
            continue
        if _is_doubtful(p, label):
            doubtful.setdefault(label.shape, []).append((p, label))
        elif label.numbers[0] < _HIGHEST:
            found[p.index] = label
    romans = {label.numbers[0] for label in found.values() if label.shape == "ROMAN."}
    for group in doubtful.values():
        sure = dict(found)
        found.update(_counted_up(group))
        found.update(_over_their_own(group, sure))
        found.update(_in_capitals(group))
        found.update(_as_romans(group, romans))
    return found


def _is_value(p: Paragraph, label: Label) -> bool:
    """Whether a number in a later column of a table is a figure ("0.90", "0.90 or better") and no label."""
    after = p.text[label.end :].strip()
    return p.cell is not None and p.cell.column > 0 and not p.label and (not after or after[0].islower())


def _is_doubtful(p: Paragraph, label: Label) -> bool:
    return not p.label and (label.bare or label.shape in _DOUBTFUL) and "\t" not in p.text[: label.end]


def _counted_up(group: list[tuple[Paragraph, Label]]) -> Found:
    """Those in a run 1, 2, ... of at least two."""
    kept: Found = {}
    run: list[tuple[Paragraph, Label]] = []
    for p, label in group:
        value = label.numbers[0]
        if run and value == run[-1][1].numbers[0] + 1:
            run.append((p, label))
            kept.update((one.index, its) for one, its in run)
        elif value == 1:
            run = [(p, label)]
    return kept


def _over_their_own(group: list[tuple[Paragraph, Label]], found: Found) -> Found:
    """ "22 LAW" where the next label is "22.1"."""
    order = sorted(found)
    kept: Found = {}
    for p, label in group:
        following = next((found[index] for index in order if index > p.index), None)
        if label.bare and following and following.shape == "decimal" and following.numbers[:2] == (*label.numbers, 1):
            kept[p.index] = label
    return kept


def _in_capitals(group: list[tuple[Paragraph, Label]]) -> Found:
    """ "23 NOTICES" and "24 LAW": numbers in a row before short titles, wherever the count begins."""
    titled = [(p, label) for p, label in group if label.bare and _is_short_title(p.text[label.end :].strip())]
    pairs = [pair for pair in pairwise(titled) if pair[1][1].numbers[0] == pair[0][1].numbers[0] + 1]
    return {p.index: label for pair in pairs for p, label in pair}


def _is_short_title(words: str) -> bool:
    return len(words.split()) <= _TITLE_WORDS and "," not in words and (is_capitals(words) or is_title_case(words))


def _as_romans(group: list[tuple[Paragraph, Label]], romans: set[int]) -> Found:
    """ "I.", "V." and "X." beside "II.", "IV." and "IX." are Roman numerals."""
    return {
        p.index: replace(label, shape="ROMAN.", numbers=(value,))
        for p, label in group
        if label.shape == "LETTER." and (value := as_roman(label.text)) and {value - 1, value + 1} & romans
    }
