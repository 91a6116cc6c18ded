"""Every contract read once: words, phrases, and what is true of each paragraph and sentence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from server.contract.topic_phrases import TOPICS, Flags, compile_table, match_phrases, match_table
from server.contract.topic_text import Ints, Reading, read_texts, words_of
from training.corpus import Document
from training.headings import HEADINGS, Matrix, label_by_headings, named_topics
from training.patterns import PATTERNS

RARE = 3
OWN_WEIGHT = 2.0
AI_TOPICS = ("ai_tools", "ai_training")  # unheard of when the contracts of CUAD were written
CUAD_TOPICS = tuple(topic for topic in TOPICS if topic not in HEADINGS and topic not in AI_TOPICS)
IS_CUAD = np.isin(TOPICS, CUAD_TOPICS)


@dataclass(frozen=True, slots=True)
class Sample:
    """One contract. truth, weight: (rows, TOPICS) for its paragraphs and its sentences; weight 0 where nothing is known."""

    document: Document
    reading: Reading
    phrases: Flags
    paragraph_truth: Matrix
    paragraph_weight: Matrix
    sentence_truth: Matrix
    sentence_weight: Matrix


def count_words(documents: list[Document]) -> dict[str, int]:
    """The vocabulary: words of at least three contracts (or of two of ours), numbered from 1, the commonest first."""
    seen: Counter[str] = Counter()
    for document in documents:
        words = {word for text in document.texts for word in words_of(text)}
        seen.update(dict.fromkeys(words, 2 if document.own else 1))
    kept = sorted((word for word in seen if seen[word] >= RARE), key=lambda word: (-seen[word], word))
    return {word: number for number, word in enumerate(kept, start=1)}


def _mark_sentence(reading: Reading, start: int, end: int, rows: Ints) -> Ints:
    """The sentences that a labelled piece covers by half, or that hold nearly all of it."""
    shared = np.minimum(end, reading.end[rows]) - np.maximum(start, reading.start[rows])
    length = np.maximum(reading.end[rows] - reading.start[rows], 1)
    return rows[(shared >= 0.5 * length) | (shared >= 0.8 * max(end - start, 1))]


def read_sample(document: Document, vocabulary: dict[str, int]) -> Sample:
    """A contract's reading with its truth: labels where there are labels, headings for our own topics in CUAD."""
    reading = read_texts(document.texts, vocabulary)
    hits = match_table(compile_table(PATTERNS), document.texts, reading)
    truth = np.zeros((reading.size, len(TOPICS)), dtype=np.float32)
    weight = np.full(truth.shape, OWN_WEIGHT if document.own else 1.0, dtype=np.float32)
    speaks = np.zeros(truth.shape, dtype=np.bool_)
    np.logical_or.at(speaks, reading.owner, hits)
    if not document.own:
        guessed, trust = label_by_headings(named_topics(document.texts, reading.heading.tolist()), speaks)
        ours = np.isin(TOPICS, list(HEADINGS))
        truth[:, ours], weight[:, ours] = guessed[:, ours], trust[:, ours]
    fine, fine_weight = (truth[reading.owner] * hits), weight[reading.owner]
    for label in document.labels:
        column = TOPICS.index(label.topic)
        truth[label.paragraph, column] = 1.0
        rows = np.flatnonzero(reading.owner == label.paragraph)
        fine[_mark_sentence(reading, label.start, label.end, rows), column] = 1.0
    # a paragraph known only by its heading says nothing of its single sentences without the topic's words
    unsure = (truth[reading.owner] > 0) & (fine == 0) & np.isin(TOPICS, list(HEADINGS))
    return Sample(
        document,
        reading,
        match_phrases(document.texts, reading),
        truth,
        weight,
        fine.astype(np.float32),
        np.where(unsure, 0.0, fine_weight).astype(np.float32),
    )


def read_samples(documents: list[Document]) -> tuple[list[Sample], dict[str, int]]:
    """All contracts and the vocabulary they were read with."""
    vocabulary = count_words(documents)
    return [read_sample(document, vocabulary) for document in documents], vocabulary
