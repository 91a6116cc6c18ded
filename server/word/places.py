"""Where in a paragraph's XML inserted words go, and what they look like."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from server.word.controls import sdt_lock
from server.word.ooxml import FLD_SIMPLE, HYPERLINK, P_PR, R_PR, RUBY, SDT, Element, P
from server.word.runs import copied_look, cut, look_key, usual_look
from server.word.text import Piece, TextMap


@dataclass(frozen=True, slots=True)
class Place:
    """A place for inserted words: beside an element (made by cutting `piece` at `offset` where given), or in a paragraph."""

    side: Literal["before", "after", "first", "last"]
    look: Element | None
    piece: Piece | None = None
    offset: int = 0
    element: Element | None = None

    def anchor(self, renumber: Callable[[Element], None]) -> Element:
        """The element to stand beside, runs cut as needed; called once, when everything to the right has been written."""
        if self.piece is None:
            assert self.element is not None
            return self.element
        if self.side == "before":
            return cut(self.piece.node, self.offset, renumber)
        if self.offset < len(self.piece.text):
            cut(self.piece.node, self.offset, renumber)
        else:
            _cut_behind(self.piece.node, renumber)
        return self.piece.run


def _cut_behind(node: Element, renumber: Callable[[Element], None]) -> None:
    following = node.getnext()
    if following is not None:
        cut(following, 0, renumber)


def find_place(mapped: TextMap, at: int, paragraphs: list[Element]) -> Place | str:
    """The place for words inserted at offset `at`, or the reason code why there is none.

    Between two runs the words take the look of the paragraph's usual text beside them: not of a bold lead-in,
    a link or a field.
    """
    if any(field.start < at < field.end for field in mapped.fields):
        return "field_result"
    inside = next((p for p in mapped.pieces if p.start < at < p.end), None)
    if inside is not None:
        return inside.lock or Place("after", copied_look(inside.run.find(R_PR)), inside, at - inside.start)
    left = next((p for p in reversed(mapped.pieces) if p.end == at), None)
    right = next((p for p in mapped.pieces if p.start == at), None)
    around = _around_both(left, right)
    if left is not None and left.lock and any(a.tag in (SDT, RUBY) and _is_locked(a) for a in around):
        return left.lock
    if best := _open_neighbour(left, right, mapped):
        if best is left:
            return Place("after", copied_look(best.run.find(R_PR)), best, len(best.text))
        return Place("before", copied_look(best.run.find(R_PR)), best, 0)
    return _beside_containers(left, right, mapped, paragraphs)


def _around_both(left: Piece | None, right: Piece | None) -> list[Element]:
    """The elements inside the paragraph that hold both neighbours, the innermost first."""
    if left is None or right is None:
        return []
    others = set(_holders(right))
    return [a for a in _holders(left) if a in others]


def _holders(piece: Piece) -> Iterator[Element]:
    return takewhile(lambda a: a.tag != P, piece.run.iterancestors())


def _is_locked(holder: Element) -> bool:
    return holder.tag == RUBY or bool(sdt_lock(holder))


def _open_neighbour(left: Piece | None, right: Piece | None, mapped: TextMap) -> Piece | None:
    """The neighbour whose run the words join: editable, in no link but one around both, of the paragraph's usual look if one is."""
    around = _around_both(left, right)
    both = [p for p in (left, right) if p and not p.lock and not any(a.tag == HYPERLINK and a not in around for a in _holders(p))]
    if len(both) < 2 or look_key(both[0]) == look_key(both[1]):
        return both[0] if both else None
    usual = usual_look(mapped.pieces)
    alike = [p for p in both if _same(copied_look(p.run.find(R_PR)), usual)]
    return alike[0] if alike else both[0]


def _same(a: Element | None, b: Element | None) -> bool:
    def key(look: Element | None) -> list[tuple[str, dict[str, str]]]:
        return [] if look is None else [(str(c.tag), {str(k): str(v) for k, v in c.attrib.items()}) for c in look]

    return key(a) == key(b)


def _beside_containers(left: Piece | None, right: Piece | None, mapped: TextMap, paragraphs: list[Element]) -> Place | str:
    """No open neighbour: outside the links, controls and fields on both sides."""
    look = usual_look(mapped.pieces) if mapped.pieces else mark_look(paragraphs[-1])
    around = _around_both(left, right)
    if left is not None and not _in_complex_field(left):
        return Place("after", look, element=outermost(left, around))
    if right is not None and not _in_complex_field(right):
        return Place("before", look, element=outermost(right, around))
    if right is None and not mapped.open_end:
        return Place("last", look, element=paragraphs[-1])
    if left is None and not mapped.open_start:
        return Place("first", look, element=paragraphs[0])
    return "field_result"


def mark_look(paragraph: Element) -> Element | None:
    """The look of the paragraph's mark: what words typed into an empty paragraph take."""
    properties = paragraph.find(P_PR)
    return None if properties is None else copied_look(properties.find(R_PR))


def _in_complex_field(piece: Piece) -> bool:
    return piece.lock == "field_result" and not any(a.tag == FLD_SIMPLE for a in piece.run.iterancestors())


def outermost(piece: Piece, inside: Sequence[Element] = ()) -> Element:
    """The child of the w:p that a piece stands in; of the innermost element of `inside`, where there is one."""
    element = piece.run
    while (parent := element.getparent()) is not None and parent.tag != P and parent not in inside:
        element = parent
    return element
