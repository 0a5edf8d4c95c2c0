"""Arrays in one file that is replaced in one instant. It can be made again: a damaged one is none."""

import json
import zipfile
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import numpy as np
from numpy.typing import NDArray

# Of a file that is missing, cut, of another shape, or not as its checksums say: zip has them.
UNREADABLE = (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile)


def write_arrays(path: Path, told: object, **arrays: NDArray[Any]) -> None:
    """`told`: whatever JSON can hold, to be read by `told_in`. Raises `OSError`."""
    with NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as file:
        try:
            words = np.frombuffer(json.dumps(told).encode(), dtype=np.uint8)
            np.savez(file, told=words, allow_pickle=False, **arrays)
            file.close()
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink()
            raise


def told_in(held: Any) -> Any:  # Any: an open file of numpy, and JSON
    return json.loads(held["told"].tobytes())
