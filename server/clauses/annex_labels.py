"""What the contract calls its annexes, and the next free one: "Schedule 3", "Exhibit B"."""

from __future__ import annotations

import re
from collections import Counter

from server.clauses.jurisdictions import fits
from server.clauses.labels import next_label
from server.model import Contract

_NAMED = re.compile(
    r"\b(schedule|exhibit|annex|annexure|appendix|attachment)\s+(\d{1,2}|[A-Z]|[IVX]{2,4})\b(?!\s+(?:of|to)\s+the\b)", re.IGNORECASE
)
_ROMAN = {"I": 1, "V": 5, "X": 10}


class AnnexLabels:
    """Gives out the labels of new annexes, each once, in the order asked; the same annex always gets the same."""

    def __init__(self, contract: Contract) -> None:
        found = [
            (word.title(), token)
            for p in contract.paragraphs
            for word, token in _NAMED.findall(p.text)
            if token.isupper() or token.isdigit()
        ]
        counts = Counter(word for word, _ in found)
        self._word = max(counts, key=lambda word: counts[word]) if counts else _usual_word(contract)
        tokens = {token for word, token in found if word == self._word}
        self._last = max(tokens, key=lambda token: _rank(token, tokens)) if tokens else ""
        self._position = _rank(self._last, tokens) if tokens else 0
        self._given: dict[str, str] = {}

    def label(self, name: str) -> str:
        """The label of the annex with this name."""
        if name not in self._given:
            first = "A" if self._word == "Exhibit" else "1"
            self._last = next_label(self._last, self._position) if self._last else first
            self._position += 1
            self._given[name] = f"{self._word} {self._last}"
        return self._given[name]


def _usual_word(contract: Contract) -> str:
    """What lawyers there call it where the contract has none."""
    if fits("European Union", contract):
        return "Annex"
    return "Schedule" if contract.style.spelling == "uk" else "Exhibit"


def _rank(token: str, row: set[str]) -> int:
    """Its place in the row: of a number, of a Roman numeral where the row has one of several letters, of a letter."""
    if token.isdigit():
        return int(token)
    if len(token) > 1 or (any(len(one) > 1 and not one.isdigit() for one in row) and token in _ROMAN):
        values = [_ROMAN[letter] for letter in token]
        return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
    return ord(token) - ord("A") + 1
