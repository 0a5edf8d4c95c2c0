"""The embedder that was asked for, or the built-in one where it cannot be loaded. Knows no models."""

from collections.abc import Sequence

from vectorstore.lazily import Lazily
from vectorstore.ports import Embedder, Vector, Vectors


class WithFallback:
    def __init__(self, model: Lazily[Embedder], built_in: Embedder) -> None:
        self._model, self._built_in = model, built_in

    @property
    def _chosen(self) -> Embedder:
        return self._model.get() or self._built_in

    @property
    def name(self) -> str:
        return self._chosen.name

    @property
    def dimension(self) -> int:
        return self._chosen.dimension

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._chosen.embed_passages(texts)

    def embed_query(self, text: str) -> Vector:
        return self._chosen.embed_query(text)
