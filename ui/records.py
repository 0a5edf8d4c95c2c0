"""Keeps answers in the ledger of the case they were asked in."""

import json
import uuid
from collections.abc import Mapping, Sequence

from assistant.ports import Records
from casefile.answer import Answer
from casefile.collection import CollectionKind
from ui.contract import answer_json
from vectorstore.compartment import Compartment


class LedgerRecords(Records):
    """The first case among the collections asked keeps the record, else the first collection.

    An answer is case material: it must never end in the ledger of a law that everybody may open
    while a case was part of it.
    """

    def __init__(self, compartments: Sequence[Compartment], conversation: str = "", user: str = "") -> None:
        """`conversation`: the one the answer becomes a turn of, for this user; "" for none."""
        cases = [c for c in compartments if c.collection.kind is CollectionKind.CASE]
        self._ledger = [*cases, *compartments][0].ledger
        self._collections = [c.collection.id for c in compartments]
        self._conversation, self._user = conversation, user

    def keep(self, answer: Answer, provenance: Mapping[str, object]) -> str:
        record = uuid.uuid4().hex
        told = answer_json(answer) | {"record": record}
        self._ledger.journal.keep_answer(
            record, json.dumps(told, ensure_ascii=False), json.dumps(provenance, ensure_ascii=False)
        )
        if self._conversation:
            self._ledger.turns.add(self._conversation, record, self._user, self._collections)
        return record
