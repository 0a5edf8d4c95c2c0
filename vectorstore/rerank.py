"""The last step of a search: the best hits are put in the order in which a reranker likes them.

A hit that was found because it was named keeps its place: a model must not talk an article away that was
asked for by its number. Evidence stays as it was, and so do the scores as such, which the hits share out
anew: they order a list and mean nothing else. Knows nothing of how hits are found.
"""

from collections.abc import Sequence
from dataclasses import replace

from casefile.errors import ModelUnusable
from casefile.search import Hit
from vectorstore.indexes import embedded_text
from vectorstore.lazily import Lazily
from vectorstore.ports import Reranker

TOP = 15  # hits looked at
EXACT = frozenset({"reference", "identifier"})  # channels that find what the question names


class Reranking:
    """Where the reranker cannot be used the order stays as it is."""

    def __init__(self, model: Lazily[Reranker], top: int = TOP) -> None:
        self._model, self.top = model, top

    @property
    def name(self) -> str:
        """Of the model that reranks; "" where none does."""
        reranker = self._model.get()
        return reranker.name if reranker else ""

    def order(self, question: str, hits: Sequence[Hit]) -> list[Hit]:
        """The same hits, the first `top` of them in the reranker's order."""
        try:
            if reranker := self._model.get():
                return reranked(question, hits, reranker, self.top)
        except ModelUnusable as error:  # memory may give out in the middle of a question
            self._model.give_up(error)
        return list(hits)


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
