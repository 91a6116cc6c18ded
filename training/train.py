"""`python -m training.train`: reads the labelled contracts, trains, writes server/contract/topics.npz and what was measured.

Beside the model: training/out_of_fold.jsonl.gz (each contract's predictions by a model that saw none of its family) and
training/ablations.json. `training.evaluate` turns them into REPORT.md. Scores of a reader already trained are kept in build/training.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from server.contract.topic_features import Floats
from server.contract.topic_model import MODEL
from server.contract.topic_phrases import TOPICS
from training.ablation import measure_ablations
from training.agreement import write_agreement
from training.corpus import read_cuad, read_examples
from training.matrix import choose_features
from training.network import first_vectors, read_word_vectors
from training.packing import pack_model, save_model
from training.predictions import choose_thresholds, predict_all
from training.readers import Bench, final_weights, find_signals, join_scores, keep, score_linears, score_network, train_readers
from training.readings import Sample, read_samples
from training.stack import find_prior, fit_stack, weigh_out_of_fold

HERE = Path(__file__).parent
PREDICTIONS = HERE / "out_of_fold.jsonl.gz"
ABLATIONS = HERE / "ablations.json"
AGREEMENT = HERE / "agreement.json"


def tell(line: str) -> None:
    """Progress, on stderr."""
    sys.stderr.write(line + "\n")


def find_words(samples: Sequence[Sample], vocabulary: dict[str, int]) -> Floats:
    """The network's first word table."""
    counts = np.bincount(np.concatenate([sample.reading.tokens for sample in samples]), minlength=len(vocabulary) + 1)
    vectors = keep("word_vectors", lambda: {"words": read_word_vectors(list(vocabulary))})["words"]
    return first_vectors(vectors, counts)


def write_predictions(lines: Sequence[dict[str, Any]], path: Path = PREDICTIONS) -> None:
    """JSON lines, gzipped without a time."""
    text = "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def main() -> None:
    """Everything, from labels to model."""
    samples, vocabulary = read_samples(read_cuad() + read_examples())
    tell(f"{len(samples)} contracts, {len(vocabulary)} words")
    table = choose_features([sample.reading for sample in samples])
    bench = Bench(samples, table, find_words(samples, vocabulary))
    train_readers(bench)
    signals = find_signals(samples)
    weighed = weigh_out_of_fold(samples, signals)
    threshold = choose_thresholds(samples, weighed)
    write_predictions(predict_all(samples, weighed))
    stack = fit_stack(samples, signals, find_prior(samples))
    linears, networks = final_weights(bench)
    save_model(MODEL, pack_model(list(vocabulary), TOPICS, table, linears, (networks, stack, threshold)))
    shown = next(sample for sample in samples if sample.document.own)
    seen = join_scores(score_linears(linears, table, shown), [score_network(network, shown) for network in networks], shown)
    write_agreement(AGREEMENT, shown, seen, stack)
    tell(f"{MODEL}: {MODEL.stat().st_size / 1e6:.1f} MB; now what each part is worth")
    ABLATIONS.write_text(json.dumps(measure_ablations(samples, signals, weighed), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
