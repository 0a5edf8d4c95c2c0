"""Embeds text with any sentence-transformers model in a folder, with the prompts the model brings.

Knows nothing of how the folder was found and checked, nor of indexes.
"""

from collections.abc import Callable, Sequence

import numpy as np

from casefile.errors import ModelUnusable
from vectorstore.model_folder import ModelFolder
from vectorstore.neural import Device, Loaded
from vectorstore.ports import Vector, Vectors


class SentenceTransformersEmbedder:
    """Safe to share between threads. A text without a letter or digit gives the zero vector."""

    def __init__(self, folder: ModelFolder, device: Device = Device.AUTO) -> None:
        """Raises `ModelUnusable`, also where the model gives no numbers for a word."""
        self._folder, self._loaded = folder, Loaded("SentenceTransformer", folder, device)
        with self._loaded.question():
            self._dimension: int = self._encoded(self._loaded.model.encode_query, ["188"]).shape[1]

    @property
    def name(self) -> str:
        return self._folder.identity

    @property
    def dimension(self) -> int:
        return self._dimension

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One row per text, shape (n, dimension), of length one or zero. Raises `ModelUnusable`."""
        vectors = np.zeros((len(texts), self._dimension), dtype=np.float32)
        # Texts of like length together: what is shorter than its batch is padded and costs the same.
        rows = sorted((row for row, text in enumerate(texts) if _says(text)), key=lambda row: len(texts[row]))
        for start in range(0, len(rows), self._loaded.batch):
            some = rows[start : start + self._loaded.batch]
            with self._loaded.passages():
                vectors[some] = self._encoded(self._loaded.model.encode_document, [texts[r] for r in some])
        return vectors

    def embed_query(self, text: str) -> Vector:
        """One vector, shape (dimension,). Raises `ModelUnusable`."""
        if not _says(text):
            return np.zeros(self._dimension, dtype=np.float32)
        with self._loaded.question():
            vector: Vector = self._encoded(self._loaded.model.encode_query, [text])[0]
        return vector

    def _encoded(self, encode: Callable[..., Vectors], texts: list[str]) -> Vectors:
        vectors = encode(
            texts, batch_size=len(texts), normalize_embeddings=True, show_progress_bar=False
        ).astype(np.float32)
        if vectors.ndim != 2 or not np.isfinite(vectors).all():
            raise ModelUnusable(path=self._folder.path, reason="model_no_numbers")
        return vectors


def _says(text: str) -> bool:
    return any(map(str.isalnum, text))
