"""Learns the weights of `vectorstore/hashed.py`: logistic regression by Adam over all rows at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vectorstore.hashed import BUCKETS

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Rows:
    """The buckets of many texts, one after another, and how many each has."""

    held: Integers
    counts: Integers

    def kept(self, chosen: NDArray[np.bool_]) -> "Rows":
        return Rows(self.held[np.repeat(chosen, self.counts)], self.counts[chosen])

    def scores(self, weights: Floats, bias: float) -> Floats:
        """Of each row its logit."""
        first = np.concatenate([[0], np.cumsum(self.counts)[:-1]]).astype(np.int64)
        return np.asarray(np.add.reduceat(weights[self.held], first) / np.sqrt(self.counts) + bias)


def rows(texts: Sequence[Sequence[int]]) -> Rows:
    """None of the texts may be without buckets."""
    held = np.concatenate([np.array(one, dtype=np.int64) for one in texts])
    return Rows(held, np.array([len(one) for one in texts]))


def learned(
    known: Rows, labels: Floats, worth: Floats, *, steps: int, rate: float, ridge: float
) -> tuple[Floats, float]:
    """Weights and bias. `labels` are 0 or 1, `worth` says how much each row counts: their sum is one."""
    shares = np.repeat(1 / np.sqrt(known.counts), known.counts)
    row = np.repeat(np.arange(len(labels)), known.counts)
    found, mean, square = np.zeros(BUCKETS + 1), np.zeros(BUCKETS + 1), np.zeros(BUCKETS + 1)
    for step in range(1, steps + 1):
        wrong = worth * (1 / (1 + np.exp(-known.scores(found[:-1], found[-1]))) - labels)
        slope = np.bincount(known.held, weights=shares * wrong[row], minlength=BUCKETS)
        slope = np.append(slope + ridge * found[:-1], wrong.sum())  # the bias is not shrunk
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        found -= rate * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return found[:-1], float(found[-1])
