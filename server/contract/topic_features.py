"""Words, word pairs and pairs with a gap, as numbered features with weights: the topic model's view of a text.

A feature's key is one integer: kind, first word, second word. Kinds: a single word, neighbours, words with one or two
words between them, a word of the heading above, a word of the paragraphs before and after.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from server.contract.topic_text import Ints, Reading

Floats = NDArray[np.floating[Any]]
SINGLE, PAIR, GAP, HEADING, NEAR = range(5)
WIDTH = 1 << 16
HEADING_WEIGHT, NEAR_WEIGHT = 0.5, 0.3
GROUP = np.array([0, 0, 0, 1, 2])


def _keys(kind: int, first: Ints, second: Ints | int = 0) -> Ints:
    return (kind * WIDTH + first) * WIDTH + second


def sentence_features(reading: Reading) -> tuple[Ints, Ints]:
    """(sentence, key) of each word and pair; pairs do not cross a sentence's end, nor hold an unknown word."""
    tokens, sentence = reading.tokens, reading.sentence
    rows, keys = [sentence[tokens > 0]], [_keys(SINGLE, tokens[tokens > 0])]
    for kind, step in ((PAIR, 1), (GAP, 2), (GAP, 3)):
        first, second = tokens[:-step], tokens[step:]
        fits = (first > 0) & (second > 0) & (sentence[:-step] == sentence[step:])
        rows.append(sentence[:-step][fits])
        keys.append(_keys(kind, first[fits], second[fits]))
    return np.concatenate(rows), np.concatenate(keys)


def context_features(reading: Reading) -> tuple[Ints, Ints]:
    """(row, key) pairs with one row a paragraph: its neighbours' words and its heading's."""
    known = reading.tokens > 0
    at, tokens = reading.owner[reading.sentence][known], reading.tokens[known]
    rows, keys = [], []
    for step in (-1, 1):
        near = at + step
        fits = (near >= 0) & (near < reading.size)
        rows.append(near[fits])
        keys.append(_keys(NEAR, tokens[fits]))
    starts = np.searchsorted(at, np.arange(reading.size + 1))
    for paragraph, heading in enumerate(reading.heading.tolist()):
        if heading >= 0:
            words = tokens[starts[heading] : starts[heading + 1]]
            rows.append(np.full(words.size, paragraph, dtype=np.int64))
            keys.append(_keys(HEADING, words))
    return np.concatenate(rows), np.concatenate(keys)


def join_pairs(own: tuple[Ints, Ints], context: tuple[Ints, Ints], reading: Reading) -> tuple[Ints, Ints]:
    """A paragraph's pairs: those of its sentences, and its context's."""
    return np.concatenate([reading.owner[own[0]], context[0]]), np.concatenate([own[1], context[1]])


def paragraph_features(reading: Reading) -> tuple[Ints, Ints]:
    """(row, key) pairs with one row a paragraph: its own features, its heading's words, its neighbours' words."""
    return join_pairs(sentence_features(reading), context_features(reading), reading)


def find_columns(table: Ints, rows: Ints, keys: Ints) -> tuple[Ints, Ints]:
    """(rows, feature numbers) of the keys that the sorted table holds."""
    at = np.minimum(np.searchsorted(table, keys), table.size - 1)
    held = table[at] == keys
    return rows[held], at[held]


def weigh(rows: Ints, columns: Ints, kinds: Ints, idf: Floats) -> tuple[Ints, Ints, Floats]:
    """(row, column, weight), each pair once, sorted: (1 + log count) * idf, each group of kinds of a row scaled to its length.

    columns: feature numbers; kinds, idf: by feature number.
    """
    size = max(int(idf.size), 1)
    pairs, counts = np.unique(rows * size + columns, return_counts=True)
    row, column = pairs // size, pairs % size
    weight = ((1.0 + np.log(counts)) * idf[column]).astype(np.float32)
    group = GROUP[kinds[column]]
    cell = row * 3 + group
    length = np.sqrt(np.bincount(cell, weights=weight.astype(np.float64) ** 2))
    scale = np.array([1.0, HEADING_WEIGHT, NEAR_WEIGHT])[group] / np.maximum(length[cell], 1e-9)
    return row, column, (weight * scale).astype(np.float32)
