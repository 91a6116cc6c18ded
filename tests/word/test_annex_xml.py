"""An annex as Word takes it into an open document."""

from __future__ import annotations

from server.model import Annex, AnnexLine, AnnexTable
from server.word.annex_xml import annex_xml
from server.word.package import open_docx
from tests.docx_language import docx
from tests.marking import texts, xml

TABLE = AnnexTable((("Phase", "Date"), ("Baseline", "")), (3, 1))
LINES = (AnnexLine("Schedule 1: The plan", "title"), AnnexLine("Phases", "heading", 0, "1."), TABLE)


def flat(name: str = "plan", label: str = "Schedule 1", contract: bytes = b"") -> bytes:
    return annex_xml(Annex(name, label, "The plan", LINES), open_docx(contract or docx("1. Work."))).encode()


def test_it_opens_as_a_document_with_the_annex_s_words_its_own_styles_and_its_list() -> None:
    file = open_docx(flat())
    assert texts(file.data) == ["Schedule 1: The plan", "Phases", "Phase", "Date", "Baseline", "", ""]
    assert file.part_of("styles") == "word/styles.xml" and file.part_of("numbering") == "word/numbering.xml"
    assert "AnnexTitle" in xml(file.data, "word/styles.xml") and 'w:styleId="Normal"' not in xml(file.data, "word/styles.xml")


def test_it_brings_no_section_and_no_tracked_change_of_its_own() -> None:
    """A section would bring a page of its own; Word marks what comes in while it tracks."""
    body = xml(open_docx(flat()).data)
    assert "sectPr" not in body and "<w:ins " not in body
    assert "pageBreakBefore" in body


def test_the_lists_of_two_annexes_are_two_to_word_and_one_is_always_the_same() -> None:
    def list_of(data: bytes) -> str:
        return xml(open_docx(data).data, "word/numbering.xml")

    assert list_of(flat()) == list_of(flat())
    assert list_of(flat()) != list_of(flat(label="Schedule 2")) != list_of(flat("other", "Schedule 2"))


def test_it_takes_the_look_of_the_contract() -> None:
    looks = {"styles": '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>'
             '<w:rFonts w:ascii="Garamond"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>'}  # fmt: skip
    assert "Garamond" in xml(open_docx(flat(contract=docx("1. Work.", parts=looks))).data, "word/styles.xml")
