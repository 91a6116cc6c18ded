"""Complex fields, which may span runs and paragraphs: begin, code, separator, shown result, end (ECMA-376-1 17.16.18)."""

from __future__ import annotations

from dataclasses import dataclass

from server.word.ooxml import FLD_CHAR, GONE, INSTR_TEXT, Element, P, w


@dataclass(frozen=True, slots=True)
class OpenField:
    """A complex field that is open at some point: its code so far, and whether its result has begun (17.16.18)."""

    code: str
    in_result: bool


def fields_open_at(root: Element) -> dict[Element, tuple[OpenField, ...]]:
    """The paragraphs of a story at whose start a field is open (a table of contents spans many), and which."""
    if next(root.iter(FLD_CHAR), None) is None:
        return {}
    stack: list[OpenField] = []
    at_start: dict[Element, tuple[OpenField, ...]] = {}
    for element in root.iter(P, FLD_CHAR, INSTR_TEXT):
        if element.tag == P:
            if stack:
                at_start[element] = tuple(stack)
        elif not any(a.tag in GONE for a in element.iterancestors()):
            advance(stack, element)
    return at_start


def advance(stack: list[OpenField], element: Element) -> None:
    """Moves the stack of open fields over one w:fldChar or w:instrText."""
    if element.tag == INSTR_TEXT:
        if stack and not stack[-1].in_result:
            stack[-1] = OpenField(stack[-1].code + (element.text or ""), False)
        return
    kind = element.get(w("fldCharType"))
    if kind == "begin":
        stack.append(OpenField("", False))
    elif stack and kind == "separate":
        stack[-1] = OpenField(stack[-1].code, True)
    elif stack and kind == "end":
        stack.pop()
