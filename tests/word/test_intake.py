"""A file is recognised by its first bytes, a zip by its names."""

from __future__ import annotations

import pytest

from server.errors import NotADocx
from server.word.intake import archive_error, recognise


def test_a_zip_and_flat_opc_are_recognised() -> None:
    assert recognise(b"PK\x03\x04...") == "zip"
    xml = '<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>'
    assert recognise(xml.encode()) == "flat_opc"
    assert recognise(xml.encode("utf-16")) == "flat_opc"


def test_text_that_only_mentions_the_schema_is_no_package() -> None:
    with pytest.raises(NotADocx):
        recognise(b"see http://schemas.microsoft.com/office/2006/xmlPackage")


def test_long_text_cut_inside_a_letter_is_still_plain_text() -> None:
    with pytest.raises(NotADocx, match="plain text"):
        recognise("\u00fc".encode() * 2049 + b"x" + "\u00fc".encode() * 4000)


@pytest.mark.parametrize(
    ("name", "words"), [("xl/a.xml", "Excel"), ("visio/document.xml", "Visio"), ("mimetype", "OpenDocument"), ("x/my xl/a", "zip archive")]
)
def test_an_archive_is_told_by_its_names(name: str, words: str) -> None:
    assert words in str(archive_error([name]))
