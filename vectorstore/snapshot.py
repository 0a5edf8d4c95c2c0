"""Vectors as one file, to be in memory at once: a copy of what an index holds, true while it is there.

Whoever changes the index drops the copy first. One that cannot be read is none.
"""

import os
from contextlib import suppress
from pathlib import Path

import numpy as np

from vectorstore.arrays import UNREADABLE, told_in, write_arrays
from vectorstore.exact import ExactVectors


class Snapshot:
    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, most: int) -> ExactVectors | None:
        """None where there is none, a damaged one, or one of more than `most` bytes."""
        try:
            if self._path.stat().st_size > 2 * most:  # with the ids
                return None
            with np.load(self._path, allow_pickle=False) as held:
                ids, vectors = told_in(held), held["vectors"]
        except UNREADABLE:
            return None
        fits = vectors.ndim == 2 and len(ids) == len(vectors) and vectors.nbytes <= most
        return ExactVectors(ids, vectors) if fits else None

    def write(self, held: ExactVectors) -> None:
        """As far as the disk lets us: without it only the next start is slower."""
        with suppress(OSError):
            write_arrays(self._path, held.ids, vectors=held.vectors)

    def drop(self) -> None:
        """Gone for good, be the power cut the moment after. Raises `OSError`."""
        if not self._path.exists():
            return
        self._path.unlink()
        folder = os.open(self._path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
