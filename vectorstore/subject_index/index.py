"""Finds articles by their everyday phrases. Knows nothing of passages, so it can quote nothing.

Two channels: the cosine of the best phrase, and BM25 over all phrases of an article in all three
languages. Both on scales of their own, 0..1, as in `vectorstore/fusion.py`.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from vectorstore import lexical
from vectorstore.analysis import Analyser, Term
from vectorstore.ports import Embedder, Vector, Vectors
from vectorstore.subject_index.phrases import Article, Phrase

K1, B = 1.2, 0.5  # phrases of an article that has many are no padding
FIELD = "stem"


@dataclass(frozen=True, slots=True)
class Found:
    """What the subject index says of one article."""

    near: float  # cosine of the nearest phrase
    words: float  # share, 0..1, of the BM25 score of phrases with every word of the question


class SubjectIndex:
    """Built from its phrases in memory. Safe to share between threads."""

    def __init__(self, phrases: Sequence[Phrase], embedder: Embedder, analyser: Analyser) -> None:
        self._articles = sorted({phrase.article for phrase in phrases})
        number = {article: n for n, article in enumerate(self._articles)}
        phrases = sorted(
            phrases, key=lambda phrase: number[phrase.article]
        )  # those of an article side by side
        article_of = np.array([number[phrase.article] for phrase in phrases], dtype=np.int64)
        self._first = np.searchsorted(
            article_of, np.arange(len(self._articles))
        )  # row of each article's first
        self._vectors: Vectors = embedder.embed_passages([phrase.text for phrase in phrases])
        self._postings = _postings(
            [(number[phrase.article], analyser.stems(phrase.text, phrase.language)) for phrase in phrases],
            len(self._articles),
        )

    def find(self, terms: Sequence[Term], vector: Vector, limit: int) -> Mapping[Article, Found]:
        """The `limit` nearest articles, and the `limit` with most of the question's words."""
        if not self._articles or limit < 1:
            return {}
        near = self._near(vector)
        words = self._words(terms)
        best = {*_best(near, limit), *_best(words, limit)}
        return {
            self._articles[n]: Found(round(float(near[n]), 6), round(float(words[n]), 6))
            for n in sorted(best)
        }

    def _near(self, vector: Vector) -> Vector:
        nearest: Vector = np.maximum.reduceat(self._vectors @ vector, self._first)
        return np.maximum(0.0, nearest)

    def _words(self, terms: Sequence[Term]) -> Vector:
        scores = np.zeros(len(self._articles), dtype=np.float32)
        wanted = lexical.clauses(terms, self._frequency)
        for clause in wanted:
            if clause.field == FIELD:
                articles, gains = self._postings[clause.token]
                scores[articles] += clause.boost * gains
        full = lexical.full(terms, self._frequency, len(self._articles))
        return np.minimum(1.0, scores / full) if full else scores

    def _frequency(self, field: str, token: str) -> int:
        return len(self._postings[token][0]) if field == FIELD and token in self._postings else 0


def _postings(
    texts: Sequence[tuple[int, Sequence[str]]], count: int
) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """By stem: the articles that hold it, and what each gains by it (BM25, the article as document)."""
    lengths = np.zeros(count)
    times: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for article, stems in texts:
        lengths[article] += len(stems)
        for stem in stems:
            times[stem][article] += 1
    average = lengths.mean() if count else 1.0
    postings = {}
    for stem, held in times.items():
        articles = np.fromiter(held, dtype=np.int64)
        n = np.fromiter(held.values(), dtype=np.float64)
        idf = lexical.inverse_frequency(count, len(held))
        gains = idf * n * (K1 + 1) / (n + K1 * (1 - B + B * lengths[articles] / average))
        postings[stem] = articles, gains.astype(np.float32)
    return postings


def _best(scores: Vector, limit: int) -> list[int]:
    """Numbers of the highest scores above zero."""
    best = np.argsort(-scores, kind="stable")[:limit]
    return [int(n) for n in best if scores[n] > 0]
