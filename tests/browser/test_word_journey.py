"""The whole way inside Word: open, review, change side, choose, edit, insert, dismiss, take away; and what can come between."""

from __future__ import annotations

import base64
import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from server import review
from server.word import open_docx, read_paragraphs
from tests.browser.contracts import consulting, endless
from tests.browser.open_word import Open, OpenWord
from tests.browser.pane import Pane
from tests.conftest import Oracle
from tests.contracts.whole import read_wholes
from tests.docx_language import docx

CONTRACTS = [
    "open-agreements__common-paper-independent-contractor-agreement.docx",
    "open-agreements__common-paper-professional-services-agreement.docx",
    "open-agreements__common-paper-csa-with-sla.docx",
    "Docxodus__VP004-Legal-Contract.docx",
    "Gemini-AI__Sample_NDA.docx",
]
OWN = "In addition, each party acts in good faith"


def texts(data: bytes) -> list[str]:
    return [p.text for p in read_paragraphs(open_docx(data)) if p.story in ("body", "cell")]


def reviewed(opened: OpenWord) -> Pane:
    """The pane after a click on Review."""
    pane = Pane(opened.page, "")
    opened.page.locator("#review").click()
    pane.settle()
    return pane


def untouched(opened: OpenWord, data: bytes) -> None:
    assert opened.texts("current") == opened.texts("rejected") == texts(data)
    assert opened.ask("fakeWord.mode") == "Off"


def in_good_order(opened: OpenWord, data: bytes) -> None:
    """Rejecting ours gives the document back, and nothing that must never happen has."""
    assert opened.texts("rejected") == texts(data)
    assert opened.ask("fakeWord.sins") == []
    assert opened.ask("fakeWord.mode") == "Off"


def until(opened: OpenWord, expression: str, seconds: float = 60) -> None:
    """Wait for something of the fake's; the page's policy forbids playwright's own way of waiting for an expression."""
    for _ in range(int(seconds * 10)):
        if opened.ask(expression):
            return
        opened.page.wait_for_timeout(100)
    raise AssertionError(f"{expression} did not come true")


# ---------------------------------------------------------------- the whole way
@pytest.mark.slow
@pytest.mark.parametrize("name", CONTRACTS)
def test_a_contract_goes_the_whole_way_in_word(word: Open, corpus: Path, name: str) -> None:
    data = (corpus / "contracts" / name).read_bytes()
    opened = word(data)
    pane = reviewed(opened)
    first = pane.ids()[0]
    pane.insert(first)
    if opened.page.locator("#musts").is_visible():
        pane.insert_musts()
    left = [each for each in pane.ids() if pane.state(each) == "open"]
    if left:
        pane.dismiss(left[-1], "Agreed elsewhere")
    in_good_order(opened, data)
    pane.tab("Export")
    opened.page.locator("#save-marked").click()
    until(opened, "fakeWord.opened.length === 1")
    assert texts(base64.b64decode(opened.ask("fakeWord.opened[0]"))) == opened.texts("current")


@pytest.mark.slow
@pytest.mark.parametrize("name", CONTRACTS)
def test_all_findings_go_in_one_click_after_the_other_or_another_is_named_that_does_for_them(
    word: Open, corpus: Path, oracle: Oracle, tmp_path: Path, name: str
) -> None:
    original = corpus / "contracts" / name
    opened = word(original.read_bytes())
    pane = reviewed(opened)
    for finding in pane.ids():
        insert = pane.unfold(finding).get_by_role("button", name="Insert", exact=True)
        if insert.is_enabled():
            insert.click()
            expect(pane.card(finding)).to_have_attribute("data-state", re.compile("inserted|covered"), timeout=60_000)
    titles = [pane.card(each).locator(".card-title").inner_text() for each in pane.ids() if pane.state(each) == "inserted"]
    for finding in pane.ids():
        if pane.state(finding) != "inserted":
            assert any(f"“{title}”, which is inserted" in pane.unfold_inserted(finding).inner_text() for title in titles)
    in_good_order(opened, original.read_bytes())
    passes_the_oracle(opened, original, oracle, tmp_path)


def test_a_clause_goes_in_with_its_annex_and_another_one_after_it(word: Open, oracle: Oracle, tmp_path: Path) -> None:
    original = tmp_path / "letter.docx"
    original.write_bytes(next(each.docx() for each in read_wholes() if each.name == "letter-engagement-england"))
    opened = word(original.read_bytes())
    pane = reviewed(opened)
    brings = next(each for each in pane.ids() if pane.unfold(each).locator(".annex").count())
    title = str(pane.card(brings).locator(".annex summary").inner_text()).split(", ")[-1]
    pane.insert(brings)
    assert any(title in text for text in opened.texts("current"))
    others = (each for each in pane.ids() if pane.state(each) == "open" and not pane.unfold(each).locator(".annex").count())
    pane.insert(next(others))
    in_good_order(opened, original.read_bytes())
    passes_the_oracle(opened, original, oracle, tmp_path)


def test_what_is_taken_away_has_the_name_that_the_server_gives(word: Open) -> None:
    opened = word(consulting(), noWindows=True)
    pane = reviewed(opened)
    pane.tab("Export")
    with opened.page.expect_download() as download:
        opened.page.locator("#save-marked").click()
    contract = review.review(consulting(), review.library()).review.contract
    assert download.value.suggested_filename == review.file_name(contract, "redline", date.today().isoformat(), ".docx")
    expect(opened.page.locator("#export-result")).to_contain_text(download.value.suggested_filename)


def passes_the_oracle(opened: OpenWord, original: Path, oracle: Oracle, folder: Path) -> None:
    """The document as this Word would save it: an independent judge finds the original in it, and only tracked changes besides."""
    saved = folder / "saved.docx"
    saved.write_bytes(opened.saved())
    oracle(original, saved, "--require-revisions", "--author", "Word User")
    assert texts(saved.read_bytes()) == opened.texts("current")


def test_a_finding_is_shown_in_word_when_its_card_is_opened(word: Open) -> None:
    opened = word(consulting())
    pane = reviewed(opened)
    finding = next(each for each in pane.ids() if "Liability" in pane.card(each).inner_text())
    pane.unfold(finding)
    until(opened, "fakeWord.selected !== null")
    assert opened.ask("fakeWord.selected") in texts(consulting())[5]


def test_the_other_side_s_findings_are_others(word: Open) -> None:
    pane = reviewed(word(consulting()))
    mine = pane.ids()
    pane.page.locator("#me").select_option("Client")
    expect(pane.page.locator("body")).to_have_attribute("data-phase", "reviewed", timeout=60_000)
    assert pane.ids() != mine


def test_own_words_and_a_comment_go_in_as_written(word: Open) -> None:
    data = consulting()
    opened = word(data)
    pane = reviewed(opened)
    finding = next(each for each in pane.ids() if pane.unfold(each).get_by_role("button", name="Edit wording").count())
    card = pane.card(finding)
    card.get_by_role("button", name="Edit wording").click()
    area = card.get_by_label("Your wording")
    area.press("Control+End")
    area.press_sequentially(f" {OWN}.")
    pane.insert(finding)
    assert any(text.endswith(f"{OWN}.") for text in opened.texts("current"))
    assert len(opened.ask("fakeWord.comments")) == 1
    in_good_order(opened, data)


def test_after_an_insertion_a_second_review_keeps_what_is_in(word: Open) -> None:
    data = consulting()
    opened = word(data)
    pane = reviewed(opened)
    pane.insert(pane.ids()[0])
    first = opened.texts("current")
    opened.page.get_by_role("button", name="Review again").click()
    pane.settle()
    pane.insert_musts()
    # what was in stays; the new ones come beside it
    assert [text for text in opened.texts("current") if text in first] != []
    assert len(opened.texts("current")) >= len(first)
    in_good_order(opened, data)


# ---------------------------------------------------------------- what comes between
def test_a_document_changed_meanwhile_leaves_the_finding_stale(word: Open) -> None:
    data = consulting()
    opened = word(data)
    pane = reviewed(opened)
    finding = next(each for each in pane.ids() if "\nSection 3" in pane.card(each).inner_text())
    card = pane.unfold(finding)
    opened.ask("() => { const p = fakeWord.paragraphs[4]; p.chars = [...'3. Intellectual Property. To be agreed.'].map(c => ({ c })); }")
    card.get_by_role("button", name="Insert", exact=True).click()
    expect(card).to_have_attribute("data-state", "stale", timeout=60_000)
    assert "3. Intellectual Property. To be agreed." in opened.texts("current")
    assert opened.ask("fakeWord.writes") == 0


def test_a_document_that_can_only_be_read_is_said_to_be(word: Open) -> None:
    data = consulting()
    opened = word(data, readOnly=True)
    pane = reviewed(opened)
    pane.unfold(pane.ids()[0]).get_by_role("button", name="Insert", exact=True).click(timeout=5000, force=True)
    expect(pane.page.locator("body")).to_contain_text("read-only")
    untouched(opened, data)


def test_a_protected_document_is_said_to_be(word: Open) -> None:
    data = consulting()
    opened = word(data, isProtected=True)
    pane = reviewed(opened)
    card = pane.unfold(pane.ids()[0])
    card.get_by_role("button", name="Insert", exact=True).click()
    expect(card).to_contain_text("protected", timeout=60_000)
    assert card.get_attribute("data-state") == "open"
    untouched(opened, data)


def test_a_server_lost_between_the_click_and_the_words_changes_nothing(word: Open) -> None:
    data = consulting()
    opened = word(data)
    pane = reviewed(opened)
    card = pane.unfold(pane.ids()[0])

    def lose(route: Route) -> None:
        route.abort("connectionreset")

    opened.page.route("**/api/v1/propose", lose)
    card.get_by_role("button", name="Insert", exact=True).click()
    expect(pane.page.locator("#problem")).to_contain_text("does not answer", timeout=60_000)
    untouched(opened, data)


def test_a_connection_lost_while_word_writes_is_told_with_how_to_undo(word: Open) -> None:
    data = consulting()
    opened = word(data)
    pane = reviewed(opened)
    card = pane.unfold(pane.ids()[0])
    opened.ask(
        "() => { const write = fakeWord.writing.bind(fakeWord); fakeWord.writing = chars => { write(chars); fakeWord.options.offlineAt = 1; }; }"
    )
    card.get_by_role("button", name="Insert", exact=True).click()
    expect(card).to_contain_text("connection", timeout=60_000)
    expect(card).to_contain_text("Undo")
    assert opened.texts("rejected") == texts(data)


def test_two_quick_clicks_insert_once(word: Open) -> None:
    data = consulting()
    opened = word(data)
    pane = reviewed(opened)
    finding = pane.ids()[0]
    pane.unfold(finding).get_by_role("button", name="Insert", exact=True).dblclick()
    expect(pane.card(finding)).to_have_attribute("data-state", "inserted", timeout=60_000)
    once = opened.texts("current")
    assert len(once) == len(set(once)) + once.count("") - (1 if "" in once else 0)
    in_good_order(opened, data)


def test_an_empty_document_is_no_trouble(word: Open) -> None:
    opened = word(docx(""))
    pane = reviewed(opened)
    assert pane.ids() == []
    untouched(opened, docx(""))


@pytest.mark.slow
def test_a_very_long_contract_is_marked_too(word: Open) -> None:
    data = endless(400)
    opened = word(data)
    pane = reviewed(opened)
    pane.insert(pane.ids()[0])
    in_good_order(opened, data)


def test_an_older_word_is_warned_of_and_its_changes_are_tracked_all_the_same(word: Open) -> None:
    data = consulting()
    opened = word(data, api="1.3", textShowsDeletions=False)
    expect(opened.page.locator("#host-warning")).to_contain_text("cannot track")
    pane = reviewed(opened)
    finding = next(each for each in pane.ids() if "Liability" in pane.card(each).inner_text())
    pane.insert(finding)
    expect(pane.card(finding)).to_contain_text("ready-made")
    in_good_order(opened, data)


def test_where_office_s_script_is_out_of_reach_the_page_stands_alone(browser, server: str) -> None:  # type: ignore[no-untyped-def]
    page = browser.new_page()
    page.route("https://appsforoffice.microsoft.com/**", lambda route: route.abort())
    page.goto(f"{server}/?host=word")
    expect(page.locator("body")).to_have_attribute("data-host", "page", timeout=20_000)
    page.close()
