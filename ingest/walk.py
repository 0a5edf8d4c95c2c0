"""Which files a path stands for."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from ingest.outcome import Incoming


def files_under(paths: Iterable[Path]) -> Iterator[Incoming]:
    """Every regular file at or below the paths, folders in name order; a link is followed only if named.

    A path that does not exist comes out as itself, so that it becomes an outcome and is not passed
    over. Names are absolute paths.
    """
    for path in paths:
        if not path.is_dir():
            yield _incoming(path)
            continue
        for folder, folders, names in os.walk(path):
            folders.sort()
            for name in sorted(names):
                if not (file := Path(folder, name)).is_symlink():
                    yield _incoming(file)


def _incoming(path: Path) -> Incoming:
    return Incoming(path, str(path.absolute()))
