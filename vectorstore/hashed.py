"""A linear model whose features are words of any kind, hashed: one byte for each of 65,536 checksums.

What the features are is the caller's business; `training/hashed_logistic.py` learns the weights.
"""

import math
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vectorstore.arrays import told_in, write_arrays

BUCKETS = 1 << 16  # features share a weight where their checksums meet
LARGEST = 127  # of a weight as it is kept


def buckets(features: Iterable[str]) -> list[int]:
    """The numbers of the features, each once, in order."""
    return sorted({zlib.crc32(one.encode()) % BUCKETS for one in features})


@dataclass(frozen=True, slots=True)
class Hashed:
    weights: NDArray[np.float32]
    bias: float
    margin: float = 0.0  # how far below zero it is not sure

    def logit(self, held: Sequence[int]) -> float:
        """Of what holds these buckets; many do not say more than few."""
        return self.bias + float(self.weights[held].sum()) / math.sqrt(len(held)) if held else self.bias


def read_hashed(path: Path) -> Hashed:
    with np.load(path, allow_pickle=False) as held:
        told = told_in(held)
        return Hashed(
            held["weights"].astype(np.float32) * np.float32(told["step"]),
            told["bias"],
            told.get("margin", 0.0),
        )


def write_hashed(path: Path, weights: NDArray[np.float64], bias: float, margin: float = 0.0) -> None:
    kept, step = rounded(weights)
    write_arrays(path, {"step": step, "bias": bias, "margin": margin}, weights=kept)


def rounded(weights: NDArray[np.float64]) -> tuple[NDArray[np.int8], float]:
    """The weights as they are kept, and what one is worth."""
    step = float(np.abs(weights).max()) / LARGEST
    return np.round(weights / step).astype(np.int8), step
