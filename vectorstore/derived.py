"""The two indexes of a collection: opened, judged, and made again from the ledger.

They are a cache. A marker file stands beside them while they are being written; if it is found on
opening, or their counts or versions disagree with the ledger, they are thrown away and made again from
the ledger's passages and vectors. Nothing is embedded twice.

The dense index belongs to one embedder. Where another one is wanted, the built-in one serves until
`vectorstore/reembed.py` has filled a new dense index beside the old; the lexical index stays as it is.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

import numpy as np

from casefile.errors import IndexUnusable
from casefile.ledger import Ledger
from vectorstore.dense_folders import DenseFolders
from vectorstore.indexes import BATCH, Indexes, IndexMakers, embed_missing
from vectorstore.ports import DenseIndex, Embedder, LexicalIndex
from vectorstore.stamp import Stamp, read_stamp, write_stamp


class DerivedIndexes:
    def __init__(
        self, folder: Path, ledger: Ledger, makers: IndexMakers, wanted: Embedder, built_in: Embedder
    ) -> None:
        """`built_in` is always there and quick; `wanted` may be slow, and may be the same."""
        self._ledger, self._makers = ledger, makers
        self.wanted, self._built_in = wanted, built_in
        self.writing = RLock()
        self._current: Indexes | None = None
        self._dense = DenseFolders(folder / "dense", makers.dense)
        self._lexical = folder / "lexical"
        self._stamp = folder / "indexes.json"
        self._unfinished = folder / "indexes-unfinished"
        self._outdated_vectors = folder / "vectors-outdated"

    @property
    def current(self) -> Indexes:
        """Opened on first use, and made again from the ledger if they cannot be trusted."""
        if (indexes := self._current) is not None:  # without the lock: search goes on during a write
            return indexes
        with self.writing:
            return self._current or self._open_trusted()

    @property
    def outdated(self) -> bool:
        """Whether another model serves than the one that is wanted."""
        return self.current.embedder.name != self.wanted.name

    @contextmanager
    def changing(self) -> Iterator[Indexes]:
        """To be written: dying inside means they are made again on the next opening."""
        with self.writing:
            indexes = self.current if self.current.dense.sound() else self.rebuild()
            self._unfinished.touch()
            yield indexes
            self._unfinished.unlink(missing_ok=True)

    def rebuild(self) -> Indexes:
        """Throw both indexes away and make them from the ledger."""
        with self.writing:
            if self._current is not None:
                self._current.lexical.close()
                self._dense.drop(self._current.folder)
                self._current = None
            self._unfinished.touch()
            shutil.rmtree(self._lexical, ignore_errors=True)
            return self._make(self._makers.lexical(self._lexical), words=True)

    def disagreement(self) -> str:
        """Why the indexes on disk cannot be trusted; "" if they can. Opens them if that is safe."""
        reason = self._doubt()
        return "damaged" if not reason and self._current and not self._current.dense.sound() else reason

    def _doubt(self) -> str:
        """The same, as far as it can be told without opening what only writers need."""
        if self._unfinished.exists():
            return "unfinished"
        stamp = read_stamp(self._stamp)
        if stamp is None or stamp.version != self._makers.version:
            return "version"
        embedder = next((one for one in (self._built_in, self.wanted) if one.name == stamp.model), None)
        if embedder is None:
            return "model"
        passages = self._ledger.documents.counts().passages
        try:
            if self._current is None:
                lexical = self._makers.lexical(self._lexical)
                self._current = Indexes(self._dense.open(stamp.dense), lexical, embedder, stamp.dense)
            counted = (self._current.dense.count(), self._current.lexical.count())
            # A graph that was torn while it was written opens and counts well, and fails when it is asked.
            self._current.dense.nearest(np.full(embedder.dimension, 1.0, dtype=np.float32), 1)
        except IndexUnusable:
            return "damaged"
        return "" if counted == (passages, passages) else "count"

    @contextmanager
    def beside(self) -> Iterator[tuple[str, DenseIndex]]:
        """Name and index: an empty dense one, gone afterwards unless it was adopted."""
        name, dense = self._dense.new()
        try:
            yield name, dense
        finally:
            if self._current is None or self._current.folder != name:
                self._dense.drop(name)
                self._dense.sweep()

    def adopt(self, name: str, dense: DenseIndex) -> None:
        """From this instant the wanted model serves, with this index.

        The one before stays open as long as the collection: a question may still be reading it.
        """
        with self.writing:
            self._serve(Indexes(dense, self.current.lexical, self.wanted, name))

    def forget_outdated(self) -> None:
        """Remove what models before the one that serves have left in the ledger."""
        if self._outdated_vectors.exists():
            self._ledger.vectors.forget_others(self.current.embedder.name)
            self._outdated_vectors.unlink(missing_ok=True)

    def progress(self) -> tuple[int, int] | None:
        """Of the wanted model, while another serves: passages that have a vector, and all passages."""
        stamp = read_stamp(self._stamp)
        if stamp is None or stamp.model == self.wanted.name:
            return None
        return self._ledger.vectors.progress(self.wanted.name)

    def close(self) -> None:
        with self.writing:
            if self._current is not None:
                self._current.lexical.close()
                self._dense.close(self._current.folder)
                self._current = None

    def _open_trusted(self) -> Indexes:
        reason = self._doubt()
        if reason == "model" and (lexical := self._sound_lexical()) is not None:
            return self._make(lexical, words=False)
        if reason or self._current is None:
            return self.rebuild()
        self._dense.sweep()
        return self._current

    def _sound_lexical(self) -> LexicalIndex | None:
        """The lexical index, which no model has to do with, if it can stay."""
        try:
            lexical = self._makers.lexical(self._lexical)
            return lexical if lexical.count() == self._ledger.documents.counts().passages else None
        except IndexUnusable:
            return None

    def _make(self, lexical: LexicalIndex, *, words: bool) -> Indexes:
        """A dense index, and the lexical one with it where `words` are wanted."""
        embedder, (name, dense) = self._ready(), self._dense.new()
        for batch in self._ledger.vectors.visible(embedder.name, BATCH):
            passages = [passage for passage, _ in batch]
            dense.upsert([p.id for p in passages], embed_missing(self._ledger, embedder, batch))
            if words:
                lexical.upsert(passages)
        lexical.commit()
        indexes = self._serve(Indexes(dense, lexical, embedder, name))
        self._unfinished.unlink(missing_ok=True)
        self._dense.sweep()
        return indexes

    def _ready(self) -> Embedder:
        """The wanted one where it has made all vectors or is quick, else the built-in one."""
        if self.wanted.name == self._built_in.name:
            return self.wanted
        return self._built_in if self._ledger.vectors.missing(self.wanted.name, "", 1) else self.wanted

    def _serve(self, indexes: Indexes) -> Indexes:
        model, before = indexes.embedder.name, read_stamp(self._stamp)
        if before and before.model != model != self._built_in.name:
            # The built-in one may only stand in for a model that is missing today: it outdates nothing.
            self._outdated_vectors.touch()
        write_stamp(self._stamp, Stamp(model, self._makers.version, indexes.folder))
        self._current = indexes
        return indexes
