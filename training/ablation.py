"""What each part is worth: the same measure with the part's numbers blanked before the trees are grown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from server.contract.topic_evidence import Signals, chance
from training.predictions import Weighed, choose_thresholds, label_line, load_benchmark, predict_spans
from training.readings import Sample
from training.stack import weigh_out_of_fold

Change = Callable[[Signals], Signals]


def _without_network(signals: Signals) -> Signals:
    return replace(signals, paragraph_network=signals.paragraph_linear, sentence_network=signals.sentence_linear)


def _without_linear(signals: Signals) -> Signals:
    return replace(signals, paragraph_linear=signals.paragraph_network, sentence_linear=signals.sentence_network)


def _without_patterns(signals: Signals) -> Signals:
    return replace(signals, hits=np.zeros_like(signals.hits))


def _without_sentences(signals: Signals) -> Weighed:
    """The linear reader of whole paragraphs alone: TF-IDF and logistic regression on words, pairs, gaps and context."""
    return chance(signals.paragraph_linear), np.ones_like(signals.sentence_linear)


def measure(samples: Sequence[Sample], weighed: Sequence[Weighed]) -> dict[str, Any]:
    """The benchmark's figures over CUAD's contracts."""
    threshold = choose_thresholds(samples, weighed)
    kept = [at for at, sample in enumerate(samples) if not sample.document.own]
    predictions = [predict_spans(samples[at], weighed[at], threshold) for at in kept]
    result: dict[str, Any] = load_benchmark().evaluate([label_line(samples[at].document) for at in kept], predictions)
    return result


def measure_ablations(samples: Sequence[Sample], signals: Sequence[Signals]) -> dict[str, Any]:
    """name of the variant -> the benchmark's figures. "all" is the product."""
    changes: dict[str, Change] = {
        "all": lambda signal: signal,
        "without the network": _without_network,
        "without the linear reader": _without_linear,
        "without clause patterns": _without_patterns,
    }
    figures = {}
    for name, change in changes.items():
        figures[name] = measure(samples, weigh_out_of_fold(samples, [change(signal) for signal in signals]))
    plain = [_without_sentences(signal) for signal in signals]
    figures["words of whole paragraphs only (no trees, sentences, network or patterns)"] = measure(samples, plain)
    return figures
