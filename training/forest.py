"""Boosted small trees: grown by scikit-learn, kept as one table of nodes that the run time walks in numpy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from server.contract.topic_features import Floats
from server.contract.topic_trees import Forest


def grow_trees(numbers: Floats, truth: NDArray[np.bool_], weight: Floats, rising: list[int], trees: int = 160) -> Forest:
    """Trees over rows of evidence. rising: numbers that may only raise the chance (a higher score never counts against)."""
    constraints = np.zeros(numbers.shape[1], dtype=np.int8)
    constraints[rising] = 1
    model = HistGradientBoostingClassifier(
        max_iter=trees,
        learning_rate=0.06,
        max_leaf_nodes=10,
        max_depth=4,
        min_samples_leaf=100,
        l2_regularization=8.0,
        monotonic_cst=constraints,
        early_stopping=False,
        random_state=0,
    )
    model.fit(numbers, truth, sample_weight=weight)
    return flatten(model)


def _depth(left: NDArray[np.int64], right: NDArray[np.int64], node: int) -> int:
    if left[node] == node:
        return 0
    return 1 + max(_depth(left, right, int(left[node])), _depth(left, right, int(right[node])))


def flatten(model: HistGradientBoostingClassifier) -> Forest:
    """The trees of a fitted model as one table; a leaf's children are itself."""
    tables = [predictor[0].nodes for predictor in model._predictors]
    offsets = np.cumsum([0] + [len(table) for table in tables])[:-1]
    nodes = np.concatenate(tables)
    here = np.arange(len(nodes))
    shift = np.repeat(offsets, [len(table) for table in tables])
    leaf = nodes["is_leaf"].astype(bool)
    left = np.where(leaf, here, nodes["left"].astype(np.int64) + shift)
    right = np.where(leaf, here, nodes["right"].astype(np.int64) + shift)
    return Forest(
        root=offsets.astype(np.int64),
        feature=np.where(leaf, 0, nodes["feature_idx"]).astype(np.int64),
        threshold=np.where(leaf, 0.0, nodes["num_threshold"]).astype(np.float32),
        left=left,
        right=right,
        value=np.where(leaf, nodes["value"], 0.0).astype(np.float32),
        start=float(model._baseline_prediction[0, 0]),
        depth=max(_depth(left, right, int(root)) for root in offsets),
    )
