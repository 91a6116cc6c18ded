"""Our marks held against Word's rules; the marks of others are not ours to judge."""

from __future__ import annotations

import pytest
from lxml import etree

from server.word.faults import find_faults, find_loose_comments, strip_comments
from server.word.ooxml import AUTHOR, Element
from tests.docx_language import NAMESPACES, run

WHO = 'w:author="Me" w:date="2026-01-02T03:04:05Z"'
CASES = {
    "share an id": f'<w:ins w:id="1" {WHO}>{run("a")}</w:ins><w:del w:id="1" {WHO}>{run("b", deleted=True)}</w:del>',
    "lacks its id": '<w:ins w:id="1" w:author="Me"><w:r/></w:ins>',
    "not marked as deleted": f'<w:del w:id="1" {WHO}>{run("a")}</w:del>',
    "directly in an insertion": f'<w:ins w:id="1" w:author="X"><w:ins w:id="2" {WHO}>{run("a")}</w:ins></w:ins>',
    "outside a deletion": run("a", deleted=True),
}


def body(content: str) -> Element:
    return etree.fromstring(f"<w:body {NAMESPACES}>{content}</w:body>")


@pytest.mark.parametrize("fault", CASES)
def test_a_fault_is_named(fault: str) -> None:
    found = list(find_faults(body(f"<w:p>{CASES[fault]}</w:p>"), lambda mark: mark.get(AUTHOR) == "Me"))
    assert len(found) == 1
    assert fault in found[0]


@pytest.mark.parametrize("fault", ["share an id", "lacks its id", "not marked as deleted"])
def test_the_faults_of_others_are_not_ours(fault: str) -> None:
    assert list(find_faults(body(f"<w:p>{CASES[fault]}</w:p>"), lambda mark: False)) == []


def test_sound_marks_have_no_fault() -> None:
    sound = f'<w:p><w:ins w:id="1" {WHO}>{run("a")}</w:ins><w:del w:id="2" {WHO}>{run("b", deleted=True)}</w:del></w:p>'
    assert list(find_faults(body(sound), lambda mark: True)) == []


def test_a_cell_left_without_a_paragraph_is_a_fault() -> None:
    cell = f'<w:tbl><w:tr><w:tc><w:ins w:id="1" {WHO}/><w:del w:id="2" {WHO}><w:p/></w:del></w:tc></w:tr></w:tbl>'
    assert any("cell" in fault for fault in find_faults(body(cell), lambda mark: True))


ANCHORED = (
    '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>a</w:t></w:r><w:commentRangeEnd w:id="1"/>'
    '<w:r><w:rPr/><w:commentReference w:id="1"/></w:r></w:p>'
)


def test_a_comment_stands_on_a_whole_range_once() -> None:
    assert list(find_loose_comments([body(ANCHORED)], {"1"})) == []
    assert len(list(find_loose_comments([body(ANCHORED)], {"1", "2"}))) == 1
    assert len(list(find_loose_comments([body(ANCHORED), body(ANCHORED)], {"1"}))) == 1


def test_the_anchors_of_a_comment_are_taken_out_with_the_run_that_held_only_the_reference() -> None:
    root = body(ANCHORED)
    assert strip_comments(root, {"2"}) == 0
    assert strip_comments(root, {"1"}) == 3
    assert [etree.QName(e).localname for e in root[0]] == ["r"]
