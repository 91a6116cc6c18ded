"""The plan: which findings' edits go into one document together. No two touch the same words.

The more important finding goes first; one whose words are taken is dropped whole, never in part, and the plan says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from server.model import Annex, Change, Edit, Insertion, NewParagraph, Proposal, Skip, Span
from server.redline.diff import word_diff

TAKEN = "A more important change already touches these words."
UNCHANGED = "The document already reads as proposed."


@dataclass(frozen=True, slots=True)
class Plan:
    """What to write. edits: trimmed to their changed words, with their changes, in document order, apart from each other.

    insertions: by paragraph, in the order of the proposals (that of their numbers). skipped: by importance. shared: (finding, the more
    important finding whose identical edit or insertion stands for it too): it counts as applied where the other is.
    """

    edits: tuple[Edit, ...]
    insertions: tuple[Insertion, ...]
    skipped: tuple[Skip, ...]
    shared: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class _Hunk:
    """One changed stretch of a paragraph: the words in [start, end) go, the new ones come at the end."""

    paragraph: int
    start: int
    end: int
    old: str
    new: str

    @property
    def reach(self) -> int:
        """Words that go or come with the space behind them stand side by side with the word before their own space."""
        return self.start - (self.old or self.new).endswith(" ")

    def touches(self, other: _Hunk) -> bool:
        return self.paragraph == other.paragraph and self.reach <= other.end and other.reach <= self.end

    def overlaps(self, other: _Hunk) -> bool:
        """As touches, but words side by side are let be; two insertions in one place are not."""
        together = self.start == other.start or (self.start < other.end and other.start < self.end)
        return self.paragraph == other.paragraph and together


@dataclass(slots=True)
class _Draft:
    """The plan while it is made: who owns which changed words (taken: those of each paragraph) and which new paragraphs."""

    hunks: dict[_Hunk, Edit] = field(default_factory=dict)
    taken: defaultdict[int, list[_Hunk]] = field(default_factory=lambda: defaultdict(list))
    insertions: dict[tuple[int, tuple[NewParagraph, ...], Annex | None], Insertion] = field(default_factory=dict)
    skipped: list[Skip] = field(default_factory=list)
    shared: dict[tuple[str, str], None] = field(default_factory=dict)


def plan(proposals: Sequence[Proposal], rank: Sequence[str]) -> Plan:
    """Choose what fits together. rank: finding ids, the most important first; findings that it does not name come last, by id.

    Edits of two findings conflict where their changed words overlap or touch. The same words changed to the same words are
    changed once. The order of `proposals` matters only for new paragraphs in the same place.
    An edit whose words are interleaved with another's comes back
    in several pieces, the comment on the first.
    """
    place = {finding: number for number, finding in reversed(list(enumerate(rank)))}
    ordered = sorted(proposals, key=lambda one: (place.get(one.finding, len(rank)), one.finding, repr(one)))
    draft = _Draft()
    for finding, group in groupby(ordered, key=lambda one: one.finding):
        own = list(group)
        edits = [replace(edit, id=finding, changes=word_diff(edit)) for one in own for edit in one.edits]
        insertions = [replace(new, id=finding) for one in own for new in one.insertions]
        _add(draft, finding, {hunk: edit for edit in reversed(edits) for hunk in _hunks(edit)}, insertions)
    written = list(dict.fromkeys(proposal.finding for proposal in proposals))
    after = sorted(draft.insertions.values(), key=lambda insertion: (insertion.after, written.index(insertion.id)))
    return Plan(tuple(_pieces(draft.hunks)), tuple(after), tuple(draft.skipped), tuple(draft.shared))


def _add(draft: _Draft, finding: str, hunks: dict[_Hunk, Edit], insertions: Sequence[Insertion]) -> None:
    """Take all of a finding's changes into the draft, or none."""
    fresh = [hunk for hunk in hunks if hunk not in draft.hunks]
    if any(hunk.touches(other) for hunk in fresh for other in draft.taken[hunk.paragraph]) or _clashes(sorted(hunks)):
        draft.skipped.append(Skip(finding, "overlaps", TAKEN))
        return
    if not hunks and not insertions:
        draft.skipped.append(Skip(finding, "unchanged", UNCHANGED))
        return
    owners = [draft.hunks[hunk].id for hunk in hunks if hunk in draft.hunks]
    for hunk in fresh:
        draft.hunks[hunk] = hunks[hunk]
        draft.taken[hunk.paragraph].append(hunk)
    owners += [draft.insertions.setdefault((new.after, new.paragraphs, new.annex), new).id for new in insertions]
    draft.shared |= {(finding, owner): None for owner in owners if owner != finding}


def _clashes(hunks: Sequence[_Hunk]) -> bool:
    """Whether a finding's own hunks, sorted, get in each other's way."""
    return any(hunk.overlaps(other) for hunk, other in pairwise(hunks))


def _hunks(edit: Edit) -> Iterator[_Hunk]:
    if not edit.old and not edit.new:  # an empty paragraph goes
        yield _Hunk(edit.span.paragraph, edit.span.start, edit.span.end, "", "")
    for _, group in groupby(edit.changes, key=lambda change: change.kind == "keep"):
        steps = list(group)
        if steps[0].kind != "keep":
            first, last = steps[0].span, steps[-1].span
            yield _Hunk(first.paragraph, first.start, last.end, _text(steps, "insert"), _text(steps, "delete"))


def _pieces(hunks: dict[_Hunk, Edit]) -> Iterator[Edit]:
    """Edits trimmed to their changed words, in document order; one that others interrupt in pieces."""
    begun: set[int] = set()
    for _, group in groupby(sorted(hunks), key=lambda hunk: id(hunks[hunk])):
        run = list(group)
        edit = hunks[run[0]]
        yield _cut(edit, run[0].start, run[-1].end, "" if id(edit) in begun else edit.comment)
        begun.add(id(edit))


def _cut(edit: Edit, start: int, end: int, comment: str) -> Edit:
    """The part of an edit from start to end, positions of the paragraph."""
    changes = tuple(change for change in edit.changes if start <= change.span.start and change.span.end <= end)
    return Edit(
        id=edit.id,
        span=Span(edit.span.paragraph, start, end),
        old=_text(changes, "insert"),
        new=_text(changes, "delete"),
        comment=comment,
        changes=changes,
    )


def _text(changes: Sequence[Change], without: str) -> str:
    return "".join(change.text for change in changes if change.kind != without)
