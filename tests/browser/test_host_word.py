"""host-word.js in a browser, with a Word that is played: what it writes is what the server would have written."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest

from server import answers, review
from server.clauses import Library
from server.settings import Settings
from server.word import open_docx, read_paragraphs
from tests.browser.open_word import Open, OpenWord
from tests.contracts.whole import read_wholes
from tests.docx_language import W, docx, package, paragraph

WHOLES = {whole.name: whole for whole in read_wholes()}
STORIES = ("body", "cell")
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
INSERT = """async ({ findings, chosen, comments }) => {
  convertFindings(findings, () => "");
  const done = [], outcomes = [];
  for (const finding of findings) {
    const marking = markingOf(finding, comments);
    const outcome = await host.insert(rebase(marking, done));
    if (outcome.state === "inserted") done.push(marking);
    outcomes.push({ finding: finding.id, ...outcome });
  }
  return outcomes;
}"""


@pytest.fixture(scope="session")
def library() -> Library:
    return review.library()


def request(library: Library, *ids: str) -> review.Request:
    chosen = tuple(review.Selection(each) for each in ids) if ids else None
    return review.Request(library=library, signature=Settings().signature("Word User"), selections=chosen)


def propose(data: bytes, library: Library, *ids: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = answers.proposed_json(review.propose(data, request(library, *ids)))["findings"]
    return found


def texts(data: bytes) -> list[str]:
    return [p.text for p in read_paragraphs(open_docx(data)) if p.story in STORIES]


def harness(word: Open, data: bytes, **options: Any) -> OpenWord:
    opened = word(data, "/harness", **options)
    opened.page.wait_for_function("window.ready")
    return opened


def insert(opened: OpenWord, findings: list[dict[str, Any]], comments: bool = False) -> list[dict[str, Any]]:
    outcomes: list[dict[str, Any]] = opened.ask(INSERT, {"findings": findings, "comments": comments})
    return outcomes


def refused(outcomes: list[dict[str, Any]]) -> dict[str, str]:
    return {each["finding"]: each["message"] for each in outcomes if each["state"] != "inserted"}


def assert_same_as_the_server(opened: OpenWord, data: bytes, redlined: bytes, annexed: bool = False) -> None:
    """Accepting all gives the same document, and so does rejecting ours; nothing was written past the tracking, nothing set on a paragraph.

    annexed: an annex is in; how many empty lines stand before and behind one is Word's own affair.
    """
    kept = (lambda found: [text for text in found if text]) if annexed else list
    assert kept(opened.texts("current")) == kept(texts(redlined))
    assert opened.texts("rejected") == texts(data)
    assert opened.ask("fakeWord.sins") == []
    assert opened.ask("fakeWord.mode") == "Off"


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


def annexes(finding: dict[str, Any]) -> list[str]:
    """The XML of the annex that comes with the wording taken; none where none does."""
    return [proposal["annex"]["flat_opc"] for proposal in finding["proposals"] if proposal["annex"] and proposal["rung"] == finding["rung"]]


def brings_annex(finding: dict[str, Any]) -> bool:
    return bool(annexes(finding))


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
WARRANTY = "2. Warranty. Contractor gives an unlimited warranty for the Services."


def change(text: str, old: str, new: str, **more: Any) -> dict[str, Any]:
    """A marking that changes one stretch of one paragraph."""
    start = text.index(old) if old else more.pop("at")
    edit = {"start": start, "end": start + len(old), "old": old, "new": new}
    intended = text[:start] + new + text[start + len(old) :]
    changed = {"paragraph": more.pop("hint", 0), "text": text, "intended": intended, "edits": [edit], "removed": False}
    place = {
        "paragraph": 0,
        "label": "2",
        "text": text,
        "start": start,
        "end": start + len(old),
        "quote": old,
        "occurrence": 0,
        "before": "",
        "after": "",
    }
    return {"finding": "f", "title": "A warranty", "changed": [changed], "added": [], "place": place, "comment": "", **more}


def addition(after: str, *paragraphs: str, **more: Any) -> dict[str, Any]:
    new = [{"text": text, "level": None, "label": "", "lead": more.get("lead", 0)} for text in paragraphs]
    added = {"after": 0, "afterText": after, "like": 0, "likeText": more.get("like", after), "paragraphs": new}
    return {**change(after, "", "", at=0), "changed": [], "added": [added]}


def put(opened: OpenWord, marking: dict[str, Any]) -> dict[str, Any]:
    outcome: dict[str, Any] = opened.ask("marking => host.insert(marking)", marking)
    return outcome


def words(opened: OpenWord, view: str = "current") -> list[str]:
    return [text for text in opened.texts(view) if text]


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
def nothing_happened(opened: OpenWord, *expected: str) -> None:
    assert words(opened) == list(expected or (WARRANTY,))
    assert opened.ask("fakeWord.writes") == 0
    assert opened.ask("fakeWord.mode") == "Off"


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
