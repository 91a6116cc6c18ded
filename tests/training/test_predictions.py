"""Thresholds: chosen without the fold that they are used on."""

from types import SimpleNamespace

import numpy as np

from server.contract.topic_phrases import TOPICS
from training.corpus import FOLDS
from training.predictions import choose_thresholds
from training.readings import IS_CUAD


def contracts(odd: int, parting: float) -> tuple[list[SimpleNamespace], list[tuple[np.ndarray, np.ndarray]]]:
    """One contract a fold, and one of ours: true paragraphs score 0.9 and false ones 0.3, but those of the odd fold `parting`."""
    samples, weighed = [], []
    for fold in range(FOLDS):
        for own in (False, True):
            truth = np.zeros((8, len(TOPICS)), dtype=np.float32)
            truth[:4] = 1.0
            scores = np.where(truth > 0, 0.9, parting if fold == odd else 0.3).astype(np.float32)
            samples.append(SimpleNamespace(document=SimpleNamespace(fold=fold, own=own), paragraph_truth=truth))
            weighed.append((scores, scores))
    return samples, weighed


def test_a_fold_has_no_say_in_its_own_threshold() -> None:
    calm, wild = (choose_thresholds(*contracts(2, parting), without=2) for parting in (0.3, 0.6))
    assert np.array_equal(calm, wild)


def test_a_fold_has_its_say_in_the_products_threshold() -> None:
    calm, wild = (choose_thresholds(*contracts(2, parting)) for parting in (0.3, 0.6))
    assert np.all(wild > calm)


def test_a_threshold_keeps_off_the_edge() -> None:
    """The best cut is judged with its neighbours: all cuts above 0.3 are right, the first of them is not taken."""
    assert np.all(choose_thresholds(*contracts(2, 0.3))[IS_CUAD] >= 0.34)
