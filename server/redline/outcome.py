"""What a paragraph reads after its edits: the text that is shown, and that the proof holds the document to."""

from __future__ import annotations

from collections.abc import Iterable

from server.errors import AnchorLost, EditConflict
from server.model import Edit


def apply(text: str, edits: Iterable[Edit]) -> str:
    """One paragraph's new text. edits: its own, in any order, apart from each other.

    Raises AnchorLost where `old` does not stand at its span, EditConflict where two edits overlap.
    """
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        if edit.span.start < at:
            raise EditConflict("Two changes overlap.", "Choose one of them.")
        if edit.span.end > len(text) or text[edit.span.start : edit.span.end] != edit.old:
            raise AnchorLost("The words to change are not where they were.", "Review the document again.")
        pieces += (text[at : edit.span.start], edit.new)
        at = edit.span.end
    return "".join(pieces) + text[at:]
