"""What the two indexes of a collection are, and the vectors that go into the dense one.

Knows nothing of when they are opened, trusted and made again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from casefile.ledger import Ledger
from casefile.passage import Passage
from vectorstore.ports import DenseIndex, Embedder, LexicalIndex, Vectors

BATCH = 2_000  # passages read, embedded and written at a time: some 10 MB


@dataclass(frozen=True, slots=True)
class IndexMakers:
    """How to open the two indexes in a folder; `version` names their formats."""

    dense: Callable[[Path], DenseIndex]
    lexical: Callable[[Path], LexicalIndex]
    version: str


@dataclass(frozen=True, slots=True)
class Indexes:
    dense: DenseIndex
    lexical: LexicalIndex
    embedder: Embedder  # whose vectors the dense index holds
    folder: str  # name of the dense index's folder


def embed(ledger: Ledger, embedder: Embedder, passages: Sequence[Passage]) -> Vectors:
    """Embed context and text together, and keep the vectors in the ledger."""
    vectors = embedder.embed_passages([embedded_text(passage) for passage in passages])
    kept = ((p.id, v.astype("<f4").tobytes()) for p, v in zip(passages, vectors, strict=True))
    ledger.vectors.keep(embedder.name, kept)
    return vectors


def embed_missing(
    ledger: Ledger, embedder: Embedder, batch: Sequence[tuple[Passage, bytes | None]]
) -> Vectors:
    """The vectors of these passages; only those that the ledger does not have are made."""
    missing = [passage for passage, vector in batch if vector is None]
    made = iter(embed(ledger, embedder, missing)) if missing else iter(())
    rows = [next(made) if vector is None else np.frombuffer(vector, dtype="<f4") for _, vector in batch]
    return np.stack(rows).astype(np.float32)


def embedded_text(passage: Passage) -> str:
    """What a vector stands for: the context line first, since it names the act and the article."""
    return f"{passage.context}\n{passage.text}"
