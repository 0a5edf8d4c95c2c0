"""Models of the tests: loaded from folders, or made of letters and slow on purpose."""

import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from vectorstore.digests import Digests
from vectorstore.embedders.sentence_transformers import SentenceTransformersEmbedder
from vectorstore.model_folder import Backend, Task, examined
from vectorstore.neural import Device
from vectorstore.ports import Vector, Vectors


def loaded(folder: Path) -> SentenceTransformersEmbedder:
    return SentenceTransformersEmbedder(examined(folder, Task.EMBED, Backend.TORCH, Digests()), Device.CPU)


class Letters:
    """An embedder that counts letters; another `name` counts them in another order.

    `embedded` tells what it was given, and so does the file `log`, which outlives the process.
    """

    dimension = 32

    def __init__(self, name: str, *, seconds: float = 0.0, log: Path | None = None) -> None:
        self.name = name
        self.embedded: list[str] = []
        self._seconds, self._log = seconds, log

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        for text in texts:
            time.sleep(self._seconds)
            self.embedded.append(text)
            if self._log:
                with self._log.open("a") as log:
                    log.write(text.replace("\n", " ") + "\n")
        return np.stack([np.zeros(self.dimension, "f4"), *map(self._counted, texts)])[1:]

    def embed_query(self, text: str) -> Vector:
        return self._counted(text)

    def _counted(self, text: str) -> Vector:
        vector = np.zeros(self.dimension, dtype=np.float32)
        for char in filter(str.isalnum, text.lower()):
            vector[(ord(char) * len(self.name)) % self.dimension] += 1
        return vector / max(float(np.linalg.norm(vector)), 1.0)
