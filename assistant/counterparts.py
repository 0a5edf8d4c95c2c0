"""Finds the clauses of the quotes that speak of the same as a clause of a statement, by the words they share.

Knows nothing of passages.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.meaning import Word, content, in_common, overlap, share
from assistant.polarity import Clause
from assistant.spoken import Spoken
from casefile.language import Language

NEAR = 0.7  # of the best overlap: such clauses may be the one that is meant too
FAINT, CLOSE, SURE = 0.35, 0.55, 0.7  # overlap from which two clauses speak of the same
MEANT, MOSTLY = 0.5, 0.6  # likeness from which a word is meant by another; share of the most words shared
FEWEST, LONG = 2, 5  # words of a clause that says something; that says it whole


@dataclass(frozen=True, slots=True)
class Held:
    clause: Clause
    words: Sequence[Word]
    language: Language


def held(cut: Callable[[str, Language], list[Clause]], quotes: Sequence[Spoken]) -> list[Held]:
    """The clauses of the quotes with their words."""
    return _cut(cut, tuple(quotes))


@lru_cache(32)  # every check asks for the same quotes
def _cut(cut: Callable[[str, Language], list[Clause]], quotes: tuple[Spoken, ...]) -> list[Held]:
    return [Held(c, content(c.text, tongue), tongue) for quote, tongue in quotes for c in cut(quote, tongue)]


def meant_by(
    said: Clause, language: Language, held: Sequence[Held], least: float, *, across: bool = False
) -> list[Held]:
    """The clauses that say most of the same; `across`: a translated word counts whole."""
    words = content(said.text, language)
    if len(words) < FEWEST:
        return []
    same = [share if across and one.language is not language else overlap for one in held]
    scored = [(alike(words, one.words), one) for alike, one in zip(same, held, strict=True)]
    top = max((score for score, _ in scored), default=0.0)
    return [one for score, one in scored if score >= NEAR * top] if top and top >= least else []


def sharing_most(words: Sequence[Word], texts: Sequence[Spoken]) -> tuple[int, list[Spoken]]:
    """How many of the words the text with most of them has, in any language, and which texts are near it.

    Near are those with `MOSTLY` of that number.
    """
    numbers = [in_common(words, content(*text)) for text in texts]
    most = max(numbers, default=0)
    return most, [text for text, number in zip(texts, numbers, strict=True) if number >= MOSTLY * most]
