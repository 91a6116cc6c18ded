"""Annexes at the end of the open document."""

from __future__ import annotations

from typing import Any

import pytest

from server import review
from server.clauses import Library
from tests.browser.open_word import Open
from tests.browser.word_harness import (
    WARRANTY,
    WHOLES,
    annexes,
    assert_same_as_the_server,
    brings_annex,
    change,
    harness,
    insert,
    propose,
    put,
    refused,
    request,
    texts,
)
from tests.docx_language import W, docx


# Word runs the last line of XML on in the line that it is put before, or adds an empty one (office-js-docs #874)
@pytest.mark.parametrize("quirk", [{}, {"ooxmlRunsOn": True}, {"ooxmlAddsOne": True}], ids=["plain", "runs on", "adds a line"])
def test_a_clause_that_brings_an_annex_goes_in_with_it_at_the_end(word: Open, library: Library, quirk: dict[str, Any]) -> None:
    data = WHOLES["letter-engagement-england"].docx()
    opened = harness(word, data, **quirk)
    bringing = next(each["id"] for each in propose(data, library) if any("<w:tbl>" in xml for xml in annexes(each)))
    assert refused(insert(opened, propose(data, library, bringing), comments=True)) == {}
    assert_same_as_the_server(opened, data, review.redline(data, request(library, bringing)).data, annexed=True)
    assert opened.ask("fakeWord.comments.length") == 1
    tables = opened.ask("fakeWord.paragraphs.filter(each => each.table && each.mark.ins).length")
    assert tables > 0


def test_an_annex_of_which_a_word_is_lost_is_noticed(word: Open, library: Library) -> None:
    data = WHOLES["letter-engagement-england"].docx()
    opened = harness(word, data)
    bringing = next(each["id"] for each in propose(data, library) if brings_annex(each))
    opened.ask("() => { const put = fakeWord.insertBlocks.bind(fakeWord); fakeWord.insertBlocks = (at, made) => put(at, made.slice(1)); }")
    told = refused(insert(opened, propose(data, library, bringing)))
    assert all("something else" in message and "Undo" in message for message in told.values()) and bringing in told
    assert [text for text in opened.texts("rejected") if text] == [text for text in texts(data) if text]


def test_an_annex_that_word_does_not_track_is_told_of(word: Open) -> None:
    opened = harness(word, docx(WARRANTY))
    annex = {
        "label": "Annex 1",
        "texts": ["Annex 1"],
        "xml": f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>Annex 1</w:t></w:r></w:p></w:body></w:document>',
    }
    opened.ask("() => { fakeWord.insertBlocks = (at, made) => fakeWord.paragraphs.splice(fakeWord.paragraphs.indexOf(at), 0, ...made); }")
    outcome = put(opened, {**change(WARRANTY, "unlimited", "limited"), "annex": annex})
    assert outcome["state"] == "failed" and "not tracked" in outcome["message"] and "Undo" in outcome["message"]


def test_a_clause_with_an_annex_comes_ready_made_too(word: Open, library: Library) -> None:
    data = WHOLES["letter-engagement-england"].docx()
    opened = harness(word, data, api="1.3", textShowsDeletions=False)
    bringing = next(each["id"] for each in propose(data, library) if brings_annex(each))
    outcomes = insert(opened, propose(data, library, bringing))
    assert [each["state"] for each in outcomes] == ["inserted"]
    redlined = review.redline(data, request(library, bringing)).data
    assert [text for text in opened.texts("current") if text] == [text for text in texts(redlined) if text]
    assert [text for text in opened.texts("rejected") if text] == [text for text in texts(data) if text]
    assert opened.ask("fakeWord.sins") == []
