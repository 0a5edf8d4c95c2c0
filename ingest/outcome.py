"""What became of one file."""

from dataclasses import dataclass
from pathlib import Path

from casefile.errors import FileRefused


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file to take in: where its bytes are, and what its owner calls it."""

    path: Path
    name: str
    reason: str = ""  # why it cannot even be tried


@dataclass(frozen=True, slots=True)
class Indexed:
    """Durable and findable."""

    name: str
    document: str
    pages: int
    unread_pages: int
    passages: int


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The same bytes are already in this collection, findable."""

    name: str
    document: str


@dataclass(frozen=True, slots=True)
class Failed:
    """Not read; recorded as unread if its bytes could be kept."""

    name: str
    error: FileRefused


Outcome = Indexed | Unchanged | Failed
