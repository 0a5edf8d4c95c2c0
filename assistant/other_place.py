"""Finds hours and terms that a statement takes from another place of its quotes.

"The search began at 9:10" over "the call came at 9:10; the search began at 11:40". Knows nothing of passages.
"""

from collections.abc import Iterable, Iterator, Sequence

from assistant.meaning import Word, overlap
from assistant.numerals import numerals
from assistant.spoken import Told
from assistant.stretches import Stretch, stretches
from assistant.word_kinds import has
from casefile.language import Language

LITTLE, MUCH = 0.4, 0.6  # of a statement's words that a stretch has


def at_other_place(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """The first whose stretch of the quotes says little of its own, while another says it with its own."""
    held = [one for quote, tongue, above in quotes for one in stretches(quote, tongue, above)]
    told = list(stretches(text, language))
    for said in told:
        words = [word for word in said.words if _tells(word, language)]
        for term in sorted(said.terms):
            here = [one for one in held if term in one.terms]
            there = [one for one in held if term not in one.terms and one.terms - _terms(told)]
            little = here and all(overlap(words, one.words) <= LITTLE for one in here)
            if little and any(overlap(words, one.words) >= MUCH for one in there):
                yield term
                return


def _tells(word: Word, language: Language) -> bool:
    """Whether it tells what happened, and not when."""
    timed = has("time", word.text, language) or any(numerals(word.text, language))
    return word.text.isalpha() and not (word.light or timed)


def _terms(told: Iterable[Stretch]) -> frozenset[str]:
    return frozenset(term for one in told for term in one.terms)
