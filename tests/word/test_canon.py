"""What counts when two stories are compared, and what does not."""

from __future__ import annotations

import pytest
from lxml import etree

from server.word.canon import canonical, unequal
from server.word.ooxml import Element
from tests.docx_language import NAMESPACES, OTHER, paragraph, run


def body(*blocks: str) -> Element:
    return etree.fromstring(f"<w:body {NAMESPACES}>{''.join(blocks)}</w:body>")


MARKED = f"<w:p><w:ins w:id='1' {OTHER}>{run('a')}</w:ins></w:p>"
BOOKMARK = "<w:bookmarkStart w:id='1' w:name='x'/>"
SAME = {
    "runs cut apart": (f"<w:p>{run('ab')}</w:p>", f"<w:p>{run('a')}{run('b')}</w:p>"),
    "empty runs": (f"<w:p>{run('ab')}</w:p>", f"<w:p>{run('ab')}<w:r><w:rPr><w:b/></w:rPr></w:r><w:r><w:t/></w:r></w:p>"),
    "empty properties": (f"<w:p>{run('a')}</w:p>", "<w:p><w:pPr><w:rPr/></w:pPr><w:r><w:rPr/><w:t>a</w:t></w:r></w:p>"),
    "save ids": (f"<w:p>{run('a')}</w:p>", '<w:p w:rsidR="1" w14:paraId="00000001"><w:r w:rsidRPr="2"><w:t>a</w:t></w:r></w:p>'),
    "proofing": (f"<w:p>{run('a')}</w:p>", f"<w:p><w:proofErr w:type='spellStart'/>{run('a')}</w:p>"),
    "ids of revisions": (
        f"<w:p><w:ins w:id='1' {OTHER}>{run('a')}</w:ins></w:p>",
        f"<w:p><w:ins w:id='2' {OTHER}>{run('a')}</w:ins></w:p>",
    ),
    "a revision in two": (
        f"<w:p><w:ins w:id='1' {OTHER}>{run('ab')}</w:ins></w:p>",
        f"<w:p><w:ins w:id='1' {OTHER}>{run('a')}</w:ins><w:ins w:id='2' {OTHER}>{run('b')}</w:ins><w:ins w:id='3' {OTHER}/></w:p>",
    ),
    "a run between others cut apart": (
        f"<w:p>{run('a')}{run('bc')}{run('c')}{run('d', '<w:b/>')}</w:p>",
        f"<w:p>{run('a')}{run('b')}{run('c')}{run('c')}{run('d', '<w:b/>')}</w:p>",
    ),
    "a run cut where the one before ends alike": (f"<w:p>{run('a')}{run('ab')}</w:p>", f"<w:p>{run('a')}{run('a')}{run('b')}</w:p>"),
    "edges that are not kept": ("<w:p><w:r><w:t>a</w:t></w:r></w:p>", "<w:p><w:r><w:t> a\n</w:t></w:r></w:p>"),
    "order of properties": (f"<w:p>{run('a', '<w:b/><w:i/>')}</w:p>", f"<w:p>{run('a', '<w:i/><w:b/>')}</w:p>"),
}
OTHERWISE = {
    "words": (f"<w:p>{run('a')}</w:p>", f"<w:p>{run('b')}</w:p>"),
    "a word more between others": (f"<w:p>{run('a')}{run('c')}</w:p>", f"<w:p>{run('a')}{run('a')}{run('c')}</w:p>"),
    "xml:space of a paragraph": ("<w:p><w:r><w:t>a </w:t></w:r></w:p>", '<w:p xml:space="preserve"><w:r><w:t>a </w:t></w:r></w:p>'),
    "format": (f"<w:p>{run('a')}</w:p>", f"<w:p>{run('a', '<w:b/>')}</w:p>"),
    "format of a tab": (f"<w:p>{run(chr(9))}</w:p>", f"<w:p>{run(chr(9), '<w:b/>')}</w:p>"),
    "a tab and a space": (f"<w:p>{run(chr(9))}</w:p>", f"<w:p>{run(' ')}</w:p>"),
    "edges that are kept": (f"<w:p>{run('a ')}</w:p>", "<w:p><w:r><w:t>a </w:t></w:r></w:p>"),
    "author": (MARKED, f"<w:p><w:ins w:id='1' w:author='X'>{run('a')}</w:ins></w:p>"),
    "marked or not": (MARKED, f"<w:p>{run('a')}</w:p>"),
    "paragraph mark": ("<w:p/>", f"<w:p><w:pPr><w:rPr><w:ins w:id='1' {OTHER}/></w:rPr></w:pPr></w:p>"),
    "link": (f"<w:p><w:hyperlink w:anchor='x'>{run('a')}</w:hyperlink></w:p>", f"<w:p>{run('a')}</w:p>"),
    "where a bookmark stands": (
        f"<w:p><w:bookmarkStart w:id='1' w:name='x'/>{run('a')}</w:p>",
        f"<w:p>{run('a')}<w:bookmarkStart w:id='1' w:name='x'/></w:p>",
    ),
    "math": ("<w:p><m:oMath><m:r><m:t>1</m:t></m:r></m:oMath></w:p>", "<w:p><m:oMath><m:r><m:t>2</m:t></m:r></m:oMath></w:p>"),
}


@pytest.mark.parametrize("what", SAME)
def test_what_does_not_count(what: str) -> None:
    one, other = SAME[what]
    assert canonical(body(one)) == canonical(body(other))
    assert list(unequal(body(one), body(other))) == []


@pytest.mark.parametrize("what", OTHERWISE)
def test_what_counts(what: str) -> None:
    one, other = OTHERWISE[what]
    assert canonical(body(one)) != canonical(body(other))
    assert len(list(unequal(body(one), body(other)))) == 1


def test_the_smallest_block_is_named_inside_a_table() -> None:
    def table(text: str) -> str:
        return f"<w:tbl><w:tr><w:tc>{paragraph('x')}</w:tc><w:tc>{paragraph(text)}</w:tc></w:tr></w:tbl>"

    found = list(unequal(body(paragraph("a"), table("b")), body(paragraph("a"), table("c"))))
    assert [("".join(e.itertext()), etree.QName(e).localname) for e in found] == [("b", "p")]


def test_the_first_block_that_differs_is_named_where_their_number_does() -> None:
    found = list(unequal(body(*map(paragraph, "abcd")), body(*map(paragraph, "abd"))))
    assert ["".join(e.itertext()) for e in found] == ["c"]


def test_a_prefix_that_means_something_else_is_not_equal() -> None:
    one = etree.fromstring('<w:body xmlns:w="urn:a" xmlns:x="urn:b"><x:p/></w:body>')
    other = etree.fromstring('<w:body xmlns:w="urn:a" xmlns:x="urn:c"><x:p/></w:body>')
    assert list(unequal(one, other)) != []
