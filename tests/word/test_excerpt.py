"""The excerpt holds all differences: comparing it gives the same verdict as comparing the whole."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from server.word.canon import unequal
from server.word.excerpt import excerpt, restore, tokens
from tests.docx_language import NAMESPACES, paragraph, run

CELL = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
BOX = "<w:p><w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>{}</w:p>"


def story(*blocks: str) -> bytes:
    body = f"<w:body>{''.join(blocks)}<w:sectPr/></w:body>"
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {NAMESPACES}>{body}</w:document>'.encode()


def texts(xml: bytes) -> list[str]:
    return ["".join(p.itertext("{*}t")) for p in etree.fromstring(xml).iter("{*}p") if p.getparent().tag.endswith(("body", "tc"))]


def test_shared_paragraphs_are_left_out_and_put_back() -> None:
    old = [paragraph(f"Clause {n}.") for n in range(100)]
    new = [*old[:50], paragraph("Changed."), *old[51:]]
    short_old, short_new = excerpt(story(*old), story(*new))
    assert len(short_new) < len(story(*new)) / 4
    assert b"Clause 50." in short_old
    assert b"Changed." in short_new
    known = tokens(texts(short_old), texts(story(*old)))
    assert known is not None
    assert restore(texts(short_new), known) == texts(story(*new))


def test_paragraphs_inserted_and_taken_out_are_kept_and_those_around_them_left_out() -> None:
    old = [paragraph(f"Clause {n}.") for n in range(100)]
    new = [*old[:30], paragraph("Added."), paragraph("Added, too."), *old[30:60], *old[62:]]
    short_old, short_new = excerpt(story(*old), story(*new))
    assert len(texts(short_old)) == 5
    assert len(texts(short_new)) == 5
    known = tokens(texts(short_old), texts(story(*old)))
    assert known is not None
    assert restore(texts(short_new), known) == texts(story(*new))


def test_paragraphs_with_marks_comments_or_fields_are_kept() -> None:
    kept = [
        paragraph("a {+b+}"),
        '<w:p><w:commentRangeStart w:id="1"/></w:p>',
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>',
    ]
    for block in kept:
        old, new = story(paragraph("x"), block, paragraph("y")), story(paragraph("x"), block, paragraph("z"))
        assert block.encode() in excerpt(old, new)[1]


def test_a_story_that_says_what_a_token_says_is_left_whole() -> None:
    old, new = story(paragraph("a \ue0f5paragraphs 1:1\ue0f5"), paragraph("b")), story(paragraph("c"), paragraph("b"))
    assert excerpt(old, new) == (old, new)
    spelled = story(paragraph("a"), paragraph("b")).replace(b"a<", b"&#xE0F5;paragraphs 1:1&#xe0f5;<")
    assert excerpt(spelled, spelled) == (spelled, spelled)


def test_an_unknown_token_is_not_put_back() -> None:
    short_old, short_new = excerpt(story(paragraph("a"), paragraph("b")), story(paragraph("a"), paragraph("c")))
    assert restore(texts(short_new), {}) is None
    assert tokens(texts(short_old), ["a"]) is None
    assert tokens(texts(short_old), ["a", "other"]) is None


BLOCKS = st.sampled_from(
    [paragraph(t) for t in "abc"]
    + ["<w:p/>", '<w:p w:rsidR="1"/>', "<w:p></w:p>", "<w:p w:rsidR='2'><w:pPr/></w:p>"]
    + [
        CELL.format(paragraph("a"), "<w:p/>"),
        CELL.format('<w:p w:rsidR="1"/>', paragraph("b")),
        CELL.format("<w:p/>" + paragraph("a"), paragraph("c")),
    ]
    + [BOX.format(paragraph("a"), ""), BOX.format('<w:p w:rsidR="1"/>', run("b")), BOX.format(paragraph("a") + paragraph("b"), run("c"))]
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(BLOCKS, max_size=12), st.randoms(use_true_random=False))
def test_the_verdict_on_the_excerpt_is_the_verdict_on_the_whole(blocks: list[str], chance: random.Random) -> None:
    other = list(blocks)
    for _ in range(chance.randrange(3)):
        if other:
            other[chance.randrange(len(other))] = paragraph(chance.choice("abcd"))
    old, new = story(*blocks), story(*other)
    short = [etree.fromstring(xml) for xml in excerpt(old, new)]
    whole = [etree.fromstring(xml) for xml in (old, new)]
    if any(True for _ in unequal(*whole)):
        assert any(True for _ in unequal(*short))
    else:
        assert not list(unequal(*short))
