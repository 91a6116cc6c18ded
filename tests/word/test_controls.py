"""Content controls: which lock their words, and which are looked through."""

from __future__ import annotations

import pytest
from lxml import etree

from server.word.controls import looked_through, sdt_lock
from server.word.ooxml import Element
from tests.docx_language import NAMESPACES, OTHER


def element(xml: str) -> Element:
    return etree.fromstring(f"<w:body {NAMESPACES}>{xml}</w:body>")


@pytest.mark.parametrize(
    ("properties", "lock"),
    [
        ("", ""),
        ("<w:sdtPr/>", ""),
        ('<w:sdtPr><w:lock w:val="sdtLocked"/></w:sdtPr>', ""),
        ('<w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr>', "locked_control"),
        ('<w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr>', "locked_control"),
        ("<w:sdtPr><w:showingPlcHdr/></w:sdtPr>", "locked_control"),
        ('<w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr>', "locked_control"),
        ("<w:sdtPr><w:dropDownList/></w:sdtPr>", "locked_control"),
        ("<w:sdtPr><w14:checkbox/></w:sdtPr>", "locked_control"),
        ("<w:sdtPr><w:text/></w:sdtPr>", ""),
    ],
)
def test_a_control_locks_its_words_where_an_edit_would_be_lost_or_refused(properties: str, lock: str) -> None:
    assert sdt_lock(element(f"<w:sdt>{properties}<w:sdtContent/></w:sdt>")[0]) == lock


def names(xml: str) -> list[str]:
    return [etree.QName(child).localname for child in looked_through(element(xml))]


def test_custom_xml_and_smart_tags_are_looked_through_and_controls_are_not() -> None:
    assert names("<w:customXml><w:smartTag><w:p/></w:smartTag><w:tbl/></w:customXml><w:sdt/><!-- a word --><w:p/>") == [
        "p",
        "tbl",
        "sdt",
        "p",
    ]


def test_a_control_that_a_tracked_change_takes_away_is_looked_through() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
    mark = f'<w:{{}} w:id="1" {OTHER}/>'
    for name in ("customXmlDelRangeStart", "customXmlMoveFromRangeStart"):
        assert names(mark.format(name) + '<w:bookmarkStart w:id="9"/>' + control)[-1] == "p"
    assert names(mark.format("customXmlInsRangeStart") + control)[-1] == "sdt"
    assert names(mark.format("customXmlDelRangeStart") + "<w:p/>" + control)[-1] == "sdt"
