"""What happened, in order: custody events, and answers with everything needed to repeat them."""

import sqlite3
from dataclasses import dataclass

from casefile.clock import now
from casefile.sqlite import Row, Store

QUESTION = "iif(json_valid(provenance), json_extract(provenance, '$.question'), '')"
CITATIONS = "iif(json_valid(answer), json_array_length(answer, '$.citations'), 0)"
REFUSED = "iif(json_valid(answer), json_extract(answer, '$.refused'), 0)"


@dataclass(frozen=True, slots=True)
class Record:
    """A kept answer. `answer` and `provenance` are JSON."""

    id: str
    at: str  # UTC, ISO 8601
    answer: str
    provenance: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A kept answer as a list shows it."""

    id: str
    at: str  # UTC, ISO 8601
    question: str
    refused: bool
    citations: int


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

    def beginning(self, letters: str) -> list[Record]:
        """The records whose id begins with these letters."""
        query = "SELECT id, at, answer, provenance FROM records WHERE substr(id, 1, ?) = ?"
        return [Record(*row) for row in self._store.rows(query, len(letters), letters)]

    def entries(self) -> list[Entry]:
        """Of all records, newest first."""
        query = f"SELECT id, at, {QUESTION}, {REFUSED}, {CITATIONS} FROM records ORDER BY at DESC, rowid DESC"
        return [
            Entry(id_, at, question or "", bool(refused), citations or 0)
            for id_, at, question, refused, citations in self._store.rows(query)
        ]


def note(sql: sqlite3.Connection, what: str, document: str, path: str, detail: str = "") -> None:
    """Inside a transaction that is already open."""
    sql.execute(
        "INSERT INTO events (at, what, document, path, detail) VALUES (?, ?, ?, ?, ?)",
        (now(), what, document, path, detail),
    )
