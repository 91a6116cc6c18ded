"""What of a story counts when two are compared: words, their format, structure and marks; not how runs happen to be cut.

Left out: ids of revisions, revision save ids, paragraph ids, proofing and page-break marks, empty runs and properties. Runs of equal
format are one. White space at the edges of a w:t counts only where xml:space keeps it (ECMA-376-1, 17.3.3.31).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any

from lxml import etree

from server.word.ooxml import (
    CUSTOM_XML,
    ID,
    MC,
    P_PR,
    R_PR,
    SDT,
    SDT_CONTENT,
    TBL,
    TC,
    TC_PR,
    TR,
    TR_PR,
    TXBX_CONTENT,
    XML_SPACE,
    Element,
    P,
    R,
    T,
    W,
    w,
)
from server.word.revision_names import REVISIONS, WRAPPERS, names

Canon = tuple[Any, ...]
Item = tuple[Canon | None, Any]  # what it is, where it joins its like; and what it holds
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WORDS = frozenset({T, *names("delText instrText delInstrText")})
IGNORED = frozenset(names("proofErr lastRenderedPageBreak"))
BARE = frozenset({P_PR, R_PR, TR_PR, TC_PR, *names("tblPr tblPrEx numPr")})
MARKABLE = frozenset({R_PR, TR_PR, *names("numPr"), "{http://schemas.openxmlformats.org/officeDocument/2006/math}ctrlPr"})
UNORDERED = frozenset({P_PR, R_PR})
REVISION_TAGS = frozenset(REVISIONS)
BLOCKS = frozenset(
    {TBL, TR, TC, SDT, SDT_CONTENT, CUSTOM_XML, TXBX_CONTENT, *names("document body hdr ftr footnotes footnote endnotes endnote")}
)
STORIES = frozenset(names("document body hdr ftr footnotes endnotes"))
SAVE_ID = w("rsid")
NOT_COMPARED = frozenset({W14 + "paraId", W14 + "textId", f"{{{MC}}}Ignorable"})
EDGES = " \t\r\n"


def canonical(element: Element) -> Canon:
    """An element as plain data: equal data, equal content."""
    return (element.tag, _attributes(element), _text(element), *_content(element))


def unequal(old: Element, new: Element) -> Iterator[Element]:
    """The smallest blocks of `old` that `new` does not hold alike: paragraphs, or the block around them where their number differs."""
    heads = _declarations(old), _declarations(new)
    clash = any(new.nsmap.get(prefix, space) != space for prefix, space in old.nsmap.items())
    yield from _unequal(old, new, None if clash else heads)


def _unequal(old: Element, new: Element, heads: tuple[bytes, bytes] | None) -> Iterator[Element]:
    # Most blocks are the same bytes: libxml2 compares them many times faster than canonical() does. Stories as a whole never are.
    if heads and old.tag not in STORIES and _written(old, heads[0]) == _written(new, heads[1]):
        return
    if old.tag not in BLOCKS or old.tag != new.tag or _attributes(old) != _attributes(new):
        if not (heads and _alike(old, new)) and canonical(old) != canonical(new):
            yield old
        return
    ours, theirs = _significant(old), _significant(new)
    if [child.tag for child in ours] == [child.tag for child in theirs]:
        for mine, other in zip(ours, theirs, strict=True):
            yield from _unequal(mine, other, heads)
    elif _content(old) != _content(new):
        yield next((a for a, b in zip(ours, theirs, strict=False) if canonical(a) != canonical(b)), old)


def _alike(old: Element, new: Element) -> bool:
    """Whether two paragraphs hold the same between the children at both ends that are the same to the letter.

    True means canonically equal; False, that the whole has to be looked at.
    """
    if not (old.tag == new.tag == P and _attributes(old) == _attributes(new) and _text(old) == _text(new)):
        return False
    ours, theirs = _significant(old), _significant(new)
    begin = _shared(ours, theirs)
    end = _shared(ours[begin:][::-1], theirs[begin:][::-1])
    return _items(ours[begin : len(ours) - end]) == _items(theirs[begin : len(theirs) - end])


def _shared(ours: Sequence[Element], theirs: Sequence[Element]) -> int:
    """How many of the first elements are the same in both."""
    return sum(1 for _ in takewhile(lambda pair: _identical(*pair), zip(ours, theirs, strict=False)))


def _identical(one: Element, other: Element) -> bool:
    """Whether two elements are the same to the letter, what follows them apart."""
    alike = one.tag == other.tag and one.text == other.text and one.items() == other.items() and len(one) == len(other)
    return alike and all(map(_identical, one, other))


def _declarations(root: Element) -> bytes:
    """The namespace declarations that lxml repeats on every block it writes out alone."""
    probe = etree.SubElement(root, "probe")
    text = etree.tostring(probe, encoding="UTF-8")
    root.remove(probe)
    return text[len("<probe") : -len("/>")]


def _written(block: Element, head: bytes) -> bytes:
    return etree.tostring(block, encoding="UTF-8", with_tail=False).replace(head, b"", 1)


def _significant(element: Element) -> list[Element]:
    return [child for child in element if isinstance(child.tag, str) and child.tag not in IGNORED]


# ---------------------------------------------------------------- one element
def _content(element: Element) -> tuple[Item, ...]:
    items = _items(_significant(element), element.tag in MARKABLE)
    return tuple(sorted(items, key=repr) if element.tag in UNORDERED else items)


def _items(children: Sequence[Element], are_marks: bool = False) -> list[Item]:
    """are_marks: revisions among them say something of what they stand in, and hold nothing."""
    items: list[Item] = []
    for child in children:
        if child.tag == R:
            for key, value in _run(child):
                _join(items, key, value)
        elif child.tag in WRAPPERS and not are_marks:
            _join(items, ("marked", child.tag, _attributes(child)), _content(child))
        else:
            whole = canonical(child)
            if child.tag not in BARE or whole != (child.tag, (), ""):
                items.append((None, whole))
    return items


def _run(run: Element) -> Iterator[Item]:
    properties = run.find(R_PR)
    look = () if properties is None else _content(properties)
    for child in _significant(run):
        if child.tag in WORDS:
            yield ("words", child.tag, look), _words(child)
        elif child.tag != R_PR:
            yield None, (look, canonical(child))


def _join(items: list[Item], key: Canon | None, value: Any) -> None:
    """Add what a run or a mark holds; words of one format are one, and so is one author's mark in two elements. Nothing is nothing."""
    if not value:
        return
    if key is None or not items or items[-1][0] != key:
        items.append((key, value))
    elif isinstance(value, str):
        items[-1] = (key, items[-1][1] + value)
    else:
        joined = list(items[-1][1])
        for inner, content in value:
            _join(joined, inner, content)
        items[-1] = (key, tuple(joined))


def _words(element: Element) -> str:
    text = element.text or ""
    if element.tag != T or text == text.strip(EDGES):
        return text
    space = next((e.get(XML_SPACE) for e in (element, *element.iterancestors()) if e.get(XML_SPACE) is not None), "")
    return text if space == "preserve" else text.strip(EDGES)


def _text(element: Element) -> str:
    text = element.text or ""
    return text.strip(EDGES) if len(element) or str(element.tag).startswith(f"{{{W}}}") else text


def _attributes(element: Element) -> Canon:
    if not element.attrib:
        return ()
    revision = element.tag in REVISION_TAGS
    return tuple(
        sorted(
            (str(name), str(value))
            for name, value in element.attrib.items()
            if name not in NOT_COMPARED and not str(name).startswith(SAVE_ID) and not (revision and name == ID)
        )
    )
