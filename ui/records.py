"""Keeps answers in the ledger of the case they were asked in, and finds them again."""

import json
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.ports import Records
from assistant.provenance import FORMAT
from casefile.answer import Answer
from casefile.collection import Collection, CollectionKind
from casefile.errors import DataDamaged, RecordOutdated, RecordUnknown
from casefile.ledger.journal import Record
from ui.contract import answer_json
from vectorstore.compartment import Compartment

SHORTEST_ID = 6  # characters of a record's id that may stand for it
Versions = Callable[[], Mapping[str, str]]
Told = Mapping[str, Any]  # Any: JSON


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept answer, read."""

    id: str
    at: str  # UTC, ISO 8601
    collection: Collection  # in whose ledger it is
    answer: Told  # as `ui/contract.py` writes it
    provenance: Told  # as `assistant/provenance.py` writes it, with `scope`


class LedgerRecords(Records):
    """The first case among the collections asked keeps the record, else the first collection.

    An answer is case material: it must never end in the ledger of a law that everybody may open
    while a case was part of it.
    """

    def __init__(
        self,
        compartments: Sequence[Compartment],
        versions: Versions,
        conversation: str = "",
        user: str = "",
    ) -> None:
        """`conversation`: the one the answer becomes a turn of, for this user; "" for none."""
        cases = [c for c in compartments if c.collection.kind is CollectionKind.CASE]
        self._ledger = [*cases, *compartments][0].ledger
        self._compartments, self._versions = compartments, versions
        self._collections = [c.collection.id for c in compartments]
        self._conversation, self._user = conversation, user

    def keep(self, answer: Answer, provenance: Mapping[str, object]) -> str:
        record = uuid.uuid4().hex
        told = answer_json(answer) | {"record": record}
        whole = {**provenance, **scope(self._compartments, self._versions())}
        self._ledger.journal.keep_answer(
            record, json.dumps(told, ensure_ascii=False), json.dumps(whole, ensure_ascii=False)
        )
        if self._conversation:
            self._ledger.turns.add(self._conversation, record, self._user, self._collections)
        return record


def scope(compartments: Sequence[Compartment], versions: Mapping[str, str]) -> dict[str, object]:
    """What was searched, and what the search was made of."""
    return {
        "collections": [
            {
                "id": one.collection.id,
                "name": one.collection.name,
                "kind": str(one.collection.kind),
                "embedder": one.indexes.embedder.name,
            }
            for one in compartments
        ],
        "versions": dict(versions),
    }


def find(letters: str, compartments: Sequence[Compartment]) -> Kept:
    """A record by its id or the first letters of it, in whichever ledger holds it.

    Raises `RecordUnknown`, also where several records begin so, and `DataDamaged`.
    """
    found = [
        (compartment.collection, record)
        for compartment in (compartments if len(letters) >= SHORTEST_ID else [])
        for record in compartment.ledger.journal.beginning(letters)
    ]
    if len(found) != 1:
        raise RecordUnknown(record=letters)
    return _read(*found[0])


def replayable(kept: Kept) -> Kept:
    """The same. Raises `RecordOutdated` where it does not hold what a replay needs."""
    if (known := kept.provenance.get("format")) != FORMAT:
        raise RecordOutdated(record=kept.id, found=known, known=FORMAT)
    return kept


def _read(collection: Collection, record: Record) -> Kept:
    try:
        answer, provenance = json.loads(record.answer), json.loads(record.provenance)
    except ValueError as error:
        raise DataDamaged(path=record.id, reason="not_json") from error
    if not isinstance(provenance, dict) or not isinstance(answer, dict) or "citations" not in answer:
        raise DataDamaged(path=record.id, reason="not_an_answer")
    return Kept(record.id, record.at, collection, answer, provenance)
