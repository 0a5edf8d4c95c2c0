"""The last step of a search: the best hits are put in the order in which a reranker likes them.

A hit that was found because it was named keeps its place: a model must not talk an article away that was
asked for by its number. Evidence stays as it was, and so do the scores as such, which the hits share out
anew: they order a list and mean nothing else. Knows nothing of how hits are found.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Lock

from casefile.errors import ModelUnusable
from casefile.search import Hit
from vectorstore.embedders.fallback import Tell
from vectorstore.indexes import embedded_text
from vectorstore.ports import Reranker

TOP = 15  # hits looked at
EXACT = frozenset({"reference", "identifier"})  # channels that find what the question names


class Reranking:
    """The reranker is loaded on first use; where it cannot be loaded the order stays as it is."""

    def __init__(self, load: Callable[[], Reranker], top: int, tell: Tell) -> None:
        self._load, self.top, self._tell = load, top, tell
        self._reranker: Reranker | None = None
        self._loading = Lock()
        self.trouble: ModelUnusable | None = None

    @property
    def name(self) -> str:
        """Of the model that reranks; "" while none does."""
        return self._reranker.name if self._reranker and not self.trouble else ""

    def order(self, question: str, hits: Sequence[Hit]) -> list[Hit]:
        """The same hits, the first `top` of them in the reranker's order."""
        try:
            return reranked(question, hits, reranker, self.top) if (reranker := self._ready()) else list(hits)
        except ModelUnusable as error:
            self._give_up(error)
            return list(hits)

    def _ready(self) -> Reranker | None:
        with self._loading:
            if self._reranker is None and self.trouble is None:
                self._reranker = self._load()
            return None if self.trouble else self._reranker

    def _give_up(self, error: ModelUnusable) -> None:
        if self.trouble is None:
            self.trouble = error
            self._tell(error)


def reranked(question: str, hits: Sequence[Hit], reranker: Reranker, top: int) -> list[Hit]:
    """The first `top` hits in the reranker's order, ties as they were; then the others."""
    places = [place for place, hit in enumerate(hits[:top]) if not EXACT & hit.channels.keys()]
    given = reranker.scores(question, [embedded_text(hits[place].passage) for place in places])
    liked = sorted(zip(places, given, strict=True), key=lambda pair: (-pair[1], pair[0]))
    ordered = list(hits)
    for place, (before, score) in zip(places, liked, strict=True):
        channels = hits[before].channels | {"reranker": round(score, 6)}
        ordered[place] = replace(hits[before], score=hits[place].score, channels=channels)
    return ordered
