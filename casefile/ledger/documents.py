"""Documents and pages. A document moves received -> split -> indexed, or ends unread with its reason.

Every move is one transaction; a passage is visible to search only while its document is indexed.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from casefile.answer import Unread
from casefile.clock import now
from casefile.document import Document, DocumentState, Page
from casefile.errors import DocumentUnknown, PageUnknown
from casefile.language import Language
from casefile.ledger.journal import note
from casefile.ledger.rows import (
    AMONG,
    DOCUMENT,
    PAGE,
    PAGE_ROW,
    PASSAGE_ROW,
    among,
    page_row,
    passage_row,
    to_document,
    to_page,
)
from casefile.passage import Passage
from casefile.sqlite import Store

BATCH = 1_000  # pages and passages written in one transaction


@dataclass(frozen=True, slots=True)
class Counts:
    documents: int
    passages: int  # visible ones
    unread_pages: int  # of visible documents, and one for each document that is unread, yet or for good


@dataclass(frozen=True, slots=True)
class ReadingCounts:
    pages: int
    unread_pages: int
    passages: int


class Documents:
    def __init__(self, store: Store, changed: Callable[[], None]) -> None:
        """`changed` is told whenever other passages may be visible."""
        self._store, self._changed = store, changed

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        try:
            with self._store.transaction() as sql:
                yield sql
        finally:
            self._changed()

    def receive(self, document: str, path: str, *, size: int, received_by: str) -> DocumentState:
        """Note that these bytes were seen at this path; returns how far they have come before."""
        with self._changing() as sql:
            found = sql.execute("SELECT state FROM documents WHERE id = ?", (document,)).fetchone()
            state = DocumentState(found[0]) if found else DocumentState.RECEIVED
            if found is None:
                values = (document, Path(path).name, "", Language.UND, size, now(), state, "", received_by)
                sql.execute(f"INSERT INTO documents VALUES ({_marks(len(values))})", values)
                note(sql, "received", document, path)
            if state is DocumentState.INDEXED:
                _lead_path_to(sql, path, document)
            else:
                sql.execute(
                    "INSERT INTO paths VALUES (?, ?, ?, 0) ON CONFLICT DO NOTHING", (path, document, now())
                )
        return state

    def refuse(self, document: str, path: str, reason: str) -> None:
        """The file could not be read: it stays, unread, with the reason (an error code)."""
        with self._changing() as sql:
            _forget_reading(sql, document)
            sql.execute(
                "UPDATE documents SET state = ?, reason = ? WHERE id = ?",
                (DocumentState.UNREAD, reason, document),
            )
            known = "SELECT 1 FROM paths WHERE path = ? AND document <> ? AND current"
            if sql.execute(known, (path, document)).fetchone() is None:
                _lead_path_to(
                    sql, path, document
                )  # else the version that could be read stays the current one
            note(sql, "unread", document, path, reason)

    def keep_reading(
        self, document: str, title: str, media_type: str, read: Iterable[Page | Passage]
    ) -> None:
        """Replace what is known of the document by these pages, each page before its passages.

        Written in batches, so that nobody waits for a long file; the document is `SPLIT` once all of it
        is there. A reading that breaks off before is replaced by the next one.
        """
        letters: dict[Language, int] = {}
        with self._changing() as sql:
            _forget_reading(sql, document)
        waiting = iter(read)
        while batch := list(islice(waiting, BATCH)):
            pages = [page_row(document, item) for item in batch if isinstance(item, Page)]
            passages = [item for item in batch if isinstance(item, Passage)]
            for passage in passages:
                letters[passage.language] = letters.get(passage.language, 0) + len(passage.text)
            with self._changing() as sql:
                sql.executemany(f"INSERT INTO pages VALUES ({_marks(PAGE_ROW)})", pages)
                sql.executemany(
                    f"INSERT INTO passages VALUES ({_marks(PASSAGE_ROW)})", map(passage_row, passages)
                )
        language = max(letters, key=letters.__getitem__, default=Language.UND)
        with self._changing() as sql:
            sql.execute(
                "UPDATE documents SET title = ?, media_type = ?, language = ?, state = ?, reason = ''"
                " WHERE id = ?",
                (title, media_type, language, DocumentState.SPLIT, document),
            )

    def replaced_by(self, document: str, path: str) -> list[str]:
        """The documents this one replaces: seen at the same path, and current at no other."""
        rows = self._store.rows(
            "SELECT document FROM paths JOIN documents ON documents.id = document"
            " WHERE path = ? AND document <> ? AND state IN ('indexed', 'unread') AND NOT EXISTS"
            " (SELECT 1 FROM paths AS other"
            "  WHERE other.document = paths.document AND other.path <> paths.path AND other.current)",
            path,
            document,
        )
        return [row[0] for row in rows]

    def mark_indexed(self, documents: Sequence[tuple[str, str]], replaced: Sequence[str]) -> None:
        """Both indexes acknowledged these (document, path): make them visible, and hide the replaced."""
        with self._changing() as sql:
            for old in replaced:
                sql.execute("UPDATE documents SET state = ? WHERE id = ?", (DocumentState.SUPERSEDED, old))
                note(sql, "superseded", old, "")
            for document, path in documents:
                sql.execute(
                    "UPDATE documents SET state = ?, reason = '' WHERE id = ?",
                    (DocumentState.INDEXED, document),
                )
                _lead_path_to(sql, path, document)
                note(sql, "indexed", document, path)

    def unfinished(self) -> list[tuple[str, str]]:
        """(document, path) of what was received and has reached no end: a run was killed."""
        rows = self._store.rows(
            "SELECT document, min(path) FROM paths JOIN documents ON documents.id = document"
            " WHERE state IN ('received', 'split') GROUP BY document ORDER BY received_at, document"
        )
        return [(document, path) for document, path in rows]

    def all(self) -> list[Document]:
        """In the order received."""
        paths: dict[str, list[str]] = {}
        order = "ORDER BY current DESC, seen_at, path"
        for document, path in self._store.rows(f"SELECT document, path FROM paths {order}"):
            paths.setdefault(document, []).append(path)
        rows = self._store.rows(f"SELECT {DOCUMENT} FROM documents ORDER BY received_at, rowid")
        return [to_document(row, paths.get(row[0], [])) for row in rows]

    def get(self, document: str) -> Document:
        """Its first path is one that still leads to it. Raises `DocumentUnknown`."""
        if (found := self.some([document]).get(document)) is None:
            raise DocumentUnknown(document=document)
        return found

    def some(self, documents: Iterable[str]) -> dict[str, Document]:
        """Those among these that are known, by id."""
        wanted = among(documents)
        paths: defaultdict[str, list[str]] = defaultdict(list)
        for document, path in self._store.rows(
            f"SELECT document, path FROM paths WHERE document {AMONG}"
            " ORDER BY document, current DESC, seen_at, path",
            wanted,
        ):
            paths[document].append(path)
        rows = self._store.rows(f"SELECT {DOCUMENT} FROM documents WHERE id {AMONG}", wanted)
        return {row[0]: to_document(row, paths[row[0]]) for row in rows}

    def beginning(self, letters: str) -> list[Document]:
        """Those whose id begins with these letters."""
        rows = self._store.rows("SELECT id FROM documents WHERE substr(id, 1, ?) = ?", len(letters), letters)
        return [self.get(row[0]) for row in rows]

    def page(self, document: str, number: int) -> Page:
        """Raises `DocumentUnknown`, `PageUnknown`."""
        rows = self._store.rows(
            f"SELECT {PAGE} FROM pages WHERE document = ? AND number = ?",
            document,
            number,
        )
        if not rows:
            pages = self.reading_counts(self.get(document).id).pages
            raise PageUnknown(document=document, page=number, pages=pages)
        return to_page(rows[0])

    def reading_counts(self, document: str) -> ReadingCounts:
        pages, unread, passages = self._store.rows(
            "SELECT (SELECT count(*) FROM pages WHERE document = ?1),"
            " (SELECT count(*) FROM pages WHERE document = ?1 AND unread <> ''),"
            " (SELECT count(*) FROM passages WHERE document = ?1)",
            document,
        )[0]
        return ReadingCounts(pages, unread, passages)

    def counts(self) -> Counts:
        documents, passages, unread = self._store.rows(
            "SELECT (SELECT count(*) FROM documents WHERE state <> 'superseded'),"
            " (SELECT count(*) FROM passages JOIN documents ON documents.id = document"
            "  WHERE state = 'indexed'),"
            " (SELECT count(*) FROM pages JOIN documents ON documents.id = document"
            "  WHERE unread <> '' AND state = 'indexed')"
            " + (SELECT count(*) FROM documents WHERE state IN ('unread', 'received', 'split'))"
        )[0]
        return Counts(documents, passages, unread)

    def languages(self) -> set[Language]:
        """Of visible documents; the main one of each."""
        rows = self._store.rows("SELECT DISTINCT language FROM documents WHERE state = 'indexed'")
        return {Language(row[0]) for row in rows}

    def unread(self, limit: int) -> list[Unread]:
        """The first of what `counts` counts as unread pages, by title."""
        rows = self._store.rows(
            "SELECT document, title, number, unread FROM pages JOIN documents ON documents.id = document"
            " WHERE unread <> '' AND state = 'indexed'"
            " UNION ALL SELECT id, title, 0, reason FROM documents"
            " WHERE state IN ('unread', 'received', 'split')"
            " ORDER BY 2, 1, 3 LIMIT ?",
            limit,
        )
        return [Unread(*row) for row in rows]


def _marks(columns: int) -> str:
    return ",".join("?" * columns)


def _lead_path_to(sql: sqlite3.Connection, path: str, document: str) -> None:
    sql.execute("UPDATE paths SET current = 0 WHERE path = ?", (path,))
    sql.execute(
        "INSERT INTO paths VALUES (?, ?, ?, 1) ON CONFLICT (path, document) DO UPDATE SET current = 1",
        (path, document, now()),
    )


def _forget_reading(sql: sqlite3.Connection, document: str) -> None:
    sql.execute(
        "DELETE FROM vectors WHERE passage IN (SELECT id FROM passages WHERE document = ?)", (document,)
    )
    sql.execute("DELETE FROM passages WHERE document = ?", (document,))
    sql.execute("DELETE FROM pages WHERE document = ?", (document,))
