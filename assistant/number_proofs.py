"""Tells which numbers of a statement no quote proves: in no unit, no bound, and not to be worked out of them.

"Within a day" proves 24 hours, "from 3 to 5 years" both of its ends. Knows nothing of passages.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from assistant.bounds import Bound, bound, opposite
from assistant.dates import months_between
from assistant.derived import follows, lies_between
from assistant.in_digits import FRACTION
from assistant.measures import CURRENCIES, names_index, unit_of
from assistant.names import names
from assistant.numbers import Quantity, plain, quantities
from assistant.numerals import numerals, ordinals, placed_ordinals
from assistant.polarity import clauses, parts, pieces
from casefile.language import Language

_TEN_DAYS = re.compile(r"\b(?:онкүнді[кг]\w*|декад[аыуе]\b|ten-day\s+period)", re.IGNORECASE)
_MARKER = re.compile(
    r"^\s*\d{1,3}(?:-\d+)?[.)]\s+(?=[^\W\d_])", re.MULTILINE
)  # it counts the items of a list
_ONE = re.compile(r"\b(?:один|одн[ауо]\w*|бір|біреу\w*|one|once|an?)\b", re.IGNORECASE)
_ONE_THING = re.compile(
    r"\b(?:один|одн[ауо]\w*|бір|біреу\w*|one|once)\b|(?<![\w.,№])(?<!№\s)1\s+[^\W\d_]", re.IGNORECASE
)
_WITHIN = re.compile(
    r"(?:в\s+течение|через|за|спустя|within\s+an?|\ban?)\s+"
    r"((?:суток|сутки|дня|день|часа?|месяца?|года?|недел[июя]|minute|hour|day|week|month|year)\b)",
    re.IGNORECASE,
)
_WITHIN_KAZAKH = re.compile(r"(\w+)\s+((?:жыл|ай|апта|тәулік|күн|сағат)\s+ішінде)", re.IGNORECASE)
_NTH = re.compile(r"\b(\d{1,4})(?:st|nd|rd|th)\b", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:екеуі\w*|оба|обе|обоих|обоим|двое|both|the\s+two)\b", re.IGNORECASE)
ROOT = 4  # letters of a name that its cases share
_HALF = re.compile(r"\bполовин\w+\s+\w+", re.IGNORECASE)  # в половине двенадцатого: half past eleven
LARGE = 3  # digits; sums may leave their currency unsaid
FIRST = 3  # the first and the second may be one and the other
_DAILY = re.compile(r"\bсуточн\w+\s+срок\w*|бір\s+тәуліктік\s+мерзім", re.IGNORECASE)
_PARTS = {
    "hour": ("minute", 60),
    "day": ("hour", 24),
    "week": ("day", 7),
    "year": ("month", 12),
}  # of what smaller unit, how many
_MEASURES = {"ton": ("kilogram", 1000), "kilogram": ("gram", 1000), "kilometre": ("metre", 1000)}
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_SHARES = {
    "50": re.compile(r"\bполовин\w+|\bжартысы\w*|\bhalf\b", re.IGNORECASE),
    "25": re.compile(
        r"\bчетверть\w*|\bтөрттен\s+бір\w*|\bширегі\w*"
        r"|\b(?:a|one|the\s+remaining)[\s-]quarter\b",
        re.IGNORECASE,
    ),
    "20": re.compile(
        r"\bпят(?:ую|ая|ой)\s+част\w+|\bбестен\s+бір\w*"
        r"|\b(?:a|one)[\s-]fifth\b",
        re.IGNORECASE,
    ),
}  # of a hundred
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)")


def unproved(
    text: str,
    language: Language,
    quotes: Iterable[tuple[str, Language]],
    titles: Iterable[tuple[str, Language]] = (),
) -> list[str]:
    """The numbers of the text that no quote has, or has only with another unit or bound.

    `titles` of documents prove the numbers of documents, and so nothing that has a unit but how old
    somebody is; "First responders" is no number of one.
    """
    titles = list(titles)
    named = {number for title, tongue in titles for number in _named(title, tongue)}
    ages = {(one.number, one.unit) for title in titles for one in quantities(*title) if one.unit == "year"}
    told = [list(_proofs(_MARKER.sub("", quote), tongue)) for quote, tongue in quotes]
    of_thing = _ONE_THING.search(plain(text))
    proofs = [quantity for numbers in told for quantity in numbers if of_thing or quantity.unit != "thing"]
    stated = [[(one.number, one.unit) for one in dict.fromkeys(numbers) if _counts(one)] for numbers in told]
    # What was refused is not added up.
    added = [[(one.number, one.unit) for one in _affirmed(*quote) if _counts(one)] for quote in quotes]
    return [
        " ".join((said.number, said.unit)).strip()
        for said in dict.fromkeys(quantities(text, language))
        if not all(
            any(_proves(proof, end) for proof in _with_unit(proofs, end)) for end in _ends(said, proofs)
        )
        and (said.unit or said.number not in named)
        and not (said.number == "2" and _BOTH.search(text) and any(_two_names(*quote) for quote in quotes))
        and (said.number, said.unit) not in ages
        and (
            any(_refutes(proof, said) for proof in proofs)
            or not _worked_out(said, text, language, added if said.unit in CURRENCIES else stated)
        )
    ]


def _worked_out(
    said: Quantity, text: str, language: Language, told: Sequence[Sequence[tuple[str, str]]]
) -> bool:
    """Whether it follows from the numbers of one quote, or lies between some of all."""
    one = (said.number, said.unit)
    together = [number for numbers in told for number in numbers]
    return any(follows(one, text, language, numbers) for numbers in told) or lies_between(
        one, _beside(said, text, language), language, together
    )


def _with_unit(proofs: Sequence[Quantity], said: Quantity) -> Sequence[Quantity]:
    """Where the quotes tell the unit with other numbers, a small number without one counts something else.

    Of sums without a currency none is in foreign money.
    """
    if said.unit in CURRENCIES - {"tenge"} and not any(proof.unit == said.unit for proof in proofs):
        return [proof for proof in proofs if proof.unit]
    if said.unit in ("", "year", "%", "index") or not any(proof.unit == said.unit for proof in proofs):
        return proofs
    return [proof for proof in proofs if proof.unit or len(proof.number) > LARGE]


def _two_names(quote: str, tongue: Language) -> bool:
    """Whether it names two who are joined: "Omarov and Kim"."""
    return any(len({name.word[:ROOT] for name in names(part, tongue)}) > 1 for part in pieces(quote, tongue))


def _beside(said: Quantity, text: str, language: Language) -> str:
    """The part of the statement that has the number."""
    for part in parts(text, language):
        if any((one.number, one.unit) == (said.number, said.unit) for one in quantities(part.text, language)):
            return part.text
    return text


def _affirmed(quote: str, tongue: Language) -> Iterable[Quantity]:
    kept = " ".join(part.text for part in clauses(quote, tongue) if not part.denies)
    return _proofs(_MARKER.sub("", kept), tongue)


def _counts(one: Quantity) -> bool:
    """Not so "one" of "one of them" and "first", which add up to nothing."""
    return one.unit not in ("thing", "ordinal")


def _named(title: str, language: Language) -> set[str]:
    """The numbers of a title without its ordinals."""
    counted = {quantity.number for quantity in quantities(title, language)}
    return {one.number for one in _proofs(title, language)} - (
        set(map(str, ordinals(plain(title)))) - counted
    )


def unproved_ordinals(text: str, known: Iterable[tuple[str, Language]]) -> list[str]:
    """The third and higher ones that the text counts and nothing `known` does, in words or digits."""
    said = [value for value in ordinals(FRACTION.sub(" ", _HALF.sub(" ", text))) if value >= FIRST]
    if not said:
        return []
    held: set[str] = set()
    for words, tongue in known:
        held |= {str(value) for value in ordinals(words)}
        for proof in _proofs(words, tongue):
            day = re.fullmatch(r".*-(\d\d)", proof.number)
            held |= {proof.number, str(int(day[1])) if day else ""}
    return [str(value) for value in dict.fromkeys(said) if str(value) not in held]


def _ends(said: Quantity, proofs: Sequence[Quantity]) -> list[Quantity]:
    """Of a range that is not written as one in the quotes, its two ends; else the number itself."""
    ends = re.fullmatch(r"(\d+)-(\d+)", said.number)
    if not ends or said.number in {proof.number for proof in proofs} or int(ends[1]) >= int(ends[2]):
        return [said]
    return [replace(said, number=end, bound=Bound.NONE) for end in ends.groups()]


def _proves(proof: Quantity, said: Quantity) -> bool:
    alike = not said.unit or proof.unit in ("", said.unit)
    same = _bare(proof.number) == _bare(said.number) and alike
    return same and not opposite(proof.bound, said.bound)


def _refutes(proof: Quantity, said: Quantity) -> bool:
    """Whether it is the same number, but the most for the least."""
    return (proof.number, proof.unit) == (said.number, said.unit) and opposite(proof.bound, said.bound)


def _bare(number: str) -> str:
    """1.30 is 1.3."""
    return number.rstrip("0").rstrip(".") if re.fullmatch(r"\d+\.\d+", number) else number


def _proofs(quote: str, language: Language) -> Iterable[Quantity]:
    """What a quote states, and the years of its dates, the ends of its ranges, and what it leaves unsaid."""
    said = plain(quote)
    if _ONE.search(said):
        yield Quantity("1", "thing")  # "one horse" has no unit of ours
    for end, value in placed_ordinals(said):  # the tenth day is day 10; a fifth is not 5 %
        yield Quantity(str(value), unit_of(said[end:]) or "ordinal")
    if _BOTH.search(said):
        yield Quantity("2", "pair")
    for found in _NTH.finditer(said):  # the 37th kilometre
        yield Quantity(found[1], unit_of(said[found.end() :]) or "ordinal")
    yield from (Quantity(percent, "%") for percent, shape in _SHARES.items() if shape.search(said))
    for found in _WITHIN.finditer(said):  # "within a day"
        here = found.start(1)
        yield from ((one := Quantity("1", unit_of(found[1]), bound(said, here, here))), *_converted(one))
    for found in _WITHIN_KAZAKH.finditer(said):  # no number before it
        if not found[1].isdecimal() and not any(numerals(found[1], Language.KK)):
            yield from ((one := Quantity("1", unit_of(found[2]), Bound.UPPER)), *_converted(one))
    yield from (Quantity(str(months), "month") for months in months_between(said))
    yield from (Quantity("10", "day", bound(said, *found.span())) for found in _TEN_DAYS.finditer(said))
    for _ in _DAILY.finditer(said):
        yield from ((one := Quantity("1", "day", Bound.UPPER)), *_converted(one))
    numbers = quantities(quote, language)
    for years, months in pairwise(numbers):  # three years and six months
        if (years.unit, months.unit) == ("year", "month") and (years.number + months.number).isdecimal():
            together = 12 * int(years.number) + int(months.number)
            yield Quantity(str(together), "month", years.bound)
            yield Quantity(_bare(f"{together / 12:.2f}"), "year", years.bound)
    told_years = {one.number[:4] for one in numbers if _DATE.fullmatch(one.number)}
    if len(told_years) == 1:  # "opened on 6 June 2024 and closed on the 10th of June"
        year = told_years.pop()
        yield from (Quantity(year + one.number[1:]) for one in numbers if one.number.startswith("--"))
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
        if quantity.unit == "times" and names_index(said):  # of a list that names the index once
            yield replace(quantity, unit="index")


def _converted(quantity: Quantity) -> Iterable[Quantity]:
    """The same in other units: two days are 48 hours, at seven is at 7:00."""
    number, unit = quantity.number, quantity.unit
    if clock := _CLOCK.fullmatch(number):
        yield from (Quantity(f"{int(clock[1])}{sign}{clock[2]}", "clock") for sign in ":.")
        if clock[2] == "00":
            yield Quantity(str(int(clock[1])), "hour")
    for whole, (part, times) in _MEASURES.items():  # half a kilogram is 500 grams
        if unit in (whole, part) and _PLAIN.fullmatch(number):
            of = Fraction(number) * times if unit == whole else Fraction(number) / times
            yield replace(quantity, number=f"{float(of):.15g}", unit=part if unit == whole else whole)
    if not number.isdecimal():
        return
    if unit in ("", "hour") and int(number) <= 24:
        yield Quantity(f"{int(number)}:00")
    for whole, (part, times) in _PARTS.items():
        if unit == whole:
            yield replace(quantity, number=str(int(number) * times), unit=part)
        elif unit == part and int(number) % times == 0:
            yield replace(quantity, number=str(int(number) // times), unit=whole)
