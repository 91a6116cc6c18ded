"""The parts of a package that hold comments: comments, and those Word 2013 and later keep beside it, where the document has them.

What is there stays; entries are only added. Ids of comment paragraphs ([MS-DOCX] 2.5.2.3 paraId) and durable ids ([MS-DOCX] 2.7.2) are
hashes, so that the same comments give the same bytes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass

from lxml import etree

from server.word.ooxml import AUTHOR, DATE, ID, MC, P_PR, R_PR, VAL, XML_SPACE, Element, P, R, T, W, w
from server.word.package import WordFile
from server.word.parts import add_part

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
IGNORABLE = f"{{{MC}}}Ignorable"
PARA_ID = re.compile(rb'(?:paraId|durableId)\s*=\s*["\']([0-9A-Fa-f]{1,8})["\']')
FURTHER = ("commentsExtended", "commentsIds", "commentsExtensible", "people")
LARGEST = 0x7FFFFFFE


@dataclass(frozen=True, slots=True)
class NewComment:
    """A comment to add. id: not in use; text: a line a paragraph."""

    id: str
    text: str


def comment_ids(file: WordFile) -> frozenset[str]:
    """The ids of the comments that the document has."""
    part = file.part_of("comments")
    return frozenset(comment.get(ID, "") for comment in file.tree(part).iter(w("comment"))) if part else frozenset()


def style_id(file: WordFile, name: str) -> str:
    """The id of the style with that built-in name, "" where the document does not define it."""
    part = file.part_of("styles")
    if part is None:
        return ""
    for style in file.tree(part).iter(w("style")):
        named = style.find(w("name"))
        if named is not None and named.get(VAL, "").lower() == name:
            return style.get(w("styleId"), "")
    return ""


def add_comments(file: WordFile, comments: Sequence[NewComment], author: str, initials: str, date: str) -> dict[str, bytes]:
    """The changed and new parts for these comments, by name. date: as comments carry it ("2026-01-31T12:00:00Z")."""
    changed: dict[str, Element] = {}
    part = file.part_of("comments")
    if part is None:
        part = add_part(file, changed, "comments")
        root = etree.Element(w("comments"), nsmap={"w": W})
    else:
        root = file.tree(part)
    root = _with_w14(root)
    changed[part] = root
    ids = _Ids(file, f"{author}\n{date}")
    style = style_id(file, "annotation text"), style_id(file, "annotation reference")
    last: list[str] = []
    for comment in comments:
        entry = etree.SubElement(root, w("comment"), {ID: comment.id, AUTHOR: author, DATE: date, w("initials"): initials})
        for at, line in enumerate(comment.text.split("\n")):
            number = ids.take(f"{comment.id} {at} {line}")
            entry.append(_paragraph(line, number, style, first=at == 0))
        last.append(number)
    _extend_threads(file, changed, last, ids, (author, date))
    return {name: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True) for name, tree in changed.items()}


class _Ids:
    """Ids of 8 hexadecimal digits that no part of the document uses."""

    def __init__(self, file: WordFile, salt: str) -> None:
        self.salt = salt
        self.taken = {int(found, 16) for data in file.parts.values() for found in PARA_ID.findall(data)}

    def take(self, text: str) -> str:
        number, attempt = 0, 0
        while number == 0 or number in self.taken:
            digest = hashlib.sha256(f"{self.salt}\n{attempt}\n{text}".encode()).digest()
            number, attempt = int.from_bytes(digest[:8], "big") % LARGEST + 1, attempt + 1
        self.taken.add(number)
        return f"{number:08X}"


def _paragraph(line: str, para_id: str, styles: tuple[str, str], first: bool) -> Element:
    text_style, reference_style = styles
    paragraph = etree.Element(P, {f"{{{W14}}}paraId": para_id, f"{{{W14}}}textId": "77777777"}, nsmap={"w": W, "w14": W14})
    if text_style:
        etree.SubElement(etree.SubElement(paragraph, P_PR), w("pStyle")).set(VAL, text_style)
    if first:
        run = etree.SubElement(paragraph, R)
        if reference_style:
            etree.SubElement(etree.SubElement(run, R_PR), w("rStyle")).set(VAL, reference_style)
        etree.SubElement(run, w("annotationRef"))
    run = etree.SubElement(paragraph, R)
    for at, words in enumerate(line.split("\t")):
        if at:
            etree.SubElement(run, w("tab"))
        if words:
            text = etree.SubElement(run, T, {XML_SPACE: "preserve"})
            text.text = words
    return paragraph


def _with_w14(root: Element) -> Element:
    """The root with the namespace of paragraph ids declared and ignorable: Word calls a file without that damaged."""
    prefix = next((p for p, space in root.nsmap.items() if p and space == W14), None)
    if prefix is None or MC not in root.nsmap.values():
        prefix = prefix or ("w14" if "w14" not in root.nsmap else "w14id")
        spaces = {**root.nsmap, prefix: W14}
        if MC not in spaces.values():
            spaces["mc" if "mc" not in spaces else "mcid"] = MC
        twin = etree.Element(root.tag, dict(root.attrib), nsmap=spaces)  # type: ignore[arg-type,misc]
        twin.extend(list(root))
        root = twin
    ignorable = root.get(IGNORABLE, "").split()
    if prefix not in ignorable:
        root.set(IGNORABLE, " ".join([*ignorable, prefix]))
    return root


# ---------------------------------------------------------------- the parts beside them
def _extend_threads(
    file: WordFile, changed: MutableMapping[str, Element], paragraphs: Sequence[str], ids: _Ids, signature: tuple[str, str]
) -> None:
    """Entries beside the comments, in those of Word's further parts that the document has: state, durable id, date, author."""
    author, date = signature
    roots = {kind: (part, file.tree(part)) for kind in FURTHER if (part := file.part_of(kind)) is not None}
    for kind, (part, root) in roots.items():
        changed[part] = root
        if kind == "people" and not any(person.get(_like(root, "author")) == author for person in root):
            person = _entry(root, "person", author=author)
            _entry(person, "presenceInfo", providerId="None", userId=author)
    for paragraph in paragraphs:
        durable = ids.take(f"durable {paragraph}")
        for kind, (_, root) in roots.items():
            if kind == "commentsExtended":
                _entry(root, "commentEx", paraId=paragraph, done="0")
            elif kind == "commentsIds":
                _entry(root, "commentId", paraId=paragraph, durableId=durable)
            elif kind == "commentsExtensible":
                _entry(root, "commentExtensible", durableId=durable, dateUtc=date)


def _like(element: Element, name: str) -> str:
    """The name in the element's own namespace, which differs between versions of Word."""
    return f"{{{etree.QName(element).namespace}}}{name}"


def _entry(parent: Element, name: str, **facts: str) -> Element:
    return etree.SubElement(parent, _like(parent, name), {_like(parent, key): value for key, value in facts.items()})
