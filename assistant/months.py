"""Finds months that a statement names and no quote does, or a quote only in the date of something else.

"In July" over "in March"; "for April" over "on 5 April he wrote: unpaid for March". Knows nothing of
passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.dates import month_of, months_of_spans, replace_dates
from assistant.numbers import plain, quantities
from assistant.spoken import Told
from casefile.language import Language

_NAMES = {  # not "may", nor Марта, nor the city of Қазан
    Language.KK: re.compile(
        r"\b(?:қаңтар|ақпан|наурыз(?!көже)|сәуір|мамыр(?!аж)|маусым(?!дық)|шілде|тамыз(?!у|ғ)|қыркүйе[кг]"
        r"|қазан(?!дық)|қараша(?!ңыр)|желтоқсан)\w*"
    ),
    Language.RU: re.compile(
        r"\b(?:январ[ьяею]|феврал[ьяею]|март[аеу]?|апрел[ьяею]|ма[йяею]|ию[нл][ьяею]|август[аеу]?"
        r"|(?:сент|окт|но|дек)а?бр[ьяею])(?:м|ом)?\b"
    ),
    Language.EN: re.compile(
        r"\b(?:January|February|April|June|July|August|September|October|November|December)\b"
        r"|(?<=\w\s)(?:March\b|May\b(?!\s+not))"
    ),
}
_WORD = re.compile(r"[^\W\d_]+")
_NO_MONTH = re.compile(r"may|march\w*")
_RELATIVE = re.compile(
    r"(?:следующ|прошл|предыдущ|последующ)\w+\s+месяц|месяц\w*\s+(?:спустя|назад)|через\s+(?:\w+\s+)?месяц"
    r"|(?:келесі|өткен)\s+ай|ай(?:дан)?\s+(?:кейін|бұрын)"
    r"|(?:next|previous|following|last)\s+month|month\w*\s+(?:later|ago|after|before)",
    re.IGNORECASE,
)
_MONTH = re.compile(r"(?:\d{4}|-)-(\d\d)")
_DAY = re.compile(r"(?:\d{4}|-)-(\d\d)-\d\d")


def other_months(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """Those that neither the quotes nor their titles tell, or these only in the date of a day."""
    said = named_months(text, language)
    if not said or any(_RELATIVE.search(words) for words, _, _ in quotes):
        return
    told = {
        month for words, tongue, title in quotes for month in (*_told(words, tongue), *_told(title, tongue))
    }
    days = {month for words, tongue, _ in quotes for month in _dated(_DAY, words, tongue)}
    missed = told - {*said, *_dated(_DAY, text, language)}
    for month in dict.fromkeys(said):
        if month not in told and (month not in days or missed):
            yield f"month {month}"


def named_months(text: str, language: Language) -> list[int]:
    """Those that it names without a day: each as often as it does."""
    names = _NAMES[language].finditer(_without_dates(text)) if language in _NAMES else ()
    return [*_dated(_MONTH, text, language), *(month_of(found[0]) for found in names)]


def _told(text: str, language: Language) -> Iterator[int]:
    """Generously: whatever begins like a month, and the months of a span."""
    yield from _dated(_MONTH, text, language)
    yield from months_of_spans(plain(text))
    for word in _WORD.findall(_without_dates(text)):
        if not _NO_MONTH.fullmatch(word) and (month := month_of(word)):
            yield month


def _dated(shape: re.Pattern[str], text: str, language: Language) -> list[int]:
    found = (shape.fullmatch(one.number) for one in quantities(text, language))
    return [int(one[1]) for one in found if one]


def _without_dates(text: str) -> str:
    return replace_dates(plain(text), lambda _found, _date: " ; ")
