"""What a document is, in figures: the "document" of a review."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from server.word.ooxml import AUTHOR, CAME, GONE, w
from server.word.package import WordFile, protection
from server.word.story import story_parts


@dataclass(frozen=True, slots=True)
class Facts:
    """sha256: of the document's zip. protected: as Word names it, "" for not. authors: of revisions, sorted."""

    sha256: str
    signed: bool
    protected: str
    insertions: int
    deletions: int
    authors: tuple[str, ...]
    comments: int


def read_facts(file: WordFile) -> Facts:
    """Count revisions (moves on both sides, paragraph marks and rows too) over all stories, and comments."""
    counts = dict.fromkeys(CAME | GONE, 0)
    authors: set[str] = set()
    for part in story_parts(file):
        for mark in file.tree(part).iter(*counts):
            counts[str(mark.tag)] += 1
            authors.add(mark.get(AUTHOR, ""))
    comments = file.part_of("comments")
    return Facts(
        sha256=hashlib.sha256(file.data).hexdigest(),
        signed=any(link.kind == "origin" for link in file.targets()),
        protected=protection(file),
        insertions=sum(counts[tag] for tag in CAME),
        deletions=sum(counts[tag] for tag in GONE),
        authors=tuple(sorted(authors - {""})),
        comments=sum(1 for _ in file.tree(comments).iter(w("comment"))) if comments else 0,
    )
