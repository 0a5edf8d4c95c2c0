"""Vectors by passage and model, so that an index is rebuilt without embedding anything again."""

from collections.abc import Iterable, Iterator, Sequence

from casefile.ledger.rows import PASSAGE, VISIBLE, to_passage
from casefile.passage import Passage
from casefile.sqlite import Store

AT_ONCE = 1_000  # passages whose old vectors are removed in one transaction: some 4 MB are overwritten


class Vectors:
    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, model: str, vectors: Iterable[tuple[str, bytes]]) -> None:
        """By passage id, as little-endian float32 bytes. A passage that is gone meanwhile is passed over."""
        with self._store.transaction() as sql:
            sql.executemany(
                "INSERT OR REPLACE INTO vectors SELECT id, ?, ? FROM passages WHERE id = ?",
                ((model, vector, passage) for passage, vector in vectors),
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

    def missing(self, model: str, after: str, limit: int) -> list[Passage]:
        """Visible passages without a vector of this model, by id, beginning behind the id `after`."""
        rows = self._store.rows(
            f"SELECT {PASSAGE} FROM {VISIBLE} WHERE passages.id > ? AND NOT EXISTS"
            " (SELECT 1 FROM vectors WHERE passage = passages.id AND model = ?)"
            " ORDER BY passages.id LIMIT ?",
            after,
            model,
            limit,
        )
        return [to_passage(row) for row in rows]

    def progress(self, model: str) -> tuple[int, int]:
        """How many visible passages have a vector of this model, and how many there are."""
        made, visible = self._store.rows(
            f"SELECT count(vectors.passage), count(*) FROM {VISIBLE}"
            " LEFT JOIN vectors ON vectors.passage = passages.id AND model = ?",
            model,
        )[0]
        return made, visible

    def forget_others(self, model: str) -> None:
        """Remove the vectors of every other model, a little at a time."""
        last = ""
        some = "SELECT DISTINCT passage FROM vectors WHERE passage > ? ORDER BY passage LIMIT ?"
        while upto := self._store.rows(f"SELECT max(passage) FROM ({some})", last, AT_ONCE)[0][0]:
            with self._store.transaction() as sql:
                sql.execute(
                    "DELETE FROM vectors WHERE passage > ? AND passage <= ? AND model <> ?",
                    (last, upto, model),
                )
            last = upto
