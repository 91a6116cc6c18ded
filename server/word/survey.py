"""One pass over a part for all that asks for more than reading its runs one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from server.word.fields import OpenField, fields_open_at
from server.word.ooxml import (
    ALTERNATE,
    CHARACTERS,
    FLD_CHAR,
    FLD_SIMPLE,
    GONE,
    P_PR,
    R_PR,
    RUBY,
    SDT,
    SYM,
    TAB,
    TXBX_CONTENT,
    Element,
    P,
    is_in_run,
)

ODD = (*sorted(GONE), FLD_CHAR, FLD_SIMPLE, SDT, RUBY, ALTERNATE, TXBX_CONTENT)


@dataclass(frozen=True, slots=True)
class Survey:
    """A part and the elements in it that are read in a way of their own, in document order."""

    root: Element
    odd: tuple[Element, ...]

    @property
    def without_mark(self) -> set[Element]:
        """The paragraphs whose mark a tracked change deletes or moves away (17.13.5.15, 17.13.5.21): they join the next one."""
        marks = (mark.getparent() for mark in self.odd if mark.tag in GONE)
        looks = (look for look in marks if look is not None and look.tag == R_PR)
        return {above for look in looks for above in look.iterancestors(P) if look.getparent() is above.find(P_PR)}

    @property
    def boxes(self) -> Iterator[Element]:
        """The contents of text boxes."""
        return (element for element in self.odd if element.tag == TXBX_CONTENT)

    @property
    def open_fields(self) -> dict[Element, tuple[OpenField, ...]]:
        """The paragraphs at whose start a complex field is open, and which."""
        return fields_open_at(self.root) if any(element.tag == FLD_CHAR for element in self.odd) else {}

    @property
    def paragraphs(self) -> set[Element]:
        """The paragraphs that hold any of it."""
        return {above for element in self.odd for above in element.iterancestors(P)}

    @property
    def mixed(self) -> set[Element]:
        """The paragraphs in which something other than a w:t has characters: a tab (no tab stop), a break, a hyphen, a symbol."""
        others = (node for node in self.root.iter(*CHARACTERS, SYM) if node.tag != TAB or is_in_run(node))
        return {above for node in others for above in node.iterancestors(P)}


def survey(root: Element) -> Survey:
    """What stands in a part."""
    return Survey(root, tuple(root.iter(*ODD)))
