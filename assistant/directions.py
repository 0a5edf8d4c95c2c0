"""Finds terms that run up to an event in the quotes and from it in a statement, or the reverse.

"45 days from moving out" over "45 days before the date of moving out"; a plaster "to be removed by 12 March"
over "not earlier than 12 March". Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from assistant.nearness import numbered
from assistant.spoken import Spoken
from casefile.language import Language


class Direction(StrEnum):
    BEFORE = "before"
    AFTER = "after"


_UNIT = r"(?:\s*[^\W\d_]+){1,3}?"
_DIRECTIONS = {  # what stands before the number and behind it
    Language.RU: (
        (
            Direction.BEFORE,
            re.compile(r"\bза\s+$", re.IGNORECASE),
            re.compile(rf"{_UNIT}\s+до\b", re.IGNORECASE),
        ),
        (
            Direction.AFTER,
            re.compile(r"(?:\bчерез|\bспустя|\bв\s+течение)\s+$|$"),
            re.compile(rf"{_UNIT}\s+(?:с|со|после|от)\s+(?:дня|даты|момента|\w+ния|\w+чи)\b", re.IGNORECASE),
        ),
    ),
    Language.EN: (
        (
            Direction.BEFORE,
            re.compile(r"$"),
            re.compile(rf"{_UNIT}\s+(?:before|prior\s+to|ahead\s+of)\b", re.IGNORECASE),
        ),
        (
            Direction.AFTER,
            re.compile(r"$"),
            re.compile(
                rf"{_UNIT},?\s+(?:after|following|from|since|of\s+(?:the\s+)?(?:date|day|receipt|its|their)"
                r"|(?:counted|calculated|running|starting)\s+from)\b",
                re.IGNORECASE,
            ),
        ),
    ),
    Language.KK: (
        (
            Direction.BEFORE,
            re.compile(r"(?:дейін|дан|ден|тан|тен|нан|нен)\s+(?:кемінде\s+)?$", re.IGNORECASE),
            re.compile(rf"{_UNIT}\s+(?:бұрын|қалғанда)\b", re.IGNORECASE),
        ),
        (
            Direction.BEFORE,
            re.compile(r"дейін\s+(?:кемінде\s+)?$", re.IGNORECASE),
            re.compile(rf"{_UNIT}\b", re.IGNORECASE),
        ),
        (
            Direction.AFTER,
            re.compile(r"(?:бастап|кейін|соң)\s+$", re.IGNORECASE),
            re.compile(rf"{_UNIT}\b", re.IGNORECASE),
        ),
    ),
}
_TIMES = {"day", "week", "month", "year", "hour"}


def other_way(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Terms whose direction in the statement is the reverse of that in all the quotes."""
    said = _directed(text, language)
    held: dict[tuple[str, str], set[Direction]] = {}
    for quote, tongue in quotes:
        for term, directions in _directed(quote, tongue).items():
            held.setdefault(term, set()).update(directions)
    for term, directions in said.items():
        theirs = held.get(term)
        if theirs and not directions & theirs:
            yield " ".join(term)


def _directed(text: str, language: Language) -> dict[tuple[str, str], set[Direction]]:
    whole = numbered(text, language)
    found: dict[tuple[str, str], set[Direction]] = {}
    for one in whole.numbers:
        if one.unit not in _TIMES:
            continue
        before, behind = whole.text[max(0, one.start - 25) : one.start], whole.text[one.end : one.end + 70]
        for direction, left, right in _DIRECTIONS.get(language, ()):
            if left.search(before) and right.match(behind):
                found.setdefault((one.number, one.unit), set()).add(direction)
                break
    return found
