"""One collection, opened: its ledger, its originals, and the two indexes derived from the ledger."""

import shutil
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from threading import Lock

from casefile.collection import Collection
from casefile.errors import DataDamaged
from casefile.ledger import Ledger
from casefile.originals import Originals
from casefile.passage import Passage
from vectorstore.derived import DerivedIndexes
from vectorstore.indexes import Indexes, IndexMakers, embed
from vectorstore.ports import Embedder, Vectors

__all__ = ["Compartment", "IndexMakers", "Indexes"]


class Compartment:
    """Opening one is the access decision: there is no index over several collections."""

    def __init__(
        self,
        collection: Collection,
        folder: Path,
        embedder: Embedder,
        makers: IndexMakers,
        built_in: Embedder | None = None,
    ) -> None:
        """`embedder` is the one that is wanted; without `built_in` it is taken to be quick."""
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
        self.derived = DerivedIndexes(folder, self.ledger, makers, embedder, built_in or embedder)

    @property
    def indexes(self) -> Indexes:
        """Opened on first use, and made again from the ledger if they cannot be trusted."""
        return self.derived.current

    def embed(self, passages: Sequence[Passage]) -> Vectors:
        """With the model that serves; the vectors are kept in the ledger."""
        return embed(self.ledger, self.indexes.embedder, passages)

    def changing(self) -> AbstractContextManager[Indexes]:
        """The indexes, to be written: dying inside means they are made again on the next opening."""
        return self.derived.changing()

    def rebuild(self) -> Indexes:
        """Throw both indexes away and make them from the ledger."""
        return self.derived.rebuild()

    def disagreement(self) -> str:
        """Why the indexes on disk cannot be trusted; "" if they can. Opens them if that is safe."""
        return self.derived.disagreement()

    def close(self) -> None:
        self.derived.close()
        self.ledger.close()
