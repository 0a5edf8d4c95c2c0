"""Finds numbers that a statement gives for the whole though its quotes give them for each, or for a part: 40 thousand
for all over "40 thousand for each"; 310 boxes over "42 of the 310 boxes". Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.numbers import quantities
from casefile.language import Language

Spoken = tuple[str, Language]

_NEAR = 25  # characters between a number and its word
_EACH = re.compile(
    r"\b(?:each|apiece|per\s+(?:piece|item|head|unit)|кажд\w+|за\s+(?:штуку|единицу)|по\s+\d|әрқайсысы\w*|әр\s+\w+|данасы\w*)\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:for\s+all|in\s+total|altogether|total\w*|all\s+of\s+them|за\s+все\w*|всего|итого|в\s+сумме|барлығы\w*|жалпы)\b",
    re.IGNORECASE,
)
_OF = re.compile(
    r"(?P<en>\b\w+\s+of\s+(?:the\s+)?\w+)|(?P<ru>\b\w+\s+из\s+\w+)|(?P<kk>\b\d+\s+\w+(?:тың|тің|ның|нің|дың|дің)\s+\w+)",
    re.IGNORECASE,
)


def of_all(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Numbers that the statement has of all, and the quotes of each or as the whole of a smaller part."""
    said = {one.number for one in quantities(text, language)}
    for quote, tongue in quotes:
        if _ALL.search(text) and not _EACH.search(text):
            for match in _EACH.finditer(quote):
                beside = quote[max(0, match.start() - _NEAR) : match.end() + _NEAR]
                yield from sorted(said & {one.number for one in quantities(beside, tongue)})
        for match in _OF.finditer(quote):
            numbers = [one.number for one in quantities(match[0], tongue) if one.number.isdecimal()]
            if len(numbers) == 2:
                whole, part = sorted(numbers, key=int, reverse=True)
                if whole != part and whole in said and part not in said:
                    yield whole
