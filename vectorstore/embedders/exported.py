"""Embeds text with a sentence-transformers model that was exported to ONNX or OpenVINO, without torch.

The same prompts and the same pooling as the folder's configuration says, so the same vectors, to some five
digits. Knows nothing of how the folder was found and checked.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from casefile.errors import ModelUnusable
from vectorstore.exported import BATCH, Exported, Numbers, config
from vectorstore.model_folder import ModelFolder
from vectorstore.ports import Vector, Vectors

QUESTION, DOCUMENT = (
    ("query",),
    ("document", "passage", "corpus"),
)  # names of prompts, as encode_query has them
POOLED = ("mean", "cls", "lasttoken")
WHOLE = "sentence_embedding"  # an output that needs no pooling


class ExportedEmbedder:
    """Safe to share between threads. A text without a letter or digit gives the zero vector."""

    def __init__(self, folder: ModelFolder) -> None:
        """Raises `ModelUnusable`, also where the model gives no numbers for a word."""
        self._folder, self._exported = folder, Exported(folder)
        prompts = config(folder.path, "config_sentence_transformers.json").get("prompts") or {}
        self._question, self._document = _first(prompts, QUESTION), _first(prompts, DOCUMENT)
        self._pooling = _pooling(folder.path)
        with self._exported.question():
            self._dimension: int = self._encoded([self._question + "188"]).shape[1]

    @property
    def name(self) -> str:
        return self._folder.identity

    @property
    def dimension(self) -> int:
        return self._dimension

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One row per text, shape (n, dimension), of length one or zero. Raises `ModelUnusable`."""
        vectors = np.zeros((len(texts), self._dimension), dtype=np.float32)
        rows = [row for row, text in enumerate(texts) if any(map(str.isalnum, text))]
        rows.sort(key=lambda row: len(texts[row]))  # what is shorter than its batch is padded
        for start in range(0, len(rows), BATCH):
            some = rows[start : start + BATCH]
            with self._exported.passages():
                vectors[some] = self._encoded([self._document + texts[row] for row in some])
        return vectors

    def embed_query(self, text: str) -> Vector:
        """One vector, shape (dimension,). Raises `ModelUnusable`."""
        if not any(map(str.isalnum, text)):
            return np.zeros(self._dimension, dtype=np.float32)
        with self._exported.question():
            vector: Vector = self._encoded([self._question + text])[0]
        return vector

    def _encoded(self, texts: Sequence[str]) -> Vectors:
        outputs, mask = self._exported.run(texts)
        if WHOLE in outputs:
            vectors = outputs[WHOLE]
        else:
            tokens = next((numbers for numbers in outputs.values() if numbers.ndim == 3), None)
            if tokens is None:
                raise ModelUnusable(path=self._folder.path, reason="model_not_embedder")
            vectors = pooled(tokens, mask, self._pooling)
        if vectors.ndim != 2 or not np.isfinite(vectors).all():
            raise ModelUnusable(path=self._folder.path, reason="model_no_numbers")
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        scaled: Vectors = (vectors / np.maximum(lengths, 1e-12)).astype(np.float32)
        return scaled


def pooled(tokens: Numbers, mask: NDArray[np.int64], how: str) -> Numbers:
    """One row a text from shape (n, tokens, dimension); padding counts for nothing."""
    rows = np.arange(len(tokens))
    if how == "cls":  # the first token that is no padding
        found: Numbers = tokens[rows, mask.argmax(axis=1)]
    elif how == "lasttoken":
        found = tokens[rows, mask.shape[1] - 1 - mask[:, ::-1].argmax(axis=1)]
    else:
        weights = mask[:, :, np.newaxis].astype(np.float32)
        found = (tokens * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1e-9)
    return found


def _pooling(folder: Path) -> str:
    """How the folder says. Raises `ModelUnusable` where it says what is not done here."""
    said = config(folder, "1_Pooling/config.json")
    modes = [said["pooling_mode"]] if "pooling_mode" in said else []
    old = {
        "pooling_mode_mean_tokens": "mean",
        "pooling_mode_cls_token": "cls",
        "pooling_mode_lasttoken": "lasttoken",
    }
    modes += [
        old.get(name, name) for name, on in said.items() if name.startswith("pooling_mode_") and on is True
    ]
    dense = any(folder.glob("*_Dense"))
    if dense or len(modes) > 1 or not set(modes) <= set(POOLED):
        raise ModelUnusable(path=folder / "1_Pooling", reason="model_pooling")
    return modes[0] if modes else POOLED[0]


def _first(prompts: dict[str, str], names: Sequence[str]) -> str:
    return next((prompts[name] for name in names if prompts.get(name)), "")
