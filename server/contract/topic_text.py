"""A contract as the topic model reads it: sentences, words as numbers, and the heading each paragraph stands under.

Training and run time read text through this one module, so that both see the same words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from server.contract.sentences import split_sentences

Ints = NDArray[np.integer[Any]]
WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[$£€%]")
CURLY = {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u2011": "-"}
STRAIGHT = str.maketrans({**CURLY, "\u00ad": None})
NUMBERING = re.compile(r"^(?:article|section|clause|part)?\s*[\dIVXivx]*[.)\d]*\s*")
UNKNOWN = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """tokens: word numbers (0 unknown) over the whole contract; sentence: the sentence each token stands in.

    owner, start, end: of each sentence, its paragraph (position in the sequence) and its place there (code points, half-open).
    heading: of each paragraph, the position of the paragraph that is its heading, -1 for none. size: paragraphs.
    """

    tokens: Ints
    sentence: Ints
    owner: Ints
    start: Ints
    end: Ints
    heading: Ints
    size: int


def words_of(text: str) -> list[str]:
    """The words of a text, folded: lower case, straight quotes, every number as "0"."""
    plain = text if text.isascii() else text.translate(STRAIGHT)
    return ["0" if word.isdigit() else word for word in WORD.findall(plain.lower())]


def looks_like_heading(text: str) -> bool:
    """Whether a paragraph's text alone looks like a heading: short, no full stop, capitals where a title has them."""
    body = NUMBERING.sub("", text.strip(), count=1).rstrip(":. ")
    words = body.split()
    if not words or len(words) > 9 or len(body) > 80 or text.rstrip().endswith((";", ",")):
        return False
    large = [word for word in words if len(word) > 3]
    return body.isupper() or (body[0].isupper() and all(word[0].isupper() for word in large))


def headings_of(texts: Sequence[str]) -> Ints:
    """For each paragraph the nearest heading above it, -1 where there is none."""
    heading = np.full(len(texts), -1, dtype=np.int64)
    latest = -1
    for at, text in enumerate(texts):
        heading[at] = latest
        if looks_like_heading(text):
            latest = at
    return heading


def read_texts(texts: Sequence[str], vocabulary: Mapping[str, int]) -> Reading:
    """The reading of a contract's paragraphs; words outside the vocabulary are 0."""
    words: list[str] = []
    lengths: list[int] = []
    places: list[tuple[int, int, int]] = []
    for paragraph, text in enumerate(texts):
        for start, end in split_sentences(text):
            found = words_of(text[start:end])
            words += found
            lengths.append(len(found))
            places.append((paragraph, start, end))
    table = np.array(places, dtype=np.int64).reshape(-1, 3)
    return Reading(
        np.fromiter((vocabulary.get(word, UNKNOWN) for word in words), dtype=np.int64, count=len(words)),
        np.repeat(np.arange(len(places)), np.array(lengths, dtype=np.int64)),
        table[:, 0],
        table[:, 1],
        table[:, 2],
        headings_of(texts),
        len(texts),
    )
