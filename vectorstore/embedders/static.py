"""Embeds text with the built-in table: the mean of its subwords' rows, scaled to length one.

Reads the folder of sentence-transformers' `StaticEmbedding` and gives the same vectors, without torch; our
own table keeps a byte a number and a scale for each row. Knows nothing of how it was trained, nor of indexes.
"""

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

from casefile.errors import ModelUnusable

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_TENSOR, _SCALE = "embedding.weight", "embedding.scale"
_WORDS_REMEMBERED = 200_000  # about 40 MB; then the memory starts afresh
_TEXTS_AT_ONCE = 4_000


class StaticEmbedder:
    """The numpy loader of a static embedding folder.

    A text without a known subword ("", "!!!") gives the zero vector. Safe to share between threads.
    """

    def __init__(self, folder: Path) -> None:
        self._rows = _read_rows(folder)
        self._tokenizer = _read_tokenizer(folder)
        if self._tokenizer.get_vocab_size() != len(self._rows):
            raise ModelUnusable(path=folder, reason="tokenizer and table differ in size")
        self._name = f"static-{_digest(folder)}"
        self._known: dict[str, tuple[int, ...]] = {}

    @classmethod
    @cache
    def built_in(cls) -> Self:
        """The table that ships with Dalel, read once."""
        return cls(Path(__file__).resolve().parent.parent / "static_table")

    @property
    def name(self) -> str:
        return self._name

    @property
    def dimension(self) -> int:
        return int(self._rows.shape[1])

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row per text, shape (n, dimension), of length one or zero."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for start in range(0, len(texts), _TEXTS_AT_ONCE):
            for row, ids in enumerate(self._subwords(texts[start : start + _TEXTS_AT_ONCE]), start):
                if ids:
                    self._rows[ids].sum(axis=0, out=vectors[row])
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        vectors /= np.where(lengths > 0, lengths, 1)
        return vectors

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """One vector, shape (dimension,)."""
        vector: NDArray[np.float32] = self.embed_passages([text])[0]
        return vector

    def _subwords(self, texts: Sequence[str]) -> list[list[int]]:
        # The tokenizer splits at white space first, so a word's subwords never depend on its neighbours:
        # each word is tokenized once, which is several times faster than tokenizing the texts.
        words = [text.split() for text in texts]
        if len(self._known) > _WORDS_REMEMBERED:
            self._known = {}  # a new one: another thread may still read the old one
        known = self._known
        new = list({word for text in words for word in text if word not in known})
        for word, found in zip(new, self._tokenizer.encode_batch(new, add_special_tokens=False), strict=True):
            known[word] = tuple(found.ids)
        return [[subword for word in text for subword in known[word]] for text in words]


def _read_rows(folder: Path) -> NDArray[np.float32]:
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        tensors = load_file(folder / "model.safetensors")
        rows = tensors[_TENSOR]
    except (OSError, SafetensorError, KeyError) as error:
        raise ModelUnusable(path=folder, reason=repr(error)) from error
    scale = tensors.get(_SCALE)
    if rows.ndim != 2 or (rows.dtype.kind != "f" and (scale is None or scale.shape != rows.shape[:1])):
        raise ModelUnusable(path=folder, reason=f"{_TENSOR} has shape {rows.shape} of {rows.dtype}")
    table: NDArray[np.float32] = rows.astype(np.float32)
    if scale is not None:
        table *= scale.astype(np.float32)[:, np.newaxis]
    return table


def _read_tokenizer(folder: Path) -> "Tokenizer":
    from tokenizers import Tokenizer

    try:
        return Tokenizer.from_file(str(folder / "tokenizer.json"))
    except Exception as error:  # the library raises nothing narrower
        raise ModelUnusable(path=folder, reason=repr(error)) from error


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for name in ("model.safetensors", "tokenizer.json"):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:12]
