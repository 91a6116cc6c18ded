"""Comments on changes: their text into the package, their anchors into the stories (ECMA-376-1, 17.13.4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from server.word.comment_parts import NewComment, add_comments, comment_ids, style_id
from server.word.marks import Pen, stamp
from server.word.ooxml import ID, INS, P_PR, R_PR, TXBX_CONTENT, VAL, Element, P, R, W, w
from server.word.package import WordFile
from server.word.revision_names import WRAPPERS

# Word has no comments in headers and footers; in notes it has, but other programs then don't open the file.
NOT_COMMENTED = frozenset({w("hdr"), w("ftr"), w("footnotes"), w("endnotes")})


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment to write. id: the finding's; text: a line a paragraph; anchors: what it stands on, in document order (not empty)."""

    id: str
    text: str
    anchors: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Comments:
    """What was written. parts: every changed or new part but the stories; placed: the remarks' ids that have a comment now."""

    parts: Mapping[str, bytes]
    placed: tuple[str, ...]


def write_comments(file: WordFile, remarks: Sequence[Remark], pen: Pen) -> Comments:
    """Anchor each remark in its story, in place, and add its text to the comments of the package; existing threads stay as they are.

    A remark on a header, footer or note is left out: it has no place there.
    """
    placeable = [remark for remark in remarks if remark.anchors[0].getroottree().getroot().tag not in NOT_COMMENTED]
    if not placeable:
        return Comments({}, ())
    taken = comment_ids(file)
    style = style_id(file, "annotation reference")
    comments: list[NewComment] = []
    for remark in placeable:
        number = pen.take_id()
        while number in taken:
            number = pen.take_id()
        anchor_comment(remark.anchors, number, style)
        comments.append(NewComment(number, remark.text))
    author = pen.signature.author
    initials = pen.signature.initials or "".join(word[0] for word in author.split()).upper()
    parts = add_comments(file, comments, author, initials, stamp(pen.signature))
    return Comments(parts, tuple(remark.id for remark in placeable))


def anchor_comment(anchors: Sequence[Element], number: str, style: str = "") -> None:
    """Put a comment's range around elements of a story and its reference after them.

    Where all of them are insertions the comment stands inside them: if they are rejected, it goes with them.
    """
    first, last = _outside(anchors[0]), _outside(anchors[-1])
    start, end, reference = range_start(number), range_end(number), reference_run(number, style)
    if all(anchor.tag == INS for anchor in anchors) and (first, last) == (anchors[0], anchors[-1]):
        first.insert(0, start)
        last.extend((end, reference))
        return
    if first.tag == P:
        first.insert(1 if first.find(P_PR) is not None else 0, start)
    else:
        first.addprevious(start)
    if last.tag == P:
        last.extend((end, reference))
        return
    last.addnext(end)
    around = end
    while (parent := around.getparent()) is not None and parent.tag in WRAPPERS:
        around = parent
    around.addnext(reference)


def range_start(number: str) -> Element:
    """Where the commented words begin (17.13.4.4)."""
    return _element("commentRangeStart", number)


def range_end(number: str) -> Element:
    """Where the commented words end (17.13.4.3)."""
    return _element("commentRangeEnd", number)


def reference_run(number: str, style: str = "") -> Element:
    """The run that refers to the comment (17.13.4.5), in the character style with that id, "" for none."""
    run = etree.Element(R, nsmap={"w": W})
    if style:
        etree.SubElement(etree.SubElement(run, R_PR), w("rStyle")).set(VAL, style)
    run.append(_element("commentReference", number))
    return run


def _element(name: str, number: str) -> Element:
    return etree.Element(w(name), {ID: number}, nsmap={"w": W})


def _outside(anchor: Element) -> Element:
    """Word takes no comments inside text boxes: the run that holds the outermost box stands for what is in it."""
    box = None
    for ancestor in anchor.iterancestors(TXBX_CONTENT):
        box = ancestor
    return anchor if box is None else next(box.iterancestors(R), anchor)
