"""Logistic regression for many topics at once, over one sparse matrix."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, vstack

Matrix = NDArray[np.float32]


def fit_linear(rows: csr_matrix, truth: Matrix, weight: Matrix, strength: float = 20.0, steps: int = 60) -> Matrix:
    """Weights (features + 1, topics), the last row the intercept.

    truth: 0 to 1, soft labels allowed; weight: of each cell's loss, 0 where the label is not known.
    strength: as scikit-learn's C. Limited-memory BFGS from zero: no randomness.
    """
    features, topics = rows.shape[1], truth.shape[1]
    # neither the unlabelled cells' gradient nor that of feature-less rows is ever needed
    columns = rows.T.tocsr()

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        table = flat.reshape(features + 1, topics)
        small = table.astype(np.float32)
        scores = rows @ small[:-1] + small[-1]
        chance = 1.0 / (1.0 + np.exp(-scores))
        surprise = np.logaddexp(0.0, scores) - truth * scores
        slope = weight * (chance - truth)
        gradient = np.empty_like(table)
        gradient[:-1] = columns @ slope
        gradient[:-1] += table[:-1] / strength
        gradient[-1] = slope.sum(axis=0, dtype=np.float64)
        total = float((weight * surprise).sum(dtype=np.float64)) + float((table[:-1] ** 2).sum()) / (2 * strength)
        return total, gradient.ravel()

    prior = np.clip((truth * weight).sum(axis=0) / np.maximum(weight.sum(axis=0), 1.0), 1e-5, 0.5)
    begin = np.zeros((features + 1, topics))
    begin[-1] = np.log(prior / (1.0 - prior))
    done = minimize(loss, begin.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": steps, "maxcor": 6, "maxfun": 2 * steps})
    return done.x.reshape(features + 1, topics).astype(np.float32)


def stack_rows(first: csr_matrix, second: csr_matrix) -> csr_matrix:
    """Two matrices over the same features, one under the other."""
    return vstack([first, second], format="csr")
