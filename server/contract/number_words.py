"""Numbers written in words."""

from __future__ import annotations

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
VALUES = {word: number for number, word in enumerate(_ONES.split())} | {
    "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100, "twenty-one": 21, "twenty-four": 24, "thirty-six": 36, "forty-eight": 48, "seventy-two": 72, "a": 1, "an": 1,
    "one hundred": 100, "one hundred twenty": 120, "one hundred and twenty": 120, "one hundred eighty": 180, "one hundred and eighty": 180,
}  # fmt: skip
WORDS = "|".join(sorted((word.replace("-", "[- ]") for word in VALUES if len(word) > 2), key=len, reverse=True))
"""A pattern of the words, longest first; a hyphen may be a space."""


def value_of(words: str) -> int:
    """The number that the words mean ("forty-five"), 0 for words that are none."""
    low = words.lower()
    return VALUES.get(low.replace(" ", "-"), VALUES.get(low.replace("-", " "), 0))
