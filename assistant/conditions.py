"""Finds what a statement says without the condition that its quotes put on it. Knows nothing of passages."""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.dates import without_dates
from assistant.meaning import Word, content, overlap
from assistant.names import CAPITAL
from assistant.polarity import clauses
from assistant.spoken import Spoken
from assistant.word_kinds import has
from casefile.language import Language

SPOKEN_OF, DROPPED = 0.5, 0.2  # shares of words: of the rule that are said, of the condition that are not
FEWEST = 2  # words of a condition
_NAMES = re.compile(rf"(?<=\w\s){CAPITAL}\w+")  # elsewhere a capital may only open the sentence

_CONDITIONS = {
    Language.RU: re.compile(
        r"\b(?:если|при\s+условии|в\s+случа[ея])\b[^,;:.–—]+"
        r"|\b(?:лишь|только)\s+(?:при|с|со|после|когда|по)\b[^,;:.–—]+",
        re.IGNORECASE,
    ),
    Language.EN: re.compile(
        r"\b(?:if|provided|unless|on\s+condition)\b[^,;:.–—]+"
        r"|\bonly\s+(?:at|when|where|with|after|upon|by)\b[^,;:.–—]+",
        re.IGNORECASE,
    ),
    Language.KK: re.compile(
        r"\bегер\b[^,;:.–—]+|[^,;:.–—]+?\s(?:болса|болмаса|берсе|етсе|жасаса|\w+[ғгқк][ае]н\s+жағдайда)\b",
        re.IGNORECASE,
    ),
}


_EXCEPTIONS = {
    Language.RU: re.compile(r"\b(?:кроме|за\s+исключением)\b[^,;:.–—]+", re.IGNORECASE),
    Language.EN: re.compile(
        r"\b(?:except|other\s+than|save\s+for|with\s+the\s+exception\s+of)\b[^,;:.–—]+", re.IGNORECASE
    ),
    Language.KK: re.compile(r"[^,;:.–—]+?\s(?:қоспағанда|басқа\s+(?:жағдай|кез)\w*)\b", re.IGNORECASE),
}


def unconditional(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Conditions of a rule of which the statement keeps hardly a word; one of several is enough to keep."""
    yield from _left_out(text, language, quotes, _CONDITIONS, FEWEST)


def unexcepted(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Exceptions from a rule that the statement does not mention."""
    if not has("only", text, language) and not has("excepts", text, language):
        yield from _left_out(text, language, quotes, _EXCEPTIONS, 1)


def excepted_too(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """What the quotes except from a rule that the statement says holds for it as well."""
    if not has("as_well", text, language) or has("excepts", text, language):
        return
    said = content(text, language)
    for quote, tongue in quotes:
        for found in _EXCEPTIONS[tongue].finditer(quote) if tongue in _EXCEPTIONS else ():
            if (words := content(found[0], tongue)) and overlap(words, said) >= SPOKEN_OF:
                yield found[0]


def _left_out(
    text: str,
    language: Language,
    quotes: Sequence[Spoken],
    patterns: Mapping[Language, re.Pattern[str]],
    fewest: int,
) -> Iterator[str]:
    said = content(text, language)
    for quote, tongue in quotes:
        for clause in clauses(quote, tongue) if tongue in patterns else ():
            found = [match[0] for match in patterns[tongue].finditer(clause.text)]
            kept = [overlap(words, said) for one in found if len(words := _matter(one, tongue)) >= fewest]
            rule = content(patterns[tongue].sub(" ", clause.text), tongue)
            if kept and max(kept) <= DROPPED and overlap(said, rule) >= SPOKEN_OF:
                yield found[0]


def _matter(text: str, language: Language) -> list[Word]:
    """The words of a condition without names and dates: those may stand in the rule too."""
    return content(_NAMES.sub(" ", without_dates(text)), language)
