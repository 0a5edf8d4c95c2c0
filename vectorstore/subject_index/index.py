"""Finds articles by their everyday phrases. Knows nothing of passages, so it can quote nothing.

Two channels: the cosine of the best phrase, and BM25 over all phrases of an article in all three
languages. Both on scales of their own, 0..1, as in `vectorstore/fusion.py`.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from vectorstore import lexical
from vectorstore.analysis import Term
from vectorstore.ports import Vector
from vectorstore.subject_index.compiled import Compiled
from vectorstore.subject_index.phrases import Article
from vectorstore.titles import Titles

FIELD = "stem"
NOWHERE = slice(0, 0)
SPARE = 4  # times as many articles are looked at exactly as are proposed


@dataclass(frozen=True, slots=True)
class Found:
    """What the subject index says of one article."""

    near: float  # cosine of the nearest phrase
    words: float  # share, 0..1, of the BM25 score of phrases with every word of the question


NOT_FOUND = Found(0.0, 0.0)


class Subjects:
    """What the subject index says of one question: of any article, and which articles it proposes."""

    def __init__(
        self, phrases: Compiled, titles: Titles, number: Mapping[Article, int], vector: Vector, words: Vector
    ) -> None:
        self._phrases, self._number, self._vector, self._words = phrases, number, vector, words
        self._titles = titles
        self._near: dict[int, float] = {}
        self._found: dict[Article, Found] = {}
        self.best: Sequence[Article] = ()

    def of(self, article: Article) -> Found:
        if (found := self._found.get(article)) is None:
            n = self._number.get(article)
            found = NOT_FOUND if n is None else Found(self.near(n), float(self._words[n]))
            self._found[article] = found
        return found

    def titles(self, contexts: Collection[str]) -> Mapping[str, float]:
        """As `Titles.near`."""
        return self._titles.near(self._vector, contexts)

    def near(self, n: int) -> float:
        """Cosine of the nearest phrase of article number `n`, exactly."""
        if n not in self._near:
            first = self._phrases.first
            end = first[n + 1] if n + 1 < len(first) else None
            cosines = self._phrases.vectors[first[n] : end].astype(np.float32) @ self._vector
            self._near[n] = max(0.0, float(cosines.max()))
        return self._near[n]


class SubjectIndex:
    """Safe to share between threads: nothing in it changes."""

    def __init__(self, phrases: Compiled, titles: Titles, name: str = "") -> None:
        """Both made with the embedder that questions will come from; `name`: identity, for the record."""
        self.name = name
        self._phrases, self._titles = phrases, titles
        self._number = {article: n for n, article in enumerate(phrases.articles)}

    def find(self, terms: Sequence[Term], vector: Vector, limit: int) -> Subjects:
        """Proposes the `limit` nearest articles, and the `limit` with most of the question's words."""
        words = self._words(terms)
        subjects = Subjects(self._phrases, self._titles, self._number, vector, words)
        if self._phrases.articles and limit > 0:
            likely = _best(self._nearly(vector), SPARE * limit)
            nearest = sorted(likely, key=lambda n: (-subjects.near(n), n))[:limit]
            best = sorted({*(n for n in nearest if subjects.near(n) > 0), *_best(words, limit)})
            subjects.best = [self._phrases.articles[n] for n in best]
        return subjects

    def _nearly(self, vector: Vector) -> Vector:
        """Of every article, about the cosine of its nearest phrase."""
        products = self._phrases.short @ (self._phrases.axes.T @ vector)
        nearest: Vector = np.maximum.reduceat(products, self._phrases.first)
        return nearest

    def _words(self, terms: Sequence[Term]) -> Vector:
        count = len(self._phrases.articles)
        scores = np.zeros(count, dtype=np.float32)
        for clause in lexical.clauses(terms, self._frequency):
            if clause.field == FIELD:
                held = self._held(clause.token)
                scores[self._phrases.holders[held]] += clause.boost * self._phrases.gains[held]
        full = lexical.full(terms, self._frequency, count)
        return np.minimum(1.0, scores / full) if full else scores

    def _frequency(self, field: str, token: str) -> int:
        held = self._held(token) if field == FIELD else NOWHERE
        return held.stop - held.start

    def _held(self, stem: str) -> slice:
        """Where the postings of the stem lie."""
        n = self._phrases.stems.get(stem)
        return NOWHERE if n is None else slice(int(self._phrases.starts[n]), int(self._phrases.starts[n + 1]))


def _best(scores: Vector, limit: int) -> list[int]:
    """Numbers of the highest scores above zero, ties by number."""
    least = max(0.0, float(np.partition(scores, -limit)[-limit])) if limit < len(scores) else 0.0
    likely = np.flatnonzero((scores >= least) & (scores > 0))
    best: list[int] = likely[np.argsort(-scores[likely], kind="stable")[:limit]].tolist()
    return best
