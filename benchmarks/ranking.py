"""One search, seen three ways: by meaning alone, by words alone, and as the product ranks."""

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence

from benchmarks.quality import firsts, mean, ndcg, recall
from benchmarks.result import Measured
from casefile.search import Hit

COLUMNS = ("fused", "dense", "lexical")
DEEP = 1_000  # more than all channels return together


def rankings(hits: Sequence[Hit], key: Callable[[Hit], Hashable]) -> dict[str, list[Hashable]]:
    """The keys of the hits in the order of each column."""
    orders = {"fused": list(hits)}
    for channel in COLUMNS[1:]:
        found = [hit for hit in hits if channel in hit.channels]
        orders[channel] = sorted(found, key=lambda hit: -hit.channels[channel])
    return {column: firsts(key(hit) for hit in ordered) for column, ordered in orders.items()}


Judged = tuple[dict[str, list[Hashable]], Collection[Hashable]]  # rankings, and what is relevant


def scores(judged: Iterable[Judged]) -> dict[str, dict[str, float]]:
    """By column: mean nDCG@10 and recall@10."""
    known = list(judged)
    return {
        column: {
            "ndcg@10": round(mean(ndcg(ranked[column], gold) for ranked, gold in known), 4),
            "recall@10": round(mean(recall(ranked[column], gold) for ranked, gold in known), 4),
        }
        for column in COLUMNS
    }


def row(what: str, found: dict[str, dict[str, float]], note: str = "") -> Measured:
    """The product's figure, with the two channels beside it."""
    beside = f"dense {found['dense']['ndcg@10']:.2f}, lexical {found['lexical']['ndcg@10']:.2f}"
    return Measured(
        f"{what}, nDCG@10", found["fused"]["ndcg@10"], note=f"{beside}{'; ' + note if note else ''}"
    )
