"""Words of headers, text boxes and notes."""

from __future__ import annotations

from typing import Any

import pytest

from server.word import open_docx, read_paragraphs
from tests.browser.open_word import Open
from tests.browser.word_harness import WARRANTY, change, harness, put
from tests.docx_language import W, docx, package, paragraph


def test_words_of_a_footnote_are_found_too(word: Open) -> None:
    opened = harness(word, docx("1. Term."))
    opened.ask(
        "text => { fakeWord.notes = new FakeWordDocument({ paragraphs: [], notes: [[{ runs: [{ t: text }], mark: {} }]] }, {}).notes; }",
        WARRANTY,
    )
    assert put(opened, change(WARRANTY, "unlimited", "limited"))["state"] == "inserted"
    note = opened.ask("fakeWord.reviewed(fakeWord.notes[0][0].chars, 'Current')")
    assert note == WARRANTY.replace("unlimited", "limited")


BESIDE = {
    "header": "On top. An unlimited warranty.",
    "textbox": "In a box. An unlimited warranty.",
    "footnote": "Below. An unlimited warranty.",
}


def with_stories() -> bytes:
    """A warranty in the first page's header, in a text box and in a footnote."""
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph(BESIDE['textbox'])}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    note = '<w:p><w:r><w:t>Noted</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    section = '<w:sectPr><w:headerReference w:type="first" r:id="rIdX0"/><w:titlePg/></w:sectPr>'
    parts = {
        "header1": f'<w:hdr xmlns:w="{W}">{paragraph(BESIDE["header"])}</w:hdr>',
        "footnotes": f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{paragraph(BESIDE["footnote"])}</w:footnote></w:footnotes>',
    }
    return package(f'<w:p xmlns:v="urn:schemas-microsoft-com:vml">{box}</w:p>{note}{section}', parts, section=False)


@pytest.mark.parametrize("story", BESIDE)
def test_words_beside_the_body_are_changed_where_they_stand(word: Open, story: str) -> None:
    """And no header is asked for that is not there: Word would make it."""
    opened = harness(word, with_stories())
    assert BESIDE[story] in [p.text for p in read_paragraphs(open_docx(with_stories())) if p.story == story]
    marking = change(BESIDE[story], "unlimited", "limited")
    marking["place"]["story"] = story
    assert put(opened, marking) == {"state": "inserted", "message": ""}
    found = opened.ask(
        "() => [fakeWord.notes[0], fakeWord.boxes[0], fakeWord.margins[0].paragraphs].map(each => fakeWord.reviewed(each[0].chars, 'Current'))"
    )
    assert BESIDE[story].replace("unlimited", "limited") in found
    assert opened.ask("fakeWord.sins") == []


@pytest.mark.parametrize(
    ("story", "options", "why"),
    [("textbox", {"desktop": False}, "text box"), ("footnote", {"api": "1.4"}, "note"), ("header", {"flatOpc": "<none/>"}, "header")],
)
def test_where_word_opens_a_story_to_no_add_in_it_is_told_why(word: Open, story: str, options: dict[str, Any], why: str) -> None:
    opened = harness(word, with_stories(), **options)
    marking = change(BESIDE[story], "unlimited", "limited")
    marking["place"]["story"] = story
    outcome = put(opened, marking)
    assert outcome["state"] == "failed" and why in outcome["message"]
    assert opened.ask("fakeWord.writes") == 0
    assert opened.ask("fakeWord.sins") == []
