"""Ids and dates of our marks among those that are there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from lxml import etree

from server.model import Edit, Span
from server.word.marks import highest_id, stamp, unused
from server.word.ooxml import W
from server.word.package import open_docx
from server.word.revisions import write_redline
from tests.docx_language import docx
from tests.marking import ME, judge, mark, texts


def test_the_stamp_is_utc_in_whole_seconds() -> None:
    assert stamp(replace(ME, date=datetime(2026, 5, 1, 8, 0, 0, 999, tzinfo=UTC))) == "2026-05-01T08:00:00Z"


def test_the_highest_id_counts_every_annotation() -> None:
    body = '<w:p><w:bookmarkStart w:id="41" w:name="b"/><w:bookmarkEnd w:id="41"/><w:ins w:id="7" w:author="a" w:date="2020-01-01T00:00:00Z"/></w:p>'
    file = open_docx(docx(body))
    assert highest_id(file, {file.main: file.tree(file.main)}) == 41


def test_the_highest_id_is_found_under_any_prefix_and_in_utf_16_and_is_0_without_one() -> None:
    story = f'<a:document xmlns:a="{W}"><a:body><a:p><a:bookmarkStart a:id="41" a:name="b"/></a:p></a:body></a:document>'
    root = etree.fromstring(story)
    for data in (story.encode(), story.encode("utf-16")):
        assert highest_id(replace(open_docx(docx("one")), parts={"x": data}), {"x": root}) == 41
    file = open_docx(docx("one"))
    assert highest_id(file, {file.main: file.tree(file.main)}) == 0


def test_a_date_that_is_in_the_document_is_moved_on() -> None:
    once = mark(docx("One two."), ("One", "1")).data
    assert stamp(unused(ME, open_docx(once))) == "2026-01-02T03:04:06Z"
    assert unused(ME, open_docx(docx("One two."))) == ME


def test_a_second_round_by_the_same_author_keeps_the_first() -> None:
    once = mark(docx("One two three."), ("two", "2")).data
    file = open_docx(once)
    twice = write_redline(file, [Edit("x", Span(0, 0, 3), "One", "1")], (), unused(ME, file), False)
    assert texts(twice.data) == ["1 2 three."]
    judge(once, twice.data, "--no-schema")
