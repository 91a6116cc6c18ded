"""What goes wrong is said, with what to do next, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import start_server
from tests.browser.contracts import consulting, endless
from tests.browser.pane import Pane
from tests.docx_language import docx


@pytest.fixture
def pane(page: Page, server: str) -> Pane:
    return Pane(page, server).open()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Nomad agreement.docx"
    path.write_bytes(consulting())
    return path


def test_a_server_that_went_away_is_told_of_and_the_work_goes_on_when_it_is_back(page: Page, file: Path) -> None:
    running = start_server()
    pane = Pane(page, running.url).open().drop(file)
    card = pane.unfold(pane.ids()[0])
    running.stop()
    card.get_by_role("button", name="Insert", exact=True).click()
    expect(page.locator("#problem")).to_contain_text("The server does not answer.")
    expect(page.locator("#problem")).to_contain_text("Is it still running?")
    expect(card).to_contain_text("Not inserted.")
    expect(card).to_have_attribute("data-state", "open")
    assert page.locator(".card[data-state=inserted]").count() == 0
    expect(card.get_by_role("button", name="Insert", exact=True)).to_be_enabled()


def test_the_network_is_lost_in_mid_insert_and_comes_back(pane: Pane, file: Path) -> None:
    pane.drop(file)
    finding = pane.ids()[0]
    card = pane.unfold(finding)
    pane.page.route("**/api/v1/propose", lambda route: route.abort())
    card.get_by_role("button", name="Insert", exact=True).click()
    expect(card).to_contain_text("Not inserted.")
    pane.page.unroute("**/api/v1/propose")
    card.get_by_role("button", name="Insert", exact=True).click()
    expect(card).to_have_attribute("data-state", "inserted")


def test_a_problem_of_the_server_is_shown_in_its_own_words(pane: Pane, file: Path) -> None:
    problem = {
        "type": "about:blank",
        "title": "Internal Server Error",
        "status": 500,
        "detail": "Told by the server.",
        "code": "proof",
        "hint": "Do this.",
    }

    def fail(route: Route) -> None:
        route.fulfill(status=500, content_type="application/problem+json", body=json.dumps(problem))

    pane.page.route("**/api/v1/review", fail)
    pane.drop(file)
    expect(pane.page.locator("#problem")).to_contain_text("Told by the server.")
    expect(pane.page.locator("#problem")).to_contain_text("Do this.")
    pane.page.unroute("**/api/v1/review")
    pane.page.get_by_role("button", name="Try again").click()
    expect(pane.page.locator("body")).to_have_attribute("data-phase", "reviewed")
    expect(pane.page.locator("#problem")).to_be_empty()


def test_an_answer_that_is_no_problem_document_is_a_failure_too(pane: Pane, file: Path) -> None:
    pane.page.route("**/api/v1/review", lambda route: route.fulfill(status=502, content_type="text/html", body="<h1>Bad gateway</h1>"))
    pane.drop(file)
    expect(pane.page.locator("#problem")).to_contain_text("status 502")


@pytest.mark.parametrize(
    ("name", "data"),
    [("letter.docx", b"Only words."), ("scan.pdf", b"%PDF-1.7\n"), ("old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))],
)
def test_what_is_no_docx_is_refused_with_a_hint(pane: Pane, tmp_path: Path, name: str, data: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    pane.drop(file)
    assert len(pane.page.locator("#problem p").all_inner_texts()[1]) > 10
    expect(pane.page.locator("#drop")).to_be_visible()


def test_after_a_refused_file_the_right_one_is_taken(pane: Pane, tmp_path: Path, file: Path) -> None:
    wrong = tmp_path / "wrong.docx"
    wrong.write_bytes(b"Only words.")
    pane.drop(wrong)
    pane.page.locator("#file").set_input_files(file)
    expect(pane.page.locator("body")).to_have_attribute("data-phase", "reviewed", timeout=60_000)
    expect(pane.page.locator("#problem")).to_be_empty()


def test_an_empty_document_has_nothing_to_find_and_says_so(pane: Pane, tmp_path: Path) -> None:
    file = tmp_path / "empty.docx"
    file.write_bytes(docx(""))
    pane.drop(file)
    expect(pane.page.locator("#nothing")).to_be_visible()
    expect(pane.page.locator("#list")).to_be_hidden()
    pane.tab("Export")
    expect(pane.page.locator("#save-marked")).to_be_disabled()


def test_a_protected_document_is_told_of(pane: Pane, corpus: Path) -> None:
    pane.drop(corpus / "nasty" / "poi__documentProtection_trackedChanges_no_password.docx")
    expect(pane.page.locator("#warnings")).to_contain_text("rotect")


def test_another_file_takes_the_place_of_the_first(pane: Pane, file: Path, tmp_path: Path) -> None:
    pane.drop(file)
    pane.insert(pane.ids()[0])
    empty = tmp_path / "empty.docx"
    empty.write_bytes(docx("Nothing."))
    with pane.page.expect_response("**/review"):
        pane.page.locator("#file-again").set_input_files(empty)
    expect(pane.page.locator("#file-name")).to_have_text("empty.docx")
    expect(pane.page.locator(".card")).to_have_count(0)
    assert "ins" not in pane.page.locator("#paper").inner_html()


@pytest.mark.slow
def test_a_very_long_contract_is_reviewed_and_stays_quick_to_use(pane: Pane, tmp_path: Path) -> None:
    file = tmp_path / "long.docx"
    file.write_bytes(endless(800))
    pane.drop(file)
    assert pane.ids()
    pane.insert(pane.ids()[0])
    milliseconds = pane.page.evaluate(
        """async () => {
            const start = performance.now();
            document.querySelector('#search').value = 'liability';
            document.querySelector('#search').dispatchEvent(new Event('input'));
            await new Promise(requestAnimationFrame);
            return performance.now() - start;
        }"""
    )
    assert milliseconds < 1000
    assert pane.page.locator("#paper .paragraph").count() > 800
