"""The next free number in the contract's own numbering: "8.2" -> "8.3", "(b)" -> "(c)", "IV" -> "V", "8" -> "8A" where 9 is taken."""

from __future__ import annotations

import re
from collections.abc import Container

_LAST = re.compile(r"(\d+|[ivxlc]+|[IVXLC]+|[A-Za-z]+)([A-Z]?)(\W*)$")
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_WORD = re.compile(r"^(?:article|section|clause|paragraph|part)\s+", re.IGNORECASE)


def next_label(label: str, position: int) -> str:
    """The label after `label`, which is the `position`-th of its row (from 1: that tells "(i)" the letter from "(i)" the numeral)."""
    found = _LAST.search(label)
    if found is None:
        return ""
    token = found.group(1)
    if _WORD.match(label) and not set(token) - set("IVXLC"):
        return label[: found.start(1)] + _numeral(_value(token) + 1) + found.group(3)
    return label[: found.start(1)] + _count_on(token, position) + found.group(3)


def suffixed(label: str, taken: Container[str]) -> str:
    """The label with the first free letter: "8.2" -> "8.2A"."""
    stem = re.sub(r"\W*$", "", label)
    tail = label[len(stem) :]
    if tail.startswith(")"):
        return ""
    return next((f"{stem}{letter}{tail}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if f"{stem}{letter}" not in taken), "")


def bare(label: str) -> str:
    """The label without its word and closing point: "Article IV." -> "IV"."""
    return _WORD.sub("", label).rstrip(".:")


def _count_on(token: str, position: int) -> str:
    if token.isdigit():
        return str(int(token) + 1).zfill(len(token))
    if _numeral(position) == token.upper():
        numeral = _numeral(position + 1)
        return numeral if token.isupper() else numeral.lower()
    last = token[-1]
    if last in "zZ":
        return token[:-1] + ("aa" if last == "z" else "AA")
    return token[:-1] + chr(ord(last) + 1)


def _value(numeral: str) -> int:
    """What a Roman numeral is worth."""
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    values = [worth[letter] for letter in numeral]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def _numeral(number: int) -> str:
    numeral = ""
    for value, letters in _ROMAN:
        while number >= value:
            numeral, number = numeral + letters, number - value
    return numeral
