"""One SQLite store of record: WAL, full sync, a known format version.

One connection writes, another reads: whoever searches never waits for whoever takes files in.
"""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from casefile.errors import DataDamaged, DataNewer, DataUnwritable

CACHE_KB = 32_768  # of pages kept by the reading connection: a question reads some two hundred rows

Row = tuple[Any, ...]  # Any: the column types are the schema's business, known to the reader of a row


class Store:
    """Calls are short and may come from any thread. What a transaction committed survives power loss."""

    def __init__(self, path: Path, schema: str, version: int, changes: Sequence[str] = ()) -> None:
        """`schema` makes the first version, each of `changes` the next one; an older store is brought along.

        Raises `DataNewer` for a store of a later version, `DataDamaged` for a file that is none.
        """
        self._writing, self._reading = threading.RLock(), threading.Lock()
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
            if found < version:
                steps = ";".join([schema, *changes][found:])
                self._sql.executescript(f"BEGIN IMMEDIATE;{steps};PRAGMA user_version={version};COMMIT;")
                path.chmod(0o600)
            self._reader = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            self._reader.execute("PRAGMA query_only=ON")
            self._reader.execute(f"PRAGMA cache_size=-{CACHE_KB}")
        except sqlite3.Error as error:
            raise DataDamaged(path=path, reason=error) from error

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing; `rows` sees it once it is over. Raises `DataUnwritable`."""
        with self._writing:
            try:
                self._sql.execute("BEGIN IMMEDIATE")
                yield self._sql
                self._sql.execute("COMMIT")
            except sqlite3.OperationalError as error:
                self._undo()
                raise DataUnwritable(path=self._path, reason=error) from error
            except BaseException:
                self._undo()
                raise

    def _undo(self) -> None:
        with suppress(
            sqlite3.OperationalError
        ):  # SQLite has rolled back by itself, after a full disk for one
            self._sql.execute("ROLLBACK")

    def rows(self, query: str, *values: object) -> list[Row]:
        with self._reading:
            try:
                return self._reader.execute(query, values).fetchall()
            except sqlite3.DatabaseError as error:
                raise DataDamaged(path=self._path, reason=error) from error

    def number(self, query: str, *values: object) -> int:
        return int(self.rows(query, *values)[0][0])

    def close(self) -> None:
        with self._writing, self._reading:
            self._reader.close()
            self._sql.close()
