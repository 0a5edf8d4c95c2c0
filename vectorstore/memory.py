"""Both indexes in memory: for small collections, for demonstrations, and as what the others must equal.

Exact cosine and BM25 written out plainly. Nothing is kept after the process.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from casefile.language import Language
from casefile.passage import Passage
from vectorstore import lexical
from vectorstore.analysis import Analyser
from vectorstore.exact import ExactVectors
from vectorstore.ports import Scored, Vector, Vectors

K1, B = 1.2, 0.75  # the usual BM25 constants, and tantivy's


class MemoryDense:
    def __init__(self) -> None:
        self._vectors: dict[str, Vector] = {}

    def upsert(self, ids: Sequence[str], vectors: Vectors) -> None:
        self._vectors.update(zip(ids, vectors, strict=True))

    def delete(self, ids: Iterable[str]) -> None:
        for id_ in ids:
            self._vectors.pop(id_, None)

    def nearest(self, vector: Vector, limit: int) -> list[Scored]:
        return self._exact().nearest(vector, limit)

    def similar(self, vector: Vector, ids: Sequence[str]) -> dict[str, float]:
        return self._exact().similar(vector, ids)

    def _exact(self) -> ExactVectors:
        rows = np.stack(list(self._vectors.values())) if self._vectors else np.zeros((0, 1), dtype=np.float32)
        return ExactVectors(list(self._vectors), rows)

    def sound(self) -> bool:
        return True

    def count(self) -> int:
        return len(self._vectors)

    def close(self) -> None:
        self._vectors.clear()


class MemoryLexical:
    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._pending: dict[str, Passage | None] = {}  # None: to be deleted
        self._committed: dict[str, dict[str, Counter[str]]] = {}  # id -> field -> token -> times

    def upsert(self, passages: Sequence[Passage]) -> None:
        self._pending |= {passage.id: passage for passage in passages}

    def delete(self, ids: Iterable[str]) -> None:
        self._pending |= dict.fromkeys(ids)

    def commit(self) -> None:
        for id_, passage in self._pending.items():
            if passage is None:
                self._committed.pop(id_, None)
            else:
                tokens = lexical.fields(passage, self._analyser)
                self._committed[id_] = {field: Counter(some) for field, some in tokens.items()}
        self._pending = {}

    def search(self, query: str, language: Language, limit: int) -> list[Scored]:
        scores: defaultdict[str, float] = defaultdict(float)
        for clause in lexical.clauses(self._analyser.query_terms(query, language), self._frequency):
            for id_, score in self._bm25(clause.field, clause.token):
                scores[id_] += clause.boost * score
        hits = [(id_, round(score, 4)) for id_, score in scores.items()]
        return sorted(hits, key=lambda hit: (-hit[1], hit[0]))[: max(limit, 0)]

    def holding(self, identifiers: Sequence[str], limit: int) -> list[str]:
        wanted = set(identifiers)
        held = [id_ for id_, fields in self._committed.items() if wanted & fields[lexical.IDENTIFIER].keys()]
        return sorted(held)[: max(limit, 0)]

    def rarity(self, query: str, language: Language) -> Mapping[str, float]:
        stems = self._analyser.query_stems(query, language)
        return lexical.rarity(stems, len(self._committed), self._frequency)

    def full(self, query: str, language: Language) -> float:
        terms = self._analyser.query_terms(query, language)
        return lexical.full(terms, self._frequency, len(self._committed))

    def count(self) -> int:
        return len(self._committed)

    def close(self) -> None:
        self._pending, self._committed = {}, {}

    def _frequency(self, field: str, token: str) -> int:
        return sum(token in tokens[field] for tokens in self._committed.values())

    def _bm25(self, field: str, token: str) -> list[Scored]:
        lengths = {id_: tokens[field].total() for id_, tokens in self._committed.items()}
        average = sum(lengths.values()) / len(lengths)
        idf = lexical.inverse_frequency(len(lengths), self._frequency(field, token))
        return [
            (id_, idf * n * (K1 + 1) / (n + K1 * (1 - B + B * lengths[id_] / average)))
            for id_, tokens in self._committed.items()
            if (n := tokens[field][token])
        ]
