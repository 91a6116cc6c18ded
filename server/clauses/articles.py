""" "a" or "an", by how the word after it sounds."""

from __future__ import annotations

import re

_ARTICLE = re.compile(r"\b([Aa])n?(\s)$")
_VOWEL = re.compile(
    r"(?:[AEIO](?=[A-Z]{1,3}s?\b)"
    r"|[FHLMNRSX](?=(?:[A-Z]{1,2}|[B-DF-HJ-NP-TV-Z]{3})s?\b)"  # letters that are spelled out: "an NDA", "an SOW"
    r"|8|1[18]\b|(?i:hour|honest|honou?r|heir)"
    r"|(?!(?i:uni(?!n|m)|us[eua]|uti|eu|one\b|one-|once\b|ubi)|UK\b|US\b|USD\b)[AEIOUaeiou])"
)


def sounded(text: str, word: str) -> str:
    """The text with the article it ends in made to fit the word that comes next: "an NDA", "a unit", "an 8-day"; else as it is."""
    found = _ARTICLE.search(text)
    if found is None or not re.match(r"\w", word):
        return text
    return text[: found.start()] + found[1] + ("n" if _VOWEL.match(word) else "") + found[2]
