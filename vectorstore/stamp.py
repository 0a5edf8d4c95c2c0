"""What the indexes of a collection were made with: a small file, replaced in one instant.

Whoever dies before or after that instant leaves one index that is whole and named here.
"""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stamp:
    model: str  # name of the embedder
    version: str  # formats of the indexes
    dense: str  # folder of the dense index that serves


def read_stamp(path: Path) -> Stamp | None:
    """None where there is none, or one that cannot be read."""
    try:
        return Stamp(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_stamp(path: Path, stamp: Stamp) -> None:
    beside = path.with_suffix(".new")
    with beside.open("w", encoding="utf-8") as opened:
        json.dump(asdict(stamp), opened)
        opened.flush()
        os.fsync(opened.fileno())
    beside.replace(path)
