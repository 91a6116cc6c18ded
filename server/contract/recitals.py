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
        whereas = is_whereas(p.text) and not (entry and entry.heading and entry.heading.whole)
        starts = whereas or (entry is not None and entry.kind == "recitals")
        if starts and not (whereas and self.opened):
            return self._open(p, entry, whereas)
        if whereas:
            return entry if entry and entry.label else None
        return self._go_on(p, entry) if self.opened else entry

    def _go_on(self, p: Paragraph, entry: Entry | None) -> Entry | None:
        if is_operative(p.text):
            self.opened = False
            titled = entry is not None and entry.heading is not None and entry.heading.whole
            return replace(entry, leaves=True) if entry and titled else Entry(p.index, None, None, "operative", leaves=True)
        if entry is None:
            self._prose = self._prose or bool(p.text.strip())
            return None
        if self._labelled or entry.label is None or self._ends(p, entry):
            self.opened = False
            return replace(entry, leaves=not self._labelled)
        self._items.append(entry)
        return entry

    def _open(self, p: Paragraph, entry: Entry | None, whereas: bool) -> Entry:
        self.opened, self._prose, self._items = True, whereas, []
        self._labelled = entry is not None and entry.label is not None
        heading = entry.heading if entry and not whereas else None
        return replace(entry, kind="recitals", heading=heading) if entry else Entry(p.index, None, None, "recitals")

    def _ends(self, p: Paragraph, entry: Entry) -> bool:
        """Numbers that start again, that follow letters or unnumbered recitals, or that carry headings and duties are provisions."""
        label = entry.label
        if label is None or label.shape not in _COUNTED or is_whereas(p.text[label.end :]):
            return False
        if not self._items:
            return self._prose or entry.heading is not None or bool(_DUTY.search(p.text))
        return label.numbers[-1] == 1 or (entry.heading is not None and self._items[-1].heading is None)
