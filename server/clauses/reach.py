"""How far the patterns of a library reach in one contract: which pattern can match where, asked by the detectors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from server.clauses.patterns import Known, Sieve, compile_pattern, names_sides
from server.clauses.view import Unit, View
from server.model import Contract

Candidates = Mapping[str, Sequence[int]]


class _Cut:
    """The contract cut into stretches of one size, each at the same place in both views; and which pattern may match where.

    units: the stretches as a view has them, None for one without words. starts: the place of each paragraph's first stretch.
    """

    def __init__(
        self, units: dict[bool, Sequence[Unit | None]], starts: Sequence[int], candidates: Mapping[str, Sequence[int]] | None
    ) -> None:
        self.units = units
        self._starts = starts
        self._candidates = candidates
        self._sets: dict[str, frozenset[int]] = {}

    def places(self, source: str) -> Sequence[int]:
        """Where a pattern may match, in the contract's order."""
        return range(len(self.units[True])) if self._candidates is None else self._candidates.get(source, ())

    def among(self, source: str) -> frozenset[int]:
        """The same, to ask for one place."""
        if source not in self._sets:
            self._sets[source] = frozenset(self.places(source))
        return self._sets[source]

    def place(self, unit: Unit) -> int:
        """Where a stretch of either view stands."""
        return unit.number + (self._starts[unit.parts[0].paragraph] if self._starts else 0)


class Reach:
    """A contract's view, sifted for all patterns of a library: the sieve tells where a pattern cannot match, RE2 where it does.

    A pattern with {me} or {them} sees the sides' names folded; one without sees them as the contract writes them.
    """

    def __init__(self, contract: Contract, sieve: Sieve) -> None:
        self.view = View(contract)
        self._plain = View(contract, named=False)
        self._sieve = sieve
        self._known = Known({}, {})
        self._candidates = sieve.sift(self.view.encoded, self._plain.encoded, self._known)
        self._first: dict[str, int | None] = {}

    def view_for(self, source: str) -> View:
        """The view that a pattern sees."""
        return self.view if names_sides(source) else self._plain

    def units(self, source: str, within: str, also: tuple[str, ...] = ()) -> tuple[Unit, ...]:
        """The stretches that a pattern matches, in the contract's order; none that one of `also` cannot match."""
        cut = self._cut(within)
        places = cut.places(source)
        for other in also if places else ():
            allowed = cut.among(other)
            places = [place for place in places if place in allowed]
        if not places:
            return ()
        search = compile_pattern(source).search
        units = cut.units[names_sides(source)]
        return tuple(unit for place in places if (unit := units[place]) is not None and search(unit.encoded) is not None)

    def matches(self, source: str, unit: Unit, within: str) -> bool:
        """Whether a pattern matches the stretch that `unit` (of either view) stands for."""
        cut = self._cut(within)
        place = cut.place(unit)
        twin = cut.units[names_sides(source)][place] if place in cut.among(source) else None
        return twin is not None and compile_pattern(source).search(twin.encoded) is not None

    def _cut(self, within: str) -> _Cut:
        if within == "sentence":
            return self._sentences
        return self._paragraphs if within == "paragraph" else self._sections

    @cached_property
    def _sentences(self) -> _Cut:
        starts, end = [], 0
        for number in range(len(self.view.folds)):
            starts.append(end)
            end += len(self.view.sentences(number))
        units = {named: self._laid_out(view, starts, end, "sentence") for named, view in ((True, self.view), (False, self._plain))}
        named, plain = ([unit.encoded if unit else b"" for unit in units[view]] for view in (True, False))
        return _Cut(units, starts, self._sieve.sift(named, plain, self._known))

    @cached_property
    def _paragraphs(self) -> _Cut:
        starts = range(len(self.view.folds))
        views = ((True, self.view), (False, self._plain))
        return _Cut({named: self._laid_out(view, starts, len(starts), "paragraph") for named, view in views}, starts, self._candidates)

    @cached_property
    def _sections(self) -> _Cut:
        return _Cut({True: self.view.section_units, False: self._plain.section_units}, (), None)

    @staticmethod
    def _laid_out(view: View, starts: Sequence[int], end: int, within: str) -> Sequence[Unit | None]:
        """A view's stretches, each at its place."""
        laid: list[Unit | None] = [None] * end
        for number, start in enumerate(starts):
            for unit in view.units(number, within):
                laid[start + unit.number] = unit
        return laid

    def stands(self, sources: tuple[str, ...], among: range | None = None) -> bool:
        """Whether one of the patterns matches anywhere: a paragraph after its lead-in, recitals and headings included.

        among: the paragraphs that count, None for all.
        """
        return self.first(sources, among) is not None

    def first(self, sources: tuple[str, ...], among: range | None = None) -> int | None:
        """The first paragraph that one of the patterns matches, None where none does."""
        found = (self._first_of(source, among) for source in sources if source in self._candidates)
        return next((number for number in found if number is not None), None)

    def _first_of(self, source: str, among: range | None) -> int | None:
        if among is None and source in self._first:
            return self._first[source]
        pattern, texts = compile_pattern(source), self.view_for(source).encoded
        numbers = (n for n in self._candidates[source] if (among is None or n in among) and pattern.search(texts[n]) is not None)
        found = next(numbers, None)
        if among is None:
            self._first[source] = found
        return found
