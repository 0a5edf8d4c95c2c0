"""Our own questions for development: half to fit on, half to check on. Never part of a test set."""

import json
from dataclasses import dataclass
from pathlib import Path

from casefile.language import Language


@dataclass(frozen=True, slots=True)
class Question:
    id: str  # language, a (answerable) or u (unanswerable), number
    language: Language
    kind: str
    text: str
    gold: frozenset[tuple[str, str]]  # document and article that answer it; empty: nothing in the laws does

    @property
    def to_fit(self) -> bool:
        """Even numbers fit, odd numbers check."""
        return int(self.id[-2:]) % 2 == 0


def development() -> list[Question]:
    text = Path(__file__).with_name("development.jsonl").read_text(encoding="utf-8")
    return [_question(json.loads(line)) for line in text.splitlines()]


def _question(row: dict[str, object]) -> Question:
    gold = row["gold"]
    assert isinstance(gold, list)
    return Question(
        id=str(row["id"]),
        language=Language(str(row["language"])),
        kind=str(row["kind"]),
        text=str(row["text"]),
        gold=frozenset((document, article) for document, article in gold),
    )
