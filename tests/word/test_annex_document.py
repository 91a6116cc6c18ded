"""Annexes composed apart, and one alone as a document."""

from __future__ import annotations

from datetime import UTC, datetime

from server.model import Annex, AnnexLine, AnnexTable, Signature
from server.word.annex_document import compose, write_annex
from server.word.looks import Design
from server.word.package import open_docx
from tests.marking import paragraphs, xml

SIGNED = Signature("Me", datetime(2026, 1, 2, tzinfo=UTC))
BLOCKS = (AnnexLine("The plan", "title"), AnnexLine("First", "heading", 0, "1."), AnnexTable((("A", "B"), ("c", "")), (1, 2)))


def test_each_annex_has_its_own_list() -> None:
    file = compose([Annex("a", "Annex 1", "A", BLOCKS), Annex("b", "Annex 2", "B", BLOCKS)], Design())
    assert [p.label for p in paragraphs(file.data) if p.label] == ["1.", "1."]


def test_the_composer_leaves_nothing_to_chance() -> None:
    made = [compose([Annex(name, "Annex 1", "A", BLOCKS) for name in "ab"], Design()).data for _ in range(2)]
    assert made[0] == made[1]


def test_one_alone_begins_on_its_first_page_and_carries_its_own_properties() -> None:
    data = write_annex(Annex("a", "", "The plan", BLOCKS), SIGNED)
    assert "pageBreakBefore" not in xml(data)
    assert 'w:w="11906"' in xml(data)
    about = xml(data, "docProps/core.xml")
    assert "The plan" in about and ">Me<" in about and "python-docx" not in about
    assert data == write_annex(Annex("a", "", "The plan", BLOCKS), SIGNED)


def test_nothing_of_the_template_is_left() -> None:
    names = set(open_docx(write_annex(Annex("a", "", "The plan", BLOCKS), SIGNED)).parts)
    assert not any("customXml" in name or "thumbnail" in name or "WithEffects" in name for name in names)
