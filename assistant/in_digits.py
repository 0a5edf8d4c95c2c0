"""Writes hours and halves that are told in words with digits: "half past seven" is 7:30.

Knows nothing of quantities.
"""

import re

from assistant.numerals import numerals, ordinals, scale
from casefile.language import SPOKEN, Language

_HOURS_MINUTES = re.compile(
    r"(?<!\d)([01]?\d|2[0-3])\s*(?:час\w*|сағат\w*|hours?)\s+([0-5]?\d)\s*(?:мин\w*|min\w*)", re.IGNORECASE
)
_HALF_DAY = re.compile(r"(?<![\d.:])(1[0-2]|[1-9])(?:[.:]([0-5]\d))?\s*([ap])\.?\s?m\b\.?", re.IGNORECASE)
_HALF_PAST = re.compile(r"\bhalf\s+past\s+(\w+)", re.IGNORECASE)
_OF_EVENING = re.compile(
    r"\b(\w+)\s+(?:час\w*\s+)?(вечера|in\s+the\s+evening)|\b(кешкі)\s+(?:сағат\s+)?(\w+)(\s+жарым\w*)?",
    re.IGNORECASE,
)
_AND_A_HALF = re.compile(r"\b(сағат|таңғы|таңертеңгі|түнгі)\s+(\w+)\s+жарым\w*", re.IGNORECASE)
_TWO_UNITS = re.compile(  # one metre and forty centimetres
    r"\b(\d+)\s?(?:(?P<m>метр\w*|м|met(?:re|er)s?|m)\s(?:and\s|и\s)?(\d\d?)\s?(?:сантиметр\w*|см|centimet\w+|cm)"
    r"|(?P<kg>килограмм\w*|келі\w*|кило|кг|kilograms?|kilos?|kg)\s(?:and\s|и\s)?(\d{1,3})\s?(?:грамм\w*|гр?|grams?|g))\b",
    re.IGNORECASE,
)
_HALF_OF = re.compile(
    r"\b(?:жарты\s+(?P<kk>сағат|жыл)|пол(?P<ru>часа|года|учаса|угода)|half\s+an?\s+(?P<en>hour|year)"
    r"|half-(?P<of>hour|year))",
    re.IGNORECASE,
)
_HALF_MORE = re.compile(
    r"(?:полтор[аы]|полутора|бір\s+жарым|one\s+and\s+a\s+half)\s+"
    r"((?:тыс|мың|миллион|млн|миллиард|млрд|thousand|million)[^\W\d_]*)",
    re.IGNORECASE,
)
_HALF = re.compile(  # with a word before it, "twenty-three and a half"
    r"\b(\d{1,3}|(?:[^\W\d_]+[\s-]+)?[^\W\d_]+)\s+(?:жарым|с\s+половиной|and\s+a\s+half)(?=\s+\w)"
    r"|\b(полтор[аы]|полутора)\b",
    re.IGNORECASE,
)
_DAY_OF_MONTH = re.compile(  # первого мая, the first of May, бірінші мамыр
    r"\b(?:(?:the\s+)?((?:двадцать\s|тридцать\s|twenty-|thirty-|жиырма\s|отыз\s)?"
    r"(?:\w+(?:ого|его|ое|тье|нш[ыі])|first|second|third|\w+th))\s+(?:of\s+)?)"
    r"(?=(?:январ|феврал|март|апрел|ма[яй]\b|июн|июл|август|сентябр|октябр|ноябр|декабр|January|February|March"
    r"|April|May\b|June|July|August|September|October|November|December|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым"
    r"|шілде|тамыз|қыркүйе|қазан|қараша|желтоқсан))",
    re.IGNORECASE,
)
_OF_SO_MANY = re.compile(  # a three-day term, шестнадцатилетний
    r"\b(одно|[а-яё]{3,}?)(дневн|месячн|летн|часов(?=ой|ого|ому|ым|ом|ая|ую|ые|ых)|недельн|минутн|суточн)"
    r"(?:ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых|ий|его|ему|им|ем|яя|ей|юю|ее|ие|их|ими|ыми)\b",
    re.IGNORECASE,
)
_SO_MANY = {
    "дневн": "дней",
    "месячн": "месяцев",
    "летн": "лет",
    "часов": "часов",
    "недельн": "недель",
    "минутн": "минут",
    "суточн": "суток",
}
_HALF_TO = re.compile(  # половина двенадцатого ночи is 23:30
    r"\bполовин\w+\s+(перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат)\w+"
    r"(?:\s+(утра|дня|вечера|ночи))?",
    re.IGNORECASE,
)
_ORDINALS = "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат".split()
_DECADE = re.compile(r"\b((?:18|19|20)\d0)(?:[’']?s\b|-?х\b(?:\s+год\w*|\s+гг\.?)?)")
_PAST_KAZAKH = re.compile(  # сағат үштен он минут өткенде is 3:10
    r"\b(?:(?P<late>түстен\s+кейін(?:гі)?|кешкі)\s+)?сағат\s+(?P<hour>\w+?)-?(?:дан|ден|тан|тен|нан|нен)\s+(?P<minutes>\w+(?:\s+\w+)?)"
    r"\s+минут\s+(?:өт|кет)\w+",
    re.IGNORECASE,
)
FRACTION = re.compile(  # four fifths of a hundred
    r"\b(?:(?P<ru>одн[ау]|одной|две|двух|три|тр[её]х|четыре|четыр[её]х)\s+(?P<of>четверт\w+|пят(?:ых|ую|ая|ой)|десят(?:ых|ую|ая|ой))"
    r"|(?P<en>one|two|three|four|nine|seven)\s+(?P<part>quarters|fifths?|tenths?)"
    r"|(?P<whole>төрттен|бестен|оннан)\s+(?P<kk>бір|екі|үш|төрт|жеті|тоғыз)(?:і|ы|сі|\s+бөлі\w+))\b(?!\s+(?:глав|част|стат))",
    re.IGNORECASE,
)
_OF_HUNDRED = {"ч": 25, "q": 25, "т": 25, "п": 20, "f": 20, "б": 20, "д": 10, "t": 10, "о": 10}
_MINUTES = {Language.KK: "минут", Language.RU: "минут", Language.EN: "minutes"}
_MONTHS = {Language.KK: "ай", Language.RU: "месяцев", Language.EN: "months"}


def in_digits(text: str, language: Language) -> str:
    """The text with those words written as numbers.

    >>> in_digits("at half past seven", Language.EN), in_digits("полчаса", Language.RU)
    ('at 7:30', '30 минут')
    >>> in_digits("половина двенадцатого ночи, трёхдневный срок", Language.RU)
    '23:30, 3 дней срок'
    >>> in_digits("двадцать первого мая", Language.RU)
    '21 мая'
    """
    text = _DECADE.sub(r"\1 жыл", _DAY_OF_MONTH.sub(_day, text))
    text = FRACTION.sub(_of_hundred, text)
    if language is Language.KK:
        text = _PAST_KAZAKH.sub(_minutes_past, text)
    text = _TWO_UNITS.sub(_in_the_larger, _AND_A_HALF.sub(_half_past, text))
    text = _HALF_MORE.sub(lambda found: str(scale(found[1]) * 3 // 2), text)
    text = _HALF.sub(lambda found: _and_a_half(found, language), text)
    text = _HALF_OF.sub(_part_of, text)
    text = _HALF_DAY.sub(_afternoon, _HOURS_MINUTES.sub(_clock, _HALF_PAST.sub(_past, text)))
    if language is Language.RU:
        text = _HALF_TO.sub(_half_to, _OF_SO_MANY.sub(_so_many, text))
    return _OF_EVENING.sub(_at_night, text)


def _of_hundred(match: re.Match[str]) -> str:
    """Four fifths are 80 %."""
    language = next(one for one in SPOKEN if match[one])
    part = next(filter(None, (match["of"], match["part"], match["whole"])))
    [(_, _, value)] = numerals(match[language], language)
    return f"{value * _OF_HUNDRED[part[0].casefold()]} %"


def _minutes_past(match: re.Match[str]) -> str:
    hours, minutes = (
        [value for _, _, value in numerals(match[of], Language.KK)] for of in ("hour", "minutes")
    )
    hour = hours[0] if hours else int(match["hour"]) if match["hour"].isdecimal() else 24
    minute = minutes[0] if minutes else int(match["minutes"]) if match["minutes"].isdecimal() else 60
    if hour > 23 or minute > 59:
        return match[0]
    return f"сағат {hour + 12 if match['late'] and hour < 12 else hour}:{minute:02}"


def _so_many(match: re.Match[str]) -> str:
    said = "один" if match[1].casefold() == "одно" else match[1]
    spelled = list(numerals(said, Language.RU))
    whole = len(spelled) == 1 and spelled[0][:2] == (0, len(said))
    return f"{spelled[0][2]} {_SO_MANY[match[2].casefold()]}" if whole else match[0]


def _half_to(match: re.Match[str]) -> str:
    """The hour that begins, half of which is over."""
    hour = _ORDINALS.index(match[1].casefold().replace("ё", "е"))
    late = {"вечера": True, "ночи": hour >= 9, "дня": 1 <= hour <= 6}.get((match[2] or "").casefold(), False)
    return f"{hour + 12 if late else hour}:30"


def _day(match: re.Match[str]) -> str:
    days = list(ordinals(match[1]))
    return f"{days[0]} " if len(days) == 1 and days[0] <= 31 else match[0]


def _and_a_half(match: re.Match[str], language: Language) -> str:
    """One and a half hours are 1.5."""
    said = match[1] or "one"
    if said.isdigit():
        return f"{said}.5"
    spelled = list(numerals(said, language if match[1] else Language.EN))
    if not spelled or spelled[-1][1] < len(said):
        return match[0]
    start, _, value = spelled[-1]
    return f"{said[:start]}{value}.5"


def _part_of(match: re.Match[str]) -> str:
    """Half an hour is 30 minutes; the ending of the Kazakh word stays."""
    word = next(filter(None, match.groups())).casefold()
    hour = word in ("сағат", "часа", "учаса", "hour")
    language = Language.KK if match["kk"] else Language.RU if match["ru"] else Language.EN
    return f"30 {_MINUTES[language]}" if hour else f"6 {_MONTHS[language]}"


def _afternoon(match: re.Match[str]) -> str:
    """9 p.m. is 21:00."""
    hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0)
    return f"{hour}:{match[2] or '00'}"


def _clock(match: re.Match[str]) -> str:
    return f"{int(match[1])}:{int(match[2]):02}"


def _past(match: re.Match[str]) -> str:
    """Half past seven is 7:30."""
    hour = next((value for _, _, value in numerals(match[1], Language.EN)), 0) or int(match[1])
    return f"{hour}:30"


def _at_night(match: re.Match[str]) -> str:
    """Ten in the evening is 22:00; the words stay."""
    said, evening = (match[1], match[2]) if match[1] else (match[4], match[3])
    spelled = next((value for _, _, value in numerals(said, Language.KK)), 0)
    hour = spelled or (int(said) if said.isdecimal() else 0)
    minutes = "30" if match[5] else "00"
    return f"{hour + 12}:{minutes} {evening}" if 0 < hour < 12 else match[0]


def _half_past(match: re.Match[str]) -> str:
    """Kazakh says the half hour that is over: "сағат жеті жарым" is 7:30."""
    spelled = next((value for _, _, value in numerals(match[2], Language.KK)), 0)
    hour = spelled or (int(match[2]) if match[2].isdecimal() else 0)
    return f"{match[1]} {hour}:30" if 0 < hour <= 24 else match[0]


def _in_the_larger(match: re.Match[str]) -> str:
    """In metres or kilograms, with a fraction."""
    fraction = f"{match[3]:0>2}" if match["m"] else f"{match[5]:0>3}"
    return f"{match[1]}.{fraction.rstrip('0') or 0} {match['m'] or match['kg']}"
