"""The proof of a redline: rejecting it gives the document as it was, accepting it gives what was intended, the rest is untouched.

Stories are compared as canon.py says, first in an excerpt of what differs; only where that does not prove it, as a whole. Format of kept
words needs no check of its own when accepting: kept words stand unmarked, and rejecting shows them as they were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from server.errors import ContractError
from server.model import Proof, Signature
from server.word.branches import drop_empty_ranges
from server.word.canon import unequal
from server.word.excerpt import excerpt, restore, tokens
from server.word.faults import find_faults, find_loose_comments, strip_comments
from server.word.marks import stamp
from server.word.ooxml import AUTHOR, DATE, Element, P
from server.word.package import WordFile, open_docx
from server.word.resolve import accept, reject
from server.word.revision_names import revisions
from server.word.story import read_blocks
from server.word.text import read_text
from server.word.untouched import added_comments, changed_stories, find_changed_parts

Mark = tuple[str, str]
Texts = Sequence[str]


@dataclass(frozen=True, slots=True)
class Ours:
    """The revisions to prove: those with one of these (author, date) pairs, as written."""

    marks: frozenset[Mark]

    def __call__(self, revision: Element) -> bool:
        return mark_of(revision) in self.marks


def signed(signature: Signature) -> Ours:
    """The revisions that the writer makes with this signature."""
    return Ours(frozenset({(signature.author, stamp(signature))}))


def mark_of(revision: Element) -> Mark:
    """Author and date as written; empty where there is none."""
    return revision.get(AUTHOR, ""), revision.get(DATE, "")


def read_texts(file: WordFile) -> tuple[str, ...]:
    """The paragraphs' texts in the current view, in the order of `Paragraph.index`."""
    return tuple([read_text(block)[0] for block in read_blocks(file, {})])


def prove(original: WordFile, marked: bytes, ours: Ours, intended: Texts | None = None, before: Texts | None = None) -> Proof:
    """Whether `marked` is `original` with our changes and nothing else. `differences` holds sentences, no text of the contract.

    intended: the text of every paragraph, our changes accepted; without it, accepting is held to leave a sound document.
    before: the paragraphs' texts as read from the original, if the caller has them (it saves reading them again).
    """
    try:
        file = open_docx(marked)
        touched = tuple(find_changed_parts(original, file))
        case = _Case(original, file, changed_stories(original, file), added_comments(original, file), ours)
        short = case.shortened()
        rejected = short.find_unrejected() and case.find_unrejected()
        faults = short.find_faults()
        accepted = () if intended is None else short.find_unaccepted(intended, _known(original, short, before))
        if accepted and intended is not None:
            accepted = case.find_unaccepted(intended, {})
    except ContractError as error:
        return Proof(False, False, False, (f"The marked document cannot be read: {error.message}",))
    return Proof(not rejected, not (accepted or faults), not touched, (*touched, *faults, *rejected, *accepted))


def verify(original: WordFile, marked: bytes, author: str = "") -> Proof:
    """As `prove`, for a document that anyone may have marked: its new revisions are those whose (author, date) the original has not.

    With an author, only theirs may be new.
    """
    try:
        file = open_docx(marked)
        case = _Case(original, file, changed_stories(original, file), frozenset(), Ours(frozenset())).shortened()
        old, new = ({mark_of(r) for part in case.stories for r in revisions(f.tree(part))} for f in (case.original, case.marked))
    except ContractError as error:
        return Proof(False, False, False, (f"The marked document cannot be read: {error.message}",))
    fresh = new - old
    theirs = {mark for mark in fresh if author and mark[0] != author}
    proof = prove(original, marked, Ours(frozenset(fresh - theirs)))
    if theirs:
        sentence = f"New changes by {len({name for name, _ in theirs})} other author(s)."
        return replace(proof, rejects_to_original=False, differences=(*proof.differences, sentence))
    return proof


@dataclass(frozen=True)
class _Case:
    """Two documents to compare, the stories in which they differ, the comments that are new."""

    original: WordFile
    marked: WordFile
    stories: tuple[str, ...]
    comments: frozenset[str]
    ours: Ours

    def shortened(self) -> _Case:
        """The same case with what is plainly equal left out of the stories."""
        old, new = dict(self.original.parts), dict(self.marked.parts)
        for part in self.stories:
            old[part], new[part] = excerpt(old[part], new[part])
        short = replace(self, original=replace(self.original, parts=old), marked=replace(self.marked, parts=new))
        try:
            for part in self.stories:
                short.original.tree(part)
                short.marked.tree(part)
        except ContractError:
            return self
        return short

    def find_unrejected(self) -> tuple[str, ...]:
        """A sentence for each place that rejecting does not restore."""
        return tuple(sentence for part in self.stories for sentence in self._find_unrejected(part))

    def _find_unrejected(self, part: str) -> Iterator[str]:
        old, new = self.original.tree(part), self.marked.tree(part)
        marks = list(revisions(new))
        if any(map(self.ours, revisions(old))):
            yield f"{part}: the original already has changes with this author and date."
        if not any(map(self.ours, marks)) and not strip_comments(new, self.comments):
            yield f"{part} was changed without a tracked change."
        strip_comments(new, self.comments)
        reject(new, self.ours)
        yield from (f"{place}: rejecting does not restore it." for place in _places(part, old, new))
        if not all(map(self.ours, marks)):
            for root in (old, new):
                reject(root, _anyone)
                drop_empty_ranges(root)  # a range inside another's insertion that ours split goes in halves, and so stays, empty
            yield from (f"{place}: rejecting all changes does not give what it gave before." for place in _places(part, old, new))

    def find_faults(self) -> tuple[str, ...]:
        """A sentence for each way in which our marks are not as Word makes them."""
        roots = {part: self.marked.tree(part) for part in self.stories}
        loose = find_loose_comments(roots.values(), self.comments)
        return (*(f"{part}: {fault}" for part, root in roots.items() for fault in find_faults(root, self.ours)), *loose)

    def find_unaccepted(self, intended: Texts, known: Mapping[str, Texts] | None) -> tuple[str, ...]:
        """A sentence for each paragraph that does not read as intended when ours, and when all changes are accepted."""
        trees = {part: self.marked.tree(part) for part in self.stories}
        views: list[Callable[[Element], bool]] = [self.ours]
        if not all(self.ours(mark) for root in trees.values() for mark in revisions(root)):
            views.append(_anyone)
        for chosen in views:
            for root in trees.values():
                accept(root, chosen)
            read = read_texts(replace(self.marked, parts={**self.marked.parts, **{p: etree.tostring(r) for p, r in trees.items()}}))
            texts = None if known is None else restore(read, known)
            if texts is None:
                return ("The accepted text could not be put together.",)
            if texts != list(intended):
                return tuple(_unintended(texts, intended))
        return ()


def _known(original: WordFile, short: _Case, before: Texts | None) -> Mapping[str, Texts] | None:
    """What the tokens of the excerpt stand for."""
    if not short.stories:
        return {}
    return tokens(read_texts(short.original), read_texts(original) if before is None else before)


def _places(part: str, old: Element, new: Element) -> Iterator[str]:
    for block in unequal(old, new):
        first = next(block.iter(P), None)
        number = 1 + next((at for at, p in enumerate(old.iter(P)) if p is first), 0)
        yield f"{part}, paragraph {number}"


def _unintended(texts: Texts, intended: Texts) -> Iterator[str]:
    if len(texts) != len(intended):
        yield f"Accepted, the document has {len(texts)} paragraphs instead of {len(intended)}."
        return
    for at, (text, wanted) in enumerate(zip(texts, intended, strict=True)):
        if text != wanted:
            yield f"Paragraph {at + 1} does not read as intended when accepted."


def _anyone(_: Element) -> bool:
    return True
