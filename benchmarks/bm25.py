"""BM25 over tokens that somebody else has cut: the plain baseline. Holds one field in memory."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vectorstore.lexical import inverse_frequency
from vectorstore.memory import K1, B


class Bm25:
    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        lengths = np.array([len(tokens) for tokens in texts], dtype=np.float64)
        held: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for row, tokens in enumerate(texts):
            for token, n in Counter(tokens).items():
                held[token].append((row, n))
        penalty = K1 * (1 - B + B * lengths / max(1.0, lengths.mean()))
        self._gains: dict[str, tuple[NDArray[np.int64], NDArray[np.float32]]] = {}
        for token, found in held.items():
            rows = np.array([row for row, _ in found])
            times = np.array([n for _, n in found], dtype=np.float64)
            gains = inverse_frequency(len(texts), len(found)) * times * (K1 + 1) / (times + penalty[rows])
            self._gains[token] = rows, gains.astype(np.float32)
        self._count = len(texts)

    @property
    def size(self) -> int:
        """Bytes of the postings."""
        return sum(rows.nbytes + gains.nbytes for rows, gains in self._gains.values())

    def best(self, tokens: Sequence[str], limit: int) -> list[int]:
        """Rows with the highest scores above zero, best first."""
        scores = np.zeros(self._count, dtype=np.float32)
        for token in dict.fromkeys(tokens):
            if token in self._gains:
                rows, gains = self._gains[token]
                scores[rows] += gains
        order = np.argsort(-scores, kind="stable")[:limit]
        return [int(row) for row in order if scores[row] > 0]
