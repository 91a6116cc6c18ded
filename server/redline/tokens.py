"""Words as a redline sees them: what is marked is marked from word boundary to word boundary."""

from __future__ import annotations

import re

# A letter or digit, with what hangs on it unseen: combining accents, soft hyphens, joiners.
_SIGN = r"(?:[^\W_]|[\u0300-\u036f\u00ad\u200c\u200d])"
# Inner apostrophes, hyphens, slashes; inner points and commas of numbers and abbreviations (1,000.50; 8.2; e.g).
_INNER = r"(?:['\u2019\-\u2010\u2011/&@]|(?<=\d)[.,](?=\d)|(?<=\b[^\W\d_])\.(?=[^\W\d_]\b))"
# Scripts without spaces between words: character by character.
_IDEOGRAPH = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_TOKEN = re.compile(rf"{_IDEOGRAPH}|[$\u00a3\u20ac\u00a5\u00a7#]?{_SIGN}+(?:{_INNER}{_SIGN}+)*%?|_+| +|.", re.DOTALL)
CLOSING = "\"')]\u201d\u2019"
_SENTENCE_END = re.compile(rf"[.;:!?][{re.escape(CLOSING)}]*$")


def split_tokens(text: str) -> list[str]:
    """Words, runs of spaces, and every other character (tab, break, no-break space, sign) by itself; joined they are the text."""
    return _TOKEN.findall(text)


def split_words(text: str) -> list[str]:
    """The same, but each word or sign together with the spaces before it, so that spaces alone are never found in common."""
    words: list[str] = []
    for token in split_tokens(text):
        if words and words[-1].strip(" ") == "" and not token.isspace():
            words[-1] += token
        else:
            words.append(token)
    return words


def split_sentences(text: str) -> list[str]:
    """Words joined up to the end of each sentence or half-sentence."""
    sentences: list[str] = []
    ended = False
    for word in split_words(text):
        if not sentences or (ended and word not in CLOSING):
            sentences.append(word)
        else:
            sentences[-1] += word
        ended = ends_sentence(sentences[-1])
    return sentences


def is_word(token: str) -> bool:
    """Whether it holds a letter or digit."""
    return any(char.isalnum() for char in token)


def opening_edge(before: str, after: str) -> int:
    """How well a mark may begin between two stretches of text: best at a line's start, then a sentence's, then a word's."""
    if not before or before[-1] in "\t\n":
        return 5
    if before[-1] == " ":
        return 4 if ends_sentence(before) else 3
    return 2 if after[:1] in (" ", ",", "") else 0


def closing_edge(before: str, after: str) -> int:
    """How well a mark may end there: best at a line's end or before punctuation, where a phrase ends."""
    if not after or after[0] in "\t\n.,;:!?)":
        return 5
    if before[-1:] == " ":
        return 4 if ends_sentence(before) else 3
    return 2 if after[0] == " " else 0


def ends_sentence(text: str) -> bool:
    """Whether it ends with a sentence or half-sentence, spaces aside."""
    return _SENTENCE_END.search(text[-12:].rstrip(" ")) is not None
