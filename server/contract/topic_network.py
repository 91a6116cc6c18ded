"""Small networks over word vectors, run in numpy: threes of words, the strongest of each sentence, and what stands around.

The vectors began as a sentence model's view of single words and were trained further on the labelled contracts. Two networks
read each contract, one by neighbouring words, one by every second word; their log odds are averaged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from server.contract.topic_features import Floats
from server.contract.topic_text import Ints, Reading

BLOCK = 512


@dataclass(frozen=True, slots=True)
class Network:
    """words: a vector a word (row 0: unknown). left, middle, right: (width, filters), one for each word of a three.

    step: how far left and right stand from the middle, in words.
    near, title: views of a neighbour and of the heading. sentence_*, paragraph_*: two dense layers each; (in, out) and bias.
    """

    words: Floats
    step: int
    left: Floats
    middle: Floats
    right: Floats
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


@dataclass(frozen=True, slots=True)
class Groups:
    """Runs of rows: which groups have any, where each begins, how many rows; size: groups, with those without rows."""

    filled: Ints
    first: Ints
    count: Ints
    size: int


def group_rows(rows: Ints, size: int) -> Groups:
    """The runs of rows by group. rows: each row's group, in order."""
    count = np.bincount(rows, minlength=size)
    filled = np.flatnonzero(count)
    count = count[filled]
    return Groups(filled, np.cumsum(count) - count, count, size)


def _relu(values: Floats) -> Floats:
    return np.maximum(values, 0.0)


def _spread(values: Floats, groups: Groups) -> Floats:
    """Rows of the filled groups as rows of all groups."""
    if groups.filled.size == groups.size:
        return values
    table = np.zeros((groups.size, values.shape[1]), dtype=np.float32)
    table[groups.filled] = values
    return table


def _threes(network: Network, tables: tuple[Floats, Floats, Floats], place: Ints, begin: int, end: int) -> Floats:
    """What the filters find at the words from begin to end; words beyond the contract's edges count as nothing."""
    left, middle, right = tables
    found = middle[place[begin:end]]
    edge = max(network.step - begin, 0)
    found[edge:] += left[place[begin + edge - network.step : end - network.step]] if end > network.step else 0.0
    after = right[place[begin + network.step : end + network.step]]
    found[: len(after)] += after
    return found


def strongest_threes(network: Network, table: Floats, place: Ints, sentences: Groups) -> Floats:
    """What each filter finds most strongly, at least 0, in each sentence that has words. table: a vector a word; place: words by row."""
    tables = table @ network.left, table @ network.middle, table @ network.right
    best = np.empty((sentences.first.size, network.conv_bias.size), dtype=np.float32)
    at = 0
    while at < sentences.first.size:
        begin = int(sentences.first[at])
        upto = max(int(np.searchsorted(sentences.first, begin + BLOCK)), at + 1)
        end = int(sentences.first[upto]) if upto < sentences.first.size else place.size
        found = _threes(network, tables, place, begin, end)
        np.maximum.reduceat(found, sentences.first[at:upto] - begin, axis=0, out=best[at:upto])
        at = upto
    return _relu(best + network.conv_bias)


def _surroundings(network: Network, paragraphs: Floats, meaning: Floats, heading: Ints) -> Floats:
    near = _relu(paragraphs @ network.near + network.near_bias)
    edge = np.zeros((1, near.shape[1]), dtype=np.float32)
    title = _relu(meaning @ network.title + network.title_bias)
    title = np.where((heading >= 0)[:, None], title[np.maximum(heading, 0)], 0.0)
    return np.concatenate([np.concatenate([edge, near[:-1]]), np.concatenate([near[1:], edge]), title], axis=1)


def _run(network: Network, reading: Reading, known: Ints, place: Ints) -> tuple[Floats, Floats]:
    by_sentence, by_paragraph = group_rows(reading.sentence, reading.owner.size), group_rows(reading.owner, reading.size)
    table = network.words[known]
    sentences = _spread(strongest_threes(network, table, place, by_sentence), by_sentence)
    paragraphs = _spread(np.maximum.reduceat(sentences, by_paragraph.first, axis=0), by_paragraph)
    # sums over the root of their number, so that long texts don't fade
    total = _spread(np.add.reduceat(table[place], by_sentence.first, axis=0), by_sentence)
    length = np.bincount(reading.sentence, minlength=reading.owner.size)
    own_meaning = total / np.sqrt(np.maximum(length, 1)).astype(np.float32)[:, None]
    length = np.bincount(reading.owner[reading.sentence], minlength=reading.size)
    meaning = _spread(np.add.reduceat(total, by_paragraph.first, axis=0), by_paragraph)
    meaning /= np.sqrt(np.maximum(length, 1)).astype(np.float32)[:, None]
    around = _surroundings(network, paragraphs, meaning, reading.heading)
    whole = np.concatenate([paragraphs, around, meaning], axis=1)
    paragraph = _relu(whole @ network.paragraph_in + network.paragraph_in_bias) @ network.paragraph_out + network.paragraph_out_bias
    # the paragraph's part of the sentences' input is the same for all its sentences: computed once
    filters, width = sentences.shape[1], meaning.shape[1]
    layer = network.sentence_in
    shared = np.concatenate([paragraphs, around], axis=1) @ layer[filters:-width] + network.sentence_in_bias
    own = sentences @ layer[:filters] + own_meaning @ layer[-width:]
    sentence = _relu(own + shared[reading.owner]) @ network.sentence_out + network.sentence_out_bias
    return paragraph, sentence


def run_networks(networks: Sequence[Network], reading: Reading) -> tuple[Floats, Floats]:
    """Log odds (paragraphs, topics) and (sentences, topics): the networks' mean."""
    # a contract uses each word many times: each is multiplied once
    known, place = np.unique(reading.tokens, return_inverse=True)
    paragraph, sentence = _run(networks[0], reading, known, place)
    for network in networks[1:]:
        more = _run(network, reading, known, place)
        paragraph, sentence = paragraph + more[0], sentence + more[1]
    return paragraph / len(networks), sentence / len(networks)
