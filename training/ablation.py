"""What each part is worth: the same measure with the part's numbers blanked before the trees are grown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from server.contract.topic_evidence import Signals, chance
from training.baselines import TFIDF
from training.predictions import Weighed, label_line, load_benchmark, predict_all
from training.readings import Sample
from training.stack import weigh_out_of_fold

Change = Callable[[Signals], Signals]


def _without_network(signals: Signals) -> Signals:
    return replace(signals, paragraph_network=signals.paragraph_linear, sentence_network=signals.sentence_linear)


def _without_phrases(signals: Signals) -> Signals:
    return replace(signals, phrases=np.zeros_like(signals.phrases))


def _tfidf(signals: Signals) -> Weighed:
    """The linear reader of whole paragraphs alone: TF-IDF and logistic regression on words, pairs, gaps and context."""
    return chance(signals.paragraph_linear), np.ones_like(signals.sentence_linear)


def measure(samples: Sequence[Sample], weighed: Sequence[Weighed]) -> dict[str, Any]:
    """The benchmark's figures over CUAD's contracts."""
    cuad = [(sample.document, line) for sample, line in zip(samples, predict_all(samples, weighed), strict=True) if not sample.document.own]
    result: dict[str, Any] = load_benchmark().evaluate([label_line(document) for document, _ in cuad], [line for _, line in cuad])
    return result


def measure_ablations(samples: Sequence[Sample], signals: Sequence[Signals], weighed: Sequence[Weighed]) -> dict[str, Any]:
    """name of the variant -> the benchmark's figures. "all" is the product, whose chances are `weighed`."""
    changes: dict[str, Change] = {
        "without the networks": _without_network,
        "without phrases": _without_phrases,
    }
    figures = {"all": measure(samples, weighed)}
    for name, change in changes.items():
        figures[name] = measure(samples, weigh_out_of_fold(samples, [change(signal) for signal in signals]))
    figures[TFIDF] = measure(samples, [_tfidf(signal) for signal in signals])
    return figures
