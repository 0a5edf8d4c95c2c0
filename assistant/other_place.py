"""Finds hours and terms that a statement takes from another place of its quotes.

"The search began at 9:10" over "the call came at 9:10; the search began at 11:40". Knows nothing of passages.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.meaning import Word, best, content, overlap
from assistant.numbers import quantities
from assistant.numerals import numerals
from assistant.polarity import pieces
from assistant.spoken import Told
from assistant.stretches import Stretch, stretches
from assistant.word_kinds import has
from casefile.language import Language
from casefile.sentences import sentences

SURE = 0.7  # likeness from which two words are one
FEWEST = 2  # words that only one kind has
_ITEM = re.compile(r"\n\s*\d+\)")
_FIRST = re.compile(r"\W*([^\W\d_]{5,})")
LITTLE, MUCH = 0.43, 0.6  # of a statement's words that a stretch has


def at_other_place(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """The first whose stretch of the quotes says little of its own, while another says it with its own."""
    held = [
        one
        for quote, tongue, above in quotes
        if not _ITEM.search(quote)  # what follows a list is said of every item
        for one in stretches(quote, tongue, above)
    ]
    told = stretches(text, language)
    for said in told:
        words = [word for word in said.words if _tells(word, language)]
        for term in sorted(said.terms):
            here = [one for one in held if term in one.terms]
            there = [one for one in held if term not in one.terms and one.terms - _terms(told)]
            little = here and all(overlap(words, one.words) <= LITTLE for one in here)
            if little and any(overlap(words, one.words) >= MUCH for one in there):
                yield term
                return


def of_other_kind(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """Numbers of one of the kinds that a sentence tells apart by naming the thing anew, given for another.

    "Records of shops are kept 30 days" over "records of cities are kept 30 days, records of shops seven".
    """
    told = [(set(_numbers(part, language)), _words(part, language)) for part in pieces(text, language)]
    for quote, tongue, _ in quotes:
        for start, end in sentences(quote, tongue) if tongue is language else ():
            kinds = [(set(_numbers(kind, tongue)), _words(kind, tongue)) for kind in _kinds(quote[start:end])]
            for numbers, words in told if len(kinds) > 1 else ():
                yield from sorted(number for number in numbers if _misgiven(number, words, kinds))


def _misgiven(number: str, words: Sequence[Word], kinds: Sequence[tuple[set[str], list[Word]]]) -> bool:
    """Whether several of the words are only those of a kind without the number."""
    if not any(number in numbers for numbers, _ in kinds):
        return False
    return any(
        number not in numbers and sum(_only_of(word, mine, kinds) for word in words) >= FEWEST
        for numbers, mine in kinds
    )


def _only_of(word: Word, mine: Sequence[Word], kinds: Sequence[tuple[set[str], list[Word]]]) -> bool:
    others = [theirs for _, theirs in kinds if theirs is not mine]
    return best(word, mine) >= SURE and not any(best(word, theirs) >= SURE for theirs in others)


def _kinds(sentence: str) -> list[str]:
    """Cut where the sentence's first word opens a part anew."""
    first = _FIRST.match(sentence)
    return re.split(rf",\s+(?={first[1]}\b)", sentence, flags=re.IGNORECASE) if first else [sentence]


def _numbers(text: str, language: Language) -> list[str]:
    return [one.number for one in quantities(text, language)]


def _words(text: str, language: Language) -> list[Word]:
    return [word for word in content(text, language) if _tells(word, language)]


def _tells(word: Word, language: Language) -> bool:
    """Whether it tells what happened, and not when."""
    timed = has("time", word.text, language) or any(numerals(word.text, language))
    return word.text.isalpha() and not (word.light or timed)


def _terms(told: Iterable[Stretch]) -> frozenset[str]:
    return frozenset(term for one in told for term in one.terms)
