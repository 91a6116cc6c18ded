"""Recitals: which numbered line after them is one more recital, and which the first provision."""

from __future__ import annotations

import re
from dataclasses import replace

from server.contract.nesting import Entry
from server.contract.zones import is_operative, is_whereas
from server.model import Paragraph

_COUNTED = ("decimal", "article", "part", "ROMAN.", "number)")
_DUTY = re.compile(r"\b(?:shall|will|must|agrees? to|hereby|means|may not)\b")


class Recitals:
    """The recitals that are open, if any, while the paragraphs go by."""

    def __init__(self) -> None:
        self.opened = False
        self._labelled = False
        self._prose = False
        self._items: list[Entry] = []

    def read(self, p: Paragraph, entry: Entry | None) -> Entry | None:
        """The paragraph's entry as the recitals leave it; "NOW, THEREFORE" and the first provision end them."""
        starts = entry is not None and entry.kind == "recitals"
        if starts or (is_whereas(p.text) and not self.opened):
            self._open(entry)
            return replace(entry, kind="recitals") if entry else Entry(p.index, None, None, "recitals")
        if not self.opened:
            return entry
        if is_operative(p.text):
            self.opened = False
            return replace(entry, leaves=True) if entry else Entry(p.index, None, None, "operative", leaves=True)
        if entry is None:
            self._prose = self._prose or bool(p.text.strip())
            return None
        if self._labelled or entry.label is None or self._ends(p, entry):
            self.opened = False
            return replace(entry, leaves=not self._labelled)
        self._items.append(entry)
        return entry

    def _open(self, entry: Entry | None) -> None:
        self.opened, self._prose, self._items = True, entry is None or entry.heading is None, []
        self._labelled = entry is not None and entry.label is not None

    def _ends(self, p: Paragraph, entry: Entry) -> bool:
        """Numbers that start again, that follow letters or unnumbered recitals, or that carry headings and duties are provisions."""
        label = entry.label
        if label is None or label.shape not in _COUNTED or is_whereas(p.text[label.end :]):
            return False
        if not self._items:
            return self._prose or entry.heading is not None or bool(_DUTY.search(p.text))
        return label.numbers[-1] == 1 or (entry.heading is not None and self._items[-1].heading is None)
