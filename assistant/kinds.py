"""Finds a crime, a role or an opposite that a statement puts in place of what its quotes say.

Words are lists; likeness of meaning is not judged. Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.polarity import clauses
from assistant.spoken import Spoken
from assistant.word_lists import word_lists
from casefile.language import Language

PROVED = " <= "  # between the words of a thing and further ones that prove it


def renamed(text: str, proofs: Sequence[str], kinds: Sequence[str] = ()) -> Iterator[str]:
    """Crimes, roles, substances and weapons of the statement that no proof names; of some `kinds` only."""
    for things in (things for kind, things in _kinds().items() if not kinds or kind in kinds):
        for word in dict.fromkeys(match[0] for thing, _ in things for match in thing.finditer(text)):
            meant = [proving for thing, proving in things if thing.match(word)]
            if not any(proving.search(proof) for proving in meant for proof in proofs):
                yield word


def opposed(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Words whose opposite the quotes have in their place, neither being denied."""
    quoted = [clause for quote, tongue in quotes for clause in clauses(quote, tongue)]
    said = clauses(text, language)
    for pair, denying in (
        *((one, False) for one in _opposites("pairs")),
        *((one, True) for one in _opposites("without")),
    ):
        for mine, other in (pair, pair[::-1]):
            here = [clause for clause in said if mine.search(clause.text)]
            there = [clause for clause in quoted if other.search(clause.text)]
            if not here or not there:
                continue
            if any(other.search(clause.text) for clause in said) or any(mine.search(c.text) for c in quoted):
                continue
            if denying or not any(clause.denies for clause in (*here, *there)):
                yield here[0].text.strip()


def denials_of(one: str, other: str) -> bool:
    """Whether one text has a word that is a word of the other denied: sober, and not drunk."""
    return any(
        (a.search(one) and b.search(other)) or (b.search(one) and a.search(other))
        for a, b in _opposites("denied")
    )


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE)


@cache
def _kinds() -> dict[str, list[tuple[re.Pattern[str], re.Pattern[str]]]]:
    """Of each kind its things: what a statement calls them, and what else proves them in a quote."""
    read = word_lists("kinds")
    return {
        kind: [
            (_pattern(words.partition(PROVED)[0]), _pattern(words.replace(PROVED, "|"))) for words in things
        ]
        for kind, things in read.items()
    }


@cache
def _opposites(kind: str) -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    read = word_lists("opposites")
    return [(_pattern(one), _pattern(other)) for one, other in read[kind]]
