"""The store of record of one collection: documents, pages, passages, vectors, events, answers.

Everything derived (the dense and the lexical index) is rebuilt from here. Knows nothing of files
other than its own, nor of what a vector means.
"""

from importlib.resources import files
from pathlib import Path

from casefile.errors import DataDamaged
from casefile.ledger.documents import Documents
from casefile.ledger.journal import Journal
from casefile.ledger.passages import Passages
from casefile.ledger.turns import Turns
from casefile.ledger.vectors import Vectors
from casefile.sqlite import Store

FORMAT = 4
CHANGES = ("turns.sql", "recognised.sql", "concealed.sql")  # each makes the next format of the one before


class Ledger:
    def __init__(self, path: Path) -> None:
        """Opens or makes the file. Raises `StoreUnusable`."""
        schema, *changes = [
            (files("casefile.ledger") / name).read_text() for name in ("schema.sql", *CHANGES)
        ]
        self._store = Store(path, schema, FORMAT, changes)
        self.passages = Passages(self._store)
        self.documents = Documents(self._store, self.passages.forget)
        self.vectors = Vectors(self._store)
        self.journal = Journal(self._store)
        self.turns = Turns(self._store)

    def sound(self) -> bool:
        """Whether SQLite finds its own file whole and every passage is exactly its span."""
        try:
            whole = self._store.rows("PRAGMA quick_check") == [("ok",)]
            torn = self._store.number(
                "SELECT count(*) FROM passages LEFT JOIN pages"
                " ON pages.document = passages.document AND number = page"
                " WHERE pages.text IS NULL OR substr(pages.text, start + 1, end - start) <> passages.text"
            )
        except DataDamaged:
            return False
        return whole and torn == 0

    def close(self) -> None:
        self._store.close()
