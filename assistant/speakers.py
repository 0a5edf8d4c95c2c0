"""Finds sums and numbers of a recorded talk that a statement gives to another speaker than who said them.

"The inspector asked for five hundred" over "OWNER: I could bring five hundred". Reads lines that open with a
name and a colon. Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import Word, best, content
from assistant.numbers import quantities
from assistant.polarity import pieces
from assistant.spoken import Spoken
from casefile.language import Language

FEWEST = 2  # speakers of a talk
SAME = 0.7  # likeness from which two words are one
_SPEAKER = re.compile(r"(?:^|(?<=[.!?…\n»”\"])\s*)([A-ZА-ЯЁӘҒҚҢӨҰҮІ][\w-]{2,20}):\s")
_PASSIVE = re.compile(r"\b(?:was|were)\s+\w+|\bby\b", re.IGNORECASE)


def said_by_another(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Clauses with a number whose first-named speaker did not say it, and another one did."""
    lines = [line for quote, tongue in quotes for line in _lines(quote, tongue)]
    speakers = {who for who, _, _ in lines}
    if len(speakers) < FEWEST:
        return
    for said in pieces(text, language):
        numbers = {one.number for one in quantities(said, language)}
        named = (_named(word, lines) for word in content(said, language))
        first = next(filter(None, named), "")
        if not first or _PASSIVE.search(said):
            continue
        who_said = {
            who for who, words, of in lines if numbers & {one.number for one in quantities(words, of)}
        }
        if who_said and first not in who_said:
            yield said.strip()


def _named(word: Word, lines: Sequence[tuple[str, str, Language]]) -> str:
    """The speaker whom the word means."""
    meant = (who for who, _, tongue in lines if best(word, content(who.lower(), tongue)) >= SAME)
    return next(meant, "")


def _lines(quote: str, language: Language) -> Iterator[tuple[str, str, Language]]:
    found = list(_SPEAKER.finditer(quote))
    for n, match in enumerate(found):
        end = found[n + 1].start() if n + 1 < len(found) else len(quote)
        yield match[1], quote[match.end() : end], language
