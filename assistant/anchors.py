"""Finds terms that a statement counts from another event than its quotes: "from the arrest" over "from the
moment the record was drawn up". Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import Word, best, content
from assistant.numbers import quantities
from assistant.polarity import pieces
from casefile.language import Language

Spoken = tuple[str, Language]

SAME = 0.5  # likeness from which two words are one
_FROM = {
    Language.RU: re.compile(
        r"\b(?:с\s+(?:момента|даты|дня)|со\s+дня|по\s+истечении)\s+((?:[\w-]+\s*){1,5})", re.IGNORECASE
    ),
    Language.EN: re.compile(
        r"\b(?:after|following|(?:from|since|of)\s+the\s+(?:date|moment|time|day)\s+(?:of|on\s+which|when))\s+((?:[\w'’-]+\s*){1,6})",
        re.IGNORECASE,
    ),
    Language.KK: re.compile(
        r"((?:[\w-]+\s+){1,4})(?:кез|сәт|күн|мезгіл)\w*\s+бастап\b|((?:[\w-]+\s+){0,3}\w+(?:ғаннан|геннен|қаннан|кеннен))\s+(?:бастап|кейін|соң)\b",
        re.IGNORECASE,
    ),
}


def counted_from(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Clauses with a number and its start, where every clause of the quotes with that number has another."""
    for said in pieces(text, language):
        numbers = {(one.number, one.unit) for one in quantities(said, language) if one.unit}
        start = _starts(said, language)
        if not numbers or not start:
            continue
        theirs = [
            other
            for quote, tongue in quotes
            if tongue is language
            for piece in pieces(quote, tongue)
            if numbers & {(one.number, one.unit) for one in quantities(piece, tongue)}
            for other in _starts(piece, tongue)
        ]
        if theirs and not any(best(word, other) >= SAME for one in start for word in one for other in theirs):
            yield said.strip()


def _starts(text: str, language: Language) -> list[list[Word]]:
    """The words of every event that something is counted from."""
    if language not in _FROM:
        return []
    found = [next(filter(None, match.groups()), "") for match in _FROM[language].finditer(text)]
    told = [[w for w in content(words, language) if w.text.isalpha() and not w.light] for words in found]
    return [words for words in told if words]
