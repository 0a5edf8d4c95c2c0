"""Which files a path stands for."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from ingest.outcome import Incoming

LINK = "a link inside a folder is not followed"


def files_under(paths: Iterable[Path]) -> Iterator[Incoming]:
    """Every file at or below the paths, folders in name order. Names are absolute paths.

    Nothing is passed over: what cannot be read (a path that does not exist, a folder that cannot be
    opened, a link inside a folder, which may lead anywhere) comes out too, and becomes an outcome.
    """
    for path in paths:
        if not path.is_dir():
            yield _incoming(path)
            continue
        refused: list[OSError] = []
        for folder, folders, names in os.walk(path, onerror=refused.append):
            folders.sort()
            links = [name for name in folders if Path(folder, name).is_symlink()]
            for name in sorted([*names, *links]):
                file = Path(folder, name)
                yield _incoming(file, LINK if file.is_symlink() else "")
        for error in refused:
            yield _incoming(Path(str(error.filename)), error.strerror or type(error).__name__)


def _incoming(path: Path, reason: str = "") -> Incoming:
    # A name may be no UTF-8; what is shown and stored must be.
    return Incoming(path, os.fsencode(path.absolute()).decode(errors="replace"), reason)
