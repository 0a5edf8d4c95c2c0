"""Finds numbers that the quotes have, but where they speak of something else.

"A minor: 48 hours" over "a person: 48 hours, and a minor: 24 hours": the word that only stands beside
another number of the same unit tells. Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.bounds import without_bounds
from assistant.meaning import Word, best, content
from assistant.numbers import counted
from assistant.polarity import parts, without_modals
from assistant.spoken import Spoken
from casefile.language import Language

FAINT, SURE = 0.35, 0.7  # likeness below which words are not one, and from which they are
_WITHOUT = re.compile(r"\b(?:без|without(?:\s+an?)?)\s+\w+|\b\w+сіз\b|\b\w+сыз\b", re.IGNORECASE)
_IT = re.compile(r"\b(?:it|they|он|она|оно|они|ол|олар)\b", re.IGNORECASE)


def misplaced(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Numbers with their units, of words that the quotes have beside other numbers only."""
    everything = [word for quote, tongue in quotes for word in content(quote, tongue)]
    held = [one for quote, tongue in quotes for one in _counting(quote, tongue, everything)]
    told = counted(text, language)
    for said in parts(text, language):
        told_of = _WITHOUT.sub(" ", without_bounds(said.text))  # "without a break" speaks of no break
        words = content(without_modals(told_of, language), language)
        for number, unit in counted(said.text, language):
            here = [(*head, *near) for head, near, numbers in held if (number, unit) in numbers]
            there = [
                near for _, near, numbers in held if any(u == unit for _, u in numbers) and not numbers & told
            ]
            if any(_only(word, there, here) for word in words):
                yield f"{number} {unit}"


def _counting(
    quote: str, language: Language, everything: Sequence[Word]
) -> Iterator[tuple[list[Word], list[Word], set[tuple[str, str]]]]:
    """Of each part the words before it, which may hold for it too, its own, and its numbers."""
    before: list[Word] = []
    bare: list[Word] = []  # "a minor – 24 hours" may be two parts
    for part in parts(quote, language):
        words = content(without_bounds(part.text), language)
        numbers = counted(part.text, language)
        if numbers and _IT.search(part.text):  # it may be what is told in any of them
            words = [*words, *everything]
        yield before, [*bare, *words], numbers
        before, bare = [*before, *words], [] if numbers else words


def _only(word: Word, there: Sequence[Sequence[Word]], here: Sequence[Sequence[Word]]) -> bool:
    return (
        bool(here) and any(best(word, w) >= SURE for w in there) and all(best(word, w) < FAINT for w in here)
    )
