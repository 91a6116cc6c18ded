"""A small network over word vectors, run in numpy: threes of words, the strongest of each sentence, and what stands around.

The vectors began as a sentence model's view of single words and were trained further on the labelled contracts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from server.contract.topic_features import Floats
from server.contract.topic_text import Ints, Reading


@dataclass(frozen=True, slots=True)
class Network:
    """words: a vector a word (row 0: unknown). conv: (width, 3 * filters), left | middle | right word.

    near, title: views of a neighbour and of the heading. sentence_*, paragraph_*: two dense layers each; (in, out) and bias.
    """

    words: Floats
    conv: Floats
    conv_bias: Floats
    near: Floats
    near_bias: Floats
    title: Floats
    title_bias: Floats
    sentence_in: Floats
    sentence_in_bias: Floats
    sentence_out: Floats
    sentence_out_bias: Floats
    paragraph_in: Floats
    paragraph_in_bias: Floats
    paragraph_out: Floats
    paragraph_out_bias: Floats


def _relu(values: Floats) -> Floats:
    return np.maximum(values, 0.0)


def _strongest(values: Floats, group: Ints, size: int) -> Floats:
    """The greatest of each group's rows, at least 0; groups stand in order."""
    best = np.zeros((size, values.shape[1]), dtype=np.float32)
    filled, first = np.unique(group, return_index=True)
    if filled.size:
        best[filled] = np.maximum(np.maximum.reduceat(values, first, axis=0), 0.0)
    return best


def _mean_words(values: Floats, group: Ints, size: int) -> Floats:
    """Each group's sum of rows over the root of their number, so that long texts don't fade."""
    total = np.zeros((size, values.shape[1]), dtype=np.float32)
    filled, first, count = np.unique(group, return_index=True, return_counts=True)
    if filled.size:
        total[filled] = np.add.reduceat(values, first, axis=0) / np.sqrt(count).astype(np.float32)[:, None]
    return total


def _threes(network: Network, tokens: Ints) -> Floats:
    # a contract uses each word many times: each is multiplied once
    known, place = np.unique(tokens, return_inverse=True)
    parts = (network.words[known] @ network.conv)[place]
    filters = parts.shape[1] // 3
    found = parts[:, filters : 2 * filters] + network.conv_bias
    found[1:] += parts[:-1, :filters]
    found[:-1] += parts[1:, 2 * filters :]
    return found


def _surroundings(network: Network, paragraphs: Floats, meaning: Floats, heading: Ints) -> Floats:
    near = _relu(paragraphs @ network.near + network.near_bias)
    edge = np.zeros((1, near.shape[1]), dtype=np.float32)
    title = _relu(meaning @ network.title + network.title_bias)
    title = np.where((heading >= 0)[:, None], title[np.maximum(heading, 0)], 0.0)
    return np.concatenate([np.concatenate([edge, near[:-1]]), np.concatenate([near[1:], edge]), title], axis=1)


def run_network(network: Network, reading: Reading) -> tuple[Floats, Floats]:
    """Log odds (paragraphs, topics) and (sentences, topics)."""
    words = network.words[reading.tokens]
    found = _threes(network, reading.tokens)
    sentences = _strongest(found, reading.sentence, reading.owner.size)
    paragraphs = _strongest(sentences, reading.owner, reading.size)
    place = reading.owner[reading.sentence] if reading.sentence.size else reading.sentence
    meaning = _mean_words(words, place, reading.size)
    around = _surroundings(network, paragraphs, meaning, reading.heading)
    whole = np.concatenate([paragraphs, around, meaning], axis=1)
    paragraph = _relu(whole @ network.paragraph_in + network.paragraph_in_bias) @ network.paragraph_out + network.paragraph_out_bias
    # the paragraph's part of the sentences' input is the same for all its sentences: computed once
    filters, width = sentences.shape[1], meaning.shape[1]
    table = network.sentence_in
    shared = np.concatenate([paragraphs, around], axis=1) @ table[filters:-width] + network.sentence_in_bias
    own = sentences @ table[:filters] + _mean_words(words, reading.sentence, reading.owner.size) @ table[-width:]
    sentence = _relu(own + shared[reading.owner]) @ network.sentence_out + network.sentence_out_bias
    return paragraph, sentence
