"""Finds terms that run up to an event in the quotes and from it in a statement, or the reverse.

"45 days from moving out" over "45 days before the date of moving out"; a plaster "to be removed by 12 March"
over "not earlier than 12 March". Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from assistant.nearness import numbered
from assistant.numbers import quantities
from assistant.polarity import pieces
from assistant.spoken import Spoken, cut
from assistant.word_kinds import has
from casefile.language import Language


class Direction(StrEnum):
    BEFORE = "before"
    AFTER = "after"


_ANYTHING = re.compile("")
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
            _ANYTHING,
            re.compile(rf"{_UNIT}\s+(?:с|со|после|от)\s+(?:дня|даты|момента|\w+ния|\w+чи)\b", re.IGNORECASE),
        ),
    ),
    Language.EN: (
        (
            Direction.BEFORE,
            _ANYTHING,
            re.compile(rf"{_UNIT}\s+(?:before|prior\s+to|ahead\s+of)\b", re.IGNORECASE),
        ),
        (
            Direction.AFTER,
            _ANYTHING,
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
_BY = re.compile(r"\bна\s+$|\bby\s+(?:a\s+further\s+)?$|\bтағы\s+$", re.IGNORECASE)
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


def only_extended(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Terms by which the quotes only lengthen another, told as the whole term."""
    if has("extends", text, language):
        return
    said = {(one.number, one.unit) for one in quantities(text, language) if one.unit in _TIMES}
    for piece, tongue in cut(quotes, pieces):
        terms = sorted(
            (one for one in quantities(piece, tongue) if one.unit in _TIMES), key=lambda one: one.start
        )
        if len(terms) > 1 and has("extends", piece, tongue):
            added = terms[-1]
            if (added.number, added.unit) in said and _BY.search(numbered(piece, tongue).text[: added.start]):
                yield f"{added.number} {added.unit}"


def _directed(text: str, language: Language) -> dict[tuple[str, str], set[Direction]]:
    whole = numbered(text, language)
    directed: dict[tuple[str, str], set[Direction]] = {}
    for one in whole.numbers:
        if one.unit not in _TIMES:
            continue
        before, behind = whole.text[max(0, one.start - 25) : one.start], whole.text[one.end : one.end + 70]
        for direction, left, right in _DIRECTIONS.get(language, ()):
            if left.search(before) and right.match(behind):
                directed.setdefault((one.number, one.unit), set()).add(direction)
                break
    return directed


_DATE = r"\d{1,2}\s+[^\W\d_]{3,}"
_NOT_BEFORE = re.compile(
    rf"\bне\s+ранее\s+({_DATE})|\bnot\s+(?:earlier\s+than|before)\s+(?:the\s+)?({_DATE})|({_DATE})\S*\s+ерте\b",
    re.IGNORECASE,
)
_BY_THEN = re.compile(
    rf"(?<!не\s)\bдо\s+({_DATE})|\b(?:by|until|before|no\s+later\s+than)\s+(?:the\s+)?({_DATE})|({_DATE})\s+(?:дейін|кешіктірмей)\b",
    re.IGNORECASE,
)


def by_then(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Dates by which a thing is to be done, where the quotes say that it is not to be done before."""
    said = _days(_BY_THEN, text, language)
    yield from sorted(said & {day for quote, tongue in quotes for day in _days(_NOT_BEFORE, quote, tongue)})


def _days(shape: re.Pattern[str], text: str, language: Language) -> set[str]:
    found = (next(filter(None, match.groups())) for match in shape.finditer(text))
    return {one.number[-5:] for day in found for one in quantities(day, language) if "-" in one.number}
