"""Letters: patterns that say A-Z and a-z, and mean the whole Latin alphabet."""

from __future__ import annotations

import re

_LATIN = tuple(map(chr, range(0xC0, 0x250)))
_CAPITALS = "".join(letter for letter in _LATIN if letter.isupper())
_SMALL = "".join(letter for letter in _LATIN if letter.islower())


def latin(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern compiled, its ranges of capitals and small letters with those of the European languages ("École", "Øresund")."""
    return re.compile(pattern.replace("A-Z", "A-Z" + _CAPITALS).replace("a-z", "a-z" + _SMALL), flags)
