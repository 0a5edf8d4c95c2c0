"""Finds sums of which a statement tells something else than its quotes: what is a part of them, or a rate.

"18 million and 6 million on top" over "18 million, including 6 million"; "210 000 for seven months" over
"210 000 a month". Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.measures import CURRENCIES
from assistant.nearness import numbered
from assistant.numbers import quantities
from assistant.polarity import parts
from assistant.spoken import Spoken, cut
from casefile.language import Language

_INCLUDED = re.compile(
    r"\bв\s+том\s+числе\b|\bиз\s+(?:них|которых|этой\s+суммы)\b|\bвключ\w+"
    r"|(?<!\bon\stop\s)\bof\s+(?:which|it|this|that\s+sum)\b|\bpart\s+of\b|\bчасть\b|\bбөлігі\w*|\binclu\w+|\b(?:оның|соның|ішінде)\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\b(?:айына|күніне|жылына|сағатына|аптасына|(?:ай|күн|жыл|апта)\s+сайын\w*)\b"
    r"|\bв\s+(?:месяц|день|год|час|сутки|неделю)\b|\bеже(?:месячн|дневн|годн|недельн|квартальн|суточн)\w+"
    r"|\b(?:per|a|an|each|every)\s+(?:month|day|year|hour|week)\b|\b(?:monthly|daily|weekly|annual(?:ly)?)\b(?!\s+calc)"
    r"|\bза\s+(?:кажд\w+\s+|один\s+)?(?:месяц|день|год|час|сутки)\b|\bбір\s+(?:ай|күн|жыл|сағат)\s+үшін",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    r"\b(?:in\s+all|in\s+total|altogether|a\s+total\s+of|together)\b|\b(?:всего|итого|в\s+сумме|в\s+общей\s+сложности|на\s+общую\s+сумму)\b"
    r"|\b(?:барлығы|жалпы|жиыны|қосқанда)\b",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:twice|each|apiece|two\s+times)\b|\b(?:дважды|кажд\w+|оба\s+раза)\b|\b(?:екі\s+рет|әрқайсы\w+|екі\s+мәрте)",
    re.IGNORECASE,
)
_CLAIMED = re.compile(
    r"\b(?:claim(?:ed|s)?|sought|demand\w*|requested|asked\s+for)\b|\b(?:иск(?:а|у|ом|и)?\b|требова\w+|просил\w*|заявл\w+|заявил\w*)"
    r"|\b(?:талап\s+ет\w+|сұра\w+|талап\s+қой\w+)",
    re.IGNORECASE,
)
_AWARDED = re.compile(
    r"\b(?:award\w*|recover\w*|granted)\b|\b(?:взыска\w+|прису[жд]\w+|удовлетвор\w+)|\b(?:өндір\w+|қанағаттандыр\w+)",
    re.IGNORECASE,
)
_OWED = re.compile(
    r"\b(?:overdr\w+|overdraft\w*|debit\w*|owe[ds]?|owing|debts?|arrears|minus|negative|shortage|deficit)\b"
    r"|\b(?:овердрафт\w*|задолжен\w+|долг\w*|должен|минус\w*|недостач\w*|отрицательн\w+)"
    r"|\b(?:овердрафт\w*|берешек\w*|берешег\w*|қарыз\w*|минус\w*|жетіспе\w+|кем\b|борыш\w*)",
    re.IGNORECASE,
)
_BY = re.compile(r"\boverdrawn\b|\bв\s+овердрафт\w*|\bовердрафт\w*|\bminus\b|\bминус\b", re.IGNORECASE)


def on_top(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Parts of a sum that the statement sets beside it, as if they were not in it."""
    if _INCLUDED.search(text):
        return
    said = _money(text, language)
    for quote, tongue in quotes:
        held = numbered(quote, tongue)
        for whole, part in zip(held.numbers, held.numbers[1:], strict=False):
            between = held.text[whole.end : part.start]
            inside = _INCLUDED.search(between) and not re.search(r"[.;]\s", between)
            if inside and {whole.number, part.number} <= said and float(whole.number) > float(part.number):
                yield part.number


def without_rate(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Sums that by the quotes are paid each month or day, and by the statement are not."""
    if _RATE.search(text):
        return
    rates, plain = _beside(_RATE, quotes)
    yield from sorted((rates - plain) & _money(text, language))


def each_of_total(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Sums of all that the statement gives for each: "640 000 twice" over "two transfers, 640 000 in all"."""
    if _IN_ALL.search(text):
        return
    totals, plain = _beside(_IN_ALL, quotes)
    for part in parts(text, language):
        if _EACH.search(part.text):
            yield from sorted(_money(part.text, language) & (totals - plain))


def claimed_or_awarded(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Sums that the quotes say were awarded and the statement that they were claimed, or the reverse."""
    held = _parts(quotes)
    for part in parts(text, language):
        said = _money(part.text, language)
        for mine, others in ((_CLAIMED, _AWARDED), (_AWARDED, _CLAIMED)):
            if len(said) != 1 or not mine.search(part.text) or others.search(part.text):
                continue
            there = [words for words, sums in held if said & sums]
            if there and all(others.search(words) and not mine.search(words) for words in there):
                yield from said


def owed(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Sums by which the quotes have an account overdrawn, told without any word of it."""
    if not _OWED.search(text):
        overdrawn, _ = _beside(_BY, quotes)
        yield from sorted(overdrawn & _money(text, language))


def _beside(words: re.Pattern[str], quotes: Sequence[Spoken]) -> tuple[set[str], set[str]]:
    """The sums of the parts of the quotes that have the words, and those of the other parts."""
    beside: set[str] = set()
    others: set[str] = set()
    for part, sums in _parts(quotes):
        (beside if words.search(part) else others).update(sums)
    return beside, others


def _parts(quotes: Sequence[Spoken]) -> list[tuple[str, set[str]]]:
    """Each part of the quotes with its sums."""
    return [(part.text, _money(part.text, tongue)) for part, tongue in cut(quotes, parts)]


def _money(text: str, language: Language) -> set[str]:
    """Sums, and large numbers without a currency."""
    return {
        one.number
        for one in quantities(text, language)
        if one.number.isdecimal() and (one.unit in CURRENCIES or (not one.unit and len(one.number) > 4))
    }
