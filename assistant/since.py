"""Finds from when somebody is told to have held a post, though the quotes give that date for a lower one.

"Senior weigher from 2016" over "weigher from 2016, appointed senior weigher in 2019". Knows nothing of
passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.dates import replace_dates
from assistant.polarity import pieces
from assistant.spoken import Spoken, cut
from assistant.word_kinds import has
from casefile.language import Language

_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_SINCE = re.compile(
    rf"\b(?:со?|since|from|as\s+of|начиная\s+с)\s+({_DATE.pattern})|({_DATE.pattern})\S*\s+(?:бастап|бері)\b",
    re.IGNORECASE,
)


def of_lower_post(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Such dates; only where the quotes name a higher post with a date too."""
    if not has("grades", text, language):
        return
    held = [
        (set(_DATE.findall(_in_one_spelling(one))), has("grades", one, t)) for one, t in cut(quotes, pieces)
    ]
    of_higher = {date for dates, higher in held if higher for date in dates}
    if of_higher:
        told = (one or other for one, other in _SINCE.findall(_in_one_spelling(text)))
        lower = {date for dates, higher in held if not higher for date in dates}
        yield from (date for date in told if date in lower - of_higher)


def _in_one_spelling(text: str) -> str:
    return replace_dates(text, lambda _found, date: f" {date} ")
