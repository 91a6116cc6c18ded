"""Flat OPC XML opens as the same document that the zip would be."""

from __future__ import annotations

import base64
import io
import zipfile

import pytest

from server.errors import TooLarge, Unreadable, UnsafeContent
from server.word.archive import Limits
from server.word.package import open_docx
from tests.docx_language import KIND, OFFICE, RELS, W

PKG = "http://schemas.microsoft.com/office/2006/xmlPackage"
RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
BODY = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t xml:space="preserve"> Grüße </w:t></w:r></w:p></w:body></w:document>'
LINKS = f'<Relationships xmlns="{RELS}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'


def part(name: str, kind: str, xml: str) -> str:
    return f'<pkg:part pkg:name="{name}" pkg:contentType="{kind}"><pkg:xmlData>{xml}</pkg:xmlData></pkg:part>'


def flat(*more: str, head: str = '<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?>') -> str:
    parts = part("/_rels/.rels", RELS_TYPE, LINKS) + part("/word/document.xml", f"{KIND}.document.main+xml", BODY) + "".join(more)
    return f'{head}<pkg:package xmlns:pkg="{PKG}">{parts}</pkg:package>'


PICTURE = (
    '<pkg:part pkg:name="/word/media/a.png" pkg:contentType="image/png" pkg:compression="store">'
    f"<pkg:binaryData>{base64.b64encode(bytes(200)).decode()}</pkg:binaryData></pkg:part>"
)


def test_flat_opc_opens_as_a_document_with_its_pictures() -> None:
    file = open_docx(flat(PICTURE).encode())
    assert list(file.parts) == ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/media/a.png"]
    assert "".join(file.tree(file.main).itertext()) == " Grüße "
    assert file.parts["word/media/a.png"] == bytes(200)
    assert b'PartName="/word/media/a.png" ContentType="image/png"' in file.parts["[Content_Types].xml"]


def test_it_saves_as_a_zip_and_is_the_same_every_time() -> None:
    data = flat().encode()
    with zipfile.ZipFile(io.BytesIO(open_docx(data).saved({}))) as archive:
        assert archive.testzip() is None
    assert open_docx(data).data == open_docx(data).data


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_any_coding_of_the_xml_is_read(coding: str) -> None:
    assert open_docx(flat(head="").encode(coding)).main == "word/document.xml"


@pytest.mark.parametrize(
    "more",
    [
        part("/word/document.xml", "x/y", "<a/>"),
        '<pkg:part pkg:name="/word/x.bin" pkg:contentType="x/y"><pkg:binaryData>A</pkg:binaryData></pkg:part>',
        '<pkg:part pkg:name="/word/x.bin" pkg:contentType="x/y"/>',
        '<pkg:part pkg:contentType="x/y"><pkg:xmlData><a/></pkg:xmlData></pkg:part>',
        "<oops>",
    ],
)
def test_a_broken_package_is_unreadable(more: str) -> None:
    with pytest.raises(Unreadable):
        open_docx(flat(more).encode())


def test_the_checks_of_a_zip_hold_here_too() -> None:
    with pytest.raises(UnsafeContent):
        open_docx(flat(part("/../x.xml", "x/y", "<a/>")).encode())
    with pytest.raises(UnsafeContent):
        open_docx(flat(head='<!DOCTYPE x [<!ENTITY a "b">]>').encode())
    with pytest.raises(UnsafeContent):
        open_docx(flat(part("/Word/Document.xml", "x/y", "<a/>")).encode())
    with pytest.raises(TooLarge):
        open_docx(flat(PICTURE).encode(), Limits(part_bytes=100))
    with pytest.raises(TooLarge):
        open_docx(flat(PICTURE).encode(), Limits(entries=2))
