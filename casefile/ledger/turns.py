"""Which records make up a conversation, who asked, and over which collections. Holds no words of its own."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from casefile.clock import now
from casefile.sqlite import Store


@dataclass(frozen=True, slots=True)
class KeptTurn:
    record: str
    at: str
    collections: frozenset[str]  # ids of all that were searched


class Turns:
    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, conversation: str, record: str, user: str, collections: Iterable[str]) -> None:
        """The record is this ledger's. Durable when this returns."""
        with self._store.transaction() as sql:
            sql.execute(
                "INSERT INTO turns SELECT ?1, 1 + coalesce(max(n), 0), ?2, ?3, ?4, ?5"
                " FROM turns WHERE conversation = ?1",
                (conversation, record, now(), user, json.dumps(sorted(collections))),
            )

    def of(self, conversation: str, user: str) -> list[KeptTurn]:
        """Oldest first; those of other users are none of theirs."""
        rows = self._store.rows(
            "SELECT record, at, collections FROM turns WHERE conversation = ? AND user = ? ORDER BY n",
            conversation,
            user,
        )
        return [KeptTurn(record, at, frozenset(json.loads(ids))) for record, at, ids in rows]
