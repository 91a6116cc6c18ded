"""What is known of a paragraph and a topic, as the numbers that the small trees weigh: pooled over topics.

Both readers of words (the linear one and the network) score every sentence and paragraph; the trees see those scores beside
the neighbours', the contract's best, the phrases found and sizes, so one table serves many topics.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from server.contract.topic_features import Floats
from server.contract.topic_phrases import Flags
from server.contract.topic_text import Ints, Reading

LOW = -12.0
LIKELY = -4.0  # of a weighed paragraph, for its sentences to be weighed too (log odds)
WORTH = -7.0  # of the mean score of both readers (log odds); at -9 four times as many pairs were weighed, to no gain


@dataclass(frozen=True, slots=True)
class Signals:
    """The readers' scores as log odds: (paragraphs, topics) and (sentences, topics); and which phrases match."""

    paragraph_linear: Floats
    paragraph_network: Floats
    sentence_linear: Floats
    sentence_network: Floats
    phrases: Flags


def best_in_paragraph(values: Floats, reading: Reading, empty: float = LOW) -> Floats:
    """The greatest value among each paragraph's sentences; `empty` for a paragraph without any."""
    best = np.full((reading.size, values.shape[1]), empty, dtype=np.float32)
    filled, first = np.unique(reading.owner, return_index=True)
    if filled.size:
        best[filled] = np.maximum.reduceat(values, first, axis=0)
    return best


def total_in_paragraph(values: Floats, reading: Reading) -> Floats:
    """The sum over each paragraph's sentences."""
    total = np.zeros((reading.size, values.shape[1]), dtype=np.float32)
    filled, first = np.unique(reading.owner, return_index=True)
    if filled.size:
        total[filled] = np.add.reduceat(values, first, axis=0)
    return total


def beside(values: Floats, before: bool) -> Floats:
    """Each row's neighbour: the row before, or the row after; LOW at the edge."""
    moved = np.full_like(values, LOW)
    if before:
        moved[1:] = values[:-1]
    else:
        moved[:-1] = values[1:]
    return moved


def chance(log_odds: Floats) -> Floats:
    """Log odds as a probability."""
    return (1.0 / (1.0 + np.exp(-np.clip(log_odds, -30.0, 30.0)))).astype(np.float32)


def _lengths(reading: Reading) -> Floats:
    length = (reading.end - reading.start).astype(np.float32)[:, None]
    return np.log1p(total_in_paragraph(length, reading))


def _rivals(values: Floats) -> Floats:
    """For each topic the best score of any other topic in the same row."""
    top = np.sort(values, axis=1)[:, -2:]
    return np.where(values == top[:, 1:], top[:, :1], top[:, 1:])


def _places(values: Floats) -> Floats:
    """How many paragraphs of the contract score higher on the topic, as a logarithm."""
    order = np.argsort(np.argsort(-values, axis=0, kind="stable"), axis=0, kind="stable")
    return np.log1p(order).astype(np.float32)


def paragraph_evidence(signals: Signals, reading: Reading, prior: Floats) -> tuple[Ints, Ints, Floats]:
    """(paragraph, topic, numbers): one row for every pair worth weighing. prior: of each topic, log odds."""
    linear, network = signals.paragraph_linear, signals.paragraph_network
    sentence_linear = best_in_paragraph(signals.sentence_linear, reading)
    sentence_network = best_in_paragraph(signals.sentence_network, reading)
    mean = (linear + network + sentence_linear + sentence_network) / 4
    count = total_in_paragraph(np.ones((reading.owner.size, 1), dtype=np.float32), reading)
    wide = np.ones_like(mean)
    columns = (
        linear,
        network,
        sentence_linear,
        sentence_network,
        mean,
        np.log1p(total_in_paragraph(chance((signals.sentence_linear + signals.sentence_network) / 2), reading)),
        beside(mean, before=True),
        beside(mean, before=False),
        np.maximum(beside(beside(mean, before=True), before=True), beside(beside(mean, before=False), before=False)),
        wide * mean.max(axis=0, keepdims=True),
        _places(mean),
        np.minimum(total_in_paragraph(signals.phrases.astype(np.float32), reading), 3.0),
        np.log1p(wide * chance(mean).sum(axis=0, keepdims=True)),
        np.where((reading.heading >= 0)[:, None], mean[reading.heading], LOW),
        wide * np.log1p(count),
        wide * _lengths(reading),
        wide * prior,
        _rivals(mean),
    )
    paragraph, topic = np.nonzero(mean > WORTH)
    return paragraph, topic, np.stack([column[paragraph, topic] for column in columns], axis=1).astype(np.float32)


def sentence_evidence(signals: Signals, reading: Reading, weighed: Floats, prior: Floats) -> tuple[Ints, Ints, Floats]:
    """(sentence, topic, numbers): the sentences of every paragraph that was weighed as likely.

    weighed: the paragraphs' weighed log odds, (paragraphs, topics), LOW where the pair was not worth it.
    """
    mean = (signals.sentence_linear + signals.sentence_network) / 2
    same_before = np.concatenate([[False], reading.owner[1:] == reading.owner[:-1]])[:, None]
    same_after = np.concatenate([reading.owner[1:] == reading.owner[:-1], [False]])[:, None]
    best = best_in_paragraph(mean, reading)[reading.owner]
    count = np.bincount(reading.owner, minlength=reading.size)
    first = np.searchsorted(reading.owner, np.arange(reading.size))
    place = (np.arange(reading.owner.size) - first[reading.owner]).astype(np.float32)[:, None]
    wide = np.ones_like(mean)
    columns = (
        signals.sentence_linear,
        signals.sentence_network,
        mean,
        mean - best,
        weighed[reading.owner],
        np.where(same_before, beside(mean, before=True), LOW),
        np.where(same_after, beside(mean, before=False), LOW),
        signals.phrases.astype(np.float32),
        wide * np.log1p(count[reading.owner]).astype(np.float32)[:, None],
        wide * place,
        wide * np.log1p((reading.end - reading.start).astype(np.float32))[:, None],
        wide * prior,
    )
    sentence, topic = np.nonzero(weighed[reading.owner] > LIKELY)
    return sentence, topic, np.stack([column[sentence, topic] for column in columns], axis=1).astype(np.float32)
