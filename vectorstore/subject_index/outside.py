"""What the law that is searched may lack: acts with phrases of their own, and subjects that are no law.

A folder beside the subject index holds everyday phrases for them, in files named by the act's code,
`everyday` or `questions`. A question nearer to one of these than to all that was found is not answered from
that. An act that has been taken in is outside no longer. Knows nothing of passages.
"""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from casefile.language import Language
from vectorstore.analysis import Term
from vectorstore.fusion import Signals, spoken_of
from vectorstore.ports import Vector
from vectorstore.subject_index.index import Found, SubjectIndex

BUILT_IN = Path(__file__).with_name("outside")
NO_LAW = frozenset(
    {"everyday", "questions"}
)  # files of phrases, and of whole questions, that belong to no act
RIVALS = 3  # topics that each channel proposes


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that is not searched."""

    act: str  # code; "" for what is no law
    strength: float  # as `vectorstore.fusion.spoken_of`


class Outside:
    """Safe to share between threads: nothing in it changes."""

    def __init__(self, index: SubjectIndex) -> None:
        self._index = index

    def nearest(self, terms: Sequence[Term], vector: Vector, here: Callable[[str], bool]) -> Topic | None:
        """The likest topic; None where the question is like none, or likest an act that is `here`."""
        found = self._index.find(terms, vector, RIVALS)
        strengths = {topic: _strength(found.of(topic)) for topic in found.best}
        if not strengths:
            return None
        topic = max(strengths, key=lambda topic: strengths[topic])
        act = "" if topic[0] in NO_LAW else topic[0]
        return None if any(here(code) for code in _editions(act)) else Topic(act, strengths[topic])


def act_called(act: str, language: Language) -> str:
    """The name of an act that has phrases here."""
    return str(_acts()[act][language])


def _editions(act: str) -> Sequence[str]:
    """The codes of an act and of those it replaced."""
    return [act, *_acts()[act]["also"]] if act else []


def _strength(found: Found) -> float:
    return spoken_of(Signals(phrase_near=found.near, phrase_words=found.words))


@cache
def _acts() -> Mapping[str, Mapping[str, Any]]:  # Any: names are text, `also` a list
    return tomllib.loads((BUILT_IN / "acts.toml").read_text(encoding="utf-8"))
