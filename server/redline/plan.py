"""The plan: which findings' edits go into one document together. No two touch the same words.

The more important finding goes first; one whose words are taken is dropped whole, never in part, and the plan says so.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from server.errors import AnchorLost, EditConflict
from server.model import Change, Edit, Insertion, Proposal, Skip, Span
from server.redline.diff import word_diff


@dataclass(frozen=True, slots=True)
class Plan:
    """What to write. edits: trimmed to their changed words, with their changes, in document order, apart from each other.

    insertions: by paragraph, the more important finding's first. skipped: by importance. shared: (finding, the finding
    whose identical edit or insertion also stands for it), so that a finding without anything of its own still counts as applied.
    """

    edits: tuple[Edit, ...]
    insertions: tuple[Insertion, ...]
    skipped: tuple[Skip, ...]
    shared: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Hunk:
    """One changed stretch: the words gone from [start, end) and those that come at its end."""

    paragraph: int
    start: int
    end: int
    new: str

    def meets(self, other: _Hunk) -> bool:
        return self.paragraph == other.paragraph and self.start <= other.end and other.start <= self.end


@dataclass(slots=True)
class _Taken:
    """The words already spoken for: hunks by paragraph, sorted, with the finding each belongs to."""

    hunks: dict[int, list[_Hunk]] = field(default_factory=lambda: defaultdict(list))
    owners: dict[_Hunk, str] = field(default_factory=dict)
    insertions: dict[tuple[object, ...], str] = field(default_factory=dict)

    def conflict(self, hunk: _Hunk) -> bool:
        if hunk in self.owners:
            return False
        return any(hunk.meets(other) for other in self.hunks[hunk.paragraph])

    def take(self, hunk: _Hunk, finding: str) -> None:
        self.owners[hunk] = finding
        self.hunks[hunk.paragraph].append(hunk)


def plan(proposals: Sequence[Proposal], rank: Sequence[str]) -> Plan:
    """Choose what fits together. rank: finding ids, the most important first; findings it does not name come last, by id.

    Two edits conflict where their changed words overlap or touch. Edits that change the same words to the same words
    are kept once. The order of `proposals` does not matter.
    """
    place = {finding: number for number, finding in enumerate(reversed(rank))}
    ordered = sorted(proposals, key=lambda proposal: (-place.get(proposal.finding, -1), proposal.finding, proposal.rung, repr(proposal)))
    taken = _Taken()
    edits: list[Edit] = []
    insertions: list[Insertion] = []
    skipped: list[Skip] = []
    shared: dict[tuple[str, str], None] = {}
    for finding, group in groupby(ordered, key=lambda proposal: proposal.finding):
        own = list(group)
        changed = [replace(edit, changes=word_diff(edit)) for proposal in own for edit in proposal.edits]
        if not _fits(changed, taken):
            skipped.append(Skip(finding, "overlaps", "A more important change already touches these words."))
            continue
        for edit in changed:
            edits += _take_edit(edit, finding, taken, shared)
        insertions += _take_insertions(own, taken, shared)
    edits = _separate(edits)
    insertions.sort(key=lambda insertion: insertion.after)
    return Plan(tuple(edits), tuple(insertions), tuple(skipped), tuple(shared))
