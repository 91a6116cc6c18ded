"""Patterns of the library: RE2 (linear time), compiled once, with {me} and {them} as one character each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple, Protocol

import re2

ME = "\ue000"
THEM = "\ue001"
HERE = "here"
_GAP = re.compile(r"(?<!\\p)(?<!\\P)\{([^{}]*[A-Za-z_][^{}]*)\}")


class Pattern(Protocol):
    """What this room uses of a compiled RE2 pattern."""

    groupindex: dict[str, int]

    def search(self, text: str | bytes) -> Any: ...

    def finditer(self, text: str) -> Iterable[Any]: ...


def _options() -> Any:
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    return options


def translate(source: str) -> str:
    """The pattern with the parties' characters in it, their possessive allowed. Raises ValueError for another name in braces."""

    def character(found: re.Match[str]) -> str:
        party = {"me": ME, "them": THEM}.get(found.group(1))
        if party is None:
            raise ValueError(f"unknown placeholder {{{found.group(1)}}} in a pattern: only {{me}} and {{them}} stand in patterns")
        return f"(?:{party}(?:'s)?)"

    return _GAP.sub(character, source)


@cache
def names_sides(source: str) -> bool:
    """Whether a pattern speaks of {me} or {them}; one that does not sees the names as the contract writes them."""
    return "{me}" in source or "{them}" in source


# What a sieve has compiled need not be compiled again: most of the time that loading a library takes.
_SIEVED: dict[str, Pattern] = {}


@cache
def compile_pattern(source: str) -> Pattern:
    """A pattern of a clause file, case-insensitive. Raises ValueError, in words, for one that is no RE2 pattern."""
    if source in _SIEVED:
        return _SIEVED[source]
    try:
        compiled: Pattern = re2.compile(translate(source), _options())
    except re2.error as wrong:
        reason = wrong.args[0].decode() if wrong.args and isinstance(wrong.args[0], bytes) else str(wrong)
        raise ValueError(f"is no valid pattern: {reason}") from None
    return compiled


def spot(pattern: Pattern, found: Any) -> tuple[int, int]:
    """Where the wording goes: the group named `here`, without one the whole match."""
    number = pattern.groupindex.get(HERE)
    begin, end = found.span(number) if number else found.span()
    return (begin, end) if begin >= 0 else found.span()


class Known(NamedTuple):
    """Texts of one contract and which patterns may match them, for texts with names folded and without."""

    named: dict[bytes, Sequence[int]]
    plain: dict[bytes, Sequence[int]]


class Sieve:
    """Sorts out which of many patterns can match a text at all. Raises ValueError as `compile_pattern` does."""

    def __init__(self, sources: Sequence[str]) -> None:
        self.sources = tuple(dict.fromkeys(sources))
        self._filters = [_Filter([source for source in self.sources if names_sides(source) is named]) for named in (True, False)]

    def sift(self, named: Sequence[bytes], plain: Sequence[bytes], known: Known | None = None) -> dict[str, Sequence[int]]:
        """For each pattern that may match any, the numbers of these texts, in order. named, plain: with names folded, and without.

        known: the answers for texts of the same contract that were asked before (most sentences are paragraphs); filled.
        """
        before = known or Known({}, {})
        return {**self._filters[0].sift(named, before.named), **self._filters[1].sift(plain, before.plain)}


class _Filter:
    def __init__(self, sources: Sequence[str]) -> None:
        self._sources = sources
        self._filter = re2.Filter()
        options = _options()
        for source in sources:
            try:
                number = self._filter.Add(translate(source), options)
            except re2.error:
                compile_pattern(source)
                raise
            _SIEVED.setdefault(source, self._filter.re(number))
        if sources:
            self._filter.Compile()
        # Those that need no particular letters, and so may match anything: told apart here, not anew for each text.
        self._always = frozenset(self._filter.Match(b"", potential=True) or ()) if sources else frozenset()

    def sift(self, texts: Sequence[bytes], known: dict[bytes, Sequence[int]]) -> dict[str, Sequence[int]]:
        places: defaultdict[int, list[int]] = defaultdict(list)
        for number, text in enumerate(texts if self._sources else ()):
            found = known.get(text)
            if found is None:
                may = self._filter.Match(text, potential=True) or ()
                found = known[text] = [index for index in may if index not in self._always]
            for index in found:
                places[index].append(number)
        everywhere = {self._sources[index]: range(len(texts)) for index in self._always}
        return {**everywhere, **{self._sources[index]: numbers for index, numbers in places.items()}}
