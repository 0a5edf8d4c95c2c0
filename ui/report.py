"""What a desk reports of its collections."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from casefile.collection import Collection


@dataclass(frozen=True, slots=True)
class Shelf:
    """A collection and how much is in it."""

    collection: Collection
    documents: int
    passages: int
    unread_pages: int


@dataclass(frozen=True, slots=True)
class Embedded:
    """How far a collection has come on its way to another model."""

    collection: Collection
    made: int  # passages that have a vector of it
    passages: int


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as its record has it."""

    answer: Mapping[str, Any]  # Any: JSON, see docs/json.md
    provenance: Mapping[str, Any]
    at: str  # UTC, ISO 8601


@dataclass(frozen=True, slots=True)
class Finding:
    """What an examination found in one collection."""

    collection: Collection
    ledger_sound: bool
    originals_changed: int  # kept files whose bytes no longer have their hash
    unfinished: int  # documents that a killed run left behind
    indexes: str  # why the indexes cannot be trusted, "" if they can
    rebuilt: bool
    embedding: tuple[int, int] | None  # while another model serves than is wanted: vectors made, passages

    @property
    def healthy(self) -> bool:
        indexes_good = not self.indexes or self.rebuilt
        return self.ledger_sound and not self.originals_changed and not self.unfinished and indexes_good
