"""What ingestion needs from a reader."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from casefile.document import Page, Reading


class Reader(Protocol):
    def __call__(self, path: Path, name: str) -> tuple[Reading, Iterator[Page]]:
        """Read the file at `path`; `name` is what its owner called it.

        Pages come lazily, numbered from 1 without gaps; a page that cannot be read comes as
        `Page(n, unread=reason)`. Raises `casefile.errors.FileRefused` with `path=name`.
        """
        ...
