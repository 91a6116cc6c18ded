"""What the document is to read once our changes are accepted, paragraph by paragraph: the text that the proof holds it to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from server.model import Edit, Insertion, Paragraph
from server.redline.outcome import apply


def intended_texts(
    paragraphs: Sequence[Paragraph], edits: Sequence[Edit], insertions: Sequence[Insertion], emptied: Collection[int]
) -> tuple[str, ...]:
    """The text of every paragraph afterwards, in document order.

    A paragraph struck whole is gone, unless it is one of `emptied`: those whose mark had to stay. Annexes follow the last paragraph's
    other insertions, with an empty paragraph at their end.
    """
    own: dict[int, list[Edit]] = defaultdict(list)
    for edit in edits:
        own[edit.span.paragraph].append(edit)
    new: dict[int, list[str]] = defaultdict(list)
    for insertion in insertions:
        new[insertion.after] += [p.text for p in insertion.paragraphs]
    annexed: dict[int, list[str]] = defaultdict(list)
    for insertion in insertions:
        if insertion.annex is not None:
            annexed[insertion.after] += insertion.annex.texts
    after: list[str] = []
    for paragraph in paragraphs:
        mine = own.get(paragraph.index, ())
        struck = any(not e.new and e.old == paragraph.text for e in mine)
        if not struck or paragraph.index in emptied:
            after.append(apply(paragraph.text, mine) if mine else paragraph.text)
        after += new.get(paragraph.index, ())
        if paragraph.index in annexed:
            after += (*annexed[paragraph.index], "")
    return tuple(after)
