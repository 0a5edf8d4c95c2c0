"""Finds what a statement says without the condition that its quotes put on it. Knows nothing of passages."""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import content, overlap
from assistant.polarity import clauses
from casefile.language import Language

Spoken = tuple[str, Language]

SPOKEN_OF, DROPPED = 0.5, 0.2  # shares of words: of the rule that are said, of the condition that are not
FEWEST = 2  # words of a condition

_CONDITIONS = {
    Language.RU: re.compile(r"\b(?:если|при\s+условии|в\s+случа[ея])\b[^,;:.–—]+", re.IGNORECASE),
    Language.EN: re.compile(r"\b(?:if|provided|unless|on\s+condition)\b[^,;:.–—]+", re.IGNORECASE),
    Language.KK: re.compile(
        r"\bегер\b[^,;:.–—]+|[^,;:.–—]+?\s(?:болса|болмаса|берсе|етсе|жасаса|болған\s+жағдайда)\b",
        re.IGNORECASE,
    ),
}


def unconditional(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Conditions of a rule of which the statement keeps hardly a word; one of several is enough to keep."""
    said = content(text, language)
    for quote, tongue in quotes:
        for clause in clauses(quote, tongue) if tongue in _CONDITIONS else ():
            found = [match[0] for match in _CONDITIONS[tongue].finditer(clause.text)]
            kept = [overlap(words, said) for one in found if len(words := content(one, tongue)) >= FEWEST]
            rule = content(_CONDITIONS[tongue].sub(" ", clause.text), tongue)
            if kept and max(kept) <= DROPPED and overlap(said, rule) >= SPOKEN_OF:
                yield found[0]
