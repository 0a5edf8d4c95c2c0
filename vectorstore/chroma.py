"""The dense index on disk: ids and vectors in an embedded Chroma, nothing else.

No text, no metadata, no embedding function, no telemetry, no server. One process may open a folder;
within it the same folder can be closed and opened again.

After kill -9: what `upsert` returned from is in Chroma's SQLite log and comes back, but the HNSW
files may be torn: then some vectors are not found, or the first query (not the opening) raises.
Measured, 8 kills while writing: 7 lost nothing, 1 raised. Whoever writes keeps a marker and rebuilds.

Opening Chroma and reading 31,000 vectors out of it takes two seconds: a snapshot of them lies beside, and
goes before Chroma is written. While it is there Chroma is opened by who writes, and by nobody else.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from casefile.errors import IndexUnusable
from vectorstore.exact import SMALLEST, ExactVectors
from vectorstore.ports import Scored, Vector, Vectors
from vectorstore.snapshot import Snapshot
from vectorstore.unusable import unusable

FORMAT = "chroma-1"

BATCH = 5_000  # Chroma refuses more than 5,461 at once
EXACT_BYTES = 128 << 20  # of vectors held in memory and compared one by one; beyond, Chroma's graph answers
# 27,000 law passages, static table, natural questions: recall@50 against exact search 0.76 at ef_search
# 100, 0.89 at 300, 0.96 at 1,000 (2.3 ms a query).
HNSW = {"space": "cosine", "ef_construction": 100, "max_neighbors": 24, "ef_search": 1_000}


class ChromaIndex:
    """Raises `IndexUnusable(path, reason)` for whatever Chroma cannot do, vectors of another length among it.

    A zero vector is kept and counted, but it is at right angles to every question and so never found.
    """

    def __init__(self, path: Path, exact_bytes: int = EXACT_BYTES) -> None:
        self._path, self._exact_bytes = path, exact_bytes
        self._changing = Lock()  # nobody reads all of it while somebody writes half of it
        self._opening = Lock()
        self._client: Any = None  # Any: chromadb is untyped here
        self._opened: Any = None
        self._snapshot = Snapshot(path / "snapshot.npz")
        # What Chroma holds, once it was read and until it changes.
        self._exact = self._snapshot.read(exact_bytes)
        if self._exact is None:
            _ = self._passages

    @property
    def _passages(self) -> Any:
        """Chroma's collection; opened by who first needs it."""
        with self._opening, self._ours():
            if self._opened is None:
                self._client = _client(self._path)
                self._opened = self._client.get_or_create_collection(
                    "passages", embedding_function=None, configuration={"hnsw": HNSW}
                )
            return self._opened

    def upsert(self, ids: Sequence[str], vectors: Vectors) -> None:
        rows = {id_: row for row, id_ in enumerate(ids)}  # Chroma refuses an id twice in one batch
        with self._changed() as passages:
            for batch in _batches(rows):
                with self._ours():
                    passages.upsert(ids=batch, embeddings=vectors[[rows[id_] for id_ in batch]])

    def delete(self, ids: Iterable[str]) -> None:
        with self._changed() as passages:
            for batch in _batches(ids):
                with self._ours():
                    passages.delete(ids=batch)

    @contextmanager
    def _changed(self) -> Iterator[Any]:
        with self._changing:
            passages = self._passages
            with self._ours():
                self._snapshot.drop()
            try:
                yield passages
            finally:
                self._exact = None

    def nearest(self, vector: Vector, limit: int) -> list[Scored]:
        """Those with a cosine above zero, best first, ties by id."""
        if limit < 1 or not np.any(vector):
            return []
        if (exact := self._in_memory(len(vector))) is not None:
            with unusable(self._path, ValueError):  # numpy's, where the lengths differ
                return exact.nearest(vector, limit)
        passages = self._passages
        with self._ours():
            found = passages.query(
                query_embeddings=vector[np.newaxis], n_results=limit, include=["distances"]
            )
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        hits = [(id_, round(1.0 - distance, 6)) for id_, distance in pairs if distance < 1.0 - SMALLEST]
        return sorted(hits, key=lambda hit: (-hit[1], hit[0]))

    def similar(self, vector: Vector, ids: Sequence[str]) -> dict[str, float]:
        if not ids:
            return {}
        exact = self._in_memory(len(vector))
        if exact is None:
            exact = ExactVectors(*self._read(ids=list(ids)))
        return exact.similar(vector, ids)

    def _in_memory(self, dimension: int) -> ExactVectors | None:
        """All vectors, if they are few enough; read on first use and after every change."""
        if (exact := self._exact) is not None:  # while somebody writes, what stood before answers
            return exact
        if self.count() * dimension * 4 > self._exact_bytes:  # the graph waits for nobody
            return None
        with self._changing:
            if self._exact is None:
                self._exact = self._all()
                self._snapshot.write(self._exact)
            return self._exact

    def _all(self) -> ExactVectors:
        count = self.count()
        pages = [self._read(limit=BATCH, offset=start) for start in range(0, count, BATCH)]
        ids = [id_ for page, _ in pages for id_ in page]
        if len(ids) != count:
            raise IndexUnusable(path=self._path, reason=f"{len(ids)} vectors of {count}")
        rows = [vectors for _, vectors in pages] or [np.zeros((0, 1), dtype=np.float32)]
        return ExactVectors(ids, np.concatenate(rows))

    def _read(self, **which: object) -> tuple[list[str], Vectors]:
        passages = self._passages
        with self._ours():
            found = passages.get(include=["embeddings"], **which)
        return found["ids"], np.asarray(found["embeddings"], dtype=np.float32)

    def count(self) -> int:
        if self._opened is None and (exact := self._exact) is not None:
            return len(exact.ids)
        passages = self._passages
        with self._ours():
            return int(passages.count())

    def sound(self) -> bool:
        if self._opened is not None:
            return True
        known = self.count()
        try:
            return int(self._passages.count()) == known
        except IndexUnusable:
            return False

    def close(self) -> None:
        with self._opening:
            if self._client is not None:
                self._client.close()

    def _ours(self) -> AbstractContextManager[None]:
        from chromadb.errors import ChromaError

        return unusable(self._path, ChromaError, ValueError, RuntimeError, OSError)


def _client(path: Path) -> Any:  # Any: chromadb is untyped here
    import chromadb
    from chromadb.api.shared_system_client import SharedSystemClient
    from chromadb.config import Settings

    settings = Settings(
        _env_file=None,  # a stray .env or CHROMA_… variable must not turn this into a client of a server
        chroma_api_impl="chromadb.api.rust.RustBindingsAPI",
        anonymized_telemetry=False,
        chroma_otel_collection_endpoint="",
    )
    try:
        return chromadb.PersistentClient(str(path), settings=settings)
    except BaseException:
        # Chroma caches a half-started system by path and would hand it out on the next opening.
        SharedSystemClient._identifier_to_system.pop(str(path), None)
        raise


def _batches(ids: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(ids)
    while batch := list(islice(rest, BATCH)):
        yield batch
