"""Small decision trees, evaluated in numpy: a block of rows against every tree at once, one level a step."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from server.contract.topic_features import Floats
from server.contract.topic_text import Ints

BLOCK = 64  # rows at a time: their places in the trees stay in the processor's cache


@dataclass(frozen=True, slots=True)
class Forest:
    """Boosted trees as one table of nodes. A leaf is its own left and right child.

    root: each tree's first node; a row goes left where its number is <= the threshold; `value` counts at leaves; depth: steps.
    """

    root: Ints
    feature: Ints
    threshold: Floats
    left: Ints
    right: Ints
    value: Floats
    start: float
    depth: int


def grow(forest: Forest, numbers: Floats) -> Floats:
    """The log odds of each row: (rows,)."""
    child = np.stack([forest.left, forest.right], axis=1).ravel()
    blocks = [_grow_block(forest, child, numbers[at : at + BLOCK]) for at in range(0, len(numbers), BLOCK)]
    return np.concatenate(blocks) if blocks else np.zeros(0, dtype=np.float32)


def _grow_block(forest: Forest, child: Ints, numbers: Floats) -> Floats:
    flat, row = np.ascontiguousarray(numbers).ravel(), np.arange(len(numbers))[:, None] * numbers.shape[1]
    node = np.broadcast_to(forest.root, (len(numbers), forest.root.size))
    for _ in range(forest.depth):
        goes_right = flat.take(row + forest.feature.take(node)) > forest.threshold.take(node)
        node = child.take(2 * node + goes_right)
    total: Floats = forest.start + forest.value.take(node).sum(axis=1, dtype=np.float64)
    return total.astype(np.float32)
