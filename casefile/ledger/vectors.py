"""Vectors by passage and model, so that an index is rebuilt without embedding anything again."""

from collections.abc import Iterable, Iterator, Sequence

from casefile.ledger.rows import PASSAGE, VISIBLE, to_passage
from casefile.passage import Passage
from casefile.sqlite import Store


class Vectors:
    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, model: str, vectors: Iterable[tuple[str, bytes]]) -> None:
        """By passage id, as little-endian float32 bytes."""
        with self._store.transaction() as sql:
            sql.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)",
                ((passage, model, vector) for passage, vector in vectors),
            )

    def get(self, model: str, ids: Sequence[str]) -> dict[str, bytes]:
        """Of a few hundred passages at most, where this model has made them."""
        marks = ",".join("?" * len(ids))
        return dict(
            self._store.rows(
                f"SELECT passage, vector FROM vectors WHERE model = ? AND passage IN ({marks})", model, *ids
            )
        )

    def visible(self, model: str, size: int) -> Iterator[list[tuple[Passage, bytes | None]]]:
        """Every visible passage with its vector (None where this model has made none), `size` at a time."""
        last = ""
        while rows := self._store.rows(
            f"SELECT {PASSAGE}, vector FROM {VISIBLE}"
            " LEFT JOIN vectors ON vectors.passage = passages.id AND model = ?"
            " WHERE passages.id > ? ORDER BY passages.id LIMIT ?",
            model,
            last,
            size,
        ):
            yield [(to_passage(row[:-1]), row[-1]) for row in rows]
            last = rows[-1][0]
