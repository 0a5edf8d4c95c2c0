"""Finds people whom a statement tells of beside the numbers of a passage that does not know them.

"Orazov sent 80 000 tenge" over a transfer of 80 000 tenge by nobody named, and a log that names Orazov.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.common import common
from assistant.meaning import translated
from assistant.names import Names, names
from assistant.numbers import quantities
from assistant.spoken import Told
from assistant.stretches import owners_of
from casefile.language import Language

FEWEST = 2  # passages
_SHORT_NAME = 3  # letters
_LONG = re.compile(r"(?!(?:19|20)\d\d\b)\d{4,}")

Whole = tuple[Told, str]  # a quote and its passage


def strangers(text: str, language: Language, quotes: Sequence[Whole]) -> Iterator[str]:
    """Names that a quote has, but neither the passage with the numbers nor any that is linked to it."""
    if len(quotes) < FEWEST:
        return
    numbers = {one.number for one in quantities(text, language)}
    spoken = [(told[0], told[1]) for told, _ in quotes]
    people = [
        name.word
        for name in names(text, language)
        if not name.opens
        and len(name.word) > _SHORT_NAME
        and not common(name.word, language)
        and not translated(name.word, language, spoken)  # Captain is капитан
    ]
    proving = [one for one in quotes if numbers & {q.number for q in quantities(one[0][0], one[0][1])}]
    for word in people:
        naming = [one for one in quotes if Names([one[0][0]]).hold(word)]
        if not naming or any(Names([page, told[2]]).hold(word) for told, page in proving):
            continue
        if proving and not any(_linked(one, other) for one in naming for other in proving):
            yield word


def _linked(one: Whole, other: Whole) -> bool:
    """Whether two passages share a name, or a number of four digits or more."""
    (first, page), (second, other_page) = one, other
    if page == other_page:
        return True
    shared = owners_of(page, first[1]) & owners_of(other_page, second[1])
    digits = set(_LONG.findall(page)) & set(_LONG.findall(other_page))
    return bool(shared or digits)
