"""What is left in a saved copy that should be gone: nothing, in a clean one. Reads the bytes afresh and trusts nothing that was done."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from server.model import Cleaning
from server.word.metadata import NOBODY, SAVE_IDS, save_ids, saved_parts
from server.word.ooxml import AUTHOR, w
from server.word.package import WordFile
from server.word.revision_names import revisions
from server.word.story import story_parts


def find_leftovers(saved: WordFile, cleaning: Cleaning) -> Iterator[str]:
    """A few words for each kind of thing that is left."""
    marks = {mark.get(AUTHOR, "") for part in story_parts(saved) for mark in revisions(saved.tree(part))}
    comments = saved.part_of("comments")
    remarks = {c.get(AUTHOR, "") for c in saved.tree(comments).iter(w("comment"))} if comments else set()
    if cleaning.author in marks or (cleaning.accept_others and marks):
        yield "tracked changes"
    if cleaning.author in remarks:
        yield "comments"
    if cleaning.hide_names and (marks | remarks) - {NOBODY}:
        yield "authors' names"
    if any(_keeps_save_ids(saved, part) for part in saved_parts(saved)):
        yield "save ids"
    quoted = f'="{cleaning.author}"'.encode()
    if any(quoted in data for part, data in saved.parts.items() if part.endswith(".xml")):
        yield "the author's name"


def _keeps_save_ids(saved: WordFile, part: str) -> bool:
    root = saved.tree(part)
    return next(root.iter(*SAVE_IDS), None) is not None or any(save_ids(element) for element in root.iter(etree.Element))
