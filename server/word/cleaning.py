"""The clean copy: our changes accepted, our comments gone, the metadata scrubbed, and all of it looked for again in the saved bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from server.errors import NoSuchAuthor, NotClean
from server.model import Cleaning, Note
from server.word.desk import Desk
from server.word.leftovers import find_leftovers
from server.word.metadata import NOBODY, scrub_metadata
from server.word.ooxml import AUTHOR, Element, w
from server.word.package import WordFile, open_docx
from server.word.proof import read_texts
from server.word.resolve import accept
from server.word.revision_names import revisions
from server.word.story import story_parts
from server.word.threads import remove_comments

EMBEDDED = ("package", "oleObject", "control")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean copy. accepted: tracked changes settled; comments: those taken out."""

    data: bytes
    accepted: int
    comments: int
    notes: tuple[Note, ...]


def clean_copy(file: WordFile, cleaning: Cleaning) -> Cleaned:
    """The document as it goes out: accepted, without our comments, scrubbed, checked by reading the saved bytes again.

    Raises NoSuchAuthor where others marked the document and the author did not, NotClean where something is left (our bug).
    """
    authors = authors_of(file)
    if authors and cleaning.author not in authors and not cleaning.accept_others:
        raise NoSuchAuthor(
            f"No tracked change and no comment in the document is by {cleaning.author!r}; there are some by {_listed(authors)}.",
            "Name the author who stands on your changes.",
        )
    desk = Desk(file)
    accepted = sum(_accept(desk, part, _chosen(cleaning)) for part in story_parts(file))
    removed = remove_comments(desk, lambda author: author == cleaning.author)
    if cleaning.hide_names:
        _hide_names(desk)
    scrub_metadata(desk)
    data = desk.saved()
    saved = open_docx(data)
    left = (*find_leftovers(saved, cleaning), *(("the text",) if read_texts(saved) != read_texts(file) else ()))
    if left:
        raise NotClean(f"The copy is not clean: {', '.join(left)}.", "Nothing was written. Please report this.")
    return Cleaned(data, accepted, removed, _notes(file))


def authors_of(file: WordFile) -> tuple[str, ...]:
    """Who stands on tracked changes and comments, sorted."""
    found = {mark.get(AUTHOR, "") for part in story_parts(file) for mark in revisions(file.tree(part))}
    comments = file.part_of("comments")
    if comments:
        found |= {comment.get(AUTHOR, "") for comment in file.tree(comments).iter(w("comment"))}
    return tuple(sorted(found - {""}))


def _listed(authors: tuple[str, ...]) -> str:
    return ", ".join(repr(author) for author in authors)


def _chosen(cleaning: Cleaning) -> Callable[[Element], bool]:
    return lambda mark: cleaning.accept_others or mark.get(AUTHOR) == cleaning.author


def _accept(desk: Desk, part: str, chosen: Callable[[Element], bool]) -> int:
    marks = sum(map(chosen, revisions(desk.look(part))))
    if marks:
        accept(desk.change(part), chosen)
    return marks


def _hide_names(desk: Desk) -> None:
    comments = desk.file.part_of("comments")
    for part in (*story_parts(desk.file), *((comments,) if comments and not desk.is_dropped(comments) else ())):
        for element in [e for e in desk.look(part).iter() if e.get(AUTHOR) is not None]:
            desk.change(part)
            element.set(AUTHOR, NOBODY)
            if element.get(w("initials")) is not None:
                element.set(w("initials"), NOBODY[0])
    people = desk.file.part_of("people")
    if people and not desk.is_dropped(people):
        del desk.change(people)[:]


def _notes(file: WordFile) -> tuple[Note, ...]:
    embedded = sum(1 for link in file.targets(file.main) if link.kind in EMBEDDED)
    if not embedded:
        return file.notes
    return (
        *file.notes,
        Note("warning", f"{embedded} embedded file(s) keep their own properties: they are not looked into."),
    )
