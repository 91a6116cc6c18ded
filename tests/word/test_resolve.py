"""Accept and reject, rule by rule of ECMA-376-1 17.13.5. Expected results are written as Word shows them."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from server.word.ooxml import AUTHOR, Element
from server.word.resolve import accept, reject
from server.word.revision_names import revisions
from tests.docx_language import NAMESPACES, OTHER, paragraph, run

SIGNS = {"ins": "+", "del": "-", "moveFrom": "<", "moveTo": ">"}
MINE = 'w:author="Me" w:date="2026-01-02T03:04:05Z"'


def story(body: str) -> Element:
    return etree.fromstring(f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>")


def plain(root: Element) -> str:
    """The body's XML without namespaces, dates, ids and xml:space."""
    text = etree.tostring(root[0], encoding="unicode")
    text = re.sub(r' (xmlns:\w+|w:id|w:date|xml:space)="[^"]*"', "", text)
    return text.removeprefix("<w:body>").removesuffix("</w:body>").removesuffix("<w:sectPr/>")


def resolved(body: str, how: str, author: str = "") -> str:
    root = story(body)
    (accept if how == "accept" else reject)(root, lambda mark: not author or mark.get(AUTHOR) == author)
    return plain(root)


def p(content: str = "", mark: str = "", properties: str = "") -> str:
    look = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p>{f'<w:pPr>{properties}{look}</w:pPr>' if properties or look else ''}{content}</w:p>"


def ins(content: str, who: str = OTHER) -> str:
    return f'<w:ins w:id="1" {who}>{content}</w:ins>'


def dele(content: str, who: str = OTHER) -> str:
    return f'<w:del w:id="2" {who}>{content}</w:del>'


def bare(text: str) -> str:
    return run(text).replace(' xml:space="preserve"', "")


def words(text: str) -> str:
    """All the text of XML, a paragraph a line, with the words of revisions in brackets."""
    lines = []
    for found in etree.fromstring(f"<x {NAMESPACES}>{text}</x>").iter("{*}p"):
        out = ""
        for node in found.iter("{*}t", "{*}delText"):
            around = "".join(SIGNS.get(etree.QName(a).localname, "") for a in node.iterancestors())
            out += f"[{around}{node.text}]" if around else node.text or ""
        lines.append(out)
    return "\n".join(lines)


def test_accepted_insertions_become_text_and_deletions_go() -> None:
    body = paragraph("The {+big +}[-small -]dog")
    assert words(resolved(body, "accept")) == "The big dog"
    assert words(resolved(body, "reject")) == "The small dog"


def test_deleted_text_and_field_codes_become_live_again() -> None:
    body = p(dele("<w:r><w:delInstrText>REF x</w:delInstrText><w:delText>a</w:delText></w:r>"))
    assert resolved(body, "reject") == "<w:p><w:r><w:instrText>REF x</w:instrText><w:t>a</w:t></w:r></w:p>"


def test_a_deletion_in_anothers_insertion_is_settled_alone() -> None:
    body = p(ins(run("new ") + dele(run("and old", deleted=True), MINE)))
    assert words(resolved(body, "reject", "Me")) == "[+new ][+and old]"
    assert words(resolved(body, "accept", "Me")) == "[+new ]"
    assert words(resolved(body, "accept", "Other")) == "new [-and old]"
    assert words(resolved(body, "reject", "Other")) == ""


def test_an_insertion_with_nothing_left_goes() -> None:
    assert resolved(p(ins(dele(run("x", deleted=True), MINE))), "accept", "Me") == "<w:p/>"


def test_a_rejected_paragraph_joins_the_next_whose_properties_survive() -> None:
    body = p(run("a"), '<w:ins w:id="1" w:author="Me"/>', "<w:jc/>") + p(run("b"), properties="<w:ind/>")
    assert resolved(body, "reject") == "<w:p><w:pPr><w:ind/></w:pPr>" + bare("a") + bare("b") + "</w:p>"
    assert resolved(body, "accept").count("<w:p>") == 2


def test_three_deleted_marks_in_a_row_join_one_paragraph_in_order() -> None:
    mark = '<w:del w:id="1" w:author="Me"/>'
    body = p(run("a"), mark) + p(run("b"), mark) + '<w:bookmarkEnd w:id="7"/>' + p(run("c"), mark) + p(run("d"))
    assert words(resolved(body, "accept")) == "abcd"
    assert "bookmarkEnd" in resolved(body, "accept")
    assert words(resolved(body, "reject")) == "a\nb\nc\nd"


def test_a_mark_inserted_by_one_and_deleted_by_another_is_two_marks() -> None:
    body = p(run("a"), f'<w:ins w:id="1" {OTHER}/><w:del w:id="2" {MINE}/>') + p(run("b"))
    assert words(resolved(body, "reject", "Me")) == "a\nb"
    assert "<w:ins" in resolved(body, "reject", "Me")
    assert words(resolved(body, "accept", "Me")) == "ab"


@pytest.mark.parametrize("end", ["", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"])
def test_the_last_mark_cannot_go_nor_words_before_a_table(end: str) -> None:
    body = p(run("a"), '<w:del w:id="1" w:author="Me"/>') + end
    assert words(resolved(body, "accept")).startswith("a")
    assert "<w:del" not in resolved(body, "accept")


def test_an_emptied_paragraph_before_a_table_goes() -> None:
    table = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    assert resolved(p(ins(run("x")), '<w:ins w:id="1" w:author="Other"/>') + table, "reject").startswith("<w:tbl>")


def test_rows_come_and_go_and_a_table_without_rows_goes() -> None:
    def row(text: str, mark: str = "") -> str:
        return f"<w:tr>{f'<w:trPr><w:{mark} {MINE}/></w:trPr>' if mark else ''}<w:tc>{p(run(text))}</w:tc></w:tr>"

    body = f"<w:tbl>{row('a')}{row('b', 'ins')}{row('c', 'del')}</w:tbl>"
    assert words(resolved(body, "accept")) == "a\nb"
    assert words(resolved(body, "reject")) == "a\nc"
    assert resolved(f"<w:tbl>{row('b', 'ins')}</w:tbl>{p()}", "reject") == "<w:p/>"


def test_cells_come_and_go() -> None:
    def cell(text: str, mark: str = "") -> str:
        return f"<w:tc><w:tcPr>{f'<w:{mark} {MINE}/>' if mark else ''}</w:tcPr>{p(run(text))}</w:tc>"

    body = f"<w:tbl><w:tr>{cell('a')}{cell('b', 'cellIns')}{cell('c', 'cellDel')}</w:tr></w:tbl>"
    assert words(resolved(body, "accept")) == "a\nb"
    assert words(resolved(body, "reject")) == "a\nc"


def test_a_merged_cell_is_merged_or_as_before() -> None:
    body = f'<w:tbl><w:tr><w:tc><w:tcPr><w:cellMerge {MINE} w:vMerge="cont" w:vMergeOrig="rest"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    assert '<w:tcPr><w:vMerge w:val="continue"/></w:tcPr>' in resolved(body, "accept")
    assert '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' in resolved(body, "reject")


def test_old_properties_come_back_and_what_they_do_not_tell_stays() -> None:
    body = (
        p(
            f"<w:r><w:rPr><w:b/><w:rPrChange {MINE}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>x</w:t></w:r>",
            properties=f"<w:jc/><w:rPr><w:ins {OTHER}/></w:rPr><w:sectPr><w:headerReference/>"
            f"<w:cols/><w:sectPrChange {MINE}><w:sectPr><w:type/></w:sectPr>"
            f"</w:sectPrChange></w:sectPr><w:pPrChange {MINE}><w:pPr><w:ind/></w:pPr></w:pPrChange>",
        )
        + p()
    )
    rejected = resolved(body, "reject", "Me")
    assert '<w:pPr><w:ind/><w:rPr><w:ins w:author="Other"/></w:rPr><w:sectPr><w:headerReference/><w:type/></w:sectPr></w:pPr>' in rejected
    assert "<w:rPr><w:i/></w:rPr>" in rejected
    accepted = resolved(body, "accept", "Me")
    assert "<w:jc/>" in accepted
    assert "Change" not in accepted


def test_numbering_that_was_inserted_goes_on_reject() -> None:
    body = p(run("x"), properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins {MINE}/></w:numPr>')
    assert "numPr" not in resolved(body, "reject")
    assert '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' in resolved(body, "accept")


def test_a_move_is_one_place_or_the_other_and_its_marks_go() -> None:
    body = p(
        f'<w:moveFromRangeStart w:id="5" w:name="m" {MINE}/><w:moveFrom w:id="6" {MINE}>{run("a")}'
        f'</w:moveFrom><w:moveFromRangeEnd w:id="5"/>{run("b")}'
        f'<w:moveToRangeStart w:id="7" w:name="m" {MINE}/><w:moveTo w:id="8" {MINE}>{run("a")}</w:moveTo><w:moveToRangeEnd w:id="7"/>'
    )
    assert words(resolved(body, "accept")) == "ba"
    assert words(resolved(body, "reject")) == "ab"
    assert "Range" not in resolved(body, "accept")
    assert resolved(body, "accept", "Other").count("Range") == 4


@pytest.mark.parametrize(("how", "kept"), [("accept", True), ("reject", False)])
def test_an_inserted_content_control_goes_without_its_content(how: str, kept: bool) -> None:
    body = (
        f'<w:customXmlInsRangeStart w:id="5" {MINE}/><w:sdt><w:sdtPr/><w:sdtContent><w:customXmlInsRangeEnd w:id="5"/>{p(run("a"))}'
        f'<w:customXmlInsRangeStart w:id="6" {MINE}/></w:sdtContent></w:sdt><w:customXmlInsRangeEnd w:id="6"/>'
    )
    assert ("<w:sdt>" in resolved(body, how)) is kept
    assert words(resolved(body, how)) == "a"
    assert "Range" not in resolved(body, how)


def test_half_a_bookmark_in_deleted_words_stays_a_whole_one_goes() -> None:
    half = p('<w:bookmarkStart w:id="3" w:name="x"/>' + dele(run("a", deleted=True) + '<w:bookmarkEnd w:id="3"/>') + run("b"))
    assert resolved(half, "accept").count("bookmark") == 2
    whole = p(dele('<w:bookmarkStart w:id="3" w:name="x"/>' + run("a", deleted=True) + '<w:bookmarkEnd w:id="3"/>') + run("b"))
    assert "bookmark" not in resolved(whole, "accept")


def test_a_rejected_fraction_leaves_what_is_inside() -> None:
    inside = "<m:num><m:r><m:t>1</m:t></m:r></m:num><m:den/>"
    body = p(f"<m:oMath><m:f><m:fPr><m:ctrlPr><w:ins {MINE}><w:rPr/></w:ins></m:ctrlPr></m:fPr>{inside}</m:f></m:oMath>")
    assert "<m:oMath><m:r><m:t>1</m:t></m:r></m:oMath>" in resolved(body, "reject")
    assert "<m:ctrlPr><w:rPr/></m:ctrlPr>" in resolved(body, "accept")


@pytest.mark.parametrize("settle", [accept, reject])
def test_settling_everything_leaves_no_revision(settle: object) -> None:
    root = story(paragraph("a {+b+} [-c-]") + p(run("d"), f"<w:ins {MINE}/><w:rPrChange {MINE}><w:rPr/></w:rPrChange>") + p())
    settle(root, lambda mark: True)  # type: ignore[operator]
    assert list(revisions(root)) == []
