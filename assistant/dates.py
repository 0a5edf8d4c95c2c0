"""Finds the dates of a text and writes them in one spelling, `2024-02-01`, in all three languages.

Knows nothing of other numbers.
"""

import re
from collections.abc import Callable, Iterator

_MONTHS = (
    "қаңтар|январ|january",
    "ақпан|феврал|february",
    "наурыз|март|march",
    "сәуір|апрел|april",
    "мамыр|ма[йяюе]|may",
    "маусым|июн|june",
    "шілде|июл|july",
    "тамыз|август|august",
    "қыркүйе[кг]|сентябр|september",
    "қазан|октябр|october",
    "қараша|ноябр|november",
    "желтоқсан|декабр|december",
)
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[^\W\d_]*"
_DAY = r"(?<![\d.,:/-])(?P<day>\d{1,2})(?:-?(?:го|е|st|nd|rd|th|і|ы|ші|шы)\b)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_IN_YEAR = rf"{_YEAR}\s*(?:жылғы|жылдың|жылы|ж\.)"
_DATES = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d)(?P<day>\d{{1,2}})[./](?P<m>\d{{1,2}})[./]{_YEAR}",
        rf"(?<!\d){_YEAR}-(?P<m>\d{{2}})-(?P<day>\d{{2}})(?!\d)",
        rf"(?<!\d){_IN_YEAR}\s+{_DAY}[\s-]*{_MONTH}",
        rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"(?<!\d){_IN_YEAR}\s+{_MONTH}\s+{_DAY}-?\s?(?:сы|і|ы|ші|шы)?н[ае]?\w{{0,3}}\b",
        rf"(?<!\d){_IN_YEAR}\s+{_MONTH}",
        rf"\b{_MONTH},?\s+{_YEAR}",
        rf"{_DAY}[\s-]+(?:of\s+)?{_MONTH}",
        rf"\b{_MONTH}\s+{_DAY}(?!\d|\s*(?:тыс|мың|млн|миллион|млрд|миллиард|thousand|million|billion))",
    )
]
_FROM_TO = re.compile(
    rf"(?<![\d.,:/-])(?P<first>\d{{1,2}})(?:-?(?:го|ші|шы|st|nd|rd|th))?\s*(?:and|to|по|до|и|мен|және|-)"
    rf"\s*(?P<last>{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?)",
    re.IGNORECASE,
)
_KK_FROM_TO = re.compile(
    rf"(?P<year>\d{{4}})\s*(?:жылғы|ж\.)\s+(?P<first>\d{{1,2}})\s*(?:мен|және|-|пен|бен)"
    rf"\s*(?P<day>\d{{1,2}})\s*{_MONTH}",
    re.IGNORECASE,
)
_MONTHS_FROM_TO = re.compile(
    rf"(?P<first>{'|'.join(_MONTHS)})[^\W\d_]*\s*(?:-|to|по|until|through)"
    rf"\s*(?P<last>{'|'.join(_MONTHS)})[^\W\d_]*",
    re.IGNORECASE,
)


def replace_dates(text: str, take: Callable[[re.Match[str], str], str]) -> str:
    """The text with what `take` puts in the place of each date, of which it is given the one spelling."""
    for pattern in _DATES:
        text = pattern.sub(lambda found: take(found, _spelled(found)), text)
    return text


def without_dates(text: str) -> str:
    """The text without its dates, and so without the names of their months."""
    return replace_dates(text, lambda _found, _date: " ")


def with_both_days(text: str) -> str:
    """The text where "from 5 to 9 January 2025" names the fifth of January too."""
    return _FROM_TO.sub(_both_days, _KK_FROM_TO.sub(_both_days, text))


def months_between(text: str) -> Iterator[int]:
    """How many months its spans have: January to March are three."""
    for found in _MONTHS_FROM_TO.finditer(text):
        if (months := 1 + _month(found["last"]) - _month(found["first"])) > 1:
            yield months


def months_of_spans(text: str) -> Iterator[int]:
    """The months that its spans have: January to March are the first three."""
    for found in _MONTHS_FROM_TO.finditer(text):
        yield from range(_month(found["first"]), _month(found["last"]) + 1)


def _spelled(match: re.Match[str]) -> str:
    parts = match.groupdict()
    month = int(parts["m"]) if parts.get("m") else _month(parts["month"])
    day = f"-{int(parts['day']):02}" if parts.get("day") else ""
    return f"{parts.get('year') or '-'}-{month:02}{day}"


def names_month(word: str) -> bool:
    """Whether it begins like the name of a month: июня, июльский, қазанда.

    >>> names_month("Июня"), names_month("июнем"), names_month("день")
    (True, True, False)
    """
    return month_of(word) > 0


def month_of(word: str) -> int:
    """Its number; 0 for another word.

    >>> month_of("қаңтарда"), month_of("день")
    (1, 0)
    """
    found = re.match(_MONTH, word, re.IGNORECASE)
    return _month(found["month"]) if found else 0


def _both_days(match: re.Match[str]) -> str:
    end = match.end("first") - match.start()
    year = f" {match['year']}" if match.re is _FROM_TO and match["year"] else ""
    return f"{match[0][:end]} {match['month']}{year} {match[0][end:].lstrip(' -')}"


def _month(word: str) -> int:
    return 1 + next(n for n, stems in enumerate(_MONTHS) if re.fullmatch(stems, word, re.IGNORECASE))
