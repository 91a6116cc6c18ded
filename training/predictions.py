"""Chances as predictions in the benchmark's format, and the thresholds of the product's yes and no."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from server.contract.topic_features import Floats
from server.contract.topic_phrases import TOPICS
from server.contract.topic_spans import find_runs
from server.contract.topics import LISTED
from training.corpus import CUAD, FOLDS, Document
from training.readings import IS_CUAD, Sample

GRID = np.arange(0.15, 0.66, 0.01)
BESIDE = 4  # cuts on either side that a cut is judged with: the best single one is partly luck
Weighed = tuple[Floats, Floats]


def load_benchmark(folder: Path = CUAD) -> ModuleType:
    """The shared evaluator, as a module."""
    spec = importlib.util.spec_from_file_location("evaluate_clauses", folder / "evaluate_clauses.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "evaluate_clauses.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def label_line(document: Document) -> dict[str, Any]:
    """A contract with its labels, as the benchmark reads them; a piece that CUAD joins to no other is a span of its own."""
    labels = [
        {
            "category": label.topic,
            "paragraph": label.paragraph,
            "start": label.start,
            "end": label.end,
            "text": document.texts[label.paragraph][label.start : label.end],
            "span": label.span if label.span >= 0 else number,
        }
        for number, label in enumerate(document.labels)
    ]
    return {"id": document.name, "paragraphs": document.texts, "labels": labels}


def predict_spans(sample: Sample, weighed: Weighed, threshold: Floats) -> dict[str, Any]:
    """One contract's predictions: what the product would answer, topic by topic and run by run."""
    whole, fine = weighed
    listed = []
    for run in find_runs(sample.reading, fine, whole >= LISTED):
        score = round(float(whole[run.paragraph, run.topic]) * run.share, 4)
        if score >= LISTED:
            listed.append(
                {
                    "category": TOPICS[run.topic],
                    "paragraph": run.paragraph,
                    "score": score,
                    "flag": score >= float(threshold[run.topic]),
                    "start": run.start,
                    "end": run.end,
                }
            )
    return {"id": sample.document.name, "own": sample.document.own, "predictions": listed}


def _f_score(answer: Floats, truth: Floats, cut: float, recall: float = 1.0) -> Floats:
    """F1 of each column, or the F measure in which recall weighs less (0.5: half as much as precision)."""
    yes, right = answer >= cut, truth > 0
    share = recall**2
    return (1 + share) * (yes & right).sum(axis=0) / np.maximum(yes.sum(axis=0) + share * right.sum(axis=0), 1)


def _mean_f1(answers: Sequence[Floats], truths: Sequence[Floats], cut: float) -> float:
    """Mean of macro, micro and contract F1."""
    answer, truth = np.concatenate(answers), np.concatenate(truths)
    best, held = (np.stack([table.max(axis=0, initial=0.0) for table in tables]) for tables in (answers, truths))
    scores = _f_score(answer, truth, cut), _f_score(answer.ravel(), truth.ravel(), cut), _f_score(best, held, cut)
    return float(np.mean([score.mean() for score in scores]))


def choose_thresholds(samples: Sequence[Sample], weighed: Sequence[Weighed], without: int = -1) -> Floats:
    """One threshold for the topics of CUAD, on its contracts, where the mean F1 is best; and one for ours, on our examples.

    A cut is judged by the mean over its neighbours. Ours leans to precision: examples hold far fewer idle paragraphs than
    contracts do. without: the fold that is not looked at.
    """
    threshold = np.zeros(len(TOPICS), dtype=np.float32)
    for own, columns in ((False, IS_CUAD), (True, ~IS_CUAD)):
        kept = [at for at, sample in enumerate(samples) if sample.document.own == own and sample.document.fold != without]
        answers = [weighed[at][0][:, columns] for at in kept]
        truths = [samples[at].paragraph_truth[:, columns] for at in kept]
        answer, truth = np.concatenate(answers).ravel(), np.concatenate(truths).ravel()
        scores = [float(_f_score(answer, truth, cut, 0.5)) if own else _mean_f1(answers, truths, cut) for cut in GRID]
        smooth = np.convolve(scores, np.full(2 * BESIDE + 1, 1.0), "valid")
        threshold[columns] = round(float(GRID[BESIDE + int(np.argmax(smooth))]), 2)
    return threshold


def predict_all(samples: Sequence[Sample], weighed: Sequence[Weighed]) -> list[dict[str, Any]]:
    """Every contract's predictions, with the thresholds that the other folds chose."""
    thresholds = [choose_thresholds(samples, weighed, fold) for fold in range(FOLDS)]
    return [predict_spans(sample, pair, thresholds[sample.document.fold]) for sample, pair in zip(samples, weighed, strict=True)]
