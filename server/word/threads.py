"""Comments taken out of a document: their anchors, their text, and what Word keeps beside it (ECMA-376-1, 17.13.4; [MS-DOCX] 2.5.2)."""

from __future__ import annotations

from collections.abc import Callable, Collection

from lxml import etree

from server.word.comment_parts import FURTHER, W14
from server.word.desk import Desk
from server.word.faults import ANCHORS, strip_comments
from server.word.ooxml import AUTHOR, ID, Element, P, w
from server.word.revision_names import revisions
from server.word.story import story_parts


def remove_comments(desk: Desk, theirs: Callable[[str], bool]) -> int:
    """Takes out the comments whose author `theirs` chooses; a reply by someone else stays, as a comment of its own. Returns how many."""
    part = desk.file.part_of("comments")
    if part is None:
        return 0
    gone = [comment for comment in desk.look(part).iter(w("comment")) if theirs(comment.get(AUTHOR, ""))]
    ids = {comment.get(ID, "") for comment in gone}
    for story in story_parts(desk.file):
        if any(anchor.get(ID) in ids for anchor in desk.look(story).iter(*ANCHORS)):
            strip_comments(desk.change(story), ids)
    for comment in gone:
        desk.change(part).remove(comment)
    paragraphs = {p.get(f"{{{W14}}}paraId") for comment in gone for p in comment.iter(P)}
    _forget(desk, {number for number in paragraphs if number})
    if gone and not len(desk.look(part)):
        for kind in ("comments", *FURTHER[:-1]):
            if empty := desk.file.part_of(kind):
                desk.drop(desk.file.main, empty)
    _forget_people(desk, theirs)
    return len(gone)


def _forget(desk: Desk, paragraphs: Collection[str]) -> None:
    """Entries of removed comments in Word's further parts; a reply by someone else loses its parent."""
    durable: set[str | None] = set()
    for kind in FURTHER[:-1]:
        part = desk.file.part_of(kind)
        if part is None or not paragraphs:
            continue
        for entry in list(desk.look(part)):
            facts = {etree.QName(str(name)).localname: str(value) for name, value in entry.attrib.items()}
            if facts.get("paraId") in paragraphs or (kind == "commentsExtensible" and facts.get("durableId") in durable):
                durable.add(facts.get("durableId"))
                desk.change(part).remove(entry)
            elif facts.get("paraIdParent") in paragraphs:
                desk.change(part)
                del entry.attrib[_own(entry, "paraIdParent")]


def _forget_people(desk: Desk, theirs: Callable[[str], bool]) -> None:
    """The list of authors loses those that `theirs` chooses and that stand on nothing any more."""
    part = desk.file.part_of("people")
    if part is None:
        return
    left = {mark.get(AUTHOR) for story in story_parts(desk.file) for mark in revisions(desk.look(story))}
    for person in [p for p in desk.look(part) if theirs(p.get(_own(p, "author"), "")) and p.get(_own(p, "author")) not in left]:
        desk.change(part).remove(person)


def _own(element: Element, name: str) -> str:
    return f"{{{etree.QName(element).namespace}}}{name}"
