"""Reads the numbers of a text in one spelling, so that two texts can be compared digit by digit.

Dates become `2024-02-01`, sums lose their thousand separators, spelled numbers become digits,
identifiers stay as they are; each keeps what it counts: years, tenge, per cent. Knows nothing of claims.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from assistant.bounds import Bound, bound
from assistant.dates import replace_dates, with_both_days
from assistant.in_digits import in_digits
from assistant.measures import Counted, shared_units, unit_before, unit_of
from assistant.numerals import folded, numerals, scale
from casefile.language import Language

_PHONE = re.compile(r"(?<![\w.])(?:\+\s?)?[78](?:[\s()-]{0,2}\d){10}(?![\d])")
_IDENTIFIER = re.compile(r"(?<![^\W_])(?=[^\W_]*\d)(?=[^\W_]*[^\W\d_])[^\W_]{2,}(?![^\W_])")
_GROUPS = re.compile(r"(?<![\d.,])(\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+)(?!\d)([.,]\d{1,2}(?!\d))?")
_ENGLISH_GROUPS = re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d{3})+)(?!\d)(\.\d+)?")
_CHAIN = re.compile(r"(\d+(?:[.,:/-]\d+)*)()")
_SEPARATOR = re.compile(r"[ ,\u00a0\u2009\u202f'’](?=\d{3})")
_SCALED = (
    r"\d{1,3}\s?(?:тыс[^\W\d_]*|мың|млн|миллион[^\W\d_]*|млрд|миллиард[^\W\d_]*|thousand|million|billion)\.?"
)
_COMPOUND = re.compile(rf"(?<![\d.,]){_SCALED}(?:\s{_SCALED})+", re.IGNORECASE)
_COMPOUND_PART = re.compile(r"(\d+)\s?([^\W\d_]+)")
_SCALE = re.compile(r"\s*([^\W\d_]+)")
_LATIN_I = re.compile(r"(?<=[\u0400-\u04ff])i|i(?=[\u0400-\u04ff])")  # adilet: "есептiк"
_LOOKS_LATIN = str.maketrans("АВЕКМНОРСТУХІ", "ABEKMHOPCTYXI")
_FOLD = re.compile(r"([^\W\d_]{3,}?)кратн")


@dataclass(frozen=True, slots=True)
class Quantity:
    number: str
    unit: str = ""  # where the text says it right after the number
    bound: Bound = field(default=Bound.NONE, compare=False, repr=False)
    start: int = field(default=-1, compare=False, repr=False)  # where it stands in `written`
    end: int = field(default=-1, compare=False, repr=False)


def quantities(text: str, language: Language) -> list[Quantity]:
    """Every number of the text, each in its one spelling.

    >>> quantities("1 500 000 теңге, 2024 жылғы 1 ақпан", Language.KK)
    [Quantity(number='2024-02-01', unit=''), Quantity(number='1500000', unit='tenge')]
    """
    return list(_quantities(text, language))


@lru_cache(4_000)  # every check asks about the same few
def _quantities(text: str, language: Language) -> tuple[Quantity, ...]:
    found: list[tuple[int, int, Quantity]] = []
    whole = written(text, language)

    def blank(match: re.Match[str], quantity: Quantity) -> str:
        found.append((match.start(), match.end(), quantity))
        return ";" * len(match[0])  # what comes after keeps its place

    def take(pattern: re.Pattern[str], spelled: Callable[[re.Match[str]], Quantity], rest: str) -> str:
        return pattern.sub(lambda match: blank(match, spelled(match)), rest)

    rest = replace_dates(whole, lambda match, date: blank(match, Quantity(date)))
    rest = take(_PHONE, _phone, rest)
    rest = take(_IDENTIFIER, _identifier, rest)
    found += [(a, b, Quantity(str(value), unit_of(rest[b:]))) for a, b, value in _spelled(rest, language)]
    found += [(a, b, Quantity(str(value), "times")) for a, b, value in _folds(rest)]
    rest = take(_COMPOUND, _compound, rest)
    if language is Language.EN:
        rest = take(_ENGLISH_GROUPS, _number, rest)
    rest = take(_GROUPS, _number, rest)
    take(_CHAIN, _number, rest)
    return tuple(_with_units(whole, found))


def _with_units(text: str, found: Sequence[tuple[int, int, Quantity]]) -> Iterator[Quantity]:
    """Each with its unit and bound; a spelled one is no number where it counts nothing."""
    placed = sorted(range(len(found)), key=lambda n: found[n][:2])
    units = shared_units(text, [Counted(*found[n][:2], found[n][2].number, found[n][2].unit) for n in placed])
    of = dict(zip(placed, units, strict=True))
    for n, (start, end, quantity) in enumerate(found):
        if of[n] == "hour" and "." in quantity.number and not quantity.unit:  # сағат 10.00
            quantity, of[n] = Quantity(quantity.number.replace(".", ":")), ""
        if of[n] or quantity.number != "1" or text[start:end].isdecimal():
            yield replace(quantity, unit=of[n], bound=bound(text, start, end), start=start, end=end)


def written(text: str, language: Language) -> str:
    """The text as its numbers are read: one sort of digits, halves and hours of the evening in digits."""
    whole = _LATIN_I.sub("і", plain(unicodedata.normalize("NFC", text)))
    return in_digits(with_both_days(whole), language)


def whole_numbers(text: str, language: Language) -> set[str]:
    """Every number that is digits alone, whatever it counts."""
    return {one.number for one in quantities(text, language) if one.number.isdecimal()}


def counted(text: str, language: Language) -> set[tuple[str, str]]:
    """Every number that counts something, with what it counts."""
    return {(one.number, one.unit) for one in quantities(text, language) if one.unit}


def plain(text: str) -> str:
    """The text with one sort of digits and of dashes, and no signs that are not seen."""
    return "".join(map(_plain, text))


def _plain(char: str) -> str:
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if unicodedata.category(char) == "Cf":
        return ""
    return "-" if char in "‐‑‒–—−" else char


def _phone(match: re.Match[str]) -> Quantity:
    """Written with 8 instead of +7 it is the same; +8 is none of ours."""
    digits = re.sub(r"\D", "", match[0])
    return Quantity(("+8" if match[0].startswith("+") and digits[0] == "8" else "+7") + digits[1:])


def _identifier(match: re.Match[str]) -> Quantity:
    # Small and capital letters differ in a wallet address; a plate is only ever capitals.
    return Quantity(match[0].translate(_LOOKS_LATIN) if match[0].isupper() else match[0])


def _compound(match: re.Match[str]) -> Quantity:
    """12 млн 400 тысяч."""
    value = sum(int(number) * scale(word) for number, word in _COMPOUND_PART.findall(match[0]))
    return Quantity(str(value), unit_of(match.string[match.end() :].removeprefix(".")))


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
    return Quantity(number, unit_of(rest, number) or unit_before(match.string[: match.start()]))


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
