"""What search needs from outside: embedder, reranker, dense and lexical index, language identifier."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from casefile.language import Language
from casefile.passage import Passage

Vectors = NDArray[np.float32]  # (n, dimension), rows of length one, or zero where nothing is known
Vector = NDArray[np.float32]  # (dimension,)
Scored = tuple[str, float]  # passage id, score


class LanguageIdentifier(Protocol):
    def identify(self, text: str) -> Language:
        """The language of the text, `UND` below certainty."""
        ...


class Embedder(Protocol):
    @property
    def name(self) -> str:
        """Identity of the model; vectors of different names are never compared."""
        ...

    @property
    def dimension(self) -> int: ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors: ...

    def embed_query(self, text: str) -> Vector: ...


class Reranker(Protocol):
    @property
    def name(self) -> str:
        """Identity of the model, for the record."""
        ...

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """How well each text answers the question, in 0..1; comparable within one call."""
        ...


class DenseIndex(Protocol):
    """Vectors by passage id. Writing an id twice keeps the last vector."""

    def upsert(self, ids: Sequence[str], vectors: Vectors) -> None: ...

    def delete(self, ids: Iterable[str]) -> None: ...

    def nearest(self, vector: Vector, limit: int) -> list[Scored]:
        """Cosine similarity, best first; empty for a zero vector."""
        ...

    def similar(self, vector: Vector, ids: Sequence[str]) -> dict[str, float]:
        """Cosine similarity of these few hundred passages; those it does not have are left out."""
        ...

    def count(self) -> int: ...

    def sound(self) -> bool:
        """Whether what is on disk can be opened, to be written, and is what is searched."""
        ...

    def close(self) -> None: ...


class LexicalIndex(Protocol):
    """Words by passage. Nothing is visible, counted or durable before `commit`."""

    def upsert(self, passages: Sequence[Passage]) -> None: ...

    def delete(self, ids: Iterable[str]) -> None: ...

    def commit(self) -> None: ...

    def search(self, query: str, language: Language, limit: int) -> list[Scored]:
        """BM25 over exact, folded and stemmed forms of text and context, best first."""
        ...

    def holding(self, identifiers: Sequence[str], limit: int) -> list[str]:
        """Ids of passages that hold one of these identifiers (`lexical.identifier_tokens`)."""
        ...

    def rarity(self, query: str, language: Language) -> Mapping[str, float]:
        """The query's stems, each with its inverse document frequency."""
        ...

    def full(self, query: str, language: Language) -> float:
        """The score of a passage that holds every word of the query once, to compare a score with."""
        ...

    def count(self) -> int: ...

    def close(self) -> None: ...
