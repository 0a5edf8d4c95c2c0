"""Which one value of two statements differs: a time, a date, a sum, an identifier, a count.

Rather silent than wrong: where more than one differs, or a value is only about right, there is none.
Knows nothing of what the values are said of.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.bounds import Bound
from assistant.measures import SIZES
from assistant.numbers import quantities
from casefile.answer import Matter
from casefile.language import Language
from casefile.lawref_parse import find_refs

CLOSE = 1.25  # times: nearer than this is the same where one of two values is said to be rough
MINUTES = {False: 5, True: 61}  # between two times of day that differ, told exactly or roughly
_DAY = 24 * 60
_YEARS = range(1900, 2100)
_IDENTIFYING = 9  # digits from which a number names something

_ROUGH = re.compile(
    r"\b(?:около|примерно|приблизительно|порядка|где-то|почти|шамамен|жуық\w*|таяу|таман|шақты"
    r"|about|around|approximately|roughly|nearly|almost|some)\b",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\b(?:UTC|GMT|МСК|MSK)\b|по\s+времени|уақытымен", re.IGNORECASE)
# Numbers of papers and pages, and those that count the items of a list.
_PAPER = re.compile(
    r"^\W*\d{1,3}[.)]\s|№\s*[\w/-]+|\bл\.?\s?д\.?\s*\d+|\b(?:том\w*|стр(?:аниц\w*|\.)|лист\w*|page|volume|p\.|No\.?)"
    r"\s*\d+|\b\d+\s*-?\s*(?:том|бет|парақ)\w*",
    re.IGNORECASE,
)
_COLLECTIVE = {"дво": 2, "тро": 3, "чет": 4, "пят": 5, "шес": 6, "сем": 7}
_TOGETHER = re.compile(r"\b(двое|двоих|трое|троих|четверо|четверых|пятеро|шестеро|семеро)\b", re.IGNORECASE)
_CLOCK_WORDS = re.compile(r"\bсағат\s+(\d{1,2})(?![\d:.]|\s*мин)", re.IGNORECASE)
_CLOCK_DOTS = re.compile(r"(?<=\b[вv]\s)(\d{1,2})\.(\d\d)(?![\d.])|(?<=\bat\s)(\d{1,2})\.(\d\d)(?![\d.])")
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)")
_DATE = re.compile(r"(?P<year>\d{4}|-)-(?P<month>\d\d)(?:-(?P<day>\d\d))?")


@dataclass(frozen=True, slots=True)
class Value:
    """`number` in its one spelling."""

    matter: Matter
    number: str
    unit: str
    bound: Bound


def _together(text: str) -> str:
    """With "трое" as 3."""
    return _TOGETHER.sub(lambda found: str(_COLLECTIVE[found[1].lower()[:3]]), text)


@lru_cache(4_000)
def values(text: str, language: Language) -> tuple[Value, ...]:
    """Every value of a statement but the numbers of articles, papers and pages."""
    for found in reversed(find_refs(text)):
        text = text[: found.start] + " " + text[found.end :]
    text = _CLOCK_DOTS.sub(lambda m: f"{m[1] or m[3]}:{m[2] or m[4]}", _PAPER.sub(" ", text))
    text = _together(_CLOCK_WORDS.sub(r"\1:00", text))
    return tuple(_value(one.number, one.unit, one.bound) for one in quantities(text, language))


def _value(number: str, unit: str, bound: Bound) -> Value:
    if clock := _CLOCK.fullmatch(number):
        return Value(Matter.TIME, f"{int(clock[1])}:{clock[2]}", "", bound)
    if unit == "hour" and number.isdecimal() and int(number) <= 24:
        return Value(Matter.TIME, f"{int(number)}:00", "", bound)  # a time of day, or as long as one
    if _DATE.fullmatch(number) or (number.isdecimal() and unit == "year" and int(number) in _YEARS):
        return Value(Matter.DATE, number, "", bound)
    digits = sum(char.isdigit() for char in number)
    if not unit and (digits >= _IDENTIFYING or any(char.isalpha() for char in number)):
        return Value(Matter.IDENTIFIER, number, "", Bound.NONE)
    amount = (unit and unit not in SIZES) or "." in number
    return Value(Matter.AMOUNT if amount else Matter.NUMBER, number, unit, bound)


def unlike(
    one: str, other: str, language: Language, tongue: Language, *, ruled: bool = False
) -> tuple[Value, Value] | None:
    """The one value in which two statements differ; None where there is none, or more than one.

    `ruled`: rules are compared: "up to 5 years" and "up to 7 years" differ. Of what somebody saw they
    may both be true.
    """
    mine, theirs = values(one, language), values(other, tongue)
    here = {v for v in mine if not any(_agree(v, w) for w in theirs)}
    there = {v for v in theirs if not any(_agree(v, w) for w in mine)}
    if len(here) != 1 or len(there) != 1:
        return None
    (first,), (second,) = here, there
    if first.matter is not second.matter or first.unit != second.unit or first.bound is not second.bound:
        return None
    if first.bound is not Bound.NONE and not ruled:
        return None
    rough = bool(_ROUGH.search(one) or _ROUGH.search(other))
    zoned = first.matter is Matter.TIME and bool(_ZONE.search(one) or _ZONE.search(other))
    return None if zoned or _near(first, second, rough=rough) else (first, second)


def same(one: str, other: str, language: Language, tongue: Language) -> bool:
    """Whether each value of either statement is in the other."""
    mine, theirs = values(one, language), values(other, tongue)
    return all(any(_agree(v, w) for w in theirs) for v in mine) and all(
        any(_agree(v, w) for w in mine) for v in theirs
    )


def share_identifier(one: str, other: str, language: Language, tongue: Language) -> bool:
    """Whether both name the same plate, account, telephone …"""
    mine = {v.number for v in values(one, language) if v.matter is Matter.IDENTIFIER}
    return any(v.matter is Matter.IDENTIFIER and v.number in mine for v in values(other, tongue))


def share_date(one: str, other: str, language: Language, tongue: Language) -> bool:
    """Whether both name the same day, or month."""
    dates = [v for v in values(one, language) if v.matter is Matter.DATE]
    return any(_agree(v, date) for v in values(other, tongue) for date in dates)


def _agree(one: Value, other: Value) -> bool:
    if one.matter is not other.matter:
        return False
    if one.matter is Matter.DATE:
        parts = zip(_date(one.number), _date(other.number), strict=True)
        return all(a == b or not a or not b for a, b in parts)
    return one.number == other.number and (one.unit == other.unit or not (one.unit and other.unit))


def _date(number: str) -> tuple[str, str, str]:
    """Year, month, day; "" for what is not said."""
    found = _DATE.fullmatch(number)
    if found is None:
        return number, "", ""
    return found["year"].strip("-"), found["month"], found["day"] or ""


def _near(one: Value, other: Value, *, rough: bool) -> bool:
    if one.matter is Matter.TIME:
        apart = abs(_minutes(one.number) - _minutes(other.number))
        return min(apart, _DAY - apart) < MINUTES[rough]
    if one.matter in (Matter.DATE, Matter.IDENTIFIER):
        return rough
    sizes = sorted(_size(value.number) for value in (one, other))
    return rough and (sizes[0] <= 0 or sizes[1] < CLOSE * sizes[0])


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return 60 * int(hours) + int(minutes)


def _size(number: str) -> float:
    try:
        return float(number)
    except ValueError:
        return 0.0
