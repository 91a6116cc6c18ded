"""The vocabulary of the library, and of one clause: groups of words for one notion, written once and named in patterns as <assigns>."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from server.errors import ClauseShape

FILE = "vocabulary.toml"
PATTERNS = frozenset(("any", "also", "all", "unless", "present", "counterpart"))
_NAME = re.compile(r"[a-z][a-z0-9-]*")
_USE = re.compile(r"(?<!\(\?P)<([a-z][a-z0-9-]*)>")

Vocabulary = Mapping[str, str]


def read_vocabulary(folders: Sequence[Path]) -> Vocabulary:
    """Each name's pattern, from the vocabulary.toml of every folder that has one; a later folder's name overrides an earlier one's.

    Raises ClauseShape naming file and key: no TOML, something else than a list of patterns, a name that is none.
    """
    words: dict[str, str] = {}
    for folder in folders:
        path = folder / FILE
        if path.is_file():
            words |= _read(path, words)
    return words


def _read(path: Path, known: Vocabulary) -> Vocabulary:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise ClauseShape(f"is no valid TOML: {wrong}", str(path)) from None
    return define(data, known, str(path))


def define(entries: Any, known: Vocabulary, path: str, under: str = "") -> Vocabulary:
    """The known words and those of a table {name: [pattern, ...]}. Raises ClauseShape naming the key below `under`."""
    words = dict(known)
    if not isinstance(entries, dict):
        raise ClauseShape("must be a table of names", path, under)
    for name, alternatives in entries.items():
        field = f"{under}.{name}" if under else name
        if not _NAME.fullmatch(name):
            raise ClauseShape("a name is small letters, digits and hyphens", path, field)
        if not isinstance(alternatives, list) or not alternatives or not all(isinstance(one, str) for one in alternatives):
            raise ClauseShape("must be a list of patterns", path, field)
        try:
            words[name] = f"(?:{'|'.join(expand(one, words) for one in alternatives)})"
        except ValueError as wrong:
            raise ClauseShape(str(wrong), path, field) from None
    return words


def expand(source: str, words: Vocabulary) -> str:
    """A pattern with each <name> replaced by its group. Raises ValueError for a name that the vocabulary does not have (yet)."""

    def group(found: re.Match[str]) -> str:
        if found.group(1) not in words:
            raise ValueError(f"<{found.group(1)}> is not in the vocabulary ({FILE}), or stands there further down")
        return words[found.group(1)]

    return _USE.sub(group, source)


def expand_patterns(data: Any, words: Vocabulary, path: str, field: str = "") -> Any:
    """The data of a clause file with every <name> in its patterns replaced. Raises ClauseShape naming the key."""
    if isinstance(data, dict):
        return {key: _expanded(key, value, words, (path, f"{field}.{key}" if field else key)) for key, value in data.items()}
    if isinstance(data, list):
        return [expand_patterns(one, words, path, f"{field}[{number}]") for number, one in enumerate(data)]
    return data


def _expanded(key: str, value: Any, words: Vocabulary, place: tuple[str, str]) -> Any:
    if key not in PATTERNS or not isinstance(value, list):
        return expand_patterns(value, words, *place)
    try:
        return [expand(one, words) if isinstance(one, str) else one for one in value]
    except ValueError as wrong:
        raise ClauseShape(str(wrong), *place) from None
