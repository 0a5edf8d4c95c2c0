"""What a number counts, by the words beside it: years, tenge, kilograms, per cent.

Knows nothing of how numbers are spelled.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

_MONEY = {
    "tenge": r"тенге|теңге|тг\b|₸|kzt\b|tenge",
    "dollar": r"доллар|usd\b|dollar",
    "euro": r"евро|еуро|eur\b|euros?\b",
    "ruble": r"рубл|руб\b|rub\b|rou?bles?\b",
    "pound": r"фунт\w*\s+стерл|gbp\b|pounds?\b(?!\s+weigh)|£",
    "yuan": r"юан|cny\b|rmb\b|yuan",
    "lira": r"лир[аы]?\b|try\b|liras?\b",
    "dirham": r"дирхам|aed\b|dirhams?\b",
    "zloty": r"злот|pln\b|zlot",
    "franc": r"франк|chf\b|francs?\b",
    "som": r"сом(?:ов|а|ға|ды)?\b|kgs\b|soms?\b",
    "sum": r"сум(?:ов)?\b|uzs\b",
    "bitcoin": r"btc\b|биткоин|биткойн|bitcoins?\b",
    "tether": r"usdt\b",
}
SIZES = frozenset("kilogram gram ton kilometre metre centimetre litre".split())
CURRENCIES = frozenset(_MONEY)
_UNITS = {
    "%": r"%|процент|пайыз|per\s?cent",
    "index": r"(?:месячн|айлық)\w*\s+(?:расч[её]тн|есептік)|м\.?р\.?п|аек|MCI\b|monthly\s+calculat",
    "year": r"год|лет|жыл|year"
    r"|жас(?:қа|тан|та\w*|ар\w*|ында\w*|ына\w*|ы)?\b(?!\s+(?:жігіт|қыз|бала|адам|әйел|ер\b))",
    "month": r"месяц|мес\.|ай(?:дан|ға|ге|да\w*|дың|нің|ы|ын\w*|лық\w*)?\b|month",
    "week": r"недел|апта|week",
    "day": r"дн[еяю]|день|сут[ко]|күн|тәулік|day",
    "hour": r"час(?!т)|сағат|hour",
    "minute": r"минут|minute",
    "kilogram": r"кг\b|килограмм|кило\b|келі|kg\b|kilo(?:gram|s?\b)",
    "gram": r"гр?\b|грамм|грамы|g\b|gram",
    "ton": r"тонн|т\b(?!\.)|tons?\b|tonnes?\b",
    "kilometre": r"км\b|километр|шақырым|km(?:/?h)?\b|kph\b|kilomet",
    "metre": r"метр|м\b(?![.²])|met(?:re|er)s?\b",
    "centimetre": r"см\b|сантиметр|cm\b|centimet",
    "litre": r"литр|л\b(?!\.)|lit(?:re|er)s?\b",
    **_MONEY,
}
_BEFORE = re.compile(  # USD 850
    r"(?P<tenge>KZT|₸)|(?P<dollar>USD|US\$|\$)|(?P<euro>EUR|€)|(?P<ruble>RUB|₽)|(?P<pound>GBP|£)|(?P<yuan>CNY|RMB)"
    r"|(?P<dirham>AED)|(?P<zloty>PLN)|(?P<franc>CHF)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ENDING = r"(?:дан|ден|тан|тен|нан|нен)"
_JOINED = re.compile(  # two to five, бестен жетіге, 3 or 4
    rf"(?:-?(?:{_ENDING}|ші|шы))?\s*(?:-|,|/|(?<!\w)(?:до|по|to|and|or|и|или|либо|немесе|және|мен|бен|пен)(?!\w))\s*"
    r"(?:не\s+(?:более|менее|позднее)\s+(?:чем\s+)?)?(?:(?:от|from|до|за|up\s+to)\s+)?"
    rf"|-?{_ENDING}\s+",
    re.IGNORECASE,
)
_FROM = re.compile(rf"\w{_ENDING}", re.IGNORECASE)
_AT_HOUR = re.compile(r"\S.*?\bсағат\s+$|^\s*сағат\s+$", re.IGNORECASE | re.DOTALL)
_OF_AGE = re.compile(
    r"(?:\baged?(?:\s+(?:of|from|between|under|over|at\s+least))?"
    r"|\b(?:child(?:ren)?|minors?|persons?|people|those|anyone|employees?|workers?|girls?|boys?|citizens?)"
    r"(?:\s+who\s+(?:is|are|was|were))?(?:\s+aged)?\s+(?:under|over|below|above)"
    r"|(?<!не\s)\b(?:моложе|младше|старше|в\s+возрасте(?:\s+(?:до|от))?|возраста))\s+$",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\d{1,3}(?:\.\d\d)?")
OLDEST = 120
_INDEX = re.compile(_UNITS["index"], re.IGNORECASE)
_UNITS["times"] = r"кратн|есе(?!п)|times|fold"
_UNIT = re.compile(
    r"[\s-]*(?:(?:(?:и|или)\s+(?:более|менее|больше|старше)|(?:or|and)\s+(?:more|fewer|less|older)"
    r"|(?:және|немесе|не)\s+одан\s+(?:да\s+)?(?:көп|аз|артық))\s+)?"
    r"(?:(?:календарн|күнтізбелік|calendar|consecutive)\w*\s+)?"
    r"(?P<work>(?:рабоч|жұмыс|working|business)\w*\s+)?(?:US\s+|АҚШ\s+)?(?:"
    + "|".join(f"(?P<u{n}>{stems})" for n, stems in enumerate(_UNITS.values()))
    + ")",
    re.IGNORECASE,
)


def names_index(text: str) -> bool:
    """Whether it speaks of monthly calculation indices, by which the law counts fines."""
    return _INDEX.search(text) is not None


def unit_of(rest: str, number: str = "") -> str:
    """What a number counts, by the words right after it; "" where they do not say.

    >>> unit_of(" г. в пакете", "3"), unit_of(" г. в Астане", "2024")
    ('gram', '')
    """
    match = _UNIT.match(rest)
    if not match:
        return ""
    unit = list(_UNITS)[int((match.lastgroup or "u0")[1:])]
    if unit == "gram" and _YEAR.fullmatch(number):
        return ""
    return f"working {unit}" if match["work"] and unit == "day" else unit


def unit_before(text: str) -> str:
    """The currency whose code or sign ends the text."""
    found = _BEFORE.fullmatch(text[-4:].split()[-1]) if text[-4:].split() else None
    return (found.lastgroup or "") if found else ""


@dataclass(frozen=True, slots=True)
class Counted:
    """A number at its place in a text, and what it counts."""

    start: int
    end: int
    number: str
    unit: str


def shared_units(text: str, numbers: Sequence[Counted]) -> list[str]:
    """What each counts, where a word holds for two of them, or stands before: "two to five years".

    `numbers` in the order of the text.

    >>> shared_units("from two to five years", [Counted(5, 8, "2", ""), Counted(12, 16, "5", "year")])
    ['year', 'year']
    """
    known = list(numbers)
    for n, one in enumerate(known):
        before = text[known[n - 1].end if n else 0 : one.start]
        if one.unit or not _SHORT.fullmatch(one.number):
            continue
        if _AT_HOUR.search(before) if n else re.search(r"\bсағат\s+$", before, re.IGNORECASE):
            known[n] = replace(one, unit="hour")
        elif _OF_AGE.search(before) and one.number.isdecimal() and int(one.number) <= OLDEST:
            known[n] = replace(one, unit="year")
        elif n and numbers[n - 1].unit != known[n - 1].unit and _joined(text, known[n - 1], one):
            known[n] = replace(one, unit=known[n - 1].unit)
    for n in range(len(known) - 2, -1, -1):
        one, after = known[n], known[n + 1]
        if not one.unit and after.unit and _plain(one.number) and _joined(text, one, after):
            known[n] = replace(one, unit=after.unit)
    return [one.unit for one in known]


def _plain(number: str) -> bool:
    """Not a year, nor a date or an identifier."""
    return bool(re.fullmatch(r"\d+(?:\.\d+)?", number)) and not _YEAR.fullmatch(number)


def _joined(text: str, one: Counted, other: Counted) -> bool:
    between = text[one.end : other.start]
    return bool(_JOINED.fullmatch(between)) or (
        between.isspace() and bool(_FROM.search(text[one.start : one.end]))
    )
