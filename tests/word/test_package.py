"""Opening a document: what is read, what is refused and how, what is noted, and that saving changes nothing else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.errors import ContractError, Encrypted, NotADocx, StrictOoxml, TooLarge, Unreadable, UnsafeContent
from server.word.package import Limits, open_docx
from tests.docx_language import KIND, OFFICE, RELS, W, docx
from tests.shared_material import shared

PLAIN = docx("1. Term", "The **Consultant** shall deliver.")
RELATIONSHIPS = f'<Relationships xmlns="{RELS}">%s</Relationships>'
SETTINGS = f'<w:settings xmlns:w="{W}"><w:documentProtection w:edit="%s" w:enforcement="%s"/></w:settings>'


def files_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def changed(change: Callable[[dict[str, bytes]], object], data: bytes = PLAIN) -> bytes:
    files = files_of(data)
    change(files)
    return zipped(files)


def replaced(part: str, old: str, new: str) -> bytes:
    def change(files: dict[str, bytes]) -> None:
        assert old.encode() in files[part]
        files[part] = files[part].replace(old.encode(), new.encode())

    return changed(change)


def linked(kind: str, target: str, content: bytes = b"<x/>") -> bytes:
    link = f'<Relationship Id="rIdZ" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'

    def change(files: dict[str, bytes]) -> None:
        rels = "word/_rels/document.xml.rels"
        files[rels] = files[rels].replace(b"</Relationships>", link.encode())
        files[f"word/{target}"] = content

    return changed(change)


# ---------------------------------------------------------------- what is read
def test_parts_stand_in_the_order_of_the_zip_and_the_main_part_is_named() -> None:
    file = open_docx(PLAIN)
    assert list(file.parts) == ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels"]
    assert file.main == "word/document.xml"
    assert file.notes == ()


def test_a_tree_is_parsed_afresh_each_time() -> None:
    file = open_docx(PLAIN)
    file.tree(file.main).clear()
    assert len(file.tree(file.main))


def test_targets_name_the_kind_and_the_part() -> None:
    file = open_docx(docx("x", parts={"styles": f'<w:styles xmlns:w="{W}"/>', "header1": f'<w:hdr xmlns:w="{W}"/>'}))
    assert [(link.kind, link.target) for link in file.targets(file.main)] == [("styles", "word/styles.xml"), ("header", "word/header1.xml")]
    assert file.part_of("styles") == "word/styles.xml"
    assert file.part_of("comments") is None
    assert file.rels_name("word/header1.xml") == "word/_rels/header1.xml.rels"
    assert file.targets("word/header1.xml") == ()


def test_an_external_target_is_no_part() -> None:
    data = replaced(
        "word/_rels/document.xml.rels",
        "</Relationships>",
        '<Relationship Id="a" Type="t/hyperlink" Target="http://x" TargetMode="External"/></Relationships>',
    )
    assert open_docx(data).targets("word/document.xml") == ()


@pytest.mark.parametrize(
    "target",
    [
        "/word/document.xml",
        "\\word\\document.xml",
        "word\\document.xml",
        "./word/x/../document.xml",
        "WORD/Document.xml",
        "word/%64ocument.xml",
    ],
)
def test_a_target_is_found_however_it_is_written(target: str) -> None:
    assert open_docx(replaced("_rels/.rels", "word/document.xml", target)).main == "word/document.xml"


def test_a_target_outside_the_package_is_no_part() -> None:
    with pytest.raises(Unreadable):
        open_docx(replaced("_rels/.rels", "word/document.xml", "../../../etc/passwd"))


def test_a_dangling_relationship_and_an_unlinked_part_are_let_be() -> None:
    data = replaced(
        "word/_rels/document.xml.rels",
        "</Relationships>",
        f'<Relationship Id="a" Type="{OFFICE}/comments" Target="comments.xml"/></Relationships>',
    )
    file = open_docx(changed(lambda files: files.update({"word/loose.xml": b"not xml"}), data))
    assert file.part_of("comments") is None
    assert "word/loose.xml" in file.parts


@pytest.mark.parametrize(
    "kind",
    ["application/xml", f"{KIND}.template.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml", f"{KIND}.styles+xml"],
)
def test_a_template_a_macro_file_and_a_wrong_content_type_are_opened(kind: str) -> None:
    assert open_docx(replaced("[Content_Types].xml", f"{KIND}.document.main+xml", kind)).main == "word/document.xml"


def test_a_missing_override_is_no_obstacle() -> None:
    data = replaced("[Content_Types].xml", f'<Override PartName="/word/document.xml" ContentType="{KIND}.document.main+xml"/>', "")
    assert open_docx(data).main == "word/document.xml"


def test_backslashes_in_the_zip_are_folders() -> None:
    data = zipped({name.replace("/", "\\"): content for name, content in files_of(PLAIN).items()})
    file = open_docx(data)
    assert file.main == "word/document.xml"
    assert b"new" in open_docx(file.saved({file.main: file.parts[file.main].replace(b"deliver", b"new")})).parts[file.main]


def test_bytes_before_the_archive_do_not_matter() -> None:
    assert open_docx(b"#!/bin/sh\n" * 3 + PLAIN).main == "word/document.xml"


# ---------------------------------------------------------------- what is refused, and how
@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", Unreadable, "empty"),
        (b"%PDF-1.7\n%\xe2\xe3", NotADocx, "PDF"),
        (b"{\\rtf1\\ansi x}", NotADocx, "RTF"),
        (b"<!DOCTYPE html><html><body>x</body></html>", NotADocx, "web page"),
        (b"\xef\xbb\xbf<html>x</html>", NotADocx, "web page"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", NotADocx, "mail"),
        (b"This Agreement is made between", NotADocx, "plain text"),
        ("Vereinbarung \u00fcber".encode(), NotADocx, "plain text"),
        (bytes(range(256)), NotADocx, "not a Word document"),
        (b'<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>', NotADocx, "2003"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le"), NotADocx, "97-2003"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le"), Encrypted, "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), NotADocx, "old Office"),
        (PLAIN[:-40], Unreadable, "cut off"),
        (PLAIN[: len(PLAIN) // 2], Unreadable, "cut off"),
        (PLAIN[:30], Unreadable, "cut off"),
        (zipped({"xl/workbook.xml": "<a/>"}), NotADocx, "Excel"),
        (zipped({"ppt/presentation.xml": "<a/>"}), NotADocx, "PowerPoint"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), NotADocx, "OpenDocument"),
        (zipped({"Index/Document.iwa": "x"}), NotADocx, "Pages"),
        (zipped({"Contract.docx": PLAIN}), NotADocx, "Unpack"),
        (zipped({"a.txt": "x"}), NotADocx, "zip archive"),
        (zipped({}), NotADocx, "zip archive"),
    ],
)
def test_what_is_no_document_is_refused_by_its_name(data: bytes, error: type[ContractError], words: str) -> None:
    with pytest.raises(error) as caught:
        open_docx(data)
    assert type(caught.value) is error
    assert words in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize("part", ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
def test_a_missing_part_is_named(part: str) -> None:
    with pytest.raises(Unreadable) as caught:
        open_docx(changed(lambda files: files.pop(part)))
    assert part in str(caught.value) or "main part is missing" in str(caught.value)


def test_a_package_that_names_no_main_part_is_unreadable() -> None:
    with pytest.raises(Unreadable, match="which part is the main one"):
        open_docx(changed(lambda files: files.update({"_rels/.rels": (RELATIONSHIPS % "").encode()})))


def test_a_workbook_behind_the_main_relationship_is_no_document() -> None:
    files = {**files_of(PLAIN), "xl/workbook.xml": b'<workbook xmlns="x"/>'}
    files["_rels/.rels"] = files["_rels/.rels"].replace(b"word/document.xml", b"xl/workbook.xml")
    with pytest.raises(NotADocx, match="Excel"):
        open_docx(zipped(files))


def test_strict_open_xml_is_refused_with_the_way_out() -> None:
    with pytest.raises(StrictOoxml, match="Save As"):
        open_docx(replaced("word/document.xml", W, "http://purl.oclc.org/ooxml/wordprocessingml/main"))


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"]
)
@pytest.mark.parametrize("coding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_any_part_and_coding(part: str, coding: str) -> None:
    bomb = f'<?xml version="1.0" encoding="{coding}"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    with pytest.raises(UnsafeContent):
        open_docx(changed(lambda files: files.update({part: bomb.encode(coding)})))


def test_a_broken_main_part_is_unreadable_and_its_words_stay_unsaid() -> None:
    data = replaced("word/document.xml", "</w:body>", "secret</w:oops>")
    with pytest.raises(Unreadable) as caught:
        file = open_docx(data)
        file.tree(file.main)
    assert "word/document.xml" in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "oops" not in str(caught.value)


def test_a_file_over_the_limit_is_not_even_looked_at() -> None:
    with pytest.raises(TooLarge):
        open_docx(b"%PDF" * 10, Limits(file_bytes=20))


# ---------------------------------------------------------------- what is noted
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (linked("vbaProject", "vbaProject.bin"), "macros"),
        (linked("aFChunk", "chunk.html"), "altChunk"),
        (docx("x", parts={"settings": SETTINGS % ("readOnly", "1")}), "read-only"),
        (docx("x", parts={"settings": SETTINGS % ("forms", "true")}), "form fields"),
        (docx("x", parts={"settings": SETTINGS % ("comments", "1")}), "only comments"),
        (docx("x", parts={"settings": SETTINGS % ("trackedChanges", "on")}), "locked on"),
        (
            replaced(
                "_rels/.rels",
                "</Relationships>",
                '<Relationship Id="s" Type="x/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>',
            ),
            "signed",
        ),
    ],
)
def test_what_the_user_should_know_is_a_note(data: bytes, words: str) -> None:
    (note,) = open_docx(data).notes
    assert note.level == "warning"
    assert words in note.message


@pytest.mark.parametrize("rule", [("readOnly", "0"), ("none", "1")])
def test_protection_that_is_not_in_force_is_not_noted(rule: tuple[str, str]) -> None:
    assert open_docx(docx("x", parts={"settings": SETTINGS % rule})).notes == ()


# ---------------------------------------------------------------- what is saved
def test_saving_replaces_the_changed_part_and_leaves_the_rest_byte_for_byte() -> None:
    file = open_docx(PLAIN)
    fresh = file.parts[file.main].replace(b"deliver", b"supply")
    after = open_docx(file.saved({file.main: fresh, "word/comments.xml": b"<x/>"}))
    assert list(after.parts) == [*file.parts, "word/comments.xml"]
    assert after.parts[file.main] == fresh
    assert after.parts["word/comments.xml"] == b"<x/>"
    assert all(after.parts[name] == content for name, content in file.parts.items() if name != file.main)


def test_saving_is_the_same_every_time() -> None:
    file = open_docx(PLAIN)
    assert file.saved({"word/x.xml": b"<x/>"}) == file.saved({"word/x.xml": b"<x/>"})


def test_only_the_bad_and_the_strict_file_of_the_corpus_are_refused() -> None:
    refused = {}
    for path in sorted(shared("corpus").rglob("*.doc?")):
        try:
            file = open_docx(path.read_bytes())
            saved = open_docx(file.saved({}))
            assert dict(saved.parts) == dict(file.parts), path
        except ContractError as error:
            refused[path.name] = error.code
    assert sorted(refused.values()) == ["encrypted", "strict_ooxml", "unreadable"]


# ---------------------------------------------------------------- whatever the bytes
@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    data = bytearray(
        draw(st.sampled_from([PLAIN, linked("aFChunk", "chunk.html"), docx("x", parts={"settings": SETTINGS % ("forms", "1")})]))
    )
    for _ in range(draw(st.integers(1, 4))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return bytes(data[draw(st.integers(0, 3)) : len(data) - draw(st.sampled_from([0, 0, 0, 1, 22, 100]))])


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(damaged(), st.binary(max_size=300), st.binary(max_size=60).map(lambda tail: b"PK\x03\x04" + tail)))
def test_any_bytes_give_a_document_or_a_contract_error(data: bytes) -> None:
    try:
        file = open_docx(data)
        for part in (file.main, "[Content_Types].xml"):
            file.tree(part)
        file.saved({file.main: b"<x/>"})
    except ContractError as error:
        assert error.message
