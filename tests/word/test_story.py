"""Which paragraphs a document has, in which order, and which of them can't be edited."""

from __future__ import annotations

from server.word.package import open_docx
from server.word.story import Block, read_blocks
from server.word.text import map_text
from tests.docx_language import NAMESPACES, OTHER, docx, package, paragraph, run


def blocks(data: bytes) -> list[Block]:
    return read_blocks(open_docx(data), {})


def texts(body: str, **parts: str) -> list[str]:
    return [map_text(block).text for block in blocks(package(body, parts))]


def p(text: str, mark: str = "") -> str:
    return paragraph(text, f"<w:rPr>{mark}</w:rPr>" if mark else "")


def cell(*content: str, properties: str = "") -> str:
    return f"<w:tc>{properties}{''.join(content)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


GONE = f'<w:del w:id="77" {OTHER}/>'


def test_body_and_cells_come_in_document_order() -> None:
    nested = table(cell(p("inner")))
    data = package(p("before") + table(cell(p("a1"), nested, p("a1 end")) + cell(p("a2")), cell(p("b1"))) + p("after"))
    found = blocks(data)
    assert [map_text(b).text for b in found] == ["before", "a1", "inner", "a1 end", "a2", "b1", "after"]
    assert [b.story for b in found] == ["body", "cell", "cell", "cell", "cell", "cell", "body"]
    assert [(b.cell.table, b.cell.row, b.cell.column) for b in found if b.cell] == [(0, 0, 0), (1, 0, 0), (0, 0, 0), (0, 0, 1), (0, 1, 0)]


def test_text_boxes_notes_headers_and_footers_follow() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('box')}</w:txbxContent></v:textbox></w:pict></w:r>"
    notes = f'<w:footnotes {NAMESPACES}><w:footnote w:id="1">{p("note")}</w:footnote></w:footnotes>'
    separator = notes.replace("<w:footnote w:id", '<w:footnote w:type="separator" w:id="0">' + p("line") + "</w:footnote><w:footnote w:id")
    found = texts(
        f"<w:p>{run('body')}{box}</w:p>{p('more')}",
        footer1=f"<w:ftr {NAMESPACES}>{p('footer')}</w:ftr>",
        header1=f"<w:hdr {NAMESPACES}>{p('header')}</w:hdr>",
        footnotes=separator,
        endnotes=f'<w:endnotes {NAMESPACES}><w:endnote w:id="1">{p("endnote")}</w:endnote></w:endnotes>',
    )
    assert found == ["body", "more", "box", "note", "endnote", "header", "footer"]


def test_a_text_box_is_read_once_and_knows_its_twin_in_the_fallback() -> None:
    inside = f"<w:txbxContent>{p('box')}</w:txbxContent>"
    body = (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{inside}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    found = blocks(package(body))
    assert [map_text(b).text for b in found] == ["", "box"]
    assert map_text(found[1], found[1].twins).text == "box"
    assert found[1].twins != found[1].elements


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    assert texts(p("one ", GONE) + p("two") + p("three")) == ["one two", "three"]


def test_a_deleted_mark_before_a_table_joins_nothing() -> None:
    assert texts(p("one", GONE) + table(cell(p("two"))) + p("three")) == ["one", "two", "three"]
    assert texts(p("[-one-]", GONE) + table(cell(p("two"))) + p("three")) == ["two", "three"]


def test_a_deleted_mark_does_not_reach_into_a_content_control() -> None:
    assert texts(p("one", GONE) + control(p("two")) + p("three")) == ["one", "two", "three"]


def test_the_last_paragraph_of_a_story_stays_though_its_mark_is_deleted() -> None:
    assert texts(p("one") + p("[-two-]", GONE)) == ["one", ""]
    assert texts(table(cell(p("[-one-]", GONE))) + p("two")) == ["", "two"]


def test_deleted_rows_and_cells_are_not_read() -> None:
    row = f"<w:trPr><w:del w:id='5' {OTHER}/></w:trPr>"
    gone = cell(p("gone too"), properties=f"<w:tcPr><w:cellDel w:id='6' {OTHER}/></w:tcPr>")
    assert texts(table(row + cell(p("gone")), cell(p("stays")) + gone) + p("end")) == ["stays", "end"]


def test_the_marks_around_a_move_do_not_keep_a_paragraph() -> None:
    moved = (
        f"<w:moveFromRangeStart w:id='4' {OTHER} w:name='m'/><w:moveFrom w:id='5' {OTHER}>{run('Out.')}</w:moveFrom>"
        "<w:moveFromRangeEnd w:id='4'/>"
    )
    last = f"<w:p><w:pPr><w:rPr><w:moveFrom w:id='6' {OTHER}/></w:rPr></w:pPr>{moved}</w:p>"
    assert texts(control(p("One.") + last) + p("Two.")) == ["One.", "Two."]


def test_an_empty_paragraph_whose_mark_is_gone_stays_where_only_a_deleted_table_follows() -> None:
    gone = table(f"<w:trPr><w:del w:id='1' {OTHER}/></w:trPr>" + cell(p("Out.")))
    assert texts(p("One.") + p("", f"<w:del w:id='2' {OTHER}/>") + gone) == ["One.", ""]
    assert texts(p("One.") + p("", f"<w:del w:id='2' {OTHER}/>") + gone + p("Two.")) == ["One.", "Two."]


def test_a_table_whose_rows_are_all_deleted_lets_the_paragraphs_around_it_join() -> None:
    row = f"<w:trPr><w:del w:id='5' {OTHER}/></w:trPr>"
    assert texts(p("one ", GONE) + table(row + cell(p("gone"))) + p("two")) == ["one two"]


def test_locked_and_filled_controls_lock_their_paragraphs() -> None:
    locked = control(p("a"), '<w:lock w:val="sdtContentLocked"/>')
    body = control(p("free")) + locked + control(table(cell(p("b"))), '<w:dataBinding w:xpath="/x"/>') + p("end")
    assert [b.lock for b in blocks(package(body))] == ["", "locked_control", "locked_control", ""]


def test_custom_xml_is_looked_through() -> None:
    assert texts(f'<w:customXml w:element="x">{p("one")}<w:smartTag>{p("two")}</w:smartTag></w:customXml>{p("three")}') == [
        "one",
        "two",
        "three",
    ]


def test_only_paragraphs_of_runs_alone_are_plain() -> None:
    field = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'
    found = blocks(package(p("plain {+and inserted+}") + p("[-not-] plain") + field + control(p("in a control")) + p("after")))
    assert [b.is_plain for b in found] == [True, False, False, False, False]


def test_parts_already_parsed_are_used() -> None:
    file = open_docx(docx("one"))
    trees = {file.main: file.tree(file.main)}
    root = trees[file.main]
    assert read_blocks(file, trees)[0].last.getroottree().getroot() is root
