"""host-word.js in a browser, with a Word that is played: what it writes is what the server would have written."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest

from server import answers, review
from server.clauses import Library
from server.word import open_docx, read_paragraphs
from tests.browser.open_word import Open
from tests.browser.word_harness import (
    STORIES,
    WARRANTY,
    WHOLES,
    addition,
    assert_same_as_the_server,
    brings_annex,
    change,
    harness,
    insert,
    nothing_happened,
    propose,
    put,
    refused,
    request,
    texts,
    words,
)
from tests.docx_language import docx, paragraph

# those that the library has something to say about
ONE_BY_ONE = (
    "Docxodus__VP004-Legal-Contract",
    "Gemini-AI__Sample_NDA",
    "open-agreements__common-paper-independent-contractor-agreement",
    "open-agreements__common-paper-professional-services-agreement",
    "open-agreements__common-paper-csa-with-sla",
)


# nested revisions, joined paragraphs, fields, links; one word changed in every paragraph
MARKED_BY_OTHERS = (
    "adeu__multi_author",
    "adeu__comments_threads",
    "Docxodus__RA001-Tracked-Revisions-01",
    "Docxodus__RP043-MERGEFORMAT-Field-Code",
    "Docxodus__RP047-Inserted-and-Deleted-Paragraph-Mark",
    "poi__delins",
)
ONE_WORD = Path(__file__).resolve().parents[1] / "corpus" / "clauses"


# ---------------------------------------------------------------- whole contracts
def all_together(word: Open, library: Library, data: bytes) -> None:
    opened = harness(word, data)
    assert opened.texts("current") == texts(data)
    # a file that ends in a table has no room for an annex, which Word itself would make when it opens it
    findings = propose(data, library, *review.redline(data, request(library)).applied)
    assert findings
    assert refused(insert(opened, findings)) == {}
    redlined = review.redline(data, request(library, *(each["id"] for each in findings)))
    assert_same_as_the_server(opened, data, redlined.data, any(brings_annex(each) for each in findings))


@pytest.mark.parametrize("name", ONE_BY_ONE)
def test_all_findings_of_a_public_contract_read_as_the_server_s_redline(word: Open, library: Library, corpus: Path, name: str) -> None:
    all_together(word, library, (corpus / "contracts" / f"{name}.docx").read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize("name", WHOLES)
def test_all_findings_of_a_labelled_contract_read_as_the_server_s_redline(word: Open, library: Library, name: str) -> None:
    all_together(word, library, WHOLES[name].docx())


@pytest.mark.slow
@pytest.mark.parametrize("name", ONE_BY_ONE)
def test_each_finding_alone_reads_as_the_server_s_redline_of_it(word: Open, library: Library, corpus: Path, name: str) -> None:
    data = (corpus / "contracts" / f"{name}.docx").read_bytes()
    opened = harness(word, data)
    listed = answers.review_json(review.review(data, library))["findings"]
    assert len(listed) >= 2
    for finding in listed:
        opened.ask("() => { fakeWord = new FakeWordDocument(__fakeWord.document, __fakeWord.options) }")
        assert refused(insert(opened, propose(data, library, finding["id"]))) == {}
        assert_same_as_the_server(opened, data, review.redline(data, request(library, finding["id"])).data)


@pytest.mark.parametrize("deletions_shown", [True, False], ids=["all markup", "simple markup"])
@pytest.mark.parametrize("name", MARKED_BY_OTHERS)
def test_changes_of_others_stay_and_ours_find_their_place_among_them(word: Open, corpus: Path, name: str, deletions_shown: bool) -> None:
    data = (corpus / "nasty" / f"{name}.docx").read_bytes()
    library = review.library((), (ONE_WORD,))
    body = {p.index for p in read_paragraphs(open_docx(data)) if p.story in STORIES}
    findings = [each for each in propose(data, library) if each["anchor"]["paragraph"] in body]
    opened = harness(word, data, textShowsDeletions=deletions_shown)
    assert opened.texts("current") == texts(data)
    left = refused(insert(opened, findings))
    assert all("link" in message or "field" in message for message in left.values()), left
    wanted = [each["id"] for each in findings if each["id"] not in left]
    assert len(wanted) > len(findings) / 2
    assert_same_as_the_server(opened, data, review.redline(data, request(library, *wanted)).data)


def test_word_for_mac_moves_no_space(word: Open, library: Library, corpus: Path) -> None:
    data = (corpus / "contracts" / "open-agreements__common-paper-independent-contractor-agreement.docx").read_bytes()
    opened = harness(word, data, macSpaces=True)
    assert refused(insert(opened, propose(data, library))) == {}
    assert_same_as_the_server(opened, data, review.redline(data, request(library)).data)


# ---------------------------------------------------------------- one paragraph and what may befall it
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("unlimited ", ""),
        ("an unlimited", "a"),
        ("unlimited", "limited^ (50%)"),
        (" for the Services", ""),
        ("Contractor gives an unlimited warranty for the Services.", "No warranty."),
    ],
)
@pytest.mark.parametrize("mac", [False, True], ids=["Windows", "Mac"])
def test_words_are_changed_and_given_back(word: Open, old: str, new: str, mac: bool) -> None:
    opened = harness(word, docx("1. Term.", WARRANTY, "3. Law."), macSpaces=mac)
    assert put(opened, change(WARRANTY, old, new)) == {"state": "inserted", "message": ""}
    assert words(opened) == ["1. Term.", WARRANTY.replace(old, new), "3. Law."]
    assert words(opened, "rejected") == ["1. Term.", WARRANTY, "3. Law."]
    assert opened.ask("fakeWord.sins") == []


@pytest.mark.parametrize("new", [" of 30 days", "fair ", ", if any", "(", " for 30 days"])
@pytest.mark.parametrize("mac", [False, True], ids=["Windows", "Mac"])
def test_words_are_put_in_anywhere_and_given_back(word: Open, new: str, mac: bool) -> None:
    for at in (0, WARRANTY.index("Warranty"), WARRANTY.index(" for"), len(WARRANTY)):
        opened = harness(word, docx(WARRANTY), macSpaces=mac and new != "(" and at not in (0, len(WARRANTY)))
        assert put(opened, change(WARRANTY, "", new, at=at))["state"] == "inserted"
        assert words(opened) == [WARRANTY[:at] + new + WARRANTY[at:]]
        assert words(opened, "rejected") == [WARRANTY]


def test_words_that_stand_there_often_are_changed_in_the_right_place(word: Open) -> None:
    text = "The fee, the fee and the fee."
    opened = harness(word, docx("The fee.", text))
    marking = change(text, "the fee.", "no fee.")
    assert put(opened, marking)["state"] == "inserted"
    assert words(opened) == ["The fee.", "The fee, the fee and no fee."]


def test_of_paragraphs_that_read_alike_the_nearest_to_the_place_is_meant(word: Open) -> None:
    opened = harness(word, docx("As agreed.", "Fees", "As agreed.", "Term", "As agreed."))
    assert put(opened, change("As agreed.", "agreed", "owed", hint=2))["state"] == "inserted"
    assert words(opened) == ["As agreed.", "Fees", "As owed.", "Term", "As agreed."]


def test_new_paragraphs_before_it_do_not_mislead_to_a_paragraph_that_reads_alike(word: Open) -> None:
    opened = harness(word, docx("Fees", "As agreed.", "Term", "As agreed."))
    put(opened, addition("Fees", "Cap.", "Claims."))
    assert put(opened, {**change("As agreed.", "agreed", "owed", hint=3), "finding": "g"})["state"] == "inserted"
    assert words(opened) == ["Fees", "Cap.", "Claims.", "As agreed.", "Term", "As owed."]


def test_a_phrase_longer_than_word_searches_for_is_found_by_its_words(word: Open) -> None:
    long = " ".join(f"word{number}" for number in range(60))
    text = f"Consultant ({long}) pays^ all."
    opened = harness(word, docx(text))
    assert put(opened, change(text, f"({long}) pays^", "pays"))["state"] == "inserted"
    assert words(opened) == ["Consultant pays all."]


@pytest.mark.parametrize("deletions_shown", [True, False])
def test_a_phrase_that_another_author_struck_a_word_of_is_found(word: Open, deletions_shown: bool) -> None:
    data = docx("Contractor gives [-a full and -]{+an +}unlimited [-and endless -]warranty.")
    text = texts(data)[0]
    opened = harness(word, data, textShowsDeletions=deletions_shown)
    assert put(opened, change(text, "an unlimited warranty", "no warranty"))["state"] == "inserted"
    assert words(opened) == ["Contractor gives no warranty."]
    assert words(opened, "rejected") == [text]


def test_no_break_spaces_and_tabs_are_where_the_review_saw_them(word: Open) -> None:
    text = "2.\tFees of EUR\u00a0100 are due\nwithin 30\u00a0days."
    opened = harness(word, docx(text))
    assert put(opened, change(text, "30\u00a0days", "90\u00a0days"))["state"] == "inserted"
    assert (
        put(opened, {**change(text.replace("30", "90"), "100 are due\nwithin", "200 are due\nbefore"), "finding": "g"})["state"]
        == "inserted"
    )
    assert words(opened) == ["2.\tFees of EUR\u00a0200 are due\nbefore 90\u00a0days."]


def test_a_struck_paragraph_goes_with_its_mark(word: Open) -> None:
    opened = harness(word, docx("1. Term.", WARRANTY, "3. Law."))
    marking = change(WARRANTY, WARRANTY, "")
    marking["changed"][0]["removed"] = True
    assert put(opened, marking)["state"] == "inserted"
    assert words(opened) == ["1. Term.", "3. Law."]
    assert words(opened, "rejected") == ["1. Term.", WARRANTY, "3. Law."]


# ---------------------------------------------------------------- new paragraphs
def test_new_paragraphs_follow_theirs_in_order_and_go_again(word: Open) -> None:
    opened = harness(word, docx("1. Term.", WARRANTY, "3. Law."))
    assert put(opened, addition(WARRANTY, "2.1 Cap.", "2.2 Claims."))["state"] == "inserted"
    assert words(opened) == ["1. Term.", WARRANTY, "2.1 Cap.", "2.2 Claims.", "3. Law."]
    assert words(opened, "rejected") == ["1. Term.", WARRANTY, "3. Law."]


def test_a_new_paragraph_takes_the_look_of_the_neighbour_that_it_is_like(word: Open) -> None:
    styled = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    opened = harness(
        word, docx(styled.format("Clause", "1. Term"), styled.format("Sub", "(a) It lasts."), styled.format("Clause", "2. Law"))
    )
    assert put(opened, addition("(a) It lasts.", "1A. Cap", like="1. Term"))["state"] == "inserted"
    styles = opened.ask("fakeWord.paragraphs.map(each => [each.style, each.chars.map(c => c.c).join('')])")
    assert styles == [["Clause", "1. Term"], ["Sub", "(a) It lasts."], ["Clause", "1A. Cap"], ["Clause", "2. Law"]]
    assert words(opened, "rejected") == ["1. Term", "(a) It lasts.", "2. Law"]


def test_where_no_neighbour_has_the_look_it_is_told_and_nothing_is_set(word: Open) -> None:
    styled = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    opened = harness(word, docx(styled.format("Clause", "1. Term"), styled.format("Sub", "(a) It lasts."), "Signed by"))
    outcome = put(opened, addition("(a) It lasts.", "2. Cap", like="1. Term"))
    assert outcome["state"] == "inserted" and "numbering" in outcome["message"]
    assert opened.ask("fakeWord.sins") == []


def test_a_lead_in_looks_as_the_neighbour_s_does(word: Open) -> None:
    opened = harness(word, docx("**Term.** It lasts a year."))
    assert put(opened, addition("Term. It lasts a year.", "Cap. No more than the fees.", lead=4))["state"] == "inserted"
    bold = opened.ask("fakeWord.paragraphs[1].chars.filter(each => each.bold).map(each => each.c).join('')")
    assert bold == "Cap."


# ---------------------------------------------------------------- comments, selecting
def test_a_comment_stands_on_the_new_words(word: Open) -> None:
    opened = harness(word, docx(WARRANTY))
    assert put(opened, change(WARRANTY, "an unlimited", "a limited", comment="A warranty needs a limit.")) == {
        "state": "inserted",
        "message": "",
    }
    assert opened.ask("fakeWord.comments") == [{"text": "A warranty needs a limit.", "quote": "a limited"}]


def test_a_comment_on_a_new_paragraph_stands_on_its_words(word: Open) -> None:
    opened = harness(word, docx(WARRANTY, "3. Law."))
    put(opened, {**addition(WARRANTY, "2.1 Cap."), "comment": "A cap."})
    assert opened.ask("fakeWord.comments") == [{"text": "A cap.", "quote": "2.1 Cap."}]


def test_a_comment_that_fails_undoes_no_change_but_is_told(word: Open) -> None:
    opened = harness(word, docx(WARRANTY), noComments=True)
    outcome = put(opened, change(WARRANTY, "unlimited", "limited", comment="Why."))
    assert outcome["state"] == "inserted" and "comment" in outcome["message"]


def test_a_click_selects_the_words_in_word(word: Open) -> None:
    opened = harness(word, docx("1. Term.", WARRANTY))
    assert opened.ask("place => host.select(place)", change(WARRANTY, "unlimited warranty", "")["place"]) is True
    assert opened.ask("fakeWord.selected") == "unlimited warranty"
    assert opened.ask("place => host.select(place)", change("Nowhere to be found.", "found", "")["place"]) is False


# ---------------------------------------------------------------- what can go wrong
def test_a_paragraph_that_was_changed_meanwhile_is_stale(word: Open) -> None:
    opened = harness(word, docx("2. Warranty. Contractor gives a limited warranty."))
    outcome = put(opened, change(WARRANTY, "unlimited", "limited"))
    assert outcome["state"] == "stale" and "again" in outcome["message"]
    nothing_happened(opened, "2. Warranty. Contractor gives a limited warranty.")


def test_a_document_that_can_only_be_read_is_left_alone(word: Open) -> None:
    opened = harness(word, docx(WARRANTY), readOnly=True)
    assert opened.ask("host.read().then(contents => contents.readOnly)") is True
    outcome = put(opened, change(WARRANTY, "unlimited", "limited"))
    assert outcome["state"] == "failed" and "only be read" in outcome["message"]
    nothing_happened(opened)


@pytest.mark.parametrize("before", ["Off", "TrackMineOnly", "TrackAll"])
def test_a_protected_document_is_explained_and_tracking_is_as_before(word: Open, before: str) -> None:
    opened = harness(word, docx(WARRANTY), isProtected=True, mode=before)
    outcome = put(opened, change(WARRANTY, "unlimited", "limited"))
    assert outcome["state"] == "failed" and "protected" in outcome["message"] and "Nothing was changed" in outcome["message"]
    assert words(opened) == [WARRANTY]
    assert opened.ask("fakeWord.mode") == before


@pytest.mark.parametrize("before", ["Off", "TrackMineOnly", "TrackAll"])
def test_tracking_is_as_before_after_a_change(word: Open, before: str) -> None:
    opened = harness(word, docx(WARRANTY), mode=before)
    assert put(opened, change(WARRANTY, "unlimited", "limited"))["state"] == "inserted"
    assert opened.ask("fakeWord.mode") == before
    assert opened.ask("fakeWord.sins") == []


def test_an_error_half_way_is_told_with_how_to_undo_it_and_tracking_is_as_before(word: Open) -> None:
    opened = harness(word, docx(WARRANTY), failAt=2)
    marking = change(WARRANTY, "unlimited", "limited")
    marking["changed"][0]["edits"].append({"start": len(WARRANTY) - 9, "end": len(WARRANTY) - 1, "old": "Services", "new": "Work"})
    outcome = put(opened, marking)
    assert outcome["state"] == "failed" and "Undo" in outcome["message"]
    assert "document" not in outcome["message"]  # Word's own words of the error, which may quote the contract
    assert opened.ask("fakeWord.mode") == "Off"
    assert words(opened, "rejected") == [WARRANTY]


def test_words_that_word_wrote_otherwise_are_noticed(word: Open) -> None:
    opened = harness(word, docx(WARRANTY), macSpaces=True)
    # this text is nothing but a space: no word can be taken along
    outcome = put(opened, {**change(" ", "", " x ", at=0), "changed": change(WARRANTY, "unlimited", "limited")["changed"]})
    assert outcome["state"] == "inserted"
    broken = change(WARRANTY.replace("unlimited", "limited"), "limited", "fair")
    broken["changed"][0]["intended"] = "Something else."
    outcome = put(opened, {**broken, "finding": "g"})
    assert outcome["state"] == "failed" and "Undo" in outcome["message"]


def test_a_lost_connection_half_way_is_told_and_nothing_is_untracked(word: Open) -> None:
    text = " ".join(f"a{number} b{number}" for number in range(8))
    opened = harness(word, docx(text))
    opened.ask(
        "() => { const write = fakeWord.writing.bind(fakeWord); fakeWord.writing = chars => { write(chars); if (fakeWord.writes === 3) fakeWord.options.offlineAt = 1; }; }"
    )
    marking = change(text, "a0", "x0")
    marking["changed"][0]["edits"] = [
        {"start": at, "end": at + 2, "old": f"a{n}", "new": f"x{n}"} for n in range(8) for at in [text.index(f"a{n}")]
    ]
    marking["changed"][0]["intended"] = text.replace("a", "x")
    outcome = put(opened, marking)
    assert outcome["state"] == "failed" and "connection" in outcome["message"]
    assert words(opened, "rejected") == [text]
    assert opened.ask("fakeWord.sins") == []


def test_a_double_click_inserts_once(word: Open) -> None:
    opened = harness(word, docx(WARRANTY, "3. Law."), delay=5)
    outcomes = opened.ask("marking => Promise.all([host.insert(marking), host.insert(marking)])", addition(WARRANTY, "2.1 Cap."))
    assert [each["state"] for each in outcomes] == ["inserted", "inserted"]
    assert words(opened) == [WARRANTY, "2.1 Cap.", "3. Law."]


def test_two_findings_at_once_wait_for_each_other(word: Open) -> None:
    opened = harness(word, docx(WARRANTY, "3. Law."), delay=5)
    both = [change(WARRANTY, "unlimited", "limited"), {**change("3. Law.", "Law", "Courts"), "finding": "g"}]
    outcomes = opened.ask("both => Promise.all(both.map(each => host.insert(each)))", both)
    assert [each["state"] for each in outcomes] == ["inserted", "inserted"]
    assert opened.ask("fakeWord.mode") == "Off"
    assert opened.ask("fakeWord.sins") == []


def test_cancelled_before_the_first_word_nothing_is_written(word: Open) -> None:
    opened = harness(word, docx(WARRANTY))
    outcome = opened.ask("marking => host.insert(marking, AbortSignal.abort())", change(WARRANTY, "unlimited", "limited"))
    assert outcome["state"] == "failed" and "Cancelled" in outcome["message"]
    nothing_happened(opened)


# ---------------------------------------------------------------- a Word that cannot track changes for us
@pytest.mark.parametrize("options", [{"api": "1.3"}, {"trackingStuck": True}], ids=["before 1.4", "tracking stuck"])
def test_where_tracking_is_not_to_be_had_the_changes_come_ready_made_with_a_warning(word: Open, options: dict[str, Any]) -> None:
    opened = harness(word, docx(WARRANTY, "3. Law."), textShowsDeletions=False, **options)
    marking = {**change(WARRANTY, "unlimited", "limited & fair"), "added": addition("3. Law.", "4. Cap.")["added"]}
    outcome = put(opened, marking)
    assert outcome["state"] == "inserted" and "ready-made" in outcome["message"]
    assert words(opened) == [WARRANTY.replace("unlimited", "limited & fair"), "3. Law.", "4. Cap."]
    assert words(opened, "rejected") == [WARRANTY, "3. Law."]
    assert opened.ask("fakeWord.sins") == []


def test_the_row_that_word_for_mac_gives_for_a_cell_s_last_line_is_no_fault(word: Open) -> None:
    row = f"<w:tbl><w:tr><w:tc>{paragraph(WARRANTY)}</w:tc></w:tr></w:tbl>"
    opened = harness(word, docx(row, "3. Law."), api="1.3", textShowsDeletions=False, macRows=True)
    outcome = put(opened, change(WARRANTY, "unlimited", "limited"))
    assert outcome["state"] == "inserted" and "ready-made" in outcome["message"]
    assert words(opened) == [WARRANTY.replace("unlimited", "limited"), "3. Law."]


def test_a_word_that_cannot_track_says_so_at_once(word: Open) -> None:
    opened = harness(word, docx(WARRANTY), api="1.3")
    assert opened.ask("host.capabilities.tracking") is False
    assert opened.ask("host.capabilities.warning")


# ---------------------------------------------------------------- reading and handing over
@pytest.mark.parametrize("options", [{}, {"platform": "iOS"}, {"plainSlices": True}], ids=["desktop", "iPad", "plain arrays"])
def test_the_document_is_read_in_slices_one_by_one_and_closed(word: Open, corpus: Path, options: dict[str, Any]) -> None:
    data = (corpus / "contracts" / "open-agreements__common-paper-order-form.docx").read_bytes()
    opened = harness(word, data, **options)
    opened.ask("() => { fakeWordFile = null }")
    read = opened.ask(
        "Promise.all([host.read(), host.read()]).then(both => both.map(each => btoa([...each.bytes].map(b => String.fromCharCode(b)).join(''))))"
    )
    assert [base64.b64decode(each) for each in read] == [data, data]
    assert opened.ask("fakeFile") == {"open": 0, "reads": 2, "worst": 1}


def test_a_document_without_a_file_is_read_as_xml(word: Open) -> None:
    opened = harness(word, docx(WARRANTY), noFile=True, flatOpc="<pkg:package/>")
    assert bytes(opened.ask("host.read().then(each => Array.from(each.bytes))")) == b"<pkg:package/>"


def test_the_file_s_name_is_that_of_its_address(word: Open) -> None:
    assert harness(word, docx(WARRANTY)).ask("host.read().then(each => each.name)") == "Services Agreement.docx"
    assert (
        harness(word, docx(WARRANTY), url="C:\\Users\\Ada\\100% final.docx").ask("host.read().then(each => each.name)") == "100% final.docx"
    )


DELIVER = """kind => host.deliver(new Uint8Array([80, 75, 1]), "a.docx", kind)"""
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_a_redline_opens_in_a_window_of_its_own(word: Open) -> None:
    opened = harness(word, docx(WARRANTY))
    assert opened.ask(DELIVER, DOCX) == "opened"
    assert opened.ask("fakeWord.opened") == ["UEsB"]
    assert words(opened) == [WARRANTY]


@pytest.mark.parametrize(("kind", "options"), [(DOCX, {"noWindows": True}), ("text/csv", {})], ids=["no window", "no document"])
def test_what_word_does_not_open_is_downloaded(word: Open, kind: str, options: dict[str, Any]) -> None:
    opened = harness(word, docx(WARRANTY), **options)
    with opened.page.expect_download() as download:
        assert opened.ask(DELIVER, kind) == "downloaded"
    assert Path(download.value.path()).read_bytes() == b"PK\x01"


def test_changes_of_others_are_reported_and_our_own_are_not(word: Open) -> None:
    opened = harness(word, docx(WARRANTY))
    opened.ask("() => { window.reports = 0; host.onDocumentChanged(() => { reports += 1; }); }")
    opened.page.wait_for_function("fakeWord.handlers?.length === 3")
    opened.ask("() => fakeWord.handlers[0]({})")
    assert opened.ask("reports") == 1
    put(opened, change(WARRANTY, "unlimited", "limited"))
    opened.ask("() => fakeWord.handlers[0]({})")
    assert opened.ask("reports") == 1


@pytest.mark.parametrize(("theme", "dark"), [({"isDarkTheme": True}, [True]), ({"bodyBackgroundColor": "#ffffff"}, [False]), (None, [])])
def test_the_theme_is_office_s_where_it_tells_one(word: Open, theme: dict[str, Any] | None, dark: list[bool]) -> None:
    opened = harness(word, docx(WARRANTY), **({"theme": theme} if theme else {}))
    assert opened.ask("() => { const told = []; host.onTheme(dark => told.push(dark)); return told; }") == dark
