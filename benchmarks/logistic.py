"""Logistic regression by Newton's method, with a small ridge. Knows nothing of what it is fitted to."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

STEPS = 50


def fit(features: Floats, labels: Floats, weights: Floats, ridge: float = 1.0) -> Floats:
    """Coefficients, the bias first. Shapes: (n, k), (n,), (n,) -> (k + 1,). The bias is not shrunk."""
    known = np.column_stack([np.ones(len(features)), features])
    shrink = np.diag([0.0, *[ridge] * features.shape[1]])
    found = np.zeros(known.shape[1])
    for _ in range(STEPS):
        expected = sigmoid(known @ found)
        slope = known.T @ (weights * (labels - expected)) - shrink @ found
        bend = (known.T * (weights * expected * (1 - expected))) @ known + shrink
        step = np.linalg.solve(bend + 1e-9 * np.eye(len(found)), slope)
        found += step
        if float(np.abs(step).max()) < 1e-8:
            break
    return found


def sigmoid(values: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(values, -30, 30))), dtype=np.float64)


def predict(features: Floats, coefficients: Floats) -> Floats:
    return sigmoid(coefficients[0] + features @ coefficients[1:])
