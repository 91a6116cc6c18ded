"""Complex fields: where one is open, and what its code is."""

from __future__ import annotations

from lxml import etree

from server.word.fields import OpenField, advance, fields_open_at
from server.word.ooxml import Element, P
from tests.docx_language import NAMESPACES, OTHER


def root(body: str) -> Element:
    return etree.fromstring(f"<w:body {NAMESPACES}>{body}</w:body>")


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def open_at(body: str) -> list[tuple[OpenField, ...]]:
    story = root(body)
    found = fields_open_at(story)
    return [found.get(p, ()) for p in story.iter(P)]


def test_a_story_without_fields_has_none_open() -> None:
    assert fields_open_at(root("<w:p/><w:p/>")) == {}


def test_a_field_is_open_at_the_paragraphs_it_spans() -> None:
    body = f"<w:p>{char('begin')}{code('TOC')}{char('separate')}</w:p><w:p/><w:p>{char('end')}</w:p><w:p/>"
    toc = (OpenField("TOC", True),)
    assert open_at(body) == [(), toc, toc, ()]


def test_fields_stand_inside_fields() -> None:
    body = f"<w:p>{char('begin')}{code('TOC')}{char('separate')}{char('begin')}{code('PAGE')}</w:p><w:p>{char('end')}</w:p><w:p/>"
    assert open_at(body)[1:] == [(OpenField("TOC", True), OpenField("PAGE", False)), (OpenField("TOC", True),)]


def test_a_deleted_field_is_not_open() -> None:
    body = f'<w:p><w:del w:id="1" {OTHER}>{char("begin")}{char("separate")}</w:del></w:p><w:p/>'
    assert open_at(body) == [(), ()]


def test_a_code_in_several_runs_is_one() -> None:
    stack: list[OpenField] = []
    for element in root(f"<w:p>{char('begin')}{code(' REF ')}{code('_Ref1')}{char('separate')}</w:p>").iter():
        if etree.QName(element).localname in ("fldChar", "instrText"):
            advance(stack, element)
    assert stack == [OpenField(" REF _Ref1", True)]


def test_an_end_without_a_beginning_is_let_be() -> None:
    assert open_at(f"<w:p>{char('end')}</w:p><w:p/>") == [(), ()]
