"""Writes edits and insertions as tracked changes, by word, and says what it could not place (ECMA-376-1 17.13.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from server.model import Change, Edit, Insertion, Note, Signature, Skip, Span
from server.word.annexes import append_annexes
from server.word.comments import Remark, write_comments
from server.word.looks import Design, read_design
from server.word.marks import Pen, highest_id
from server.word.ooxml import DEL, R_PR, Element
from server.word.package import WordFile
from server.word.paragraphs import delete_mark, insert_paragraphs
from server.word.parts import serialised
from server.word.places import find_place, outermost
from server.word.refusals import find_refusals, steps
from server.word.runs import copied_look, delete_text, in_link, isolate, look_key, new_run
from server.word.story import read_blocks
from server.word.text import Piece, TextMap, map_text, overlapping


@dataclass(frozen=True, slots=True)
class Written:
    """A marked document. applied and skipped: finding ids; a finding is written whole or not at all.

    emptied: paragraphs struck whole whose mark had to stay, so that an empty paragraph is left.
    """

    data: bytes
    applied: tuple[str, ...]
    skipped: tuple[Skip, ...]
    notes: tuple[Note, ...]
    emptied: tuple[int, ...] = ()


def write_redline(
    file: WordFile, edits: Sequence[Edit], insertions: Sequence[Insertion], signature: Signature, with_comments: bool = True
) -> Written:
    """The document with the edits and insertions as tracked changes by `signature`, nothing else touched.

    Edits carry their word diff in `changes` (without one, `old` is struck and `new` put in its place) and don't overlap.
    A finding that can't be placed is skipped, with a reason code; where it fails for a field or a locked control it
    leaves its comment on the words instead. Raises EditError for text that no document can hold.
    """
    writer = _Writer(file, signature)
    skipped = find_refusals(writer.blocks, writer.map, edits, insertions)
    for paragraph in (p for i in insertions for p in i.paragraphs if p.like < len(writer.blocks)):
        writer.map(paragraph.like)  # before anything is written: what a neighbour looks like does not change
    refused = {skip.finding for skip in skipped}
    annexes = [i for i in insertions if i.annex is not None and i.id not in refused]
    design = writer.design(annexes)
    placed = [e for e in edits if e.id not in refused]
    for index in sorted({e.span.paragraph for e in placed}, reverse=True):
        writer.write(index, [e for e in placed if e.span.paragraph == index])
    writer.append(annexes, design)
    for insertion in reversed(insertions):
        if insertion.id not in refused and insertion.paragraphs:
            writer.insert(insertion)
    comments = writer.comment([*edits, *insertions]) if with_comments else {}
    asked = [edit.id for edit in edits] + [insertion.id for insertion in insertions]
    applied = tuple(dict.fromkeys(finding for finding in asked if finding not in refused))
    notes = tuple(
        Note("warning", f"Not marked: {skip.message}.", next((e.span for e in edits if e.id == skip.finding), None)) for skip in skipped
    )
    return Written(file.saved({**writer.parts(), **writer.beside, **comments}), applied, skipped, notes, tuple(writer.emptied))


class _Writer:
    """The document being marked: its blocks, and what has been put where."""

    def __init__(self, file: WordFile, signature: Signature) -> None:
        self.file = file
        self.trees: dict[str, Element] = {}
        self.blocks = read_blocks(file, self.trees)
        self.pen = Pen(signature, highest_id(file, self.trees) + 1)
        self.touched: set[str] = set()
        self.made: dict[Edit | Insertion, list[Element]] = {}
        self.emptied: list[int] = []
        self.maps: dict[int, TextMap] = {}
        self.beside: dict[str, bytes] = {}

    def map(self, index: int) -> TextMap:
        if index not in self.maps:
            self.maps[index] = map_text(self.blocks[index])
        return self.maps[index]

    # ------------------------------------------------------------ writing
    def write(self, index: int, edits: Sequence[Edit]) -> None:
        """Writes one paragraph's edits, last to first, into the paragraph and its twin in a text box's fallback."""
        block, mapped = self.blocks[index], self.map(index)
        self.touched.add(block.part)
        twin = map_text(block, block.twins) if block.twins else None
        for edit in sorted(edits, key=lambda e: (e.span.start, e.span.end), reverse=True):
            self.made[edit] = self._write_edit(mapped, edit, block.elements)
            if twin is not None and twin.text == mapped.text:
                self._write_edit(twin, edit, block.twins)
            if not edit.new and edit.old == mapped.text:
                gone = [delete_mark(elements[-1], self.pen) for elements in (block.elements, block.twins) if elements]
                if not gone[0]:
                    self.emptied.append(index)

    def _write_edit(self, mapped: TextMap, edit: Edit, elements: list[Element]) -> list[Element]:
        made: list[Element] = []
        changes = [c for c in steps(edit) if c.kind != "keep"]
        while changes:
            change = changes.pop()
            if change.kind == "delete":
                made = [*self._strike(mapped, change.span)[0], *made]
                continue
            struck = changes[-1] if changes and changes[-1].kind == "delete" and changes[-1].span.end == change.span.start else None
            if struck is not None:
                changes.pop()
                made = [*self._replace(mapped, struck.span, change.text), *made]
            else:
                made = [self._insert_words(mapped, change, elements), *made]
        return made

    def _strike(self, mapped: TextMap, span: Span) -> tuple[list[Element], list[tuple[Piece, Element]]]:
        """Marks the words of a span as deleted; returns the w:del made and each piece's run."""
        runs: list[tuple[Piece, Element]] = []
        for piece in reversed(list(overlapping(mapped.pieces, span.start, span.end))):
            run = isolate(piece, span.start, span.end, self.pen.renumber)
            delete_text(run)
            runs.append((piece, run))
        runs.reverse()
        return self.pen.delete(run for _, run in runs), runs

    def _replace(self, mapped: TextMap, span: Span, text: str) -> list[Element]:
        """Strikes a span and puts `text` beside it, in the look that most of the struck characters have."""
        marks, runs = self._strike(mapped, span)
        plain = [(p, r) for p, r in runs if not in_link(p)] or runs
        sizes: dict[bytes, int] = {}
        for piece, _ in plain:
            shared = piece.text[max(span.start - piece.start, 0) : span.end - piece.start]
            sizes[look_key(piece)] = sizes.get(look_key(piece), 0) + len(shared.strip())
        best = max(sizes, key=lambda k: sizes[k])
        run = [r for p, r in plain if look_key(p) == best][-1]
        mark = next(a for a in run.iterancestors() if a.tag == DEL)
        new = self.pen.insert(new_run(text, copied_look(run.find(R_PR))))
        self.pen.put_after(mark, new)
        marks.insert(marks.index(mark) + 1, new)
        return marks

    def _insert_words(self, mapped: TextMap, change: Change, elements: list[Element]) -> Element:
        place = find_place(mapped, change.span.start, elements)
        if isinstance(place, str):
            raise AssertionError("a place that was there when checked is gone")
        new = self.pen.insert(new_run(change.text, place.look))
        self.pen.put(new, place.side, place.anchor(self.pen.renumber))
        return new

    def insert(self, insertion: Insertion) -> None:
        """Writes new paragraphs after their neighbour."""
        after = self.blocks[insertion.after]
        likes = [(self.blocks[p.like], self.map(p.like)) for p in insertion.paragraphs]
        made = insert_paragraphs(after, insertion.paragraphs, likes, self.pen)
        self.touched.add(after.part)
        self.made[insertion] = made

    def design(self, annexes: Sequence[Insertion]) -> Design:
        """What annexes are to look like, read before anything is written."""
        first = annexes[0].annex if annexes else None
        return read_design(self.file, self.blocks, first.samples) if first else Design()

    def append(self, annexes: Sequence[Insertion], design: Design) -> None:
        """Writes annexes after the last paragraph of the body, with what they need in the package."""
        if not annexes:
            return
        last = self.blocks[annexes[0].after]
        made = append_annexes(self.file, last.last, [i.annex for i in annexes if i.annex], design, self.pen)
        self.touched.add(last.part)
        self.made |= dict(zip(annexes, made.titles, strict=True))
        self.beside = dict(made.parts)

    def comment(self, items: Sequence[Edit | Insertion]) -> Mapping[str, bytes]:
        """Puts a finding's comment on its change; on the words themselves where the change was refused. Returns the parts changed."""
        remarks: dict[str, Remark] = {}
        parts: dict[str, str] = {}
        for item in items:
            anchors = self.made.get(item) or (self._words(item) if isinstance(item, Edit) else ())
            if item.comment and anchors and item.id not in remarks:
                remarks[item.id] = Remark(item.id, item.comment, tuple(anchors))
                parts[item.id] = self.blocks[_paragraph(item)].part
        file = replace(self.file, parts={**self.file.parts, **self.beside})
        written = write_comments(file, tuple(remarks.values()), self.pen)
        self.touched |= {parts[finding] for finding in written.placed}
        return written.parts

    def _words(self, edit: Edit) -> Sequence[Element]:
        """The outermost elements in the paragraph that hold an edit's words; none where the words are not there."""
        if not 0 <= edit.span.paragraph < len(self.blocks):
            return ()
        mapped = self.map(edit.span.paragraph)
        if mapped.text[edit.span.start : edit.span.end] != edit.old:
            return ()
        return [outermost(piece) for piece in overlapping(mapped.pieces, edit.span.start, edit.span.end)]

    def parts(self) -> Mapping[str, bytes]:
        return {part: serialised(self.trees[part]) for part in self.trees if part in self.touched}


def _paragraph(item: Edit | Insertion) -> int:
    return item.span.paragraph if isinstance(item, Edit) else item.after
