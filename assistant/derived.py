"""Tells whether a number follows from the numbers of a quote: a difference, a sum, a ratio, a span of time, an hour
of the evening. It is worked out anew, never believed. Knows nothing of claims.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations

_MOST = 6  # numbers of one unit that are added up, at most
_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LESS = re.compile(
    r"\b(?:больше|меньше|быстрее|медленнее|дольше|выше|ниже|разниц\w+|остал\w+|остат\w+|недоста\w+|превы\w+|more|less|fewer|faster|slower"
    r"|longer|higher|lower|difference|remain\w*|rest|short|exceed\w*|қалған\w*|артық|кем|жылдам\w*|айырма\w*|асқан|асып)\b",
    re.IGNORECASE,
)
_ALTOGETHER = re.compile(
    r"\b(?:всего|итого|общ\w+|сумм\w+|вместе|совокупн\w+|total\w*|altogether|combined|together|in\s+all|барлығы|жалпы|жиыны|қосқанда)\b",
    re.IGNORECASE,
)
_EVENING = re.compile(
    r"\b(?:вечер\w*|дня|после\s+полудня|in\s+the\s+(?:evening|afternoon)|at\s+night|ночи|p\.?\s?m|кешк\w*|түстен\s+кейін|түнгі)\b",
    re.IGNORECASE,
)

Number = tuple[str, str]  # digits, unit


def follows(said: Number, text: str, numbers: Sequence[Number]) -> bool:
    """Whether the number of a statement `text` follows from those of one quote.

    >>> follows(("14", ""), "на 14 км/ч быстрее", [("74", ""), ("60", "")])
    True
    >>> follows(("40", "minute"), "ушёл через сорок минут", [("19:30", ""), ("20:10", "")])
    True
    >>> follows(("14", ""), "14 человек", [("74", ""), ("60", "")])
    False
    """
    value, unit = said
    if not _NUMBER.fullmatch(value) and not _CLOCK.fullmatch(value):
        return False
    clocks = [clock for number, _ in numbers if (clock := _minutes(number)) is not None]
    if unit in ("minute", "hour") and _NUMBER.fullmatch(value):
        span = Fraction(value) * (60 if unit == "hour" else 1)
        if any(later - earlier == span for earlier, later in combinations(sorted(clocks), 2)):
            return True
    if _EVENING.search(text) and _evening(value, clocks):
        return True
    if not _NUMBER.fullmatch(value):
        return False
    alike = [Fraction(n) for n, of in numbers if _NUMBER.fullmatch(n) and (not unit or of in ("", unit))]
    whole = Fraction(value)
    if unit == "times":
        plain = [Fraction(n) for n, _ in numbers if _NUMBER.fullmatch(n)]
        return any(b and a / b == whole for a, b in permutations(plain, 2))
    if _LESS.search(text) and any(a - b == whole for a, b in permutations(alike, 2)):
        return True
    return bool(_ALTOGETHER.search(text)) and whole in set(_sums(alike[:_MOST]))


def _sums(numbers: Sequence[Fraction]) -> Iterator[Fraction]:
    for count in range(2, len(numbers) + 1):
        yield from map(sum, combinations(numbers, count))


def _minutes(number: str) -> int | None:
    clock = _CLOCK.fullmatch(number)
    return int(clock[1]) * 60 + int(clock[2]) if clock else None


def _evening(value: str, clocks: Sequence[int]) -> bool:
    """Seven is 19:00, half past seven 19:30."""
    said = _minutes(value) if ":" in value else int(value) * 60 if value.isdecimal() else None
    return said is not None and said <= 12 * 60 and said + 12 * 60 in clocks
