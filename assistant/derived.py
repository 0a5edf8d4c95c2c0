"""Tells whether a number follows from the numbers of a quote: "14 km/h faster" from 74 and 60.

Differences, sums, ratios, spans of time and hours of the evening are worked out anew, never believed. Knows
nothing of claims.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import combinations, permutations

from assistant.in_digits import FRACTION
from assistant.measures import CURRENCIES
from assistant.numbers import quantities
from assistant.word_kinds import has
from casefile.language import Language

_MOST = 6  # numbers of one unit that are added up, at most
_UNLIKE = 10_000  # times: two parts and the 1 200 000 in them are not added up
_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)")
_DATE = re.compile(r"(\d{4}|-)-(\d\d)-(\d\d)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_PAYMENTS = re.compile(
    r"\b(?:instal+ments|payments|transfers|част(?:ями|ях)|платеж\w*|перевод\w*|взнос\w*|при[её]м\w*|төлем\w*|бөлік\w*)\b",
    re.IGNORECASE,
)
_MINUTES = {"minute": 1, "hour": 60}

Number = tuple[str, str]  # digits, unit


def follows(said: Number, text: str, language: Language, numbers: Sequence[Number]) -> bool:
    """Whether a number of a statement follows from those of one quote.

    The words of the statement tell by which way: "14 people" follow from nothing.

    >>> follows(("40", "minute"), "ушёл через сорок минут", Language.RU, [("19:30", ""), ("20:10", "")])
    True
    """
    value, unit = said
    clocks = [clock for number, _ in numbers if (clock := _minutes(number)) is not None]
    if has("evening", text, language) and _evening(value, clocks):
        return True
    if not _NUMBER.fullmatch(value):
        return False
    whole = Fraction(value)
    if unit in _MINUTES and _passed(whole * _MINUTES[unit], clocks):
        return True
    plain = _plain(numbers)
    if unit == "times":
        return any(b and a / b == whole for (a, _), (b, _) in permutations(plain, 2))
    if whole.denominator == 1 and 1 < whole <= _MOST and not unit and _PAYMENTS.search(text):
        return _sum_of(int(whole), [n for n, of in plain if of in CURRENCIES or not of], text, language)
    if unit == "%" and FRACTION.search(text):  # three quarters: nine of twelve
        return any(b and 100 * a / b == whole for (a, _), (b, _) in permutations(plain, 2))
    alike = _alike(unit, numbers)
    added = has("altogether", text, language) or has("sums", text, language)
    return added and whole in set(_sums(alike[:_MOST]))


def lies_between(said: Number, text: str, language: Language, numbers: Sequence[Number]) -> bool:
    """Whether a number of a statement is a difference that the words beside it tell of, also of two quotes.

    >>> lies_between(("14", ""), "на 14 км/ч быстрее", Language.RU, [("74", ""), ("60", "")])
    True
    >>> lies_between(("14", ""), "14 человек", Language.RU, [("74", ""), ("60", "")])
    False
    >>> lies_between(("28", ""), "28 were missing", Language.EN, [("400", ""), ("372", "")])
    True
    """
    value, unit = said
    if not _NUMBER.fullmatch(value):
        return False
    whole = Fraction(value)
    if unit == "day" and has("apart", text, language) and _days_apart(whole, [n for n, _ in numbers]):
        return True
    alike = _alike(unit, numbers)
    return has("compares", text, language) and any(a - b == whole for a, b in permutations(alike, 2))


def _alike(unit: str, numbers: Sequence[Number]) -> list[Fraction]:
    """Those that count the same; of sums it may be said once: "1 200 000 and then 650 000 tenge"."""
    unsaid = ("", unit) if unit in CURRENCIES else (unit,)
    return [n for n, of in _plain(numbers) if not unit or of in unsaid]


def _plain(numbers: Sequence[Number]) -> list[tuple[Fraction, str]]:
    return [(Fraction(n), of) for n, of in numbers if _NUMBER.fullmatch(n)]


def _passed(minutes: Fraction, clocks: Sequence[int]) -> bool:
    """Whether so much time lies between two hours of the day."""
    return any(later - earlier == minutes for earlier, later in combinations(sorted(clocks), 2))


def _days_apart(days: Fraction, numbers: Sequence[str]) -> bool:
    """Whether so many days lie between two dates, or between two days of a year that is not told."""
    told = [found for number in numbers if (found := _DATE.fullmatch(number))]
    known = next((found[1] for found in told if found[1] != "-"), "2001")
    dates = [
        date(int(known if f[1] == "-" else f[1]), int(f[2]), int(f[3]))
        for f in told
        if (f[2], f[3]) != ("02", "29")
    ]
    return any(abs((one - other).days) == days for one, other in combinations(dates, 2))


def _sum_of(count: int, numbers: Sequence[Fraction], text: str, language: Language) -> bool:
    """Whether a sum of the statement is that of so many of the numbers: paid in two instalments."""
    said = {Fraction(one.number) for one in quantities(text, language) if _NUMBER.fullmatch(one.number)}
    return any(sum(added, Fraction()) in said for added in combinations(numbers[:_MOST], count))


def _sums(numbers: Sequence[Fraction]) -> Iterator[Fraction]:
    for count in range(2, len(numbers) + 1):
        for added in combinations(numbers, count):
            if max(added) < _UNLIKE * min(added):
                yield sum(added, Fraction())


def _minutes(number: str) -> int | None:
    clock = _CLOCK.fullmatch(number)
    return int(clock[1]) * 60 + int(clock[2]) if clock else None


def _evening(value: str, clocks: Sequence[int]) -> bool:
    """Seven is 19:00, half past seven 19:30."""
    said = _minutes(value) if ":" in value else int(value) * 60 if value.isdecimal() else None
    return said is not None and said <= 12 * 60 and said + 12 * 60 in clocks
