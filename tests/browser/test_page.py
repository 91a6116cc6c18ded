"""The page over one small contract: what a person sees, chooses and gets."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from server.word import open_docx, read_facts, read_paragraphs
from tests.browser.contracts import MARKUP, consulting, marked_up, with_markup
from tests.browser.pane import Pane

Reviewed = Callable[..., Pane]


@pytest.fixture
def pane(page: Page, server: str) -> Pane:
    return Pane(page, server).open()


@pytest.fixture
def reviewed(pane: Pane, tmp_path: Path) -> Reviewed:
    def review(data: bytes | None = None, name: str = "Nomad agreement.docx") -> Pane:
        file = tmp_path / name
        file.write_bytes(data or consulting())
        return pane.drop(file)

    return review


def hire(pane: Pane) -> str:
    """A finding that changes words: work made for hire."""
    return str(pane.page.locator(".card", has_text="Work made for hire").first.get_attribute("id")).removeprefix("finding-")


def test_the_page_says_what_the_document_is(reviewed: Reviewed) -> None:
    page = reviewed(marked_up()).page
    expect(page.locator("#kind")).to_have_text("Contractor agreement")
    expect(page.locator("#facts")).to_contain_text("law of Germany")
    assert page.locator("#me").input_value() == "Consultant"
    expect(page.locator("#side")).to_contain_text("Inferred from the contract")
    expect(page.locator("#warnings")).to_contain_text("1 insertion, 1 deletion by Other")
    counts = [int(text) for text in page.locator("#counts strong").all_inner_texts()]
    assert sum(counts) == page.locator(".card").count() > 0
    expect(page.locator("#not-advice")).to_contain_text("Not legal advice")


def test_the_last_group_is_folded_and_the_others_are_not(reviewed: Reviewed) -> None:
    page = reviewed().page
    folded = {group: page.locator(f"[aria-controls=group-{group}]").get_attribute("aria-expanded") for group in ("must", "should", "nice")}
    assert folded == {"must": "true", "should": "true", "nice": "false"}


def test_a_card_tells_why_what_and_for_whom(reviewed: Reviewed) -> None:
    pane = reviewed()
    card = pane.unfold(hire(pane))
    expect(card.locator(".why")).not_to_be_empty()
    expect(card.locator(".redline del").first).to_be_visible()
    expect(card.locator(".redline ins").first).to_be_visible()
    expect(card.get_by_label("Comment for the other side", exact=True).last).not_to_be_empty()
    expect(card.locator(".note")).to_contain_text("For you only")
    card.get_by_text("Source and law").click()
    expect(card.locator(".sources li").first).to_be_visible()


def test_a_deletion_and_an_insertion_are_told_to_who_cannot_see_them(reviewed: Reviewed) -> None:
    pane = reviewed()
    card = pane.unfold(hire(pane))
    assert card.locator(".redline del").first.text_content().startswith("deleted: ")  # type: ignore[union-attr]
    assert card.locator(".redline ins").first.text_content().startswith("inserted: ")  # type: ignore[union-attr]


def test_the_difference_follows_what_is_typed_and_ours_comes_back(reviewed: Reviewed) -> None:
    pane = reviewed()
    card = pane.unfold(hire(pane))
    before = card.locator(".redline").inner_text()
    card.get_by_role("button", name="Edit wording").click()
    area = card.get_by_label("Your wording")
    area.press("Control+End")
    area.press_sequentially(" So be it")
    expect(card.locator(".redline ins").last).to_contain_text("So be it")
    card.get_by_role("button", name="Back to ours").click()
    expect(card.locator(".redline")).to_have_text(before, use_inner_text=True)


def test_a_comment_is_changed_or_left_out(reviewed: Reviewed, tmp_path: Path) -> None:
    pane = reviewed()
    first, second = pane.ids()[:2]
    pane.unfold(first).locator("[data-field=comment]").fill("Because I say so.")
    pane.insert(first)
    pane.unfold(second).locator(".comment input[type=checkbox]").uncheck()
    pane.insert(second)
    comments = pane.page.locator("#paper .balloon p")
    expect(comments).to_have_text(["Because I say so."])
    marked = pane.export("marked", tmp_path).read_bytes()
    assert comments_in(marked) == ["Because I say so."]


def comments_in(data: bytes) -> list[str]:
    import io
    import zipfile

    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        tree = etree.fromstring(package.read("word/comments.xml"))
    return ["".join(comment.itertext()) for comment in tree]


def test_search_and_filters_leave_what_fits_and_say_how_much(reviewed: Reviewed) -> None:
    pane = reviewed()
    page = pane.page
    everything = len(pane.ids())
    page.locator("#search").fill("liability cap")
    shown = page.locator(".card:visible")
    assert 0 < shown.count() < everything
    expect(page.locator("#matches")).to_have_text(f"{shown.count()} of {everything} shown")
    page.locator("#search").fill("no such words")
    expect(page.locator("#matches")).to_have_text("No finding matches.")
    page.locator("#clear-filter").click()
    page.locator("#more-filters summary").click()
    page.locator("#severity").select_option("critical")
    assert set(page.locator(".card:visible .badge").all_inner_texts()) == {"Critical"}
    page.locator("#category").select_option("liability")
    assert all("Liability" in text for text in page.locator(".card:visible .card-meta").all_inner_texts())


def test_the_list_is_walked_with_the_arrow_keys(reviewed: Reviewed) -> None:
    page = reviewed().page
    page.locator(".card-head").first.focus()
    for key in ("ArrowDown", "ArrowUp", "End", "Home"):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.matches('.card-head, .group button')")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".card-head").first).to_have_attribute("aria-expanded", "true")


def test_tabs_are_walked_with_the_arrow_keys(reviewed: Reviewed) -> None:
    page = reviewed().page
    page.locator("#tab-findings").focus()
    for name in ("document", "export", "settings", "findings"):
        page.keyboard.press("ArrowRight")
        expect(page.locator(f"#tab-{name}")).to_be_focused()
        expect(page.locator(f"#tab-{name}")).to_have_attribute("aria-selected", "true")


def test_a_reason_is_kept_with_what_is_dismissed_and_it_can_be_reopened(reviewed: Reviewed) -> None:
    pane = reviewed()
    pane.dismiss(hire(pane), "I accept the risk")
    card = pane.card(hire(pane))
    expect(card).to_contain_text("Dismissed: I accept the risk")
    card.get_by_role("button", name="Reopen").click()
    expect(card).to_have_attribute("data-state", "open")


def test_a_reason_in_one_s_own_words(reviewed: Reviewed) -> None:
    pane = reviewed()
    card = pane.unfold(hire(pane))
    card.get_by_role("button", name="Dismiss").click()
    card.locator("select").select_option("Other")
    card.get_by_label("In your words").fill("They are insured.")
    card.get_by_role("button", name="Dismiss").click()
    expect(card).to_contain_text("Dismissed: They are insured.")


def test_an_insertion_is_shown_in_the_document_and_can_be_taken_back(reviewed: Reviewed) -> None:
    pane = reviewed()
    finding = hire(pane)
    pane.insert(finding)
    pane.tab("Document")
    expect(pane.page.locator("#paper ins").first).to_be_visible()
    expect(pane.page.locator("#paper .balloon").first).to_be_visible()
    pane.tab("Findings")
    pane.card(finding).get_by_role("button", name="Take back").click()
    expect(pane.card(finding)).to_have_attribute("data-state", "open")
    expect(pane.page.locator("#paper ins")).to_have_count(0)


def test_what_needs_another_goes_when_that_is_taken_back(reviewed: Reviewed, tmp_path: Path) -> None:
    pane = reviewed(consulting("8. **Survival.** Sections 4 and 5 survive the end of this Agreement."))
    pane.show_all()
    needy = next(each for each in pane.ids() if pane.unfold(each).get_by_text("Inserting this also inserts").count())
    pane.insert(needy)
    needed = [each for each in pane.ids() if pane.state(each) == "inserted" and each != needy]
    for each in needed:
        if pane.state(each) == "inserted":
            pane.unfold_inserted(each).get_by_role("button", name="Take back").click()
            expect(pane.card(each)).to_have_attribute("data-state", "open")
    expect(pane.card(needy)).to_have_attribute("data-state", "open")
    expect(pane.card(needy)).to_contain_text("Taken back with")


def test_what_changes_the_same_words_as_an_inserted_one_stays_out_and_says_why(reviewed: Reviewed, tmp_path: Path) -> None:
    pane = reviewed(
        consulting(
            "8. **Results.** Any results shall be deemed a work made for hire of Client. Consultant shall not, for two years after the end of this Agreement, "
            "work for any competitor of Client worldwide. Consultant is liable without limitation for any and all damages."
        )
    )
    pane.show_all()
    here = [each for each in pane.ids() if pane.card(each).locator(".card-meta").inner_text().startswith(("Section 8 ", "Paragraph 10 "))]
    assert len(here) >= 2, "two findings in one paragraph are meant"
    card = pane.unfold(here[0])
    card.get_by_role("button", name="Edit wording").click()
    card.get_by_label("Your wording").fill("8. Results. The parties agree on the results later, and on all else.")
    pane.insert(here[0])
    for each in here[1:]:
        pane.unfold(each).get_by_role("button", name="Insert", exact=True).click()
        expect(pane.card(each).locator(".card-message")).to_contain_text("Not inserted.")
    pane.export("marked", tmp_path)
    expect(pane.page.locator("#export-result")).not_to_contain_text("Left out")


def test_two_clicks_insert_once(reviewed: Reviewed) -> None:
    pane = reviewed()
    finding = hire(pane)
    asked: list[Request] = []
    button = pane.unfold(finding).get_by_role("button", name="Insert", exact=True)
    pane.page.on("request", lambda request: asked.append(request) if request.url.endswith("/propose") else None)
    button.dblclick()
    expect(pane.card(finding)).to_have_attribute("data-state", "inserted")
    assert len(asked) == 1
    pane.tab("Export")
    expect(pane.page.locator("#export-count")).to_have_text("With 1 inserted change.")


def test_a_new_review_keeps_what_was_chosen_in_its_place(reviewed: Reviewed) -> None:
    pane = reviewed()
    page = pane.page
    finding = hire(pane)
    other = next(each for each in pane.ids() if each != finding)
    pane.insert(other)
    card = pane.unfold(finding)
    card.get_by_role("button", name="Edit wording").click()
    card.get_by_label("Your wording").press("Control+End")
    card.get_by_label("Your wording").press_sequentially(" My own words")
    with page.expect_response("**/review"):
        page.locator("#again").click()
    pane.settle()
    expect(card.locator(".card-head")).to_have_attribute("aria-expanded", "true")
    expect(card.locator(".redline")).to_contain_text("My own words")
    expect(pane.card(other)).to_have_attribute("data-state", "inserted")


def test_the_same_file_dropped_again_keeps_what_was_chosen_and_another_does_not(reviewed: Reviewed, tmp_path: Path) -> None:
    pane = reviewed()
    dismissed = pane.ids()[0]
    pane.dismiss(dismissed, "I accept the risk")
    for name, state in (("Nomad agreement.docx", "dismissed"), ("Another.docx", "open")):
        file = tmp_path / name
        file.write_bytes(consulting("8. Term. This Agreement ends after one year."))
        with pane.page.expect_response("**/review"):
            pane.page.locator("#file-again").set_input_files(file)
        expect(pane.page.locator("#file-name")).to_have_text(name)
        expect(pane.card(dismissed)).to_have_attribute("data-state", state)


def test_leaving_with_changes_that_are_in_no_file_yet_is_asked_about(reviewed: Reviewed, tmp_path: Path) -> None:
    pane = reviewed()
    asked: list[str] = []
    pane.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    pane.insert(hire(pane))
    pane.page.evaluate("location.reload()")
    expect(pane.card(hire(pane))).to_have_attribute("data-state", "inserted")
    assert asked == ["beforeunload"]
    pane.export("marked", tmp_path)
    pane.page.reload()
    assert asked == ["beforeunload"]


def test_a_review_under_way_is_cancelled_and_the_last_one_stays(reviewed: Reviewed) -> None:
    pane = reviewed()
    before = pane.ids()
    held: list[object] = []
    pane.page.route("**/api/v1/review", lambda route: held.append(route))
    pane.page.locator("#again").click()
    expect(pane.page.locator("#progress")).to_be_visible()
    pane.page.locator("#cancel").click()
    expect(pane.page.locator("#progress")).to_be_hidden()
    assert pane.ids() == before
    expect(pane.page.locator("body")).to_have_attribute("data-phase", "reviewed")


def test_what_needs_another_says_so_and_brings_it_along(reviewed: Reviewed) -> None:
    pane = reviewed(consulting("8. **Survival.** Sections 4 and 5 survive the end of this Agreement."))
    page = pane.page
    pane.show_all()
    needy = next((each for each in pane.ids() if pane.unfold(each).get_by_text("Inserting this also inserts").count()), None)
    assert needy, "the contract is meant to have a finding that requires another"
    before = page.locator(".card[data-state=inserted]").count()
    pane.insert(needy)
    assert page.locator(".card[data-state=inserted]").count() >= before + 2


def test_settings_stay_in_the_browser_and_reach_the_wording(reviewed: Reviewed, context: object) -> None:
    pane = reviewed()
    page = pane.page
    pane.tab("Settings")
    page.get_by_label("Name on the changes").fill("Ada Lovelace")
    page.locator("#set-restricted_period").fill("three months")
    page.get_by_role("button", name="Save").click()
    kept = json.loads(page.evaluate("localStorage.getItem('contract-redliner.settings')"))
    assert kept == {"author": "Ada Lovelace", "comments": True, "values": {"restricted_period": "three months"}}
    pane.tab("Findings")
    with page.expect_response("**/review") as answered:
        page.locator("#outdated button").click()
    assert '"restricted_period": "three months"'.replace(" ", "") in (answered.value.request.post_data or "").replace(" ", "")
    page.reload()
    expect(page.locator("#author")).to_have_value("Ada Lovelace")


def test_only_what_this_server_can_do_is_offered(reviewed: Reviewed) -> None:
    pane = reviewed()
    described = pane.page.request.get(f"{pane.url}/api/v1/openapi.json").json()["paths"]
    pane.tab("Export")
    needs = {"marked": "redline", "clean": "clean", "memo": "memo", "certificate": "certificate"}
    offered = [str(button.get_attribute("id")) for button in pane.page.locator("#files button").all()]
    assert offered == [f"save-{kind}" for kind, path in needs.items() if f"/api/v1/{path}" in described]


def test_the_certificate_names_both_files_and_what_was_proved(reviewed: Reviewed, tmp_path: Path) -> None:
    import hashlib

    pane = reviewed()
    pane.insert(hire(pane))
    text = pane.export("certificate", tmp_path).read_text("utf-8")
    assert hashlib.sha256(consulting()).hexdigest() in text
    assert text.count("[yes]") == 3 and "[NO]" not in text


def test_the_clean_copy_has_the_changes_and_no_marks(reviewed: Reviewed, tmp_path: Path) -> None:
    pane = reviewed()
    pane.insert(hire(pane))
    cleaned = pane.export("clean", tmp_path).read_bytes()
    facts = read_facts(open_docx(cleaned))
    assert (facts.insertions, facts.deletions, facts.comments) == (0, 0, 0)
    assert "work made for hire" not in "\n".join(paragraph.text for paragraph in read_paragraphs(open_docx(cleaned)))


@pytest.mark.parametrize("private", [False, True])
def test_the_issues_list_is_downloaded_with_or_without_private_notes(reviewed: Reviewed, tmp_path: Path, private: bool) -> None:
    pane = reviewed()
    pane.insert(hire(pane))
    pane.tab("Export")
    pane.page.locator("#memo-format").select_option("md")
    pane.page.locator("#memo-private").set_checked(private)
    text = pane.export("memo", tmp_path).read_text("utf-8")
    assert text.startswith("# Issues list") and ("For us alone" in text) is private


def test_words_of_a_contract_are_never_markup(reviewed: Reviewed) -> None:
    pane = reviewed(with_markup())
    pane.page.on("dialog", lambda dialog: pytest.fail(f"a script of the contract ran: {dialog.message}"))
    pane.tab("Document")
    expect(pane.page.locator("#paper")).to_contain_text(MARKUP)
    assert pane.page.locator("#paper img, #paper script").count() == 0


def test_a_plain_visit_asks_nobody_but_this_server(page: Page, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    Pane(page, server).open()
    page.wait_for_load_state("networkidle")
    assert asked and all(url.startswith(server) for url in asked)


@pytest.mark.parametrize("path", ["/?host=word", "/?_host_Info=Word$Win32$16.01$en-US"])
def test_where_office_js_is_out_of_reach_the_page_stands_alone(page: Page, server: str, path: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    Pane(page, server).open(path)
    expect(page.locator("body")).to_have_attribute("data-host", "page")
    assert "https://appsforoffice.microsoft.com/lib/1/hosted/office.js" in asked


def test_a_file_is_dropped_on_the_page(pane: Pane) -> None:
    transfer = pane.page.evaluate_handle(
        """bytes => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([new Uint8Array(bytes)], 'Dropped.docx'));
            return transfer;
        }""",
        list(consulting()),
    )
    pane.page.dispatch_event("#drop", "drop", {"dataTransfer": transfer})
    pane.settle()
    expect(pane.page.locator("#file-name")).to_have_text("Dropped.docx")
    assert pane.ids()
