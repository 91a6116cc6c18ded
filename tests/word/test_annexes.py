"""Annexes behind the user's text: tracked, in its look, with things only added around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from server.model import Annex, AnnexLine, AnnexTable, Insertion, NewParagraph, Samples
from server.redline import intended_texts
from server.word import prove, read_paragraphs, signed
from server.word.package import open_docx
from server.word.revisions import Written, write_redline
from tests.docx_language import W, docx, package
from tests.marking import ME, judge, paragraphs, shown, texts, xml

TABLE = AnnexTable((("Phase", "Date"), ("Baseline", ""), ("Tuning", "")), (3, 1))
BODY = ("Agreement", "1. Work. The Consultant does the work.", "2. Law. English law applies.")
LAST_TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="4000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc><w:tcPr>'
    '<w:tcW w:w="4000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>Signed</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
)
NUMBERED = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>The last clause.</w:t></w:r></w:p>'

NUMBERING = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num></w:numbering>'
)
PARTS = {"numbering": NUMBERING}


def annex(name: str = "plan", label: str = "Schedule 1", samples: Samples = Samples()) -> Annex:  # noqa: B008
    blocks = (
        AnnexLine(f"{label}: The plan", "title"),
        AnnexLine("This is the plan."),
        AnnexLine("Phases", "heading", 0, "1."),
        AnnexLine("They follow each other.", "text", 1, "1.1"),
        AnnexLine("None is left out.", "text", 2, "(a)"),
        TABLE,
    )
    return Annex(name, label, "The plan", blocks, samples)


def appended(data: bytes, *annexes: Annex, before: Sequence[Insertion] = (), comment: str = "") -> tuple[Written, list[Insertion]]:
    last = max(p.index for p in paragraphs(data) if p.story in ("body", "cell"))
    new = [*before, *(Insertion(one.name, last, (), comment, one) for one in annexes)]
    return write_redline(open_docx(data), (), new, ME, bool(comment)), new


def proves(data: bytes, written: Written, new: Sequence[Insertion]) -> bool:
    read = paragraphs(data)
    proof = prove(open_docx(data), written.data, signed(ME), intended_texts(read, (), new, ()))
    assert proof.differences == ()
    return proof.holds


def test_an_annex_stands_behind_the_last_paragraph_all_of_it_inserted() -> None:
    written, _ = appended(docx(*BODY), annex())
    assert shown(written.data)[2:] == [
        "2. Law. English law applies.¶+",
        "{+Schedule 1: The plan+}¶+",
        "{+This is the plan.+}¶+",
        "{+Phases+}¶+",
        "{+They follow each other.+}¶+",
        "{+None is left out.+}¶+",
        "{+Phase+}",
        "{+Date+}",
        "{+Baseline+}",
        "",
        "{+Tuning+}",
        "",
        "¶+",
        "",
    ]


def test_it_starts_on_a_new_page_with_its_own_numbers_and_every_row_is_inserted() -> None:
    body = xml(appended(docx(*BODY), annex())[0].data)
    assert body.count("<w:pageBreakBefore/>") == 1
    assert len(re.findall(r"<w:trPr><w:cantSplit/>(?:<w:tblHeader/>)?<w:ins ", body)) == 3
    read = read_paragraphs(open_docx(appended(docx(*BODY), annex())[0].data))
    assert [p.label for p in read if p.label] == ["1.", "1.1", "(a)"]


def test_two_annexes_count_each_for_itself_and_one_empty_paragraph_ends_them() -> None:
    data = docx(*BODY)
    written, new = appended(data, annex(), annex("other", "Schedule 2"))
    assert [p.label for p in paragraphs(written.data) if p.label] == ["1.", "1.1", "(a)"] * 2
    assert texts(written.data)[-1] == ""
    assert texts(written.data).count("") == 7
    assert proves(data, written, new)


@pytest.mark.parametrize(
    "end",
    [(), ("<w:p/>",), (LAST_TABLE, "<w:p/>"), (LAST_TABLE, "Last words."), (NUMBERED,)],
    ids=["words", "empty", "table", "both", "numbered"],
)
def test_rejecting_gives_the_document_back_whatever_ends_it(end: tuple[str, ...]) -> None:
    data = docx(*BODY, *end)
    written, new = appended(data, annex())
    assert written.skipped == ()
    assert proves(data, written, new)


def test_new_paragraphs_behind_the_last_one_stand_before_the_annex() -> None:
    data = docx(*BODY)
    first = Insertion("clause", 2, (NewParagraph("3. Plan. Schedule 1 applies.", like=2),))
    written, new = appended(data, annex(), before=[first])
    assert texts(written.data)[2:5] == ["2. Law. English law applies.", "3. Plan. Schedule 1 applies.", "Schedule 1: The plan"]
    assert proves(data, written, new)


def test_the_empty_paragraph_at_the_end_shows_no_number() -> None:
    data = docx(*BODY, NUMBERED, parts=PARTS)
    written, new = appended(data, annex())
    read = paragraphs(written.data)
    assert (read[3].label, read[-1].label) == ("1.", "")
    assert "<w:pPrChange " in xml(written.data)
    assert proves(data, written, new)


def test_lists_and_styles_get_ids_that_nothing_in_the_document_names() -> None:
    stray = '<w:p><w:pPr><w:pStyle w:val="AnnexText"/><w:numPr><w:numId w:val="41"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    data = docx(*BODY, stray, "End.")
    written, new = appended(data, annex())
    assert 'w:numId="42"' in xml(written.data, "word/numbering.xml")
    assert 'w:styleId="AnnexText1"' in xml(written.data, "word/styles.xml")
    assert proves(data, written, new)


def test_a_second_round_uses_the_styles_of_the_first() -> None:
    first = appended(docx(*BODY), annex())[0].data
    second = appended(first, annex("more", "Schedule 2"))[0].data
    assert xml(first, "word/styles.xml") == xml(second, "word/styles.xml")


def test_parts_that_are_not_added_to_stay_byte_for_byte() -> None:
    data = docx(*BODY, parts={"footnotes": f'<w:footnotes xmlns:w="{W}"/>'})
    old, new = open_docx(data).parts, open_docx(appended(data, annex())[0].data).parts
    changed = {name for name in old if old[name] != new[name]}
    assert changed == {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}


def test_the_same_annex_gives_the_same_bytes() -> None:
    assert appended(docx(*BODY), annex(), annex("b"))[0].data == appended(docx(*BODY), annex(), annex("b"))[0].data


def test_a_comment_stands_on_its_title() -> None:
    data = docx(*BODY)
    written, new = appended(data, annex(), comment="Why we ask for it.")
    title = xml(written.data).split("Schedule 1: The plan")[0]
    assert title.count("<w:commentRangeStart ") == 1
    assert "Why we ask for it." in xml(written.data, "word/comments.xml")
    assert proves(data, written, new)


def test_a_document_that_ends_in_a_content_control_takes_no_annex() -> None:
    control = "<w:sdt><w:sdtContent><w:p><w:r><w:t>Filled in.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    written, _ = appended(docx(*BODY, control), annex())
    assert [skip.reason for skip in written.skipped] == ["unsupported"]


def test_a_page_section_that_ends_the_body_stays_the_last() -> None:
    data = package("<w:p><w:r><w:t>All of it.</w:t></w:r></w:p>")
    written, new = appended(data, annex())
    body = xml(written.data)
    assert body.rindex("<w:sectPr>") > body.rindex("</w:p>")
    assert proves(data, written, new)


@pytest.mark.slow
@pytest.mark.parametrize("end", [(), ("<w:p/>",), (LAST_TABLE, "<w:p/>"), (NUMBERED,)], ids=["words", "empty", "table", "numbered"])
def test_the_judge_and_libreoffice_agree(end: tuple[str, ...]) -> None:
    data = docx(*BODY, *end, parts=PARTS)
    judge(data, appended(data, annex(), annex("other", "Schedule 2"), comment="A reason.")[0].data, "--libreoffice")
