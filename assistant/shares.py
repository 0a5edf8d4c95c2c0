"""Finds numbers that a statement gives for the whole though its quotes give them for each, or for a part.

"40 thousand for all" over "40 thousand for each"; "310 boxes" over "42 of the 310 boxes". Knows nothing of
passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.numbers import quantities
from assistant.spoken import Spoken
from assistant.word_kinds import found, has
from casefile.language import Language

_NEAR = 25  # characters between a number and its word
_OF = re.compile(
    r"\b\w+\s+of\s+(?:the\s+)?\w+|\b\w+\s+из\s+\w+|\b\d+\s+\w+(?:тың|тің|ның|нің|дың|дің)\s+\w+",
    re.IGNORECASE,
)


def given_for_all(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Numbers that the statement has of all, and the quotes of each or as the whole of a smaller part."""
    said = {one.number for one in quantities(text, language)}
    of_all = has("altogether", text, language) or has("for_all", text, language)
    for quote, tongue in quotes:
        if of_all and not has("apiece", text, language):
            for match in found("apiece", quote, tongue):
                beside = quote[max(0, match.start() - _NEAR) : match.end() + _NEAR]
                yield from sorted(said & {one.number for one in quantities(beside, tongue)})
        for match in _OF.finditer(quote):
            numbers = [one.number for one in quantities(match[0], tongue) if one.number.isdecimal()]
            if len(numbers) == 2:
                whole, part = sorted(numbers, key=int, reverse=True)
                if whole != part and whole in said and part not in said:
                    yield whole
