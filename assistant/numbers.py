"""Reads the numbers of a text in one spelling, so that two texts can be compared digit by digit.

Dates become `2024-02-01`, sums lose their thousand separators, spelled numbers become digits,
identifiers stay as they are; each keeps what it counts: years, tenge, per cent. Knows nothing of claims.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from assistant.bounds import Bound, bound, opposite
from assistant.derived import follows
from assistant.numerals import folded, numerals, ordinals, scale
from casefile.language import Language

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
        rf"(?<!\d){_IN_YEAR}\s+{_MONTH}",
        rf"\b{_MONTH},?\s+{_YEAR}",
        rf"{_DAY}[\s-]+(?:of\s+)?{_MONTH}",
        rf"\b{_MONTH}\s+{_DAY}(?!\d|\s*(?:тыс|мың|млн|миллион|млрд|миллиард|thousand|million|billion))",
    )
]
_PHONE = re.compile(r"(?<![\w.])(?:\+\s?)?[78](?:[\s()-]{0,2}\d){10}(?![\d])")
_IDENTIFIER = re.compile(r"(?<![^\W_])(?=[^\W_]*\d)(?=[^\W_]*[^\W\d_])[^\W_]{2,}(?![^\W_])")
_GROUPS = re.compile(r"(?<![\d.,])(\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+)(?!\d)([.,]\d{1,2}(?!\d))?")
_ENGLISH_GROUPS = re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d{3})+)(?!\d)(\.\d+)?")
_CHAIN = re.compile(r"(\d+(?:[.,:/-]\d+)*)()")
_SEPARATOR = re.compile(r"[ ,\u00a0\u2009\u202f'’](?=\d{3})")
_HOURS_MINUTES = re.compile(
    r"(?<!\d)([01]?\d|2[0-3])\s*(?:час\w*|сағат\w*|hours?)\s+([0-5]?\d)\s*(?:мин\w*|min\w*)", re.IGNORECASE
)
_HALF_DAY = re.compile(r"(?<![\d.:])(1[0-2]|[1-9])(?:[.:]([0-5]\d))?\s*([ap])\.?\s?m\b\.?", re.IGNORECASE)
_HALF_PAST = re.compile(r"\bhalf\s+past\s+(\w+)", re.IGNORECASE)
_OF_EVENING = re.compile(
    r"\b(\w+)\s+(?:час\w*\s+)?(вечера|in\s+the\s+evening)|\b(кешкі)\s+(?:сағат\s+)?(\w+)", re.IGNORECASE
)
_FROM_TO = re.compile(
    rf"(?<![\d.,:/-])(?P<first>\d{{1,2}})(?:-?(?:го|ші|шы|st|nd|rd|th))?\s*(?:and|to|по|до|и|мен|және|-)\s*(?P<last>{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?)",
    re.IGNORECASE,
)
_KK_FROM_TO = re.compile(
    rf"(?P<year>\d{{4}})\s*(?:жылғы|ж\.)\s+(?P<first>\d{{1,2}})\s*(?:мен|және|-|пен|бен)\s*(?P<day>\d{{1,2}})\s*{_MONTH}",
    re.IGNORECASE,
)
_SCALED = (
    r"\d{1,3}\s?(?:тыс[^\W\d_]*|мың|млн|миллион[^\W\d_]*|млрд|миллиард[^\W\d_]*|thousand|million|billion)\.?"
)
_COMPOUND = re.compile(rf"(?<![\d.,]){_SCALED}(?:\s{_SCALED})+", re.IGNORECASE)
_COMPOUND_PART = re.compile(r"(\d+)\s?([^\W\d_]+)")
_MONTHS_FROM_TO = re.compile(
    rf"(?P<first>{'|'.join(_MONTHS)})[^\W\d_]*\s*(?:-|to|по|until|through)\s*(?P<last>{'|'.join(_MONTHS)})[^\W\d_]*",
    re.IGNORECASE,
)
_HALF_OF = re.compile(
    r"\b(?:жарты\s+(?P<kk>сағат|жыл)|пол(?P<ru>часа|года|учаса|угода)|half\s+an?\s+(?P<en>hour|year)|half-(?P<of>hour|year))",
    re.IGNORECASE,
)
_TEN_DAYS = re.compile(r"\b(?:онкүнді[кг]\w*|декад[аыуе]\b|ten-day\s+period)", re.IGNORECASE)
_ONE = re.compile(r"\b(?:один|одн[ауо]\w*|бір|біреу\w*|one|once|an?)\b", re.IGNORECASE)
_WITHIN = re.compile(
    r"(?:в\s+течение|через|за|спустя|within\s+an?|\ban?)\s+"
    r"((?:суток|сутки|дня|день|часа?|месяца?|года?|недел[июя]|minute|hour|day|week|month|year)\b)",
    re.IGNORECASE,
)
_HALF_MORE = re.compile(
    r"(?:полтор[аы]|полутора|бір\s+жарым|one\s+and\s+a\s+half)\s+"
    r"((?:тыс|мың|миллион|млн|миллиард|млрд|thousand|million)[^\W\d_]*)",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"\b(\d{1,3}|\w+)\s+(?:жарым|с\s+половиной|and\s+a\s+half)(?=\s+\w)|\b(полтор[аы]|полутора)\b",
    re.IGNORECASE,
)
_SCALE = re.compile(r"\s*([^\W\d_]+)")
_LATIN_I = re.compile(r"(?<=[\u0400-\u04ff])i|i(?=[\u0400-\u04ff])")  # adilet: "есептiк"
_LOOKS_LATIN = str.maketrans("АВЕКМНОРСТУХІ", "ABEKMHOPCTYXI")

_UNITS = {
    "%": r"%|процент|пайыз|per\s?cent",
    "index": r"(?:месячн|айлық)\w*\s+(?:расч[её]тн|есептік)|м\.?р\.?п|аек|MCI\b|monthly\s+calculat",
    "year": r"год|лет|жыл|year",
    "month": r"месяц|мес\.|ай(?:дан|ға|да|дың|ы|ын\w*|лық)?\b|month",
    "week": r"недел|апта|week",
    "day": r"дн[еяю]|день|сут[ко]|күн|тәулік|day",
    "hour": r"час|сағат|hour",
    "minute": r"минут|minute",
    "tenge": r"тенге|теңге|тг\b|₸|kzt\b|tenge",
    "dollar": r"доллар|usd\b|dollar",
    "euro": r"евро|еуро|eur\b|euros?\b",
}
_INDEX = re.compile(_UNITS["index"], re.IGNORECASE)
_UNITS["times"] = r"кратн|есе(?!п)|times|fold"
_UNIT = re.compile(
    r"[\s-]*(?:(?:календарн|күнтізбелік|calendar|consecutive)\w*\s+)?"
    r"(?P<work>(?:рабоч|жұмыс|working|business)\w*\s+)?(?:US\s+|АҚШ\s+)?(?:"
    + "|".join(f"(?P<u{n}>{stems})" for n, stems in enumerate(_UNITS.values()))
    + ")",
    re.IGNORECASE,
)
_PARTS = {
    "hour": ("minute", 60),
    "day": ("hour", 24),
    "week": ("day", 7),
    "year": ("month", 12),
}  # of what smaller unit, how many
_FOLD = re.compile(r"([^\W\d_]{3,}?)кратн")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Quantity:
    number: str
    unit: str = ""  # where the text says it right after the number
    bound: Bound = field(default=Bound.NONE, compare=False, repr=False)


def quantities(text: str, language: Language) -> list[Quantity]:
    """Every number of the text, each in its one spelling.

    >>> quantities("1 500 000 теңге, 2024 жылғы 1 ақпан", Language.KK)
    [Quantity(number='2024-02-01', unit=''), Quantity(number='1500000', unit='tenge')]
    """
    return list(_quantities(text, language))


@lru_cache(4_000)  # every check asks about the same few
def _quantities(text: str, language: Language) -> tuple[Quantity, ...]:
    found: list[Quantity] = []
    whole = _LATIN_I.sub("і", "".join(_plain(char) for char in unicodedata.normalize("NFC", text)))

    def take(pattern: re.Pattern[str], spelled: Callable[[re.Match[str]], Quantity], rest: str) -> str:
        def blank(match: re.Match[str]) -> str:
            quantity = spelled(match)
            found.append(replace(quantity, bound=bound(whole, match.start(), match.end())))
            return ";" * len(match[0])  # what comes after keeps its place

        return pattern.sub(blank, rest)

    for pattern in (_KK_FROM_TO, _FROM_TO):  # "from 5 to 9 January 2025" names the fifth of January too
        whole = pattern.sub(_both_days, whole)
    whole = _HALF_MORE.sub(lambda found: str(scale(found[1]) * 3 // 2), whole)
    whole = _HALF.sub(lambda found: _and_a_half(found, language), whole)
    whole = _HALF_OF.sub(_part_of, whole)
    whole = _HALF_DAY.sub(_afternoon, _HOURS_MINUTES.sub(_clock, _HALF_PAST.sub(_past, whole)))
    whole = _OF_EVENING.sub(_at_night, whole)
    rest = whole
    for pattern in _DATES:
        rest = take(pattern, _date, rest)
    rest = take(_PHONE, _phone, rest)
    rest = take(_IDENTIFIER, _identifier, rest)
    for start, end, value in _spelled(rest, language):
        unit = _unit(rest[end:])
        if value > 1 or unit:
            found.append(Quantity(str(value), unit, bound(whole, start, end)))
    found += [Quantity(str(value), "times", bound(whole, a, b)) for a, b, value in _folds(rest)]
    rest = take(_COMPOUND, _compound, rest)
    if language is Language.EN:
        rest = take(_ENGLISH_GROUPS, _number, rest)
    rest = take(_GROUPS, _number, rest)
    take(_CHAIN, _number, rest)
    return tuple(found)


def unproved(
    text: str,
    language: Language,
    quotes: Iterable[tuple[str, Language]],
    titles: Iterable[tuple[str, Language]] = (),
) -> list[str]:
    """The numbers of the text that no quote has, or has only with another unit or bound.

    `titles` of documents prove the numbers of documents, and so nothing that has a unit.
    """
    named = {quantity.number for title, tongue in titles for quantity in _proofs(title, tongue)}
    told = [list(_proofs(quote, tongue)) for quote, tongue in quotes]
    proofs = [quantity for numbers in told for quantity in numbers]
    stated = [[(one.number, one.unit) for one in dict.fromkeys(numbers)] for numbers in told]
    return [
        " ".join((said.number, said.unit)).strip()
        for said in dict.fromkeys(quantities(text, language))
        if not all(any(_proves(proof, end) for proof in proofs) for end in _ends(said, proofs))
        and (said.unit or said.number not in named)
        and not any(follows((said.number, said.unit), text, numbers) for numbers in stated)
    ]


def _ends(said: Quantity, proofs: Sequence[Quantity]) -> list[Quantity]:
    """Of a range that is not written as one in the quotes, its two ends; else the number itself."""
    ends = re.fullmatch(r"(\d+)-(\d+)", said.number)
    if not ends or said.number in {proof.number for proof in proofs} or int(ends[1]) >= int(ends[2]):
        return [said]
    return [replace(said, number=end, bound=Bound.NONE) for end in ends.groups()]


def _proves(proof: Quantity, said: Quantity) -> bool:
    same = _bare(proof.number) == _bare(said.number) and (not said.unit or proof.unit in ("", said.unit))
    return same and not opposite(proof.bound, said.bound)


def _bare(number: str) -> str:
    """1.30 is 1.3."""
    return number.rstrip("0").rstrip(".") if re.fullmatch(r"\d+\.\d+", number) else number


def names_month(word: str) -> bool:
    """Whether it begins like the name of a month: июня, июльский, қазанда.

    >>> names_month("Июня"), names_month("июнем"), names_month("день")
    (True, True, False)
    """
    return re.match(_MONTH, word, re.IGNORECASE) is not None


def without_dates(text: str) -> str:
    """The text without its dates, and so without the names of their months."""
    for pattern in _DATES:
        text = pattern.sub(" ", text)
    return text


def _proofs(quote: str, language: Language) -> Iterable[Quantity]:
    """What a quote states, and the years of its dates, the ends of its ranges, and what it leaves unsaid."""
    plain = "".join(_plain(char) for char in quote)
    if _ONE.search(plain):
        yield Quantity("1", "thing")  # "one horse" has no unit of ours
    yield from (Quantity(str(value)) for value in ordinals(plain))
    for found in _WITHIN.finditer(plain):  # "within a day"
        here = found.start(1)
        yield from ((one := Quantity("1", _unit(found[1]), bound(plain, here, here))), *_converted(one))
    yield from (Quantity(str(months), "month") for months in _months_between(plain))
    yield from (Quantity("10", "day", bound(plain, *found.span())) for found in _TEN_DAYS.finditer(plain))
    numbers = quantities(quote, language)
    for years, months in pairwise(numbers):  # three years and six months
        if (years.unit, months.unit) == ("year", "month") and (years.number + months.number).isdecimal():
            together = 12 * int(years.number) + int(months.number)
            yield Quantity(str(together), "month", years.bound)
            yield Quantity(_bare(f"{together / 12:.2f}"), "year", years.bound)
    for quantity in numbers:
        yield quantity
        yield from _converted(quantity)
        number = quantity.number
        if date := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", number):
            yield from map(Quantity, (date[1], f"{date[1]}-{date[2]}", f"--{date[2]}-{date[3]}"))
        elif month := re.fullmatch(r"(\d{4})-\d\d", number):
            yield Quantity(month[1])
        elif (ends := re.fullmatch(r"(\d+)-(\d+)", number)) and int(ends[1]) < int(ends[2]):
            bounds = (Bound.LOWER, Bound.UPPER)
            yield from (Quantity(n, quantity.unit, b) for n, b in zip(ends.groups(), bounds, strict=True))
        if quantity.unit == "times" and _INDEX.search(plain):  # of a list that names the index once
            yield replace(quantity, unit="index")


def _months_between(text: str) -> Iterator[int]:
    """January to March are three."""
    for found in _MONTHS_FROM_TO.finditer(text):
        if (months := 1 + _month(found["last"]) - _month(found["first"])) > 1:
            yield months


def _both_days(match: re.Match[str]) -> str:
    end = match.end("first") - match.start()
    said, after = (
        match[0],
        match["month"] + (f" {match['year']}" if match.re is _FROM_TO and match["year"] else ""),
    )
    return f"{said[:end]} {after} {said[end:].lstrip(' -')}"


def _and_a_half(match: re.Match[str], language: Language) -> str:
    """One and a half hours are 1.5."""
    values = [value for _, _, value in numerals(match[1] or "one", language if match[1] else Language.EN)]
    whole = match[1] if (match[1] or "").isdigit() else str(values[0]) if len(values) == 1 else ""
    return f"{whole}.5" if whole else match[0]


def _part_of(match: re.Match[str]) -> str:
    """Half an hour is 30 minutes; the ending of the Kazakh word stays."""
    word = next(filter(None, match.groups())).casefold()
    hour = word in ("сағат", "часа", "учаса", "hour")
    return ("30 " if hour else "6 ") + {
        True: ("минут", "минут", "minutes"),
        False: ("ай", "месяцев", "months"),
    }[hour][0 if match["kk"] else 1 if match["ru"] else 2]


def _clock(match: re.Match[str]) -> str:
    return f"{int(match[1])}:{int(match[2]):02}"


def _past(match: re.Match[str]) -> str:
    """Half past seven is 7:30."""
    hour = next((value for _, _, value in numerals(match[1], Language.EN)), 0) or int(match[1])
    return f"{hour}:30"


def _at_night(match: re.Match[str]) -> str:
    """Ten in the evening is 22:00; the words stay."""
    said, evening = next((pair for pair in ((match[1], match[2]), (match[4], match[3])) if pair[0]), ("", ""))
    hour = next((value for _, _, value in numerals(said, Language.KK)), 0) or (
        int(said) if said.isdecimal() else 0
    )
    return f"{hour + 12}:00 {evening}" if 0 < hour < 12 else match[0]


def _afternoon(match: re.Match[str]) -> str:
    """9 p.m. is 21:00."""
    hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0)
    return f"{hour}:{match[2] or '00'}"


def _converted(quantity: Quantity) -> Iterable[Quantity]:
    """The same in other units: two days are 48 hours, at seven is at 7:00."""
    number, unit = quantity.number, quantity.unit
    if clock := _CLOCK.fullmatch(number):
        yield Quantity(f"{int(clock[1])}:{clock[2]}")
    if not number.isdecimal():
        return
    if unit in ("", "hour") and int(number) <= 24:
        yield Quantity(f"{int(number)}:00")
    for whole, (part, times) in _PARTS.items():
        if unit == whole:
            yield replace(quantity, number=str(int(number) * times), unit=part)
        elif unit == part and int(number) % times == 0:
            yield replace(quantity, number=str(int(number) // times), unit=whole)


def _plain(char: str) -> str:
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if unicodedata.category(char) == "Cf":
        return ""
    return "-" if char in "‐‑‒–—−" else char


def _date(match: re.Match[str]) -> Quantity:
    parts = match.groupdict()
    month = int(parts["m"]) if parts.get("m") else _month(parts["month"])
    day = f"-{int(parts['day']):02}" if parts.get("day") else ""
    return Quantity(f"{parts.get('year') or '-'}-{month:02}{day}")


def _month(word: str) -> int:
    return 1 + next(n for n, stems in enumerate(_MONTHS) if re.fullmatch(stems, word, re.IGNORECASE))


def _phone(match: re.Match[str]) -> Quantity:
    return Quantity("+7" + re.sub(r"\D", "", match[0])[1:])


def _identifier(match: re.Match[str]) -> Quantity:
    # Small and capital letters differ in a wallet address; a plate is only ever capitals.
    return Quantity(match[0].translate(_LOOKS_LATIN) if match[0].isupper() else match[0])


def _compound(match: re.Match[str]) -> Quantity:
    """12 млн 400 тысяч."""
    value = sum(int(number) * scale(word) for number, word in _COMPOUND_PART.findall(match[0]))
    return Quantity(str(value), _unit(match.string[match.end() :].removeprefix(".")))


def _folds(text: str) -> Iterable[tuple[int, int, int]]:
    """пятидесятикратный."""
    for found in _FOLD.finditer(text.casefold()):
        if value := folded(found[1]):
            yield found.start(), found.end(), value


def _number(match: re.Match[str]) -> Quantity:
    digits = match[1] if match.re is _CHAIN else _SEPARATOR.sub("", match[1])
    number, rest = (digits + (match[2] or "")).replace(",", "."), match.string[match.end() :]
    if clock := re.fullmatch(r"0(\d:\d\d)", number):
        number = clock[1]
    if (word := _SCALE.match(rest)) and (times := scale(word[1])) > 1:
        rest = rest[word.end() :].removeprefix(".")
        number = _times(number, times)
    return Quantity(number, _unit(rest))


def _times(number: str, times: int) -> str:
    whole, _, part = number.partition(".")
    if not (whole.isdecimal() and (part.isdecimal() or not part)):
        return number
    product = f"{int(whole + part) * times / 10 ** len(part):.2f}"
    return product.rstrip("0").rstrip(".")


def _spelled(text: str, language: Language) -> Iterable[tuple[int, int, int]]:
    # "5 тысяч" belongs to its digits.
    return [
        (a, b, value)
        for a, b, value in numerals(text, language)
        if not (scale(text[a:b].split()[0]) > 1 and re.search(r"\d\s*$", text[:a]))
    ]


def _unit(rest: str) -> str:
    match = _UNIT.match(rest)
    if not match:
        return ""
    unit = list(_UNITS)[int((match.lastgroup or "u0")[1:])]
    return f"working {unit}" if match["work"] and unit == "day" else unit
