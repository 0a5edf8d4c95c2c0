"""One collection, opened: its ledger, its originals, and the two indexes derived from the ledger.

The indexes are a cache. A marker file stands beside them while they are being written; if it is
found on opening, or their counts or versions disagree with the ledger, they are thrown away and
made again from the ledger's passages and vectors. Nothing is embedded twice.
"""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, RLock

import numpy as np

from casefile.collection import Collection
from casefile.errors import DataDamaged, IndexUnusable
from casefile.ledger import Ledger
from casefile.originals import Originals
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

    def close(self) -> None:
        self.dense.close()
        self.lexical.close()


class Compartment:
    """Opening one is the access decision: there is no index over several collections."""

    def __init__(self, collection: Collection, folder: Path, embedder: Embedder, makers: IndexMakers) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.collection = collection
        self.originals = Originals(folder / "originals")
        if not (folder / "ledger.sqlite").exists() and not self.originals.empty():
            # An empty ledger in its place would pass for a collection that never held anything.
            raise DataDamaged(path=folder / "ledger.sqlite", reason="missing")
        self.ledger = Ledger(folder / "ledger.sqlite")
        self.scratch = folder / "scratch"
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.scratch.mkdir(mode=0o700)
        self.taking_in = Lock()  # one run of files at a time
        self.writing = RLock()
        self._folder, self._embedder, self._makers = folder, embedder, makers
        self._indexes: Indexes | None = None

    @property
    def indexes(self) -> Indexes:
        """Opened on first use, and made again from the ledger if they cannot be trusted."""
        if (indexes := self._indexes) is not None:  # without the lock: search goes on during a write
            return indexes
        with self.writing:
            if self._indexes is None:
                self._indexes = self._open_trusted()
            return self._indexes

    def embed(self, passages: Sequence[Passage]) -> Vectors:
        """Embed context and text together, and keep the vectors in the ledger."""
        vectors = self._embedder.embed_passages([embedded_text(passage) for passage in passages])
        self.ledger.vectors.keep(
            self._embedder.name,
            ((p.id, v.astype("<f4").tobytes()) for p, v in zip(passages, vectors, strict=True)),
        )
        return vectors

    @contextmanager
    def changing(self) -> Iterator[Indexes]:
        """The indexes, to be written: dying inside means they are made again on the next opening."""
        with self.writing:
            indexes = self.indexes
            self._marker.touch()
            yield indexes
            self._seal()

    def rebuild(self) -> Indexes:
        """Throw both indexes away and make them from the ledger."""
        with self.writing:
            if self._indexes is not None:
                self._indexes.close()
                self._indexes = None
            self._marker.touch()
            for name in ("dense", "lexical"):
                shutil.rmtree(self._folder / name, ignore_errors=True)
            self._indexes = self._open()
            self._fill(self._indexes)
            self._seal()
            return self._indexes

    def disagreement(self) -> str:
        """Why the indexes on disk cannot be trusted; "" if they can. Opens them if that is safe."""
        if self._marker.exists():
            return "unfinished"
        if not self._stamp.exists() or self._stamp.read_text() != self._expected_stamp():
            return "version"
        passages = self.ledger.documents.counts().passages
        try:
            self._indexes = indexes = self._indexes or self._open()
            counted = (indexes.dense.count(), indexes.lexical.count())
            # A graph that was torn while it was written opens and counts well, and fails when it is asked.
            indexes.dense.nearest(np.full(self._embedder.dimension, 1.0, dtype=np.float32), 1)
        except IndexUnusable:
            return "damaged"
        return "" if counted == (passages, passages) else "count"

    def close(self) -> None:
        with self.writing:
            if self._indexes is not None:
                self._indexes.close()
                self._indexes = None
            self.ledger.close()

    @property
    def _marker(self) -> Path:
        return self._folder / "indexes-unfinished"

    @property
    def _stamp(self) -> Path:
        return self._folder / "indexes.json"

    def _expected_stamp(self) -> str:
        return json.dumps({"model": self._embedder.name, "version": self._makers.version})

    def _seal(self) -> None:
        self._stamp.write_text(self._expected_stamp())
        self._marker.unlink(missing_ok=True)

    def _open(self) -> Indexes:
        dense = self._makers.dense(self._folder / "dense")
        try:
            return Indexes(dense, self._makers.lexical(self._folder / "lexical"))
        except IndexUnusable:
            dense.close()  # or its files stay open under the index that is made in their place
            raise

    def _open_trusted(self) -> Indexes:
        if self.disagreement():
            return self.rebuild()
        assert self._indexes is not None  # noqa: S101 # disagreement() opened them
        return self._indexes

    def _fill(self, indexes: Indexes) -> None:
        for batch in self.ledger.vectors.visible(self._embedder.name, BATCH):
            passages = [passage for passage, _ in batch]
            missing = [passage for passage, vector in batch if vector is None]
            made = dict(zip((p.id for p in missing), self.embed(missing), strict=True)) if missing else {}
            vectors = np.stack(
                [made[p.id] if v is None else np.frombuffer(v, dtype="<f4") for p, v in batch]
            ).astype(np.float32)
            indexes.dense.upsert([passage.id for passage in passages], vectors)
            indexes.lexical.upsert(passages)
        indexes.lexical.commit()


def embedded_text(passage: Passage) -> str:
    """What a vector stands for: the context line first, since it names the act and the article."""
    return f"{passage.context}\n{passage.text}"
