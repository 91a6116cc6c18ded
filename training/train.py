"""`python -m training.train`: reads the labelled contracts, trains, writes server/contract/topics.npz and what was measured.

Beside the model: training/out_of_fold.jsonl.gz (each contract's predictions by a model that saw none of its family) and
training/ablations.json. `training.evaluate` turns them into REPORT.md. Scores of a reader already trained are kept in build/training.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from server.contract.topic_evidence import Signals
from server.contract.topic_features import Floats
from server.contract.topic_model import MODEL
from server.contract.topic_phrases import TOPICS
from training.ablation import measure_ablations
from training.agreement import write_agreement
from training.corpus import read_cuad, read_examples
from training.matrix import Table, choose_features
from training.network import TopicNetwork, first_vectors, read_word_vectors, restore_network, save_network
from training.packing import Arrays, pack_model, save_model
from training.predictions import choose_thresholds, predict_spans
from training.readers import fit_linears, fit_networks, join_signals, out_of_fold, score_linears, score_network
from training.readings import Sample, read_samples
from training.stack import find_prior, fit_stack, weigh_out_of_fold

HERE = Path(__file__).parent
WORK = HERE.parent / "build" / "training"
PREDICTIONS = HERE / "out_of_fold.jsonl.gz"
ABLATIONS = HERE / "ablations.json"
AGREEMENT = HERE / "agreement.json"
FINAL = 10  # the random choices of the network trained on everything
Score = Callable[[int], tuple[Floats, Floats]]


def tell(line: str) -> None:
    """Progress, on stderr."""
    sys.stderr.write(line + "\n")


def keep(name: str, make: Callable[[], Arrays]) -> Arrays:
    """Arrays made once and kept in build/training."""
    path = WORK / f"{name}.npz"
    if not path.exists():
        tell(f"training {name}")
        arrays = make()
        WORK.mkdir(parents=True, exist_ok=True)
        np.savez(path, allow_pickle=False, **arrays)
    with np.load(path) as kept:
        return {part: kept[part] for part in kept.files}


def fit_final(samples: Sequence[Sample], table: Table, words: Floats) -> tuple[tuple[Floats, Floats], TopicNetwork]:
    """Both readers, trained on everything."""
    every = range(len(samples))
    linear = keep("final_linear", lambda: dict(zip(("paragraph", "sentence"), fit_linears(samples, table, every), strict=True)))
    state = keep("final_network", lambda: save_network(fit_networks(samples, words, every, FINAL)))
    return (linear["paragraph"], linear["sentence"]), restore_network(state, words, len(TOPICS))


def find_words(samples: Sequence[Sample], vocabulary: dict[str, int]) -> Floats:
    """The network's first word table."""
    counts = np.bincount(np.concatenate([sample.reading.tokens for sample in samples]), minlength=len(vocabulary) + 1)
    return first_vectors(read_word_vectors(list(vocabulary)), counts)


def find_signals(samples: Sequence[Sample], table: Table, words: Floats) -> list[Signals]:
    """Every contract's signals by readers trained without its fold."""

    def linear(seen: Sequence[int], fold: int) -> Score:
        tell(f"linear reader, without fold {fold}")
        weights = fit_linears(samples, table, seen)
        return lambda at: score_linears(weights, table, samples[at])

    def network(seen: Sequence[int], fold: int) -> Score:
        tell(f"network, without fold {fold}")
        trained = fit_networks(samples, words, seen, fold)
        return lambda at: score_network(trained, samples[at])

    return join_signals(samples, out_of_fold(samples, linear, WORK / "linear.npz"), out_of_fold(samples, network, WORK / "network.npz"))


def write_predictions(lines: Sequence[dict[str, Any]], path: Path = PREDICTIONS) -> None:
    """JSON lines, gzipped without a time."""
    text = "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def main() -> None:
    """Everything, from labels to model."""
    samples, vocabulary = read_samples(read_cuad() + read_examples())
    tell(f"{len(samples)} contracts, {len(vocabulary)} words")
    table = choose_features([sample.reading for sample in samples])
    words = find_words(samples, vocabulary)
    signals = find_signals(samples, table, words)
    weighed = weigh_out_of_fold(samples, signals)
    threshold = choose_thresholds(samples, weighed)
    write_predictions([predict_spans(sample, pair, threshold) for sample, pair in zip(samples, weighed, strict=True)])
    stack = fit_stack(samples, signals, find_prior(samples))
    linears, network = fit_final(samples, table, words)
    save_model(MODEL, pack_model(list(vocabulary), TOPICS, table, linears, (network, stack, threshold)))
    shown = next(sample for sample in samples if sample.document.own)
    seen = [[scores] for scores in score_linears(linears, table, shown)], [[scores] for scores in score_network(network, shown)]
    write_agreement(AGREEMENT, shown, join_signals([shown], *seen)[0], stack)
    tell(f"{MODEL}: {MODEL.stat().st_size / 1e6:.1f} MB; now what each part is worth")
    ABLATIONS.write_text(json.dumps(measure_ablations(samples, signals, weighed), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
