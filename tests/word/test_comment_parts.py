"""Comments' parts in packages that are laid out in unusual ways."""

from __future__ import annotations

from lxml import etree

from server.word.comment_parts import NewComment, add_comments, comment_ids, style_id
from server.word.ooxml import ID
from server.word.package import WordFile, open_docx
from tests.docx_language import docx

FILE = open_docx(docx("One."))


def added(file: WordFile) -> dict[str, bytes]:
    return add_comments(file, [NewComment("7", "Why?"), NewComment("8", "Oh.")], "Me", "M", "2026-01-02T03:04:05Z")


def test_a_part_in_the_way_is_gone_round() -> None:
    taken = open_docx(FILE.saved({"word/comments.xml": b"<x/>"}))
    assert "word/comments1.xml" in added(taken)


def test_a_document_without_relationships_gets_some() -> None:
    alone = WordFile(FILE.data, {name: data for name, data in FILE.parts.items() if "document.xml.rels" not in name}, FILE.main)
    rels = etree.fromstring(added(alone)["word/_rels/document.xml.rels"])
    assert [(rel.get("Id"), rel.get("Target")) for rel in rels] == [("rId1", "comments.xml")]


def test_the_comments_are_found_again_in_order() -> None:
    again = open_docx(FILE.saved(added(FILE)))
    assert comment_ids(again) == {"7", "8"}
    assert [c.get(ID) for c in again.tree("word/comments.xml")] == ["7", "8"]
    assert [
        c.get(ID) for c in open_docx(again.saved(add_comments(again, [NewComment("9", "")], "Me", "M", ""))).tree("word/comments.xml")
    ] == [
        "7",
        "8",
        "9",
    ]


def test_a_style_that_is_not_there_has_no_id() -> None:
    assert style_id(FILE, "annotation text") == ""
