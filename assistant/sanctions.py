"""Finds terms and sums of a punishment that its quotes give for another one.

"Restriction of liberty for up to five years" over "restriction of liberty for up to three years, with loss of
the right to hold office for up to five". A punishment is known by its name in Kazakh, Russian or English, a
number by what it counts, so any language proves any other. Knows nothing of passages.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from itertools import zip_longest

from assistant.measures import CURRENCIES
from assistant.numbers import Quantity, quantities
from assistant.spoken import Spoken
from casefile.language import Language
from casefile.sentences import sentences


class Punishment(StrEnum):
    """Those of the Criminal Code that are measured (Articles 40 and 41)."""

    FINE = "fine"
    CORRECTIVE_LABOUR = "corrective labour"
    COMMUNITY_SERVICE = "community service"
    RESTRICTION = "restriction of liberty"
    IMPRISONMENT = "imprisonment"
    ARREST = "arrest"
    LOSS_OF_RIGHT = "loss of a right"


@dataclass(frozen=True, slots=True, order=True)
class Measure:
    """A term in months, or another number with its unit; `told` as it was."""

    value: Fraction
    unit: str
    told: str = field(compare=False)


_NAMES = {
    Punishment.LOSS_OF_RIGHT: (
        r"\w*құқығынан\s+\w+|құқығынан|лиш[аеё]\w+\s+права|права\s+(?:занимать|управлять)"
        r"|(?:depriv|disqualif|depriving|loss)\w*\s+(?:of|from)?\s*(?:the\s+)?(?:right|holding)|right\s+to\s+hold"
    ),
    Punishment.RESTRICTION: (
        r"бас\s+бостандығын\s+шект\w+|ограничен\w+\s+свобод\w+"
        r"|restrict\w+\s+of\s+(?:liberty|freedom)"
    ),
    Punishment.IMPRISONMENT: (
        r"бас\s+бостандығынан\s+айыр\w+|лиш[её]?н\w+\s+свобод\w+|тюремн\w+\s+заключени\w+"
        r"|depriv\w+\s+of\s+(?:liberty|freedom)|imprison\w*|jail\w*|prison\b"
    ),
    Punishment.COMMUNITY_SERVICE: (
        r"қоғамдық\s+жұмыс\w*|общественн\w+\s+работ\w*|(?:community|public)\s+(?:service|works?)"
    ),
    Punishment.CORRECTIVE_LABOUR: (
        r"түзеу\s+жұмыс\w*|исправительн\w+\s+работ\w*|correct\w+\s+(?:labour|labor|works?)"
    ),
    Punishment.FINE: r"айыппұл\w*|штраф\w*|fine[ds]?\b",
    Punishment.ARREST: r"қама[қғ]\w*|арест\w*|arrest\w*",
}
_NO_PUNISHMENT = r"үйқамақ\w*|домашн\w+\s+арест\w*|house\s+arrest\w*|арест\w*\s+имуществ\w*"
_NAME = re.compile(
    "|".join([_NO_PUNISHMENT, *(f"(?P<{kind.name}>{words})" for kind, words in _NAMES.items())]),
    re.IGNORECASE,
)
_MONEY = {"index", "times", "", *CURRENCIES}
_UNITS = {
    Punishment.FINE: _MONEY,
    Punishment.CORRECTIVE_LABOUR: _MONEY,
    Punishment.COMMUNITY_SERVICE: {"hour"},
    Punishment.RESTRICTION: {"month"},
    Punishment.IMPRISONMENT: {"month"},
    Punishment.ARREST: {"day"},
    Punishment.LOSS_OF_RIGHT: {"month"},
}
_CUT = {
    Language.KK: re.compile(r"[;,–—]\s+|\s+(?:не|немесе|және|не\s+болмаса)\s+", re.IGNORECASE),
    Language.RU: re.compile(
        r"[;,–—]\s+|\s+(?:либо|или|и|а\s+также)\s+|\s+(?=(?:с|со)\s+(?:лишением|конфискацией))", re.IGNORECASE
    ),
    Language.EN: re.compile(
        r"[;,–—]\s+|\s+(?:or|and|as\s+well\s+as)\s+|\s+(?=with\s+(?:loss|depriv|disqualif))", re.IGNORECASE
    ),
}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SAME = re.compile(
    r"\b(?:т(?:от|ом)\s+же|сол\s+(?:мерзім|мөлшер)\w*|(?:for|in|of)\s+the\s+same\s+(?:term|amount|period))",
    re.IGNORECASE,
)


def of_other_punishment(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Terms and sums that the statement gives to a punishment for which the quotes have others.

    >>> rule = "Наказывается ограничением свободы на срок до трёх лет с лишением права на срок до пяти лет."
    >>> list(of_other_punishment("До пяти лет ограничения свободы.", Language.RU, [(rule, Language.RU)]))
    ['5 year']
    """
    held: defaultdict[Punishment, set[Measure]] = defaultdict(set)
    for quote, tongue in quotes:
        for kind, measures in punishments(quote, tongue).items():
            held[kind] |= measures
    for kind, measures in punishments(text, language).items():
        if held[kind]:
            yield from (one.told for one in sorted(measures) if one.unit and not _among(one, held[kind]))


def punishments(text: str, language: Language) -> Mapping[Punishment, set[Measure]]:
    """Of each punishment in the text its terms or sums; those whose number is not told are not here."""
    found: defaultdict[Punishment, set[Measure]] = defaultdict(set)
    for start, end in sentences(text, language):
        said: Punishment | None = None
        last: set[Measure] = set()
        loose: list[Quantity] = []  # before the name of what they measure
        for part in _CUT[language].split(text[start:end]) if language in _CUT else ():
            numbers = [one for one in quantities(part, language) if one.number[0].isdigit()]
            named = {Punishment[match.lastgroup] for match in _NAME.finditer(part) if match.lastgroup}
            if len(named) > 1:
                said = None
                continue
            said = named.pop() if named else said
            if said is None:
                loose += numbers
                continue
            own = {one for one in _measures([*loose, *numbers]) if one.unit in _UNITS[said]}
            if not own and _SAME.search(part):
                own = {one for one in last if one.unit in _UNITS[said]}
            loose = []
            last = own or last
            found[said] |= own
    return found


def _measures(numbers: Sequence[Quantity]) -> Iterator[Measure]:
    """Both ends of a range, and three years and six months together."""
    plain = [
        replace(one, number=end) for one in numbers for end in one.number.split("-") if _NUMBER.fullmatch(end)
    ]
    for one, then in zip_longest(plain, plain[1:]):
        value, unit = Fraction(one.number), one.unit
        if unit == "year":
            value, unit = 12 * value, "month"
            if then and then.unit == "month":
                value += Fraction(then.number)
        yield Measure(value, unit, f"{one.number} {one.unit}".strip())


def _among(one: Measure, others: set[Measure]) -> bool:
    return any(one.value == other.value and other.unit in ("", one.unit) for other in others)
