"""Finds articles by their everyday phrases. Knows nothing of passages, so it can quote nothing.

Two channels: the cosine of the best phrase, and BM25 over all phrases of an article in all three
languages. Both on scales of their own, 0..1, as in `vectorstore/fusion.py`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from vectorstore import lexical
from vectorstore.analysis import Term
from vectorstore.ports import Vector
from vectorstore.subject_index.compiled import Compiled
from vectorstore.subject_index.phrases import Article

FIELD = "stem"
NOWHERE = slice(0, 0)


@dataclass(frozen=True, slots=True)
class Found:
    """What the subject index says of one article."""

    near: float  # cosine of the nearest phrase
    words: float  # share, 0..1, of the BM25 score of phrases with every word of the question


NOT_FOUND = Found(0.0, 0.0)


class Subjects:
    """What the subject index says of one question: of any article, and which articles it proposes."""

    def __init__(
        self, number: Mapping[Article, int], near: Vector, words: Vector, best: Sequence[Article]
    ) -> None:
        self._number, self._near, self._words = number, near, words
        self.best = best

    def of(self, article: Article) -> Found:
        n = self._number.get(article)
        if n is None:
            return NOT_FOUND
        return Found(round(float(self._near[n]), 6), round(float(self._words[n]), 6))


NO_SUBJECTS = Subjects({}, np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.float32), ())


class SubjectIndex:
    """Safe to share between threads: nothing in it changes."""

    def __init__(self, phrases: Compiled) -> None:
        self._phrases = phrases
        self._number = {article: n for n, article in enumerate(phrases.articles)}

    def find(self, terms: Sequence[Term], vector: Vector, limit: int) -> Subjects:
        """Proposes the `limit` nearest articles, and the `limit` with most of the question's words."""
        if not self._phrases.articles or limit < 1:
            return NO_SUBJECTS
        near, words = self._near(vector), self._words(terms)
        best = sorted({*_best(near, limit), *_best(words, limit)})
        return Subjects(self._number, near, words, [self._phrases.articles[n] for n in best])

    def _near(self, vector: Vector) -> Vector:
        nearest: Vector = np.maximum.reduceat(self._phrases.vectors @ vector, self._phrases.first)
        return np.maximum(0.0, nearest)

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
    """Numbers of the highest scores above zero."""
    best = np.argsort(-scores, kind="stable")[:limit]
    return [int(n) for n in best if scores[n] > 0]
