"""The whole way on the page, with contracts of the corpus: open, review, change side, choose, edit, insert, dismiss, take away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from server import review
from server.word import open_docx, read_paragraphs
from tests.browser.pane import Pane
from tests.conftest import Oracle
from tests.contracts.whole import read_wholes

pytestmark = pytest.mark.slow

CONTRACTS = [
    "open-agreements__common-paper-independent-contractor-agreement.docx",
    "open-agreements__common-paper-professional-services-agreement.docx",
    "open-agreements__common-paper-csa-with-sla.docx",
    "Docxodus__VP004-Legal-Contract.docx",
    "Gemini-AI__Sample_NDA.docx",
]
OWN = "In addition, each party acts in good faith"


@pytest.fixture
def pane(page: Page, server: str) -> Pane:
    return Pane(page, server).open()


def words(file: Path) -> str:
    """The document as it reads with every change accepted."""
    return "\n".join(paragraph.text for paragraph in read_paragraphs(open_docx(file.read_bytes())))


def change_side(pane: Pane) -> None:
    """To another side and back again, as far as the contract names two."""
    select = pane.page.locator("#me")
    if not select.count() or len(select.locator("option").all()) < 2:
        return
    mine = select.input_value()
    before = pane.ids()
    other = next(value for value in (str(each.get_attribute("value")) for each in select.locator("option").all()) if value != mine)
    for side in (other, mine):
        select.select_option(side)
        expect(pane.page.locator("body")).to_have_attribute("data-phase", "reviewed", timeout=60_000)
        pane.settle()
        expect(select).to_have_value(side)
    assert pane.ids() == before


def switch_rung(pane: Pane) -> str:
    """The first finding with more than one rung, at its fallback; "" where none has."""
    for finding in pane.ids():
        card = pane.unfold(finding)
        steps = card.locator(".segment input")
        if steps.count() > 1:
            before = card.locator(".redline").inner_text()
            steps.nth(1).check(force=True)
            expect(card.locator(".redline")).not_to_have_text(before)
            return finding
        card.locator(".card-head").click()
    return ""


def edit(pane: Pane, taken: set[str]) -> str:
    """Write into the wording of a finding that is still open; its difference is shown at once."""
    finding = next(
        each for each in pane.ids() if each not in taken and pane.unfold(each).get_by_role("button", name="Edit wording").count()
    )
    card = pane.card(finding)
    card.get_by_role("button", name="Edit wording").click()
    area = card.get_by_label("Your wording")
    area.press("Control+End")
    area.press_sequentially(f" {OWN}.")
    expect(card.locator(".redline ins").last).to_contain_text("good faith")
    return finding


@pytest.mark.parametrize("name", CONTRACTS)
def test_a_contract_goes_the_whole_way_and_the_judge_agrees(pane: Pane, name: str, corpus: Path, oracle: Oracle, tmp_path: Path) -> None:
    original = corpus / "contracts" / name
    pane.drop(original)
    assert len(pane.ids()) >= 2
    change_side(pane)
    milder = switch_rung(pane)
    own = edit(pane, {milder})
    pane.insert(own)
    pane.insert_musts()
    left = [each for each in pane.ids() if pane.state(each) == "open"]
    if left:
        pane.dismiss(left[-1], "Agreed elsewhere")
        expect(pane.card(left[-1])).to_contain_text("Dismissed: Agreed elsewhere")
    marked = pane.export("marked", tmp_path)
    contract = review.review(original.read_bytes(), review.library()).review.contract
    assert marked.name == review.file_name(contract, "redline", date.today().isoformat(), ".docx")
    expect(pane.page.locator("#export-result")).to_contain_text("Proved")
    expect(pane.page.locator("#export-result")).not_to_contain_text("Left out")
    oracle(original, marked, "--require-revisions", "--author", "Test Author")
    assert OWN in words(marked)


def letter(_: Path, folder: Path) -> Path:
    """A contract that a wording adds an annex to."""
    path = folder / "letter.docx"
    path.write_bytes(next(each.docx() for each in read_wholes() if each.name == "letter-engagement-england"))
    return path


def public(corpus: Path, _: Path) -> Path:
    return corpus / "contracts" / CONTRACTS[0]


@pytest.mark.parametrize("source", [public, letter])
def test_what_the_page_shows_is_what_the_exported_file_says(
    pane: Pane, corpus: Path, tmp_path: Path, source: Callable[[Path, Path], Path]
) -> None:
    pane.drop(source(corpus, tmp_path))
    brings = next((each for each in pane.ids() if pane.unfold(each).locator(".annex").count()), None)
    assert (brings is not None) == (source is letter)
    if brings:
        pane.insert(brings)
    pane.insert_musts()
    pane.tab("Document")
    shown = pane.page.locator("#paper .paragraph .words").evaluate_all(
        """lines => lines.map(line => {
            const copy = line.cloneNode(true);
            copy.querySelectorAll('del, .unseen, .number').forEach(each => each.remove());
            return copy.textContent;
        })"""
    )
    exported = words(pane.export("marked", tmp_path)).split("\n")
    assert [line for line in shown if line.strip()] == [line for line in exported if line.strip()]
