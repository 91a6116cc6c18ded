import io
import re
import zipfile

import pytest

from server.errors import NoSuchAuthor, NotClean
from server.model import Cleaning, Edit, Span
from server.word import clean_copy, open_docx, write_redline
from tests.docx_language import W, docx, package, paragraph
from tests.marking import ME, mark, shown, texts, xml

OURS = Cleaning(ME.author)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Services</dc:title><dc:creator>Jane Doe</dc:creator>'
    "<cp:lastModifiedBy>Jane Doe</cp:lastModifiedBy></cp:coreProperties>"
)
APP = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>Doe Ltd</Company><Pages>3</Pages></Properties>'
METADATA = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_properties(data: bytes) -> bytes:
    """The document with core and application properties and a picture of its first page."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "_rels/.rels":
                links = "".join(
                    f'<Relationship Id="p{n}" Type="{kind}" Target="{target}"/>'
                    for n, (kind, target) in enumerate(
                        (
                            (f"{METADATA}/core-properties", "docProps/core.xml"),
                            (f"{OFFICE}/extended-properties", "docProps/app.xml"),
                            (f"{METADATA}/thumbnail", "docProps/thumbnail.jpeg"),
                        )
                    )
                )
                content = content.replace(b"</Relationships>", links.encode() + b"</Relationships>")
            new.writestr(name, content)
        for name, text in (("core.xml", CORE), ("app.xml", APP), ("thumbnail.jpeg", "picture")):
            new.writestr(f"docProps/{name}", text)
    return made.getvalue()


def with_parts(data: bytes, parts: dict[str, str]) -> bytes:
    """The package with further parts."""
    made = io.BytesIO(data)
    with zipfile.ZipFile(made, "a") as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)
    return made.getvalue()


def names(data: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


def read(data: bytes, part: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(part).decode()


def test_our_changes_become_text_and_an_earlier_authors_stay() -> None:
    marked = mark(docx("Client pays [-late-]{+soon+}.", "The term is long."), ("long", "short"), comments=True).data
    cleaned = clean_copy(open_docx(marked), OURS)
    assert cleaned.accepted == 2
    assert texts(cleaned.data) == ["Client pays soon.", "The term is short."]
    assert "w:del " in xml(cleaned.data) and 'w:author="Me"' not in xml(cleaned.data)


def test_earlier_changes_are_accepted_when_asked() -> None:
    marked = mark(docx("Client pays [-late-]{+soon+}.", "The term is long."), ("long", "short")).data
    cleaned = clean_copy(open_docx(marked), Cleaning(ME.author, accept_others=True))
    assert "w:del " not in xml(cleaned.data) and "w:ins " not in xml(cleaned.data)
    assert texts(cleaned.data) == ["Client pays soon.", "The term is short."]


def test_names_of_those_who_stay_are_hidden_when_asked() -> None:
    marked = mark(docx("Client pays [-late-]{+soon+}.", "The term is long."), ("long", "short")).data
    cleaned = clean_copy(open_docx(marked), Cleaning(ME.author, hide_names=True)).data
    assert 'w:author="Author"' in xml(cleaned) and "Other" not in xml(cleaned)


def test_save_ids_are_gone_everywhere() -> None:
    body = paragraph("One.").replace("<w:p>", '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CE">')
    settings = '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids><w:zoom w:percent="100"/></w:settings>'
    cleaned = clean_copy(open_docx(package(body, {"settings": settings})), OURS).data
    assert "rsid" not in xml(cleaned) and "rsid" not in xml(cleaned, "word/settings.xml")
    assert "w:zoom" in xml(cleaned, "word/settings.xml")


def test_save_ids_are_gone_in_styles_and_in_the_glossarys_own_parts() -> None:
    styles = f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="Terms"><w:name w:val="Terms"/><w:rsid w:val="00AB12CD"/></w:style></w:styles>'
    settings = f'<w:settings xmlns:w="{W}"><w:rsids><w:rsid w:val="00AB12CE"/></w:rsids></w:settings>'
    data = with_parts(package(paragraph("One."), {"styles": styles}), {"word/glossary/settings.xml": settings})
    cleaned = clean_copy(open_docx(data), OURS).data
    assert "rsid" not in xml(cleaned, "word/styles.xml") and "rsid" not in xml(cleaned, "word/glossary/settings.xml")


def test_properties_name_nobody_and_the_picture_of_page_one_is_gone() -> None:
    cleaned = clean_copy(open_docx(with_properties(docx("One."))), OURS).data
    assert "Jane" not in read(cleaned, "docProps/core.xml") and "Services" not in read(cleaned, "docProps/core.xml")
    assert "Doe" not in read(cleaned, "docProps/app.xml") and "<Pages>3" in read(cleaned, "docProps/app.xml")
    assert "docProps/thumbnail.jpeg" not in names(cleaned) and "thumbnail" not in read(cleaned, "_rels/.rels")


def test_a_property_that_a_field_shows_stays() -> None:
    field = paragraph("Title: ") + '<w:p><w:fldSimple w:instr=" TITLE "><w:r><w:t>Services</w:t></w:r></w:fldSimple></w:p>'
    assert "Services" in read(clean_copy(open_docx(with_properties(package(field))), OURS).data, "docProps/core.xml")


def test_our_comments_go_with_their_parts_and_anchors() -> None:
    file = open_docx(docx("The term is long."))
    marked = write_redline(file, [Edit("f", Span(0, 12, 16), "long", "short", "Fairer.")], (), ME).data
    assert any(re.search(r"comments", name) for name in names(marked))
    cleaned = clean_copy(open_docx(marked), OURS)
    assert cleaned.comments == 1
    assert not any("comments" in name for name in names(cleaned.data))
    assert "comment" not in xml(cleaned.data) and "comments" not in read(cleaned.data, "[Content_Types].xml")


def test_a_reply_by_someone_else_stays_as_a_comment_of_its_own() -> None:
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    entry = '<w:comment w:id="{0}" w:author="{1}" w:date="2026-01-01T00:00:00Z"><w:p w14:paraId="0000000{0}"><w:r><w:t>{2}</w:t></w:r></w:p></w:comment>'
    comments = f"<w:comments {space} {w14}>{entry.format(1, 'Me', 'Ours')}{entry.format(2, 'Other', 'Theirs')}</w:comments>"
    extended = (
        '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="00000001" w15:done="0"/>'
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/></w15:commentsEx>'
    )
    anchors = "".join(
        f'<w:commentRangeStart w:id="{n}"/><w:r><w:t>x</w:t></w:r><w:commentRangeEnd w:id="{n}"/><w:r><w:commentReference w:id="{n}"/></w:r>'
        for n in (1, 2)
    )
    file = open_docx(package(f"<w:p>{anchors}</w:p>", {"comments": comments, "commentsExtended": extended}))
    cleaned = clean_copy(file, OURS).data
    assert "Theirs" in xml(cleaned, "word/comments.xml") and "Ours" not in xml(cleaned, "word/comments.xml")
    assert 'w:id="1"' not in xml(cleaned)
    part = next(name for name in names(cleaned) if "commentsExtended" in name)
    assert "paraIdParent" not in xml(cleaned, part) and "00000002" in xml(cleaned, part)


def test_a_wrong_author_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(NoSuchAuthor, match="'Other'"):
        clean_copy(open_docx(docx("Client pays [-late-]{+soon+}.")), Cleaning("Nobody"))


def test_a_copy_in_which_something_is_left_is_not_handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.word.cleaning.scrub_metadata", lambda desk: None)
    body = paragraph("One.").replace("<w:p>", '<w:p w:rsidR="00AB12CD">')
    with pytest.raises(NotClean, match="save ids"):
        clean_copy(open_docx(package(body)), OURS)


def test_the_same_document_gives_the_same_bytes_and_a_clean_one_stays_clean() -> None:
    marked = mark(docx("The term is long."), ("long", "short")).data
    once = clean_copy(open_docx(marked), OURS).data
    assert once == clean_copy(open_docx(marked), OURS).data
    assert clean_copy(open_docx(once), OURS).data == once
    assert shown(once) == ["The term is short."]
