"""The two readers of words, linear and network: trained without each fold in turn, and once on everything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, vstack

from server.contract.topic_evidence import Signals
from server.contract.topic_features import Floats
from training.corpus import FOLDS
from training.linear import fit_linear
from training.matrix import Table, build_matrix
from training.network import Batch, TopicNetwork, predict, train_network
from training.readings import Sample

Scores = tuple[list[Floats], list[Floats]]
Fit = Callable[[Sequence[int], int], Callable[[int], tuple[Floats, Floats]]]


def fit_linears(samples: Sequence[Sample], table: Table, seen: Sequence[int]) -> tuple[Floats, Floats]:
    """The linear reader's weights for (paragraphs, sentences), from the contracts at `seen`."""
    weights = []
    for sentences in (False, True):
        rows: csr_matrix = vstack([build_matrix(table, samples[at].reading, sentences) for at in seen], format="csr")
        kind = "sentence" if sentences else "paragraph"
        truth = np.concatenate([getattr(samples[at], f"{kind}_truth") for at in seen])
        weight = np.concatenate([getattr(samples[at], f"{kind}_weight") for at in seen])
        weights.append(fit_linear(rows, truth, weight))
    return weights[0], weights[1]


def score_linears(weights: tuple[Floats, Floats], table: Table, sample: Sample) -> tuple[Floats, Floats]:
    """Log odds of a contract's (paragraphs, sentences)."""
    pairs = ((weights[0], False), (weights[1], True))
    paragraph, sentence = (build_matrix(table, sample.reading, kind) @ matrix[:-1] + matrix[-1] for matrix, kind in pairs)
    return paragraph, sentence


def fit_networks(samples: Sequence[Sample], words: Floats, seen: Sequence[int], number: int) -> TopicNetwork:
    """The network, from the contracts at `seen`."""
    return train_network([Batch(samples[at]) for at in seen], words, samples[0].paragraph_truth.shape[1], number)


def score_network(network: TopicNetwork, sample: Sample) -> tuple[Floats, Floats]:
    """Log odds of a contract's (paragraphs, sentences)."""
    sentence, paragraph = predict(network, Batch(sample))
    return paragraph, sentence


def out_of_fold(samples: Sequence[Sample], fit: Fit, store: Path) -> Scores:
    """Scores of every contract by a reader trained without its fold; kept in `store`, and taken from there if it fits."""
    sizes = [sample.reading.size for sample in samples], [sample.reading.owner.size for sample in samples]
    if not store.exists():
        answer: list[tuple[Floats, Floats]] = [(np.zeros(0, dtype=np.float32),) * 2] * len(samples)
        for fold in range(FOLDS):
            score = fit([at for at, sample in enumerate(samples) if sample.document.fold != fold], fold)
            for at, sample in enumerate(samples):
                if sample.document.fold == fold:
                    answer[at] = score(at)
        store.parent.mkdir(parents=True, exist_ok=True)
        np.savez(store, paragraph=np.concatenate([pair[0] for pair in answer]), sentence=np.concatenate([pair[1] for pair in answer]))
    with np.load(store) as kept:
        paragraph, sentence = (
            np.split(kept[name], np.cumsum(size)[:-1]) for name, size in zip(("paragraph", "sentence"), sizes, strict=True)
        )
    return paragraph, sentence


def join_signals(samples: Sequence[Sample], linear: Scores, network: Scores) -> list[Signals]:
    """Both readers' scores of every contract beside its phrases."""
    return [Signals(linear[0][at], network[0][at], linear[1][at], network[1][at], sample.phrases) for at, sample in enumerate(samples)]
