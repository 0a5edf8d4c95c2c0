"""Finds names that a statement puts where its quotes have another: whose blood, which initials.

Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.common import common
from assistant.meaning import content, overlap
from assistant.names import names, opener, skeleton
from assistant.polarity import clauses, parts
from casefile.language import Language

Spoken = tuple[str, Language]

SAME = 0.7  # share of the words about the name that the quote's clause has
FEWEST = 2  # of them
_ROOT = 4  # letters of a name that its forms share
_LETTER = r"[A-ZА-ЯЁӘҒҚҢӨҰҮІ]"
_INITIALS = re.compile(
    rf"\b({_LETTER})\.\s?(?:({_LETTER})\.\s?)?({_LETTER}[^\W\d_]{{2,}})"
    rf"|\b({_LETTER}[^\W\d_]{{2,}})\s({_LETTER})\.(?:\s?({_LETTER})\.)?"
)


def elsewhere(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Names that the quotes have, but not where they say the same: there they have another."""
    held = [
        (content(clause.text, tongue), _named(clause.text, tongue))
        for quote, tongue in quotes
        for clause in clauses(quote, tongue)
    ]
    everybody = {name for _, named in held for name in named}
    for part in parts(text, language):
        mine = _named(part.text, language)
        if len(mine) != 1 or not mine <= everybody:
            continue
        words = [
            w for w in content(part.text, language) if not w.light and skeleton(w.text)[:_ROOT] not in mine
        ]
        if len(words) < FEWEST:
            continue
        best = max(held, key=lambda one: overlap(words, one[0]))
        if overlap(words, best[0]) >= SAME and len(best[1]) == 1 and not best[1] & mine:
            yield part.text.strip()


def other_initials(text: str, proofs: Sequence[str]) -> Iterator[str]:
    """Names with initials where every proof of the name has others."""
    known = [found for proof in proofs for found in _initials(proof)]
    for name, letters in _initials(text):
        others = [theirs for spelled, theirs in known if spelled.startswith(name) or name.startswith(spelled)]
        if others and not any(letters <= theirs or theirs <= letters for theirs in others):
            yield name


def _initials(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    for found in _INITIALS.finditer(text):
        one, two, name, last, first, second = found.groups()
        letters = frozenset(skeleton(letter)[:1] for letter in (one, two, first, second) if letter)
        yield skeleton(name or last)[:_ROOT], letters


def _named(text: str, language: Language) -> set[str]:
    return {
        skeleton(name.word)[:_ROOT]
        for name in names(text, language)
        if len(name.word) >= _ROOT and not common(name.word, language) and not opener(name.word, language)
    }
