"""The small trees over both readers' scores: grown on out-of-fold scores only, so that they learn how far to trust them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from server.contract.topic_evidence import Signals, paragraph_evidence, sentence_evidence
from server.contract.topic_features import Floats
from server.contract.topic_stack import Stack, apply_stack, weigh_paragraphs
from server.contract.topic_trees import Forest
from training.corpus import FOLDS
from training.forest import grow_trees
from training.readings import IS_CUAD, Sample

PARAGRAPH_RISING, SENTENCE_RISING = [0, 1, 2, 3, 4, 5, 11], [0, 1, 2, 3, 4, 7]
PARAGRAPH_TREES, SENTENCE_TREES = 160, 100
GUESSED = 0.3  # weight of what only a heading says


def find_prior(samples: Sequence[Sample]) -> Floats:
    """How common each topic is, as log odds."""
    held = sum((sample.paragraph_truth * sample.paragraph_weight).sum(axis=0) for sample in samples)
    known = sum(sample.paragraph_weight.sum(axis=0) for sample in samples)
    return np.log((held + 1.0) / (known - held)).astype(np.float32)


def _trust(sample: Sample, weight: Floats, topic: NDArray[np.int64]) -> Floats:
    return weight if sample.document.own else (weight * np.where(IS_CUAD[topic], 1.0, GUESSED)).astype(np.float32)


def _paragraph_forest(samples: Sequence[Sample], signals: Sequence[Signals], prior: Floats) -> Forest:
    numbers, truth, weight = [], [], []
    for sample, signal in zip(samples, signals, strict=True):
        paragraph, topic, rows = paragraph_evidence(signal, sample.reading, prior)
        numbers.append(rows)
        truth.append(sample.paragraph_truth[paragraph, topic] > 0)
        weight.append(_trust(sample, sample.paragraph_weight[paragraph, topic], topic))
    return grow_trees(np.concatenate(numbers), np.concatenate(truth), np.concatenate(weight), PARAGRAPH_RISING, PARAGRAPH_TREES)


def _sentence_forest(samples: Sequence[Sample], signals: Sequence[Signals], prior: Floats, forest: Forest) -> Forest:
    numbers, truth, weight = [], [], []
    for sample, signal in zip(samples, signals, strict=True):
        weighed = weigh_paragraphs(forest, signal, sample.reading, prior)
        sentence, topic, rows = sentence_evidence(signal, sample.reading, weighed, prior)
        numbers.append(rows)
        truth.append(sample.sentence_truth[sentence, topic] > 0)
        weight.append(_trust(sample, sample.sentence_weight[sentence, topic], topic))
    return grow_trees(np.concatenate(numbers), np.concatenate(truth), np.concatenate(weight), SENTENCE_RISING, SENTENCE_TREES)


def fit_stack(samples: Sequence[Sample], signals: Sequence[Signals], prior: Floats) -> Stack:
    """Both forests from out-of-fold signals."""
    forest = _paragraph_forest(samples, signals, prior)
    return Stack(forest, _sentence_forest(samples, signals, prior, forest), prior)


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
