"""A document read as paragraphs: text, label, style, level, lead-in, cell, fields, bookmarks."""

from __future__ import annotations

import pytest

from server.errors import Unreadable
from server.model import Cell, Field
from server.word.package import open_docx
from server.word.reading import read_paragraphs
from tests.docx_language import NAMESPACES, W, docx, package, paragraph, run
from tests.marking import paragraphs

STYLES = (
    f'<w:styles {NAMESPACES}><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    '<w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style></w:styles>'
)
NUMBERING = (
    f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def test_paragraphs_are_counted_from_0_in_order() -> None:
    assert [(p.index, p.story, p.text) for p in paragraphs(docx("one", "two"))] == [(0, "body", "one"), (1, "body", "two")]


def test_labels_are_those_of_the_live_numbering_and_no_text() -> None:
    found = paragraphs(package(paragraph("Fees", LISTED) + paragraph("typed") + paragraph("Term", LISTED), {"numbering": NUMBERING}))
    assert [(p.label, p.level, p.text) for p in found] == [("1.", 0, "Fees"), ("", None, "typed"), ("2.", 0, "Term")]


def test_a_heading_style_gives_name_level_and_a_lead_over_the_whole_paragraph() -> None:
    found = paragraphs(package(paragraph("Fees", '<w:pStyle w:val="H1"/>') + paragraph("pay"), {"styles": STYLES}))
    assert [(p.style.lower(), p.level, p.lead) for p in found] == [("heading 1", 0, 4), ("normal", None, 0)]


def test_a_bold_lead_in_is_measured() -> None:
    assert [p.lead for p in paragraphs(docx("**Fees.** The Client pays.", "No lead-in.", "Not **here**."))] == [5, 0, 0]


def test_cells_fields_and_bookmarks_are_noted() -> None:
    field = f'<w:fldSimple w:instr=" REF a ">{run("8.2")}</w:fldSimple>'
    marked = f'<w:p><w:bookmarkStart w:id="1" w:name="fees"/>{run("See ")}{field}<w:bookmarkEnd w:id="1"/></w:p>'
    found = paragraphs(package(f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{marked}</w:tc></w:tr></w:tbl>{paragraph('end')}"))
    assert (found[0].story, found[0].cell, found[0].bookmarks) == ("cell", Cell(0, 0, 0), ("fees",))
    assert found[0].fields == (Field(4, 7, "REF a"),)
    assert (found[1].cell, found[1].fields, found[1].bookmarks) == (None, (), ())


def test_a_header_has_no_label() -> None:
    found = paragraphs(
        package(paragraph("one"), {"numbering": NUMBERING, "header1": f"<w:hdr {NAMESPACES}>{paragraph('top', LISTED)}</w:hdr>"})
    )
    assert [(p.story, p.label) for p in found] == [("body", ""), ("header", "")]


def test_a_part_that_is_no_xml_cannot_be_read() -> None:
    file = open_docx(docx("one"))
    with pytest.raises(Unreadable):
        read_paragraphs(open_docx(file.saved({file.main: f'<w:document xmlns:w="{W}"><w:body>'.encode()})))
