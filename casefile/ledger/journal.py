"""What happened, in order: custody events, and answers with everything needed to repeat them."""

import sqlite3

from casefile.clock import now
from casefile.sqlite import Row, Store


class Journal:
    def __init__(self, store: Store) -> None:
        self._store = store

    def note(self, what: str, *, document: str = "", path: str = "", detail: str = "") -> None:
        with self._store.transaction() as sql:
            note(sql, what, document, path, detail)

    def events(self) -> list[Row]:
        """(at, what, document, path, detail), oldest first."""
        return self._store.rows("SELECT at, what, document, path, detail FROM events ORDER BY n")

    def keep_answer(self, record: str, answer: str, provenance: str) -> None:
        """Both as JSON; durable when this returns."""
        with self._store.transaction() as sql:
            sql.execute("INSERT INTO records VALUES (?, ?, ?, ?)", (record, now(), answer, provenance))

    def answer(self, record: str) -> tuple[str, str] | None:
        """(answer, provenance) as JSON."""
        rows = self._store.rows("SELECT answer, provenance FROM records WHERE id = ?", record)
        return (rows[0][0], rows[0][1]) if rows else None

    def answered_at(self, record: str) -> str:
        """UTC, ISO 8601."""
        return str(self._store.rows("SELECT at FROM records WHERE id = ?", record)[0][0])

    def answers_beginning(self, letters: str) -> list[str]:
        """Ids of the records that begin with these letters."""
        rows = self._store.rows("SELECT id FROM records WHERE substr(id, 1, ?) = ?", len(letters), letters)
        return [row[0] for row in rows]


def note(sql: sqlite3.Connection, what: str, document: str, path: str, detail: str = "") -> None:
    """Inside a transaction that is already open."""
    sql.execute(
        "INSERT INTO events (at, what, document, path, detail) VALUES (?, ?, ?, ?, ?)",
        (now(), what, document, path, detail),
    )
