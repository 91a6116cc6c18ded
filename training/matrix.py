"""From readings to sparse matrices: which features are kept, and a row for every paragraph and sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from server.contract.topic_features import WIDTH, Floats, find_columns, paragraph_features, sentence_features, weigh
from server.contract.topic_text import Ints, Reading

KEPT_FROM = 8
Pairs = Callable[[Reading], tuple[Ints, Ints]]


@dataclass(frozen=True, slots=True)
class Table:
    """The features kept: sorted keys, and how telling each is among paragraphs and among sentences."""

    keys: Ints
    paragraph_idf: Floats
    sentence_idf: Floats


def _idf(table: Ints, readings: list[Reading], pairs: Pairs, total: int) -> Floats:
    seen = np.zeros(table.size)
    for reading in readings:
        rows, columns = find_columns(table, *pairs(reading))
        seen += np.bincount(np.unique(rows * table.size + columns) % table.size, minlength=table.size)
    return (np.log((1.0 + total) / (1.0 + seen)) + 1.0).astype(np.float32)


def choose_features(readings: list[Reading]) -> Table:
    """Features of at least eight contracts. No label is looked at."""
    held = [np.unique(paragraph_features(reading)[1]) for reading in readings]
    keys, counts = np.unique(np.concatenate(held), return_counts=True)
    keys = keys[counts >= KEPT_FROM]
    return Table(
        keys,
        _idf(keys, readings, paragraph_features, sum(reading.size for reading in readings)),
        _idf(keys, readings, sentence_features, sum(reading.owner.size for reading in readings)),
    )


def build_matrix(table: Table, reading: Reading, sentences: bool) -> csr_matrix:
    """One contract's rows, as the run time weighs them."""
    pairs, idf, size = (
        (sentence_features, table.sentence_idf, reading.owner.size)
        if sentences
        else (paragraph_features, table.paragraph_idf, reading.size)
    )
    rows, columns = find_columns(table.keys, *pairs(reading))
    row, column, weight = weigh(rows, columns, table.keys // WIDTH // WIDTH, idf)
    return csr_matrix((weight, (row, column)), shape=(size, table.keys.size), dtype=np.float32)
