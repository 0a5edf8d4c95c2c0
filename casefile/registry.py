"""Which collections a data directory holds. The directory names are opaque: a name may be a secret."""

import difflib
import uuid
from importlib.resources import files
from pathlib import Path

from casefile.clock import now
from casefile.collection import Collection, CollectionKind, collection_name
from casefile.errors import CollectionKindDiffers, CollectionUnknown, NoCollections
from casefile.sqlite import Store

FORMAT = 1
LISTED = 8  # collection names in an error


class Registry:
    """`registry.sqlite` of a data directory."""

    def __init__(self, path: Path) -> None:
        self._store = Store(path, (files("casefile") / "registry.sql").read_text(), FORMAT)

    def close(self) -> None:
        self._store.close()

    def collections(self) -> list[Collection]:
        """Oldest first."""
        rows = self._store.rows("SELECT id, name, kind, created_at FROM collections ORDER BY rowid")
        return [Collection(id_, name, CollectionKind(kind), at) for id_, name, kind, at in rows]

    def find(self, name: str) -> Collection:
        """Raises `BadCollectionName`, `NoCollections`, `CollectionUnknown` (with the closest names first)."""
        wanted = collection_name(name)
        known = {collection.name: collection for collection in self.collections()}
        if wanted in known:
            return known[wanted]
        if not known:
            raise NoCollections
        close = difflib.get_close_matches(wanted, known, n=3, cutoff=0.5)
        others = [other for other in known if other not in close]
        raise CollectionUnknown(name=wanted, known=", ".join([*close, *others][:LISTED]))

    def find_or_create(self, name: str, kind: CollectionKind | None) -> Collection:
        """The collection of this name, made if there is none (a case unless `kind` says otherwise).

        Raises `CollectionKindDiffers` if it exists as another kind: law and evidence never mix.
        """
        wanted = collection_name(name)
        with self._store.transaction() as sql:
            sql.execute(
                "INSERT INTO collections VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (uuid.uuid4().hex, wanted, kind or CollectionKind.CASE, now()),
            )
        found = self.find(wanted)
        if kind is not None and found.kind is not kind:
            raise CollectionKindDiffers(name=wanted, kind=found.kind, asked=kind)
        return found
