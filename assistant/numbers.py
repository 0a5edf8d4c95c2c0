"""Reads the numbers of a text in one spelling, so that two texts can be compared digit by digit.

Dates become `2024-02-01`, sums lose their thousand separators, spelled numbers become digits,
identifiers stay as they are; each keeps what it counts: years, tenge, per cent. Knows nothing of claims.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.numerals import numerals, scale
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
    "қыркүйек|сентябр|september",
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
        rf"\b{_MONTH}\s+{_DAY}(?!\d)",
    )
]
_PHONE = re.compile(r"(?<![\w.])(?:\+\s?)?[78](?:[\s()-]{0,2}\d){10}(?![\d])")
_IDENTIFIER = re.compile(r"(?<![^\W_])(?=[^\W_]*\d)(?=[^\W_]*[^\W\d_])[^\W_]{2,}(?![^\W_])")
_GROUPS = re.compile(r"(?<![\d.,])(\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+)(?!\d)([.,]\d{1,2}(?!\d))?")
_ENGLISH_GROUPS = re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d{3})+)(?!\d)(\.\d+)?")
_CHAIN = re.compile(r"(\d+(?:[.,:/-]\d+)*)()")
_SEPARATOR = re.compile(r"[ ,\u00a0\u2009\u202f'’](?=\d{3})")
_SCALE = re.compile(r"\s*([^\W\d_]+)")
_LATIN_I = re.compile(r"(?<=[\u0400-\u04ff])i|i(?=[\u0400-\u04ff])")  # adilet: "есептiк"
_LOOKS_LATIN = str.maketrans("АВЕКМНОРСТУХІ", "ABEKMHOPCTYXI")

_UNITS = {
    "%": r"%|процент|пайыз|per\s?cent",
    "index": r"(?:месячн|айлық)\w*\s+(?:расч[её]тн|есептік)|м\.?р\.?п|аек|MCI",
    "year": r"год|лет|жыл|year",
    "month": r"месяц|мес\.|ай(?:дан|ға|да|дың)?\b|month",
    "week": r"недел|апта|week",
    "day": r"дн[еяю]|день|сут[ко]|күн|тәулік|day",
    "hour": r"час|сағат|hour",
    "minute": r"минут|minute",
    "tenge": r"тенге|теңге|тг\b|₸|kzt\b|tenge",
    "dollar": r"доллар|usd\b|dollar",
    "euro": r"евро|еуро|eur\b|euro\b",
}
_UNIT = re.compile(
    r"[\s-]*(?:(?:календарн|рабоч|күнтізбелік|жұмыс|calendar|working)\w*\s+)?(?:"
    + "|".join(f"(?P<u{n}>{stems})" for n, stems in enumerate(_UNITS.values()))
    + ")",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    number: str
    unit: str = ""  # where the text says it right after the number


def quantities(text: str, language: Language) -> list[Quantity]:
    """Every number of the text, each in its one spelling.

    >>> quantities("1 500 000 теңге, 2024 жылғы 1 ақпан", Language.KK)
    [Quantity(number='2024-02-01', unit=''), Quantity(number='1500000', unit='tenge')]
    """
    found: list[Quantity] = []

    def take(pattern: re.Pattern[str], spelled: Callable[[re.Match[str]], Quantity], rest: str) -> str:
        def blank(match: re.Match[str]) -> str:
            found.append(spelled(match))
            return " ;"

        return pattern.sub(blank, rest)

    rest = _LATIN_I.sub("і", "".join(_plain(char) for char in unicodedata.normalize("NFC", text)))
    for pattern in _DATES:
        rest = take(pattern, _date, rest)
    rest = take(_PHONE, _phone, rest)
    rest = take(_IDENTIFIER, _identifier, rest)
    found += [Quantity(str(value), _unit(rest[end:])) for _, end, value in _spelled(rest)]
    if language is Language.EN:
        rest = take(_ENGLISH_GROUPS, _number, rest)
    rest = take(_GROUPS, _number, rest)
    take(_CHAIN, _number, rest)
    return found


def unproved(text: str, language: Language, quotes: Iterable[tuple[str, Language]]) -> list[str]:
    """The numbers of the text that no quote has, or has only with another unit."""
    proved = {quantity for quote, tongue in quotes for quantity in _proofs(quote, tongue)}
    known = {quantity.number for quantity in proved}
    return [
        " ".join((said.number, said.unit)).strip()
        for said in dict.fromkeys(quantities(text, language))
        if not (said in proved or Quantity(said.number) in proved or (not said.unit and said.number in known))
    ]


def without_dates(text: str) -> str:
    """The text without its dates, and so without the names of their months."""
    for pattern in _DATES:
        text = pattern.sub(" ", text)
    return text


def _proofs(quote: str, language: Language) -> Iterable[Quantity]:
    """What a quote states, and the years of its dates and the ends of its ranges."""
    for quantity in quantities(quote, language):
        yield quantity
        number = quantity.number
        if date := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", number):
            yield from map(Quantity, (date[1], f"{date[1]}-{date[2]}", f"--{date[2]}-{date[3]}"))
        elif month := re.fullmatch(r"(\d{4})-\d\d", number):
            yield Quantity(month[1])
        elif (ends := re.fullmatch(r"(\d+)-(\d+)", number)) and int(ends[1]) < int(ends[2]):
            yield from (Quantity(end, quantity.unit) for end in ends.groups())  # 190-1 is no range


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


def _number(match: re.Match[str]) -> Quantity:
    digits = match[1] if match.re is _CHAIN else _SEPARATOR.sub("", match[1])
    number, rest = (digits + (match[2] or "")).replace(",", "."), match.string[match.end() :]
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


def _spelled(text: str) -> Iterable[tuple[int, int, int]]:
    # "5 тысяч" belongs to its digits.
    return [(a, b, value) for a, b, value in numerals(text) if not re.search(r"\d\s*$", text[:a])]


def _unit(rest: str) -> str:
    match = _UNIT.match(rest)
    return list(_UNITS)[int((match.lastgroup or "u0")[1:])] if match else ""
