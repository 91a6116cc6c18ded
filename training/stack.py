"""The small trees over both readers' scores: grown on out-of-fold scores only, so that they learn how far to trust them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from server.contract.topic_evidence import Signals, paragraph_evidence, sentence_evidence
from server.contract.topic_features import Floats
from server.contract.topic_stack import Stack, apply_stack, weigh_paragraphs
from server.contract.topic_text import Ints
from server.contract.topic_trees import Forest
from training.corpus import FOLDS
from training.forest import grow_trees
from training.readings import IS_CUAD, Sample

PARAGRAPH_RISING, SENTENCE_RISING = [0, 1, 2, 3, 4, 5, 11], [0, 1, 2, 3, 4, 7]
PARAGRAPH_TREES, SENTENCE_TREES = 160, 100
IDLE = 5.0
GUESSED = 0.3  # weight of what only a heading says


def find_prior(samples: Sequence[Sample]) -> Floats:
    """How common each topic is, as log odds."""
    held = sum((sample.paragraph_truth * sample.paragraph_weight).sum(axis=0) for sample in samples)
    known = sum(sample.paragraph_weight.sum(axis=0) for sample in samples)
    return np.log((held + 1.0) / (known - held)).astype(np.float32)


def _trust(sample: Sample, weight: Floats, place: tuple[Ints, Ints]) -> Floats:
    """The weight of (row, topic) pairs. Our examples hold few idle paragraphs: each stands for several."""
    if sample.document.own:
        idle = sample.paragraph_truth.sum(axis=1) == 0
        return weight * np.where(idle[place[0]], IDLE, 1.0)
    return weight * np.where(IS_CUAD[place[1]], 1.0, GUESSED)


def _paragraph_forests(samples: Sequence[Sample], signals: Sequence[Signals], prior: Floats) -> tuple[Forest, Forest]:
    """One for the topics that CUAD's lawyers labelled, one for ours, whose labels are of another kind."""
    numbers, truth, weight, ours = [], [], [], []
    for sample, signal in zip(samples, signals, strict=True):
        paragraph, topic, rows = paragraph_evidence(signal, sample.reading, prior)
        numbers.append(rows)
        truth.append(sample.paragraph_truth[paragraph, topic] > 0)
        weight.append(_trust(sample, sample.paragraph_weight[paragraph, topic], (paragraph, topic)))
        ours.append(~IS_CUAD[topic])
    every, true, heavy, own = (np.concatenate(part) for part in (numbers, truth, weight, ours))
    first, second = (grow_trees(every[kept], true[kept], heavy[kept], PARAGRAPH_RISING, PARAGRAPH_TREES) for kept in (~own, own))
    return first, second


def _sentence_forest(samples: Sequence[Sample], signals: Sequence[Signals], prior: Floats, forests: tuple[Forest, Forest]) -> Forest:
    numbers, truth, weight = [], [], []
    for sample, signal in zip(samples, signals, strict=True):
        weighed = weigh_paragraphs(forests, ~IS_CUAD, signal, sample.reading, prior)
        sentence, topic, rows = sentence_evidence(signal, sample.reading, weighed, prior)
        numbers.append(rows)
        truth.append(sample.sentence_truth[sentence, topic] > 0)
        weight.append(_trust(sample, sample.sentence_weight[sentence, topic], (sample.reading.owner[sentence], topic)))
    return grow_trees(np.concatenate(numbers), np.concatenate(truth), np.concatenate(weight), SENTENCE_RISING, SENTENCE_TREES)


def fit_stack(samples: Sequence[Sample], signals: Sequence[Signals], prior: Floats) -> Stack:
    """All forests from out-of-fold signals."""
    forests = _paragraph_forests(samples, signals, prior)
    return Stack(forests, _sentence_forest(samples, signals, prior, forests), ~IS_CUAD, prior)


def weigh_out_of_fold(samples: Sequence[Sample], signals: Sequence[Signals]) -> list[tuple[Floats, Floats]]:
    """Every contract weighed by trees that were grown without its fold."""
    prior = find_prior(samples)
    answer: list[tuple[Floats, Floats]] = [(np.zeros(0, dtype=np.float32),) * 2] * len(samples)
    for fold in range(FOLDS):
        seen = [at for at, sample in enumerate(samples) if sample.document.fold != fold]
        stack = fit_stack([samples[at] for at in seen], [signals[at] for at in seen], prior)
        for at, sample in enumerate(samples):
            if sample.document.fold == fold:
                answer[at] = apply_stack(stack, signals[at], sample.reading)
    return answer
