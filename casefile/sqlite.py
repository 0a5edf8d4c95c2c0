"""One SQLite store of record: WAL, full sync, a known format version, one lock around it."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from casefile.errors import DataDamaged, DataNewer

Row = tuple[Any, ...]  # Any: the column types are the schema's business, known to the reader of a row


class Store:
    """Calls are short and may come from any thread. What a transaction committed survives power loss."""

    def __init__(self, path: Path, schema: str, version: int) -> None:
        """Raises `DataNewer` for a store of a later version, `DataDamaged` for a file that is none."""
        self._lock = threading.RLock()
        self._path = path
        try:
            self._sql = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            found = int(self._sql.execute("PRAGMA user_version").fetchone()[0])
            if found > version:
                self._sql.close()
                raise DataNewer(path=path, found=found, known=version)
            self._sql.execute("PRAGMA journal_mode=WAL")
            self._sql.execute("PRAGMA synchronous=FULL")
            self._sql.execute("PRAGMA foreign_keys=ON")
            self._sql.execute("PRAGMA secure_delete=ON")
            if found == 0:
                self._sql.executescript(f"BEGIN IMMEDIATE;{schema};PRAGMA user_version={version};COMMIT;")
                path.chmod(0o600)
        except sqlite3.Error as error:
            raise DataDamaged(path=path, reason=error) from error

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing."""
        with self._lock:
            self._sql.execute("BEGIN IMMEDIATE")
            try:
                yield self._sql
            except BaseException:
                self._sql.execute("ROLLBACK")
                raise
            self._sql.execute("COMMIT")

    def rows(self, query: str, *values: object) -> list[Row]:
        with self._lock:
            try:
                return self._sql.execute(query, values).fetchall()
            except sqlite3.DatabaseError as error:
                raise DataDamaged(path=self._path, reason=error) from error

    def number(self, query: str, *values: object) -> int:
        return int(self.rows(query, *values)[0][0])

    def close(self) -> None:
        with self._lock:
            self._sql.close()
