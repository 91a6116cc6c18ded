"""Elements taken out of a tree."""

from __future__ import annotations

import pytest
from lxml import etree

from server.word.branches import after, drop, parent_of, unwrap
from server.word.ooxml import Element, P, R, w
from tests.docx_language import NAMESPACES


def tree(xml: str) -> Element:
    return etree.fromstring(f"<w:body {NAMESPACES}>{xml}</w:body>")


def names(root: Element) -> str:
    return " ".join(etree.QName(e).localname for e in root.iterdescendants())


def test_what_an_unwrapped_element_holds_stands_in_its_place() -> None:
    root = tree("<w:p/><w:sdt><w:p/><w:tbl/></w:sdt><w:p/>")
    unwrap(root[1])
    assert names(root) == "p p tbl p"


def test_marks_between_paragraphs_are_passed_over() -> None:
    root = tree('<w:p/><w:bookmarkEnd w:id="1"/><w:proofErr/><w:tbl/>')
    assert after(root[0]) is root[3]
    assert after(root[3]) is None


def test_half_a_range_is_left_where_the_element_was() -> None:
    root = tree('<w:p><w:bookmarkStart w:id="1"/><w:r><w:permStart w:id="1"/><w:permEnd w:id="1"/></w:r></w:p><w:p/>')
    drop(root[0])
    assert names(root) == "bookmarkStart p"


def test_a_revision_or_table_with_nothing_left_goes_too() -> None:
    root = tree("<w:p><w:ins><w:del><w:r/></w:del></w:ins></w:p><w:tbl><w:tblPr/><w:tr/></w:tbl>")
    drop(next(root.iter(R)))
    drop(next(root.iter(w("tr"))))
    assert names(root) == "p"


def test_an_element_that_stands_alone_has_no_parent() -> None:
    with pytest.raises(ValueError, match="p stands alone"):
        parent_of(etree.Element(P))
