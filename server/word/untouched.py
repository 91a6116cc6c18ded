"""What a redline may change in a package besides its stories: nothing, but for what is added for comments, their authors and annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from server.errors import ContractError
from server.word.markup import read_root
from server.word.ooxml import ID, Element, W, w
from server.word.package import WordFile

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types Types"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships Relationships"
STORIES = frozenset(f"{W} {name}" for name in ("document", "hdr", "ftr", "footnotes", "endnotes"))
# Word's further parts for comments; their namespace differs between versions.
FURTHER = re.compile(r"http://schemas\.microsoft\.com/office/word/\S+ (commentsEx|commentsIds|commentsExtensible|people)$")
COMMENTS = f"{W} comments"
# An annex brings styles and lists. Of each kind, what identifies an entry.
DEFINITIONS = {f"{W} styles": {"style": "styleId"}, f"{W} numbering": {"abstractNum": "abstractNumId", "num": "numId"}}
LIST = rb"[nN]umId(?:\s+\w+:val)?"
NAMED = {"styleId": rb"(?:styleId|(?:[prl]|tbl)Style\s+\w+:val|(?:basedOn|link|next)\s+\w+:val)", "abstractNumId": LIST, "numId": LIST}


def changed_stories(original: WordFile, marked: WordFile) -> tuple[str, ...]:
    """The stories (main document, headers, footers, notes) whose bytes are not the same in both."""
    return tuple(
        part
        for part, data in original.parts.items()
        if part in marked.parts and marked.parts[part] != data and _kind(data, part) in STORIES
    )


def added_comments(original: WordFile, marked: WordFile) -> frozenset[str]:
    """The ids of the comments that only the marked document has."""
    return frozenset(_comment_ids(marked) - _comment_ids(original))


def find_changed_parts(original: WordFile, marked: WordFile) -> Iterator[str]:
    """A sentence for each part that is lost, changed or added and may not be."""
    for part, data in original.parts.items():
        if part not in marked.parts:
            yield f"{part} is lost."
        elif marked.parts[part] != data:
            kind = _kind(data, part)
            if kind in (TYPES, LINKS, COMMENTS, *DEFINITIONS) or FURTHER.match(kind):
                yield from _find_lost_entries(part, original.tree(part), marked.tree(part), marked)
                yield from _find_wrong_definitions(part, original, marked, kind)
            elif kind not in STORIES:
                yield f"{part} was changed."
    for part in (part for part in marked.parts if part not in original.parts):
        kind = _kind(marked.parts[part], part)
        if kind not in (LINKS, COMMENTS, *DEFINITIONS) and not FURTHER.match(kind):
            yield f"{part} was added."
        yield from _find_wrong_definitions(part, original, marked, kind)


def _kind(data: bytes, part: str) -> str:
    try:
        return read_root(data, part)
    except ContractError:
        return ""


def _comment_ids(file: WordFile) -> set[str]:
    part = file.part_of("comments")
    return {comment.get(ID, "") for comment in file.tree(part).iter(w("comment"))} if part else set()


def _find_lost_entries(part: str, old: Element, new: Element, marked: WordFile) -> Iterator[str]:
    before, after = [_plain(child) for child in old], [_plain(child) for child in new]
    rest = iter(after)
    if old.tag != new.tag or not all(any(entry == other for other in rest) for entry in before):
        yield f"{part} lost or changed an entry."
    known = set(before)
    for child in new:
        if _plain(child) in known:
            continue
        target = child.get("PartName", "").lstrip("/")
        if etree.QName(child).localname == "Default" or (target and target not in marked.parts):
            yield f"{part} has an entry for a part that is not there."
    if etree.QName(old).localname == "Relationships":
        ids = [child.get("Id") for child in new]
        if len(ids) != len(set(ids)):
            yield f"{part} uses a relationship id twice."


def _find_wrong_definitions(part: str, original: WordFile, marked: WordFile, kind: str) -> Iterator[str]:
    """A sentence where a definition that was added could change what was there: no style or list, a default, or an id in use."""
    if kind not in DEFINITIONS:
        return
    before = {_plain(child) for child in original.tree(part)} if part in original.parts else set()
    for child in marked.tree(part):
        if not isinstance(child.tag, str) or _plain(child) in before:
            continue
        key = DEFINITIONS[kind].get(etree.QName(child).localname)
        if key is None or child.get(w("default")) is not None:
            yield f"{part} has a new entry that is no style or list of an annex."
        elif _is_named(original, key, child.get(w(key), "")):
            yield f"{part} has a new entry under an id that the document uses."


def _is_named(original: WordFile, key: str, name: str) -> bool:
    """Whether a style or list of this id is defined or referred to in a part of the document."""
    words = (
        rb"(?:styleId|(?:[prl]|tbl)Style\s+\w+:val|(?:basedOn|link|next)\s+\w+:val)" if key == "styleId" else rb"[nN]umId(?:\s+\w+:val)?"
    )
    names = re.compile(words + rb"\s*=\s*[\"']" + re.escape(name.encode()) + rb"[\"']")
    return any(names.search(data) for data in original.parts.values())


def _plain(element: Element) -> bytes:
    """Exclusive canonical XML: the same whatever namespaces are declared above."""
    return etree.tostring(element, method="c14n", exclusive=True, with_tail=False)
