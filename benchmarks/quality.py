"""How good a ranking is. Knows nothing of what is ranked."""

import math
from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def ndcg(ranking: Sequence[Key], relevant: Collection[Key], depth: int = 10) -> float:
    """Normalised discounted cumulative gain with relevance 0 or 1 (Järvelin and Kekäläinen, 2002).

    >>> ndcg(["a", "b"], {"a"}), round(ndcg(["b", "a"], {"a"}), 3)
    (1.0, 0.631)
    """
    gain = sum(1 / math.log2(place + 2) for place, key in enumerate(ranking[:depth]) if key in relevant)
    best = sum(1 / math.log2(place + 2) for place in range(min(depth, len(relevant))))
    return gain / best if best else 0.0


def recall(ranking: Sequence[Key], relevant: Collection[Key], depth: int = 10) -> float:
    """Share of the relevant that stands in the first `depth`."""
    return len(set(ranking[:depth]) & set(relevant)) / len(relevant) if relevant else 0.0


def firsts(keys: Iterable[Key]) -> list[Key]:
    """Each key once, where it first stands: passages of one article are one answer.

    >>> firsts("abac")
    ['a', 'b', 'c']
    """
    return list(dict.fromkeys(keys))


def mean(values: Iterable[float]) -> float:
    known = list(values)
    return sum(known) / len(known) if known else 0.0


def percentile(values: Iterable[float], share: float) -> float:
    """The smallest value that `share` of all do not exceed."""
    known = sorted(values)
    return known[max(0, math.ceil(share * len(known)) - 1)]
