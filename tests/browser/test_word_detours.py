"""Changes that go around links, fields, content controls and notes."""

from __future__ import annotations

import pytest

from tests.browser.open_word import Open
from tests.browser.word_harness import change, harness, nothing_happened, put, texts, words
from tests.docx_language import docx

LINK = '<w:p><w:r><w:t xml:space="preserve">See </w:t></w:r><w:hyperlink w:anchor="x"><w:r><w:t>the policy</w:t></w:r></w:hyperlink></w:p>'
AROUND = LINK.removesuffix("</w:p>") + '<w:r><w:t xml:space="preserve"> for more.</w:t></w:r></w:p>'
CONTROL = (
    '<w:p><w:r><w:t xml:space="preserve">Client pays </w:t></w:r><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>EUR 100</w:t></w:r></w:sdtContent></w:sdt>'
    '<w:r><w:t xml:space="preserve"> within a week.</w:t></w:r></w:p>'
)
LOCKED = (
    '<w:p><w:r><w:t xml:space="preserve">It is a </w:t></w:r><w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent><w:r><w:t>fixed'
    "</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t> term.</w:t></w:r></w:p>"
)
NOTED = (
    '<w:p><w:r><w:t>Due 30 days</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
    '<w:r><w:t xml:space="preserve"> after the invoice.</w:t></w:r></w:p>'
)
FIELD = (
    '<w:p><w:r><w:t xml:space="preserve">See clause </w:t></w:r><w:fldSimple w:instr="REF _x"><w:r><w:t>8.2</w:t></w:r></w:fldSimple></w:p>'
)


@pytest.mark.parametrize(
    ("block", "old", "why"),
    [
        (LINK, "poli", "link"),
        (FIELD, "8.2", "field"),
        (FIELD, "clause 8.2", "field"),
        (LOCKED, "fixed", "locked"),
        (LOCKED, "a fixed", "locked"),
    ],
)
def test_inside_links_fields_and_locked_controls_nothing_is_written(word: Open, block: str, old: str, why: str) -> None:
    data = docx(block)
    opened = harness(word, data)
    outcome = put(opened, change(texts(data)[0], old, "new"))
    assert outcome["state"] == "failed" and why in outcome["message"]
    nothing_happened(opened, texts(data)[0])


@pytest.mark.parametrize(
    ("block", "old", "new"),
    [
        # words around a link, of a link and all of it
        (AROUND, "See the policy for more", "Ask us for more"),
        (AROUND, "the policy for", "no policy of"),
        (AROUND, "the policy", ""),
        (AROUND, "the policy", "us"),
        (AROUND, "policy", "rules"),
        (AROUND, "the", "our"),
        (AROUND, "for more", "on and on"),
        (LINK, "the policy", "us"),
        # into and out of a content control
        (CONTROL, "a cap of EUR 100", "a cap of EUR 900"),
        (CONTROL, "pays EUR 100 within", "owes EUR 100 after"),
        (CONTROL, "EUR 100", "EUR 900"),
        (CONTROL, "EUR 100", ""),
        # around the mark of a footnote
        (NOTED, "30 days after", "90 days from"),
        (NOTED, "days after", "days of"),
        # nearly all of it
        (AROUND, "See the policy for more.", "Nothing."),
        (CONTROL, "Client pays a cap of EUR 100 within a week.", "Client pays."),
    ],
)
def test_a_change_goes_around_what_stands_in_its_way(word: Open, block: str, old: str, new: str) -> None:
    """Links, controls and notes stay: what never must happen to them would stand among the fake's sins."""
    data = docx(block)
    text = texts(data)[0]
    if old not in text:
        old, new = old.replace("a cap of ", ""), new.replace("a cap of ", "")
    opened = harness(word, data)
    assert put(opened, change(text, old, new)) == {"state": "inserted", "message": ""}
    assert words(opened) == [text.replace(old, new)]
    assert words(opened, "rejected") == [text]
    assert opened.ask("fakeWord.sins") == []


@pytest.mark.parametrize("new", [" of 2026", ", if any,"])
def test_words_are_put_in_beside_a_link_and_never_into_it(word: Open, new: str) -> None:
    data = docx(AROUND)
    text = texts(data)[0]
    at = text.index(" for more")
    opened = harness(word, data)
    assert put(opened, change(text, "", new, at=at))["state"] == "inserted"
    assert words(opened) == [text[:at] + new + text[at:]]
    assert opened.ask("fakeWord.paragraphs[0].chars.filter(each => each.link && each.ins).length") == 0
    assert opened.ask("fakeWord.sins") == []


def test_words_beside_a_field_are_changed_and_the_field_stays(word: Open) -> None:
    data = docx(FIELD)
    opened = harness(word, data)
    assert put(opened, change(texts(data)[0], "clause", "section"))["state"] == "inserted"
    assert words(opened) == ["See section 8.2"]
