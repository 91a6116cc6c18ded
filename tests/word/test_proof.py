"""The proof: a right redline holds, and each way to get one wrong is caught."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from server.model import Signature
from server.word.package import open_docx
from server.word.proof import Ours, prove, read_texts, signed, verify
from tests.docx_language import OFFICE, OTHER, W, docx, package, paragraph, run

MINE = 'w:author="Me" w:date="2026-01-02T03:04:05Z"'
ME = signed(Signature("Me", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)))
TABLE = f"<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/>{paragraph('Fee')}</w:tc><w:tc><w:tcPr/>{paragraph('100')}</w:tc></w:tr></w:tbl>"
THIRD = run("Clause 3 stays as it is.")
FIRST = "The **Consultant** shall indemnify the Client."
ORIGINAL = docx(FIRST, "Fees are due {+in 30 days+}.", TABLE, *[f"Clause {n} stays as it is." for n in range(20)])
OLD = '<w:t xml:space="preserve"> shall indemnify the Client.</w:t></w:r>'
REDLINE = (
    f'<w:t xml:space="preserve"> shall </w:t></w:r><w:del w:id="70" {MINE}><w:r><w:delText>indemnify</w:delText></w:r></w:del>'
    f'<w:ins w:id="71" {MINE}><w:r><w:t>compensate</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> the Client.</w:t></w:r>'
)
NEW_PARAGRAPH = f'<w:p><w:pPr><w:rPr><w:ins w:id="72" {MINE}/></w:rPr></w:pPr><w:ins w:id="73" {MINE}>{run("A new clause.")}</w:ins></w:p>'


def change(data: bytes, *swaps: tuple[str, str], part: str = "word/document.xml", drop: str = "", add: tuple[str, str] = ("", "")) -> bytes:
    """The package with strings of one part replaced (each must be there), a part dropped or added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as archive:
        for info in source.infolist():
            text = source.read(info).decode()
            if info.filename == part:
                for old, new in swaps:
                    assert old in text, old
                    text = text.replace(old, new, 1)
            if info.filename != drop:
                archive.writestr(info, text)
        if add[0]:
            archive.writestr(zipfile.ZipInfo(add[0]), add[1])
    return target.getvalue()


def redlined(*more: tuple[str, str]) -> bytes:
    return change(ORIGINAL, (OLD, REDLINE), *more)


def intended() -> list[str]:
    return [text.replace("indemnify", "compensate") for text in read_texts(open_docx(ORIGINAL))]


def test_a_right_redline_is_proved() -> None:
    proof = prove(open_docx(ORIGINAL), redlined(), ME, intended(), read_texts(open_docx(ORIGINAL)))
    assert proof.holds, proof.differences
    assert proof.differences == ()


def test_the_texts_before_need_not_be_given() -> None:
    assert prove(open_docx(ORIGINAL), redlined(), ME, intended()).holds


def test_a_new_paragraph_is_proved() -> None:
    marked = redlined((paragraph("Clause 7 stays as it is."), NEW_PARAGRAPH + paragraph("Clause 7 stays as it is.")))
    wanted = intended()
    wanted.insert(wanted.index("Clause 7 stays as it is."), "A new clause.")
    assert prove(open_docx(ORIGINAL), marked, ME, wanted).holds


def test_an_unmarked_file_is_its_own_proof() -> None:
    assert prove(open_docx(ORIGINAL), ORIGINAL, ME, read_texts(open_docx(ORIGINAL))).holds
    assert verify(open_docx(ORIGINAL), ORIGINAL).holds


def test_runs_cut_otherwise_and_saved_ids_are_no_difference() -> None:
    marked = redlined(
        (run("100"), run("1") + '<w:proofErr w:type="spellStart"/>' + run("00").replace("<w:r>", '<w:r w:rsidR="00112233">')),
    )
    assert prove(open_docx(ORIGINAL), marked, ME, intended()).holds


def test_another_declaration_of_namespaces_is_no_difference() -> None:
    marked = redlined(("<w:document ", '<w:document xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '))
    assert prove(open_docx(ORIGINAL), marked, ME, intended()).holds


def test_an_insertion_of_anothers_cut_in_two_by_ours_is_no_difference() -> None:
    parts = THEIRS.replace("in 30 days", "in "), THEIRS.replace("in 30 days", "30 days").replace('w:id="9', 'w:id="8')
    marked = redlined((THEIRS, f'{parts[0]}<w:ins w:id="74" {MINE}>{run("about ")}</w:ins>{parts[1]}'))
    wanted = [text.replace("in 30", "in about 30") for text in intended()]
    assert prove(open_docx(ORIGINAL), marked, ME, wanted).holds


def docx_text(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


THEIRS = re.findall(r"<w:ins .*?</w:ins>", docx_text(ORIGINAL))[0]
Swap = tuple[str, str]
UNREJECTED: dict[str, Swap] = {
    "a kept word changed": (" the Client.</w:t>", " the Customer.</w:t>"),
    "a kept word lost its format": ("<w:rPr><w:b/></w:rPr>", ""),
    "a deleted word lost a letter": ("<w:delText>indemnify<", "<w:delText>indemnif<"),
    "white space lost at a cut": ('<w:t xml:space="preserve"> shall </w:t>', "<w:t> shall </w:t>"),
    "another paragraph changed": ("Clause 12 stays", "Clause 12 goes"),
    "another's insertion accepted": (THEIRS, run("in 30 days")),
    "another's insertion taken over": (OTHER, MINE),
    "a cell changed": ("Fee<", "Fees<"),
    "a row marked by nobody": ("<w:tr>", "<w:tr><w:trPr><w:cantSplit/></w:trPr>"),
    "a paragraph lost": (f"<w:p>{THIRD}</w:p>", ""),
    "a paragraph twice": (f"<w:p>{THIRD}</w:p>", f"<w:p>{THIRD}</w:p>" * 2),
    "a paragraph property": (
        "<w:p>" + THIRD,
        "<w:p><w:pPr><w:jc w:val='both'/></w:pPr>" + THIRD,
    ),
    "a bookmark": (
        THIRD,
        '<w:bookmarkStart w:id="99" w:name="x"/><w:bookmarkEnd w:id="99"/>' + THIRD,
    ),
    "page size": ('w:w="11906"', 'w:w="12240"'),
}


@pytest.mark.parametrize("what", UNREJECTED)
def test_what_rejecting_does_not_restore_is_caught(what: str) -> None:
    old, new = UNREJECTED[what]
    marked = redlined((old, new))
    proof = prove(open_docx(ORIGINAL), marked, ME, None)
    assert not proof.rejects_to_original
    assert proof.differences
    assert all("Client" not in line and "Clause" not in line for line in proof.differences)


@pytest.mark.parametrize("wanted", [lambda t: t[:-1], lambda t: [*t, "more"], lambda t: ["x", *t[1:]], lambda t: [*t[:9], "x", *t[10:]]])
def test_a_text_that_is_not_the_intended_one_is_caught(wanted: Callable[[list[str]], list[str]]) -> None:
    proof = prove(open_docx(ORIGINAL), redlined(), ME, wanted(intended()), read_texts(open_docx(ORIGINAL)))
    assert (proof.rejects_to_original, proof.accepts_to_intended) == (True, False)


TWICE = f'<w:ins w:id="71" {MINE}><w:ins w:id="72" {MINE}>{run("compensate")}</w:ins></w:ins>'
FAULTS: dict[str, Swap] = {
    "text in a deletion": ("<w:delText>indemnify</w:delText>", "<w:t>indemnify</w:t>"),
    "one id twice": ('w:id="71"', 'w:id="70"'),
    "no id": ('w:id="71" ', ""),
    "deleted text in the open": ("<w:t>compensate</w:t>", "<w:delText>compensate</w:delText>"),
    "insertion in insertion": (
        f'<w:ins w:id="71" {MINE}><w:r><w:t>compensate</w:t></w:r></w:ins>',
        f'<w:ins w:id="71" {MINE}><w:ins w:id="72" {MINE}>{run("compensate")}</w:ins></w:ins>',
    ),
    "half a comment": ("<w:t>compensate</w:t></w:r>", '<w:t>compensate</w:t></w:r><w:commentRangeStart w:id="88"/>'),
}


@pytest.mark.parametrize("what", FAULTS)
def test_marks_as_word_does_not_make_them_are_caught(what: str) -> None:
    swaps = [(OLD, REDLINE.replace(*FAULTS[what]))]
    assert swaps[0][1] != REDLINE
    marked = change(ORIGINAL, *swaps)
    if what == "half a comment":
        marked = change(marked, add=("word/comments.xml", COMMENTS))
        marked = change(marked, ("</Relationships>", LINK + "</Relationships>"), part="word/_rels/document.xml.rels")
    assert not prove(open_docx(ORIGINAL), marked, ME).holds


COMMENTS = f'<w:comments xmlns:w="{W}"><w:comment w:id="88" w:author="Me"><w:p/></w:comment></w:comments>'
LINK = f'<Relationship Id="rIdC" Type="{OFFICE}/comments" Target="comments.xml"/>'
EXTRA = docx("One.", "Two.", parts={"settings": f'<w:settings xmlns:w="{W}"/>'})


@pytest.mark.parametrize(
    "marked",
    [
        change(EXTRA, ("<w:settings ", "<w:settings a='b' "), part="word/settings.xml"),
        change(EXTRA, drop="word/settings.xml"),
        change(EXTRA, add=("word/other.xml", "<x/>")),
        change(EXTRA, ('Type="', 'Type="x'), part="word/_rels/document.xml.rels"),
        change(EXTRA, ("</Types>", '<Override PartName="/word/no.xml" ContentType="x"/></Types>'), part="[Content_Types].xml"),
    ],
)
def test_a_part_that_may_not_change_is_caught(marked: bytes) -> None:
    proof = prove(open_docx(EXTRA), marked, ME)
    assert (proof.rejects_to_original, proof.untouched_parts) == (True, False)


def test_a_story_written_anew_without_a_change_is_caught() -> None:
    assert not prove(open_docx(EXTRA), change(EXTRA, ("<w:body>", "<w:body >")), ME).holds


def test_a_file_that_cannot_be_read_proves_nothing() -> None:
    assert not prove(open_docx(ORIGINAL), b"nothing", ME).holds
    assert not prove(open_docx(ORIGINAL), redlined(("</w:body>", "")), ME).holds


def test_our_name_and_date_in_the_original_is_caught() -> None:
    assert not prove(open_docx(ORIGINAL), redlined(), Ours(ME.marks | {("Other", "2020-01-01T00:00:00Z")})).holds


def test_verify_takes_what_is_new_and_names_strangers() -> None:
    assert verify(open_docx(ORIGINAL), redlined()).holds
    assert verify(open_docx(ORIGINAL), redlined(), "Me").holds
    stranger = verify(open_docx(ORIGINAL), redlined(), "Nomad Labs")
    assert not stranger.rejects_to_original
    assert any("other author" in line for line in stranger.differences)


def test_a_paragraph_of_markup_in_a_comment_of_the_xml_does_not_mislead() -> None:
    body = paragraph("One.") + "<!-- </w:p> <w:p> -->" + paragraph("Two.") + "<w:p><w:r><w:t><![CDATA[<w:p> </w:p>]]></w:t></w:r></w:p>"
    original = package(body)
    marked = change(
        original, ('<w:t xml:space="preserve">One.</w:t></w:r>', f'<w:t>One.</w:t></w:r><w:ins w:id="5" {MINE}>{run(" More.")}</w:ins>')
    )
    assert prove(open_docx(original), marked, ME, ["One. More.", "Two.", "<w:p> </w:p>"]).holds
    assert not prove(open_docx(original), change(marked, ("Two.", "Too.")), ME).holds
