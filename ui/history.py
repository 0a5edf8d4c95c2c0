"""The earlier turns of a conversation, read back from the ledgers that are open. Knows no screen.

A turn counts only if every collection it was asked of is open now: words of another case must not come
back in a question, or on the page, of somebody who has not opened that case.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.turn import Turn
from casefile.language import Language
from casefile.lawref import LawRef
from vectorstore.compartment import Compartment

LATEST = 12  # turns that are looked at

Json = Mapping[str, Any]  # Any: what `ui/contract.py` wrote


@dataclass(frozen=True, slots=True)
class Told:
    """A turn with the words of its question and its answer, as they are kept in the ledger."""

    turn: Turn
    asked: str
    answer: Json  # as in docs/json.md


def history(compartments: Sequence[Compartment], conversation: str, user: str) -> list[Told]:
    """Oldest first."""
    if not conversation:
        return []
    opened = {compartment.collection.id for compartment in compartments}
    found = [
        (turn.at, compartment, turn.record)
        for compartment in compartments
        for turn in compartment.ledger.turns.of(conversation, user)
        if turn.collections <= opened
    ]
    latest = sorted(found, key=lambda turn: turn[0])[-LATEST:]  # a stable sort: seconds may be equal
    kept = [compartment.ledger.journal.answer(record) for _, compartment, record in latest]
    return [_told(json.loads(answer), json.loads(made)) for answer, made in filter(None, kept)]


def _told(answer: Json, provenance: Json) -> Told:
    question = provenance["question"]
    turn = Turn(
        question,
        Language(answer["language"]),
        tuple(dict.fromkeys(_ref(c["locator"]) for c in answer["citations"] if c["locator"]["article"])),
        tuple(dict.fromkeys(c["passage"] for c in answer["citations"])),
    )
    return Told(turn, provenance.get("asked") or question, answer)


def _ref(locator: Json) -> LawRef:
    return LawRef(*(locator[level] for level in ("act", "article", "part", "point", "subpoint")))
