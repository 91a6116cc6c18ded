"""How far the patterns of a library reach in one contract: which pattern can match where, asked by the detectors."""

from __future__ import annotations

from server.clauses.patterns import Sieve, compile_pattern, names_sides
from server.clauses.view import Unit, View
from server.model import Contract


class Reach:
    """A contract's view, sifted once for all patterns of a library.

    A pattern with {me} or {them} sees the sides' names folded; one without sees them as the contract writes them.
    """

    def __init__(self, contract: Contract, sieve: Sieve) -> None:
        self.view = View(contract)
        self._plain = View(contract, named=False)
        self._candidates = sieve.sift(self.view.readings, self._plain.readings)
        self._sets: dict[str, frozenset[int]] = {}
        self._units: dict[tuple[bool, int, str], tuple[Unit, ...]] = {}

    def view_for(self, source: str) -> View:
        """The view that a pattern sees."""
        return self.view if names_sides(source) else self._plain

    def units(self, source: str, within: str, also: tuple[str, ...] = ()) -> tuple[Unit, ...]:
        """The stretches that a pattern matches, in the contract's order; none of paragraphs that one of `also` cannot match."""
        view, pattern = self.view_for(source), compile_pattern(source)
        if within == "section":
            units = view.section_units
        else:
            units = tuple(unit for number in self._together(source, also) for unit in self._cut(source, number, within))
        return tuple(unit for unit in units if pattern.search(unit.encoded) is not None)

    def _together(self, source: str, also: tuple[str, ...]) -> list[int]:
        """The paragraphs that a pattern may match, and each of the others as well."""
        others = [self._possible(other) for other in also]
        return [number for number in self._candidates[source] if all(number in other for other in others)]

    def _cut(self, source: str, paragraph: int, within: str) -> tuple[Unit, ...]:
        """A paragraph's stretches as a pattern sees them, cut once for all patterns."""
        key = (names_sides(source), paragraph, within)
        if key not in self._units:
            self._units[key] = self.view_for(source).units(paragraph, within)
        return self._units[key]

    def matches(self, source: str, unit: Unit, within: str) -> bool:
        """Whether a pattern matches the stretch that `unit` (of either view) stands for."""
        view, paragraph = self.view_for(source), unit.parts[0].paragraph
        if within != "section" and paragraph not in self._possible(source):
            return False
        twins = view.section_units if within == "section" else self._cut(source, paragraph, within)
        twin = next((one for one in twins if one.number == unit.number), unit)
        return compile_pattern(source).search(twin.encoded) is not None

    def _possible(self, source: str) -> frozenset[int]:
        """The paragraphs that a pattern may match."""
        if source not in self._sets:
            self._sets[source] = frozenset(self._candidates[source])
        return self._sets[source]

    def stands(self, sources: tuple[str, ...], among: range | None = None) -> bool:
        """Whether one of the patterns matches anywhere: a paragraph after its lead-in, recitals and headings included.

        among: the paragraphs that count, None for all.
        """
        return self.first(sources, among) is not None

    def first(self, sources: tuple[str, ...], among: range | None = None) -> int | None:
        """The first paragraph that one of the patterns matches, None where none does."""
        matching = (
            number
            for source in sources
            for number in self._candidates[source]
            if (among is None or number in among) and compile_pattern(source).search(self.view_for(source).readings[number]) is not None
        )
        return next(matching, None)
