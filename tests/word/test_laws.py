"""The laws of the word room, held against random documents and random edits.

HYPOTHESIS_PROFILE=thorough pytest tests/word/test_laws.py tries 10,000 of each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hypothesis import given
from lxml import etree

from server.redline import Plan, intended_texts, plan
from server.word import prove, read_paragraphs, signed, write_redline
from server.word.canon import canonical
from server.word.ooxml import AUTHOR, DATE, INS, Element, w
from server.word.package import WordFile, open_docx
from server.word.resolve import accept, reject
from server.word.revision_names import REVISIONS, WRAPPERS
from server.word.revisions import Written
from server.word.story import read_blocks
from server.word.text import TextMap, _Walker, map_text, read_text, shown, written
from tests.marking import ME
from tests.strategies import LAWS, Case, cases, documents

REASONS = {"overlaps", "unchanged", "anchor_lost", "field_result", "locked_control", "unsupported"}
OURS = signed(ME)


# ---------------------------------------------------------------- the text model
@LAWS
@given(documents())
def test_the_text_map_holds_every_character_once_and_in_order(data: bytes) -> None:
    for block in read_blocks(open_docx(data), {}):
        mapped = map_text(block)
        assert "".join(piece.text for piece in mapped.pieces) == mapped.text
        at = 0
        for piece in mapped.pieces:
            assert piece.start == at
            assert piece.text
            at = piece.end
        assert at == len(mapped.text)
        nodes = [piece.node for piece in mapped.pieces]
        assert len(nodes) == len(set(nodes))
        assert all(0 <= field.start <= field.end <= len(mapped.text) for field in mapped.fields)


@LAWS
@given(documents())
def test_the_short_way_through_a_plain_paragraph_reads_what_the_long_way_reads(data: bytes) -> None:
    for block in read_blocks(open_docx(data), {}):
        if block.is_plain:
            assert map_text(block) == _the_long_way(block.lock, block.elements)
        found, (text, pieces, fields) = map_text(block), read_text(block)
        assert (text, tuple(pieces), fields) == (found.text, found.pieces, found.fields)


def _the_long_way(lock: str, paragraphs: list[Element]) -> TextMap:
    walker = _Walker(lock, ())
    for paragraph in paragraphs:
        walker.walk(paragraph, "")
    walker.close()
    assert walker.fields == []
    assert walker.stack == []
    return TextMap("".join(piece.text for piece in walker.pieces), tuple(walker.pieces), (), False, False)


# ---------------------------------------------------------------- the redline
@LAWS
@given(cases())
def test_a_redline_obeys_the_laws(case: Case) -> None:
    file = open_docx(case.data)
    planned = plan([p for p in case.proposals if p.finding not in case.lost], [p.finding for p in case.proposals])
    edits = (*planned.edits, *(edit for p in case.proposals if p.finding in case.lost for edit in p.edits))
    written = write_redline(file, edits, planned.insertions, ME, True)
    every_finding_is_applied_or_skipped_for_a_known_reason(case, planned, written)
    what_is_skipped_leaves_nothing(file, written)
    intended = intended_texts(
        case.paragraphs,
        [e for e in edits if e.id in written.applied],
        [i for i in planned.insertions if i.id in written.applied],
        written.emptied,
    )
    proof = prove(file, written.data, OURS, intended, [p.text for p in case.paragraphs])
    assert proof.holds, proof.differences
    marked = open_docx(written.data)
    rejecting_ours_restores_the_document(file, marked)
    accepting_ours_gives_the_intended_texts(marked, intended)
    every_word_keeps_the_marks_of_others(file, marked)
    ids_are_unique(file, marked)
    assert write_redline(file, edits, planned.insertions, ME, True) == written


def every_finding_is_applied_or_skipped_for_a_known_reason(case: Case, planned: Plan, written: Written) -> None:
    shared = {finding for finding, _ in planned.shared}
    skipped = {skip.finding: skip.reason for skip in (*planned.skipped, *written.skipped)}
    assert set(written.applied) | shared | set(skipped) == {p.finding for p in case.proposals}
    assert not set(written.applied) & set(skipped)
    assert set(skipped.values()) <= REASONS
    assert all(skipped[name] == "anchor_lost" for name in case.lost)
    assert case.lost or "anchor_lost" not in skipped.values()


def what_is_skipped_leaves_nothing(file: WordFile, written: Written) -> None:
    if not written.applied:
        marked = open_docx(written.data)
        assert not any(OURS(mark) for part in _stories(marked) for mark in marked.tree(part).iter(*REVISIONS))
        assert [p.text for p in read_paragraphs(marked)] == [p.text for p in read_paragraphs(file)]


def rejecting_ours_restores_the_document(file: WordFile, marked: WordFile) -> None:
    for part in _stories(file):
        root = marked.tree(part)
        _strip_comments_of_ours(file, marked, root)
        reject(root, OURS)
        assert canonical(root) == canonical(file.tree(part))


def accepting_ours_gives_the_intended_texts(marked: WordFile, intended: tuple[str, ...]) -> None:
    changed = {}
    for part in _stories(marked):
        root = marked.tree(part)
        accept(root, OURS)
        assert not any(OURS(mark) for mark in root.iter(*REVISIONS))
        changed[part] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    accepted = open_docx(marked.saved(changed))
    assert tuple(p.text for p in read_paragraphs(accepted)) == intended


def every_word_keeps_the_marks_of_others(file: WordFile, marked: WordFile) -> None:
    """Of every other author's mark of every kind the same words are left, in the same order; and as many marks without words."""
    for part in _stories(file):
        assert _words_under_marks(marked.tree(part)) == _words_under_marks(file.tree(part))
        assert _marks_without_words(marked.tree(part)) == _marks_without_words(file.tree(part))


def ids_are_unique(file: WordFile, marked: WordFile) -> None:
    before = Counter(mark.get(w("id")) for part in _stories(file) for mark in file.tree(part).iter(*REVISIONS))
    after = Counter(mark.get(w("id")) for part in _stories(marked) for mark in marked.tree(part).iter(*REVISIONS))
    assert all(count == 1 or count <= before[number] for number, count in after.items())


# ---------------------------------------------------------------- reading the marks
def _stories(file: WordFile) -> Iterator[str]:
    return (part for part in file.parts if part.startswith(("word/document", "word/header", "word/footnotes")))


def _words_under_marks(root: Element) -> dict[tuple[str, ...], str]:
    """Our own words left out: inside a link that another author inserted they stand under both marks."""
    words: dict[tuple[str, ...], str] = {}
    for node in root.iter(w("t"), w("delText"), w("tab"), w("br"), w("noBreakHyphen")):
        above = list(node.iterancestors(*WRAPPERS))
        if any(mark.tag == INS and OURS(mark) for mark in above):
            continue
        for key in {(str(mark.tag), mark.get(AUTHOR, ""), mark.get(DATE, "")) for mark in above if not OURS(mark)}:
            words[key] = words.get(key, "") + (shown(node) or written(node))
    return words


def _marks_without_words(root: Element) -> Counter[tuple[str, ...]]:
    """Marks of paragraphs and rows, and of looks; a look's mark is copied where its run is cut."""
    return Counter(
        (str(mark.tag), mark.get(AUTHOR, ""), str(above.tag))
        for mark in root.iter(*REVISIONS)
        if not OURS(mark) and (above := mark.getparent()) is not None and mark.tag != w("rPrChange") and not len(mark)
    )


def _strip_comments_of_ours(file: WordFile, marked: WordFile, root: Element) -> None:
    old = _comment_ids(file)
    new = _comment_ids(marked) - old
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for anchor in list(root.iter(w(name))):
            if anchor.get(w("id")) in new:
                gone = anchor if name != "commentReference" else anchor.getparent()
                assert gone is not None and gone.getparent() is not None
                above = gone.getparent()
                assert above is not None
                above.remove(gone)


def _comment_ids(file: WordFile) -> set[str | None]:
    part = file.part_of("comments")
    return {comment.get(w("id")) for comment in file.tree(part).iter(w("comment"))} if part else set()
