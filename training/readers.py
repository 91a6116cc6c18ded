"""The readers of words, linear and network: each trained without every fold in turn, and once on everything.

Two processes share the work; what a reader has made is kept in build/training, and taken from there the next time.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack

from server.contract.topic_evidence import Signals
from server.contract.topic_features import Floats
from training.corpus import FOLDS
from training.linear import fit_linear
from training.matrix import Table, build_matrix
from training.network import Batch, TopicNetwork, begin_network, predict, restore_network, save_network, train_network
from training.readings import Sample

WORK = Path(__file__).parents[1] / "build" / "training"
EVERYTHING = FOLDS  # in place of the fold that is left out
NETWORKS = (1, 2)  # steps between the words of a three, one for each network
WORKERS = 2
Arrays = dict[str, NDArray[Any]]
Pair = tuple[Floats, Floats]


@dataclass(frozen=True, slots=True)
class Bench:
    """What every reader is made from. words: the networks' first word table."""

    samples: Sequence[Sample]
    table: Table
    words: Floats

    def network(self, number: int) -> TopicNetwork:
        """An untrained network."""
        return begin_network(self.words, self.samples[0].paragraph_truth.shape[1], number)


def keep(name: str, make: Any) -> Arrays:
    """Arrays made once by `make()` and kept in build/training."""
    path = WORK / f"{name}.npz"
    if not path.exists():
        sys.stderr.write(f"training {name}\n")
        arrays = make()
        WORK.mkdir(parents=True, exist_ok=True)
        np.savez(path, allow_pickle=False, **arrays)
    with np.load(path) as kept:
        return {part: kept[part] for part in kept.files}


def _fit_linear(bench: Bench, seen: Sequence[int], sentences: bool) -> Floats:
    kind = "sentence" if sentences else "paragraph"
    rows: csr_matrix = vstack([build_matrix(bench.table, bench.samples[at].reading, sentences) for at in seen], format="csr")
    truth, weight = (np.concatenate([getattr(bench.samples[at], f"{kind}_{part}") for at in seen]) for part in ("truth", "weight"))
    return fit_linear(rows, truth, weight)


def score_linears(weights: Pair, table: Table, sample: Sample) -> Pair:
    """Log odds of a contract's (paragraphs, sentences)."""
    pairs = ((weights[0], False), (weights[1], True))
    paragraph, sentence = (build_matrix(table, sample.reading, kind) @ matrix[:-1] + matrix[-1] for matrix, kind in pairs)
    return paragraph, sentence


def score_network(network: TopicNetwork, sample: Sample) -> Pair:
    """Log odds of a contract's (paragraphs, sentences)."""
    sentence, paragraph = predict(network, Batch(sample))
    return paragraph, sentence


def _fit(bench: Bench, reader: str, seen: Sequence[int], fold: int) -> Arrays:
    if reader == "linear":
        return {"paragraph": _fit_linear(bench, seen, False), "sentence": _fit_linear(bench, seen, True)}
    network = bench.network(int(reader.removeprefix("network_")))
    return save_network(train_network([Batch(bench.samples[at]) for at in seen], network, fold))


def _score(bench: Bench, reader: str, weights: Arrays, sample: Sample) -> Pair:
    if reader == "linear":
        return score_linears((weights["paragraph"], weights["sentence"]), bench.table, sample)
    return score_network(restore_network(weights, bench.network(int(reader.removeprefix("network_")))), sample)


def _make(bench: Bench, reader: str, fold: int) -> Arrays:
    """The scores of the fold's contracts by a reader that saw all others; for EVERYTHING the weights themselves."""
    weights = _fit(bench, reader, [at for at, sample in enumerate(bench.samples) if sample.document.fold != fold], fold)
    if fold == EVERYTHING:
        return weights
    scores = [_score(bench, reader, weights, sample) for sample in bench.samples if sample.document.fold == fold]
    return {"paragraph": np.concatenate([pair[0] for pair in scores]), "sentence": np.concatenate([pair[1] for pair in scores])}


_bench: list[Bench] = []  # a worker's own, handed over when it is forked


def _work(job: tuple[str, int]) -> None:
    keep(f"{job[0]}_{job[1]}", lambda: _make(_bench[0], *job))


def train_readers(bench: Bench) -> None:
    """Everything that is not in build/training yet, by two processes."""
    readers = "linear", *(f"network_{number}" for number in NETWORKS)
    jobs = [(reader, fold) for reader in readers for fold in range(FOLDS + 1)]
    with ProcessPoolExecutor(WORKERS, get_context("fork"), initializer=_bench.append, initargs=(bench,)) as pool:
        list(pool.map(_work, jobs))


def final_weights(bench: Bench) -> tuple[Pair, tuple[TopicNetwork, ...]]:
    """The readers trained on everything."""
    linear = keep(f"linear_{EVERYTHING}", lambda: _make(bench, "linear", EVERYTHING))
    states = [keep(f"network_{number}_{EVERYTHING}", dict) for number in NETWORKS]
    networks = tuple(restore_network(state, bench.network(number)) for number, state in zip(NETWORKS, states, strict=True))
    return (linear["paragraph"], linear["sentence"]), networks


def read_scores(samples: Sequence[Sample], reader: str) -> list[Pair]:
    """Every contract's (paragraphs, sentences) by the reader that did not see its fold."""
    answer: list[Pair] = [(np.zeros(0, dtype=np.float32),) * 2] * len(samples)
    for fold in range(FOLDS):
        kept = keep(f"{reader}_{fold}", dict)
        held = [at for at, sample in enumerate(samples) if sample.document.fold == fold]
        parts = []
        for name, size in (("paragraph", lambda at: samples[at].reading.size), ("sentence", lambda at: samples[at].reading.owner.size)):
            parts.append(np.split(kept[name], np.cumsum([size(at) for at in held])[:-1]))
        for at, pair in zip(held, zip(*parts, strict=True), strict=True):
            answer[at] = pair
    return answer


def join_scores(linear: Pair, networks: Sequence[Pair], sample: Sample) -> Signals:
    """A contract's scores by all readers, the networks' averaged, beside its phrases."""
    paragraph, sentence = (np.mean([pair[part] for pair in networks], axis=0, dtype=np.float32) for part in (0, 1))
    return Signals(linear[0], paragraph, linear[1], sentence, sample.phrases)


def find_signals(samples: Sequence[Sample]) -> list[Signals]:
    """Every contract's signals by readers trained without its fold."""
    linear, *networks = (read_scores(samples, reader) for reader in ("linear", *(f"network_{number}" for number in NETWORKS)))
    return [join_scores(linear[at], [scores[at] for scores in networks], sample) for at, sample in enumerate(samples)]
