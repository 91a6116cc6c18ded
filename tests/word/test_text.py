"""The text model: what counts as a character, and where each stands."""

from __future__ import annotations

import pytest
from lxml import etree

from server.word.ooxml import T, w
from server.word.package import open_docx
from server.word.story import read_blocks
from server.word.text import TextMap, leading, map_text, overlapping, read_text, shown, written
from tests.docx_language import NAMESPACES, docx, package, run


def mapped(body: str) -> TextMap:
    return map_text(read_blocks(open_docx(package(body)), {})[0])


def node(xml: str) -> etree._Element:
    return etree.fromstring(f"<w:r {NAMESPACES}>{xml}</w:r>")[0]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:t>word</w:t>", "word"),
        ("<w:t> edges go </w:t>", "edges go"),
        ('<w:t xml:space="preserve"> edges stay </w:t>', " edges stay "),
        ('<w:t xml:space="preserve">a\n\tb</w:t>', "a  b"),
        ("<w:tab/>", "\t"),
        ('<w:ptab w:alignment="left"/>', "\t"),
        ("<w:br/>", "\n"),
        ("<w:cr/>", "\n"),
        ("<w:noBreakHyphen/>", "\u2011"),
        ("<w:softHyphen/>", "\u00ad"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "\uf0fc"),
        ("<w:delText>gone</w:delText>", ""),
        ("<w:instrText>REF</w:instrText>", ""),
        ("<w:drawing/>", ""),
        ('<w:footnoteReference w:id="1"/>', ""),
    ],
)
def test_what_one_child_of_a_run_shows(xml: str, text: str) -> None:
    assert shown(node(xml)) == text


def test_a_text_without_space_preserve_loses_its_edges_only() -> None:
    assert written(node("<w:t>  two  words </w:t>")) == "two  words"


def test_pieces_lie_one_after_the_other_and_name_their_nodes() -> None:
    found = mapped(f"<w:p>{run('one')}<w:r><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r></w:p>")
    assert found.text == "onetwo\tthree"
    assert [(p.start, p.end, p.text) for p in found.pieces] == [(0, 3, "one"), (3, 6, "two"), (6, 7, "\t"), (7, 12, "three")]
    assert [p.node.tag == T for p in found.pieces] == [True, True, False, True]
    assert found.pieces[1].run is found.pieces[3].run


def test_the_current_view_has_insertions_and_no_deletions() -> None:
    data = docx("The [-old-]{+new+} fee")
    assert map_text(read_blocks(open_docx(data), {})[0]).text == "The new fee"


def test_a_move_is_read_where_it_went() -> None:
    moved = '<w:{0} w:id="5" w:author="O">{1}</w:{0}>'
    found = mapped(f"<w:p>{moved.format('moveFrom', run('fee '))}{run('the ')}{moved.format('moveTo', run('fee'))}</w:p>")
    assert found.text == "the fee"


def test_a_tab_stop_is_no_tab() -> None:
    stops = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>'
    assert mapped(f"<w:p>{stops}{run('a')}<w:r><w:tab/></w:r></w:p>").text == "a\t"


def test_a_simple_fields_result_is_locked_and_known() -> None:
    found = mapped(f'<w:p>{run("See ")}<w:fldSimple w:instr=" REF a ">{run("8.2")}</w:fldSimple>{run(".")}</w:p>')
    assert [p.lock for p in found.pieces] == ["", "field_result", ""]
    assert [(f.start, f.end, f.code) for f in found.fields] == [(4, 7, "REF a")]


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_a_complex_fields_code_is_no_text() -> None:
    code = "<w:r><w:instrText>PAGEREF fee</w:instrText></w:r>"
    found = mapped(f"<w:p>{run('On ')}{char('begin')}{code}{char('separate')}{run('3')}{char('end')}{run('.')}</w:p>")
    assert found.text == "On 3."
    assert [(f.start, f.end, f.code) for f in found.fields] == [(3, 4, "PAGEREF fee")]


def test_a_field_that_goes_on_in_the_next_paragraph_is_open_there() -> None:
    body = f"<w:p>{char('begin')}{char('separate')}{run('one')}</w:p><w:p>{run('two')}{char('end')}{run('three')}</w:p>"
    first, second = (map_text(block) for block in read_blocks(open_docx(package(body)), {}))
    assert (first.open_start, first.open_end, second.open_start, second.open_end) == (False, True, True, False)
    assert [p.lock for p in (*first.pieces, *second.pieces)] == ["field_result", "field_result", ""]
    assert [(f.start, f.end) for f in first.fields] == [(0, 3)]


def test_words_of_a_locked_control_are_text_that_is_locked() -> None:
    control = f'<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>{run("fixed")}</w:sdtContent></w:sdt>'
    assert [p.lock for p in mapped(f"<w:p>{control}{run(' free')}</w:p>").pieces] == ["locked_control", ""]


def test_ruby_is_read_by_its_base() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('above')}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby></w:r>"
    found = mapped(f"<w:p>{ruby}</w:p>")
    assert (found.text, found.pieces[0].lock) == ("base", "unsupported")


def test_reading_the_text_alone_gives_what_the_map_gives() -> None:
    edges = '<w:p><w:r><w:t> one </w:t><w:t xml:space="preserve"> two\n</w:t><w:t/></w:r></w:p>'
    stops = f'<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>{run("three")}</w:p>'
    others = docx("A **plain** paragraph\twith a tab", "One [-with-]{+without+} revisions")
    found_in = [block for data in (package(edges + stops), others) for block in read_blocks(open_docx(data), {})]
    assert [block.only_words for block in found_in] == [True, True, False, False]
    for block in found_in:
        text, pieces, fields = read_text(block)
        found = map_text(block)
        assert (text, tuple(pieces), fields) == (found.text, found.pieces, found.fields)


def test_overlapping_pieces_hold_at_least_one_of_the_characters() -> None:
    pieces = mapped(f"<w:p>{run('abc')}{run('def')}{run('ghi')}</w:p>").pieces
    assert [p.text for p in overlapping(pieces, 2, 4)] == ["abc", "def"]
    assert [p.text for p in overlapping(pieces, 3, 6)] == ["def"]
    assert list(overlapping(pieces, 3, 3)) == []


def test_a_lead_in_is_as_long_as_its_look() -> None:
    pieces = mapped(f"<w:p>{run('Term.', '<w:b/>')}{run(' ')}{run('Ends.')}</w:p>").pieces
    bold = [p for p in pieces if p.run.find(f"{w('rPr')}/{w('b')}") is not None]
    assert leading(pieces, lambda p: p in bold) == len("Term. ")
    assert leading(bold, lambda p: p in bold) == len("Term.")
    assert leading(pieces, lambda p: False) == 0
