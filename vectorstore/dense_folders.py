"""Dense indexes of one collection side by side, each in a folder of its own with a name never used again.

One of them serves, another may be being filled to take its place. Knows nothing of which is which.
"""

import shutil
import uuid
from collections.abc import Callable
from pathlib import Path

from vectorstore.ports import DenseIndex


class DenseFolders:
    def __init__(self, path: Path, make: Callable[[Path], DenseIndex]) -> None:
        self._path, self._make = path, make
        self._open: dict[str, DenseIndex] = {}

    def new(self) -> tuple[str, DenseIndex]:
        """Name and index, empty."""
        name = uuid.uuid4().hex
        return name, self.open(name)

    def open(self, name: str) -> DenseIndex:
        self._path.mkdir(mode=0o700, exist_ok=True)
        self._open[name] = self._make(self._path / name)
        return self._open[name]

    def drop(self, name: str) -> None:
        """Closed, and gone at the next sweep."""
        if index := self._open.pop(name, None):
            index.close()

    def sweep(self) -> None:
        """Remove what is not open: dropped indexes, and those of a process that was killed."""
        for path in self._path.glob("*"):
            if path.name not in self._open:
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def close(self, serving: str) -> None:
        """All of them; only the serving one is kept on disk."""
        for name in list(self._open):
            self.drop(name)
        for path in self._path.glob("*"):
            if path.name != serving:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
