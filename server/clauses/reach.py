"""How far the patterns of a library reach in one contract: which pattern can match where, asked by the detectors."""

from __future__ import annotations

from server.clauses.patterns import Sieve, compile_pattern
from server.clauses.view import Unit, View
from server.model import Contract


class Reach:
    """A contract's view, sifted once for all patterns of a library."""

    def __init__(self, contract: Contract, sieve: Sieve) -> None:
        self.view = View(contract)
        self._candidates = sieve.sift(self.view.readings)

    def paragraphs(self, source: str) -> list[int]:
        """The paragraphs that a pattern may match."""
        return self._candidates[source]

    def units(self, source: str, within: str) -> tuple[Unit, ...]:
        """The stretches that a pattern matches, in the contract's order."""
        if within == "section":
            units = self.view.section_units
        else:
            units = tuple(unit for number in self.paragraphs(source) for unit in self.view.units(number, within))
        return tuple(unit for unit in units if self.matches(source, unit))

    def matches(self, source: str, unit: Unit) -> bool:
        return compile_pattern(source).search(unit.text) is not None

    def stands(self, sources: tuple[str, ...]) -> bool:
        """Whether one of the patterns matches anywhere: a paragraph after its lead-in, recitals and headings included."""
        return any(
            compile_pattern(source).search(self.view.readings[number]) is not None for source in sources for number in self.paragraphs(source)
        )
