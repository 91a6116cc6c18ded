"""Which parts a redline may change, and how."""

from __future__ import annotations

import pytest

from server.word.ooxml import W
from server.word.package import WordFile, open_docx
from server.word.untouched import added_comments, changed_stories, find_changed_parts
from tests.docx_language import docx

COMMENTS = f'<w:comments xmlns:w="{W}"><w:comment w:id="1"/><w:comment w:id="2"/></w:comments>'
STYLES = f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="Body"><w:name w:val="Body"/></w:style></w:styles>'
SETTINGS = f'<w:settings xmlns:w="{W}"/>'
PARTS = {"comments": COMMENTS, "styles": STYLES, "header1": f'<w:hdr xmlns:w="{W}"/>', "settings": SETTINGS}
LISTED = '<w:p><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:p>'
DATA = docx("One.", LISTED, parts=PARTS)
FILE = open_docx(DATA)


def changed(part: str, old: str, new: str) -> WordFile:
    text = FILE.parts[part].decode()
    assert old in text
    return open_docx(FILE.saved({part: text.replace(old, new, 1).encode()}))


def test_a_story_may_differ_and_is_named() -> None:
    marked = changed("word/header1.xml", "/>", "></w:hdr>")
    assert changed_stories(FILE, marked) == ("word/header1.xml",)
    assert list(find_changed_parts(FILE, marked)) == []


def test_comments_may_be_added() -> None:
    marked = changed("word/comments.xml", "</w:comments>", '<w:comment w:id="3"/></w:comments>')
    assert list(find_changed_parts(FILE, marked)) == []
    assert added_comments(FILE, marked) == {"3"}


@pytest.mark.parametrize("new", ["", '<w:comment w:id="1" w:author="x"/>'])
def test_comments_may_not_be_lost_or_changed(new: str) -> None:
    found = list(find_changed_parts(FILE, changed("word/comments.xml", '<w:comment w:id="1"/>', new)))
    assert found[0] == "word/comments.xml lost or changed an entry."


def test_any_other_part_may_not_change() -> None:
    assert list(find_changed_parts(FILE, changed("word/settings.xml", "/>", "> </w:settings>"))) == ["word/settings.xml was changed."]


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ('<w:style w:styleId="AnnexText"/>', ""),
        ('<w:style w:styleId="Body"/>', "under an id that the document uses"),
        ('<w:style w:default="1" w:styleId="New"/>', "no style or list"),
        ("<w:docDefaults/>", "no style or list"),
    ],
)
def test_only_styles_that_change_nothing_may_be_added(entry: str, fault: str) -> None:
    found = list(find_changed_parts(FILE, changed("word/styles.xml", "</w:styles>", f"{entry}</w:styles>")))
    assert [fault in line for line in found] == ([True] if fault else [])


def test_a_style_may_not_be_changed() -> None:
    (lost, *_) = find_changed_parts(FILE, changed("word/styles.xml", 'w:val="Body"', 'w:val="Bold"'))
    assert lost == "word/styles.xml lost or changed an entry."


@pytest.mark.parametrize(("number", "is_free"), [("8", True), ("7", False)])
def test_a_list_may_be_added_under_a_number_that_no_paragraph_names(number: str, is_free: bool) -> None:
    xml = f'<w:numbering xmlns:w="{W}"><w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num></w:numbering>'
    found = list(find_changed_parts(FILE, open_docx(FILE.saved({"word/numbering.xml": xml.encode()}))))
    assert (found == []) is is_free


def test_a_relationship_id_may_not_be_used_twice() -> None:
    name = "word/_rels/document.xml.rels"
    double = '<Relationship Id="rIdX0" Type="x/comments" Target="comments.xml"/></Relationships>'
    assert any("twice" in line for line in find_changed_parts(FILE, changed(name, "</Relationships>", double)))
