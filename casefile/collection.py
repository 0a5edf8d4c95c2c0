"""A compartment of documents: one case, one body of law, one body of guidance."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from casefile.errors import BadCollectionName

LONGEST_NAME = 100


class CollectionKind(StrEnum):
    CASE = "case"
    LAW = "law"
    GUIDANCE = "guidance"


@dataclass(frozen=True, slots=True)
class Collection:
    id: str
    name: str
    kind: CollectionKind
    created_at: str  # UTC, ISO 8601


def collection_name(text: str) -> str:
    """The name as it is stored: NFC, trimmed, single spaces.

    Raises `BadCollectionName` for a name that is empty, longer than 100 characters, begins with a
    hyphen (an option of the command line that lost its place) or holds control characters or slashes.

    >>> collection_name("  Іс   2026-14 ")
    'Іс 2026-14'
    """
    name = " ".join(unicodedata.normalize("NFC", text).split())
    unprintable = any(unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in name)
    misleading = unprintable or name.startswith("-") or "/" in name or "\\" in name
    if not name or len(name) > LONGEST_NAME or misleading:
        raise BadCollectionName(name=name[:LONGEST_NAME])
    return name
