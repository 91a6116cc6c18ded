"""Comments written beside the threads that are there: unique ids, complete anchors, nothing disturbed."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from lxml import etree

from server.model import Signature
from server.word.comments import Comments, Remark, write_comments
from server.word.marks import Pen, highest_id
from server.word.ooxml import DEL, INS, Element, P, R, T, W
from server.word.package import WordFile, open_docx
from server.word.proof import prove, read_texts, signed
from tests.docx_language import docx, package, paragraph, run

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
CEX = "http://schemas.microsoft.com/office/word/2018/wordml/cex"
ME = Signature("Nomad Labs", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
MINE = 'w:author="Nomad Labs" w:date="2026-01-02T03:04:05Z"'
THEIRS = (
    '<w:comment w:id="3" w:author="Other" w:initials="O"><w:p w14:paraId="00000ABC"><w:r><w:t>Old.</w:t></w:r></w:p></w:comment>'
    '<w:comment w:id="4" w:author="Other" w:initials="O"><w:p w14:paraId="00000ABD"><w:r><w:t>Reply.</w:t></w:r></w:p></w:comment>'
)
THREADS = {
    "comments": f'<w:comments xmlns:w="{W}" xmlns:w14="{W14}">{THEIRS}</w:comments>',
    "commentsExtended": f'<x:commentsEx xmlns:x="{W15}"><x:commentEx x:paraId="00000ABC" x:done="1"/>'
    '<x:commentEx x:paraId="00000ABD" x:paraIdParent="00000ABC" x:done="0"/></x:commentsEx>',
    "commentsIds": f'<c:commentsIds xmlns:c="{CID}"><c:commentId c:paraId="00000ABC" c:durableId="11111111"/></c:commentsIds>',
    "commentsExtensible": f'<c:commentsExtensible xmlns:c="{CEX}"/>',
    "people": f'<x:people xmlns:x="{W15}"><x:person x:author="Other"/></x:people>',
}
STYLES = (
    f'<w:styles xmlns:w="{W}"><w:style w:styleId="Kommentartext"><w:name w:val="annotation text"/></w:style>'
    '<w:style w:styleId="Kommentarzeichen"><w:name w:val="Annotation Reference"/></w:style></w:styles>'
)


def comment(data: bytes, text: str, find: str = "one", tags: tuple[str, ...] = (R,)) -> tuple[WordFile, Element, Comments]:
    """Comments on the elements that hold `find`; the document, its marked body, what was written."""
    file = open_docx(data)
    root = file.tree(file.main)
    anchors = tuple(e for e in root.iter(*tags) if find in "".join(e.itertext()))
    return file, root, write_comments(file, [Remark("f", text, anchors)], Pen(ME, highest_id(file, {file.main: root}) + 1))


def saved(file: WordFile, root: Element, written: Comments) -> bytes:
    return file.saved({**written.parts, file.main: etree.tostring(root)})


def entries(xml: bytes) -> list[bytes]:
    return [etree.tostring(e, method="c14n", exclusive=True, with_tail=False) for e in etree.fromstring(xml)]


def shape(root: Element) -> str:
    """The order of a body's marks and words."""
    names = {"commentRangeStart": "(", "commentRangeEnd": ")", "commentReference": "*"}
    out = []
    for e in root.iter("{*}commentRangeStart", "{*}commentRangeEnd", "{*}commentReference", "{*}t", "{*}delText"):
        out.append(names.get(etree.QName(e).localname) or e.text or "")
    return "".join(out)


def test_a_first_comment_brings_its_part_type_and_relationship() -> None:
    file, root, written = comment(docx("Clause **one** is."), "Why?")
    assert set(written.parts) == {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml"}
    again = open_docx(saved(file, root, written))
    assert again.part_of("comments") == "word/comments.xml"
    assert b'PartName="/word/comments.xml"' in again.parts["[Content_Types].xml"]
    comments = again.tree("word/comments.xml")
    assert "w14" in comments.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable", "").split()
    assert dict(comments[0].attrib) == {
        f"{{{W}}}id": "1",
        f"{{{W}}}author": "Nomad Labs",
        f"{{{W}}}date": "2026-01-02T03:04:05Z",
        f"{{{W}}}initials": "NL",
    }
    assert written.placed == ("f",)


def test_the_range_stands_around_the_words_and_the_reference_after() -> None:
    assert shape(comment(docx("Clause **one** is."), "Why?")[1]) == "Clause (one)* is."


def test_threads_stay_as_they_are() -> None:
    file, root, written = comment(docx("Clause **one** is.", parts=THREADS), "Why?\nBecause.")
    assert set(written.parts) == {f"word/{name}.xml" for name in THREADS}
    for part in written.parts:
        old, new = entries(file.parts[part]), entries(written.parts[part])
        assert new[: len(old)] == old
        assert len(new) == len(old) + 1
    proof = prove(file, saved(file, root, written), signed(ME), read_texts(file))
    assert proof.holds, proof.differences


def test_the_last_paragraph_of_a_comment_is_the_one_its_thread_names() -> None:
    written = comment(docx("one", parts=THREADS), "Why?\nBecause.")[2]
    ids = [p.get(f"{{{W14}}}paraId") for p in etree.fromstring(written.parts["word/comments.xml"])[-1].iter(P)]
    assert len(set(ids)) == 2
    extended = etree.fromstring(written.parts["word/commentsExtended.xml"])[-1]
    assert extended.get(f"{{{W15}}}paraId") == ids[-1]
    lasting = etree.fromstring(written.parts["word/commentsIds.xml"])[-1]
    assert lasting.get(f"{{{CID}}}paraId") == ids[-1]
    durable = etree.fromstring(written.parts["word/commentsExtensible.xml"])[-1]
    assert durable.get(f"{{{CEX}}}durableId") == lasting.get(f"{{{CID}}}durableId")
    assert all(re.fullmatch("[0-7][0-9A-F]{7}", str(found)) for found in [*ids, lasting.get(f"{{{CID}}}durableId")])


def test_an_author_known_to_the_document_is_not_named_twice() -> None:
    people = THREADS | {"people": f'<x:people xmlns:x="{W15}"><x:person x:author="Nomad Labs"/></x:people>'}
    written = comment(docx("one", parts=people), "Why?")[2]
    assert len(entries(written.parts["word/people.xml"])) == 1


def test_ids_are_free_of_comments_anchors_and_revisions() -> None:
    anchor = '<w:p><w:commentRangeStart w:id="2"/><w:r><w:t>one</w:t></w:r></w:p>'
    written = comment(docx(anchor, parts=THREADS), "Why?")[2]
    found = [c.get(f"{{{W}}}id") for c in etree.fromstring(written.parts["word/comments.xml"])]
    assert found == ["3", "4", "5"]


def test_paragraph_ids_that_are_taken_are_not_taken_again() -> None:
    first = comment(docx("one", parts=THREADS), "Why?")[2]
    used = re.findall(rb'paraId="(\w{8})"', first.parts["word/comments.xml"])[-1].decode()
    data = docx(f'<w:p w14:paraId="{used}"><w:r><w:t>one</w:t></w:r></w:p>', parts=THREADS)
    second = comment(data, "Why?")[2]
    assert used.encode() not in second.parts["word/comments.xml"]


def test_the_same_comments_give_the_same_bytes() -> None:
    data = docx("one", parts=THREADS)
    assert comment(data, "Why?")[2].parts == comment(data, "Why?")[2].parts


def test_styles_are_used_where_the_document_defines_them() -> None:
    with_styles = comment(docx("one", parts={"styles": STYLES}), "Why?")
    assert b'w:val="Kommentartext"' in with_styles[2].parts["word/comments.xml"]
    assert b'w:val="Kommentarzeichen"' in etree.tostring(with_styles[1])
    without = comment(docx("one"), "Why?")
    assert b"rStyle" not in etree.tostring(without[1]) + without[2].parts["word/comments.xml"]


def test_tabs_and_special_characters_come_through() -> None:
    text = etree.fromstring(comment(docx("one"), "A\tb & <c> “d”")[2].parts["word/comments.xml"])
    assert [e.text for e in text.iter(T)] == ["A", "b & <c> “d”"]
    assert len(list(text.iter(f"{{{W}}}tab"))) == 1


def test_a_comment_on_inserted_words_goes_with_them() -> None:
    body = f'<w:p><w:r><w:t>a</w:t></w:r><w:ins w:id="1" {MINE}><w:r><w:t>one</w:t></w:r></w:ins></w:p>'
    root = comment(package(body), "Why?", tags=(INS,))[1]
    assert shape(root) == "a(one)*"
    assert root.find(f".//{INS}/{R}/{{{W}}}commentReference") is not None


def test_a_comment_on_a_replacement_stands_outside_anothers_insertion() -> None:
    theirs = '<w:ins w:id="1" w:author="Other" w:date="2020-01-01T00:00:00Z">'
    body = f'<w:p>{theirs}{run("x")}<w:del w:id="2" {MINE}><w:r><w:delText>one</w:delText></w:r></w:del>{run("y")}</w:ins></w:p>'
    root = comment(package(body), "Why?", tags=(DEL,))[1]
    assert shape(root) == "x(one)y*"
    assert root.find(f".//{P}/{R}/{{{W}}}commentReference") is not None


def test_a_comment_on_a_whole_paragraph_stands_inside_it() -> None:
    assert shape(comment(docx("one", "two"), "Why?", tags=(P,))[1]) == "(one)*two"


def test_a_comment_in_a_text_box_stands_on_the_box() -> None:
    box = f"<w:p>{run('a')}<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('one')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    file = open_docx(package(box))
    root = file.tree(file.main)
    inner = next(r for r in root.iter(R) if r.getparent().getparent().tag.endswith("txbxContent"))
    write_comments(file, [Remark("f", "Why?", (inner,))], Pen(ME, 1))
    assert shape(root) == "a(one)*"
    assert [etree.QName(c).localname for c in root[0][0]] == ["r", "commentRangeStart", "r", "commentRangeEnd", "r"]


def test_a_header_takes_no_comment() -> None:
    file = open_docx(docx("x", parts={"header1": f'<w:hdr xmlns:w="{W}">{paragraph("one")}</w:hdr>'}))
    root = file.tree("word/header1.xml")
    assert write_comments(file, [Remark("f", "Why?", (root[0],))], Pen(ME, 1)) == Comments({}, ())
    assert shape(root) == "one"


@pytest.mark.parametrize("root_attributes", ["", f'xmlns:w14="{W14}"', 'xmlns:w14="urn:something-else"'])
def test_the_namespace_of_paragraph_ids_is_declared_and_ignorable(root_attributes: str) -> None:
    plain = {"comments": f'<w:comments xmlns:w="{W}" {root_attributes}/>'}
    root = etree.fromstring(comment(docx("one", parts=plain), "Why?")[2].parts["word/comments.xml"])
    prefix = next(p for p, space in root.nsmap.items() if space == W14)
    assert prefix in root.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable", "").split()
