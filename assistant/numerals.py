"""Reads numbers that are spelled out: "восьмисот", "бір мың екі жүз", "twenty-five".

Statutes spell theirs, people do not. Ordinals are no numbers here.
"""

import re
from collections.abc import Iterator

from casefile.language import Language

_RU = {
    1: "один одна одну одного одной одним одному одно", 2: "два две двух двум двумя двое двоих двоим",
    3: "три трех трем тремя трое троих троим", 4: "четыре четырех четырем четырьмя четверо четверых",
    5: "пять пяти пятью", 6: "шесть шести шестью", 7: "семь семи семью", 8: "восемь восьми восемью",
    9: "девять девяти девятью", 10: "десять десяти десятью",
    11: "одиннадцать одиннадцати", 12: "двенадцать двенадцати", 13: "тринадцать тринадцати",
    14: "четырнадцать четырнадцати", 15: "пятнадцать пятнадцати", 16: "шестнадцать шестнадцати",
    17: "семнадцать семнадцати", 18: "восемнадцать восемнадцати", 19: "девятнадцать девятнадцати",
    20: "двадцать двадцати", 30: "тридцать тридцати", 40: "сорок сорока", 50: "пятьдесят пятидесяти",
    60: "шестьдесят шестидесяти", 70: "семьдесят семидесяти", 80: "восемьдесят восьмидесяти",
    90: "девяносто девяноста", 100: "сто ста", 200: "двести двухсот двумстам двухстах двумястами",
    300: "триста трехсот тремстам трехстах тремястами", 400: "четыреста четырехсот четырехстах четыремстам",
    500: "пятьсот пятисот пятистах пятистам", 600: "шестьсот шестисот шестистах шестистам",
    700: "семьсот семисот семистах семистам", 800: "восемьсот восьмисот восьмистах восьмистам",
    900: "девятьсот девятисот девятистах девятистам",
    1_000: "тысяча тысячи тысяч тысячу тысячей тысячам тыс",
    1_000_000: "миллион миллиона миллионов миллиону млн",
    1_000_000_000: "миллиард миллиарда миллиардов млрд",
}  # fmt: skip
_EN = {
    1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine",
    10: "ten",
    11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen", 17: "seventeen",
    18: "eighteen", 19: "nineteen", 20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty",
    70: "seventy", 80: "eighty", 90: "ninety", 100: "hundred", 1_000: "thousand", 1_000_000: "million",
    1_000_000_000: "billion",
}  # fmt: skip
_KK = {
    1: "бір", 2: "екі", 3: "үш", 4: "төрт", 5: "бес", 6: "алты", 7: "жеті", 8: "сегіз", 9: "тоғыз", 10: "он",
    20: "жиырма", 30: "отыз", 40: "қырық", 50: "елу", 60: "алпыс", 70: "жетпіс", 80: "сексен", 90: "тоқсан",
    100: "жүз", 1_000: "мың", 1_000_000: "миллион", 1_000_000_000: "миллиард",
}  # fmt: skip
# "оны", "оның", "жетіледі", "алтын" are other words: a Kazakh number takes the endings of from, to and at.
_KK_ENDINGS = (
    "",
    "нан",
    "нен",
    "дан",
    "ден",
    "тан",
    "тен",
    "ға",
    "ге",
    "қа",
    "ке",
    "дағы",
    "дегі",
    "да",
    "де",
    "та",
    "те",
)

_TIMES = {"дважды": 2, "двукратно": 2, "трижды": 3, "twice": 2, "thrice": 3}
_TOGETHER = {2: "екеу", 3: "үшеу", 4: "төртеу", 5: "бесеу", 6: "алтау", 7: "жетеу"}
_OF_THEM = {
    2: "екісі",
    4: "төрті",
    5: "бесі",
    6: "алтысы",
    7: "жетісі",
    8: "сегізі",
    9: "тоғызы",
    20: "жиырмасы",
}
_TOGETHER_ENDINGS = ("", "і", "ін", "інің", "іне", "ы", "ын", "ының", "ына", "нің", "не", "н")
_VALUES = {word: value for table in (_RU, _EN) for value, words in table.items() for word in words.split()}
_VALUES |= _TIMES
_KAZAKH = _VALUES | {word + end: value for value, word in _TOGETHER.items() for end in _TOGETHER_ENDINGS}
_KAZAKH |= {word + ending: value for value, word in _KK.items() for ending in _KK_ENDINGS}
_KAZAKH |= {word: value for value, word in _OF_THEM.items()}
del _KAZAKH["тыс"]  # "outside": thousands are abbreviated so only in Russian
for _other in "онда", "бірде":  # there, once
    del _KAZAKH[_other]
_KK_ORDINALS = {word: value for value, word in _KK.items()}
_KK_ORDINAL = re.compile(rf"({'|'.join(_KK_ORDINALS)})(?:с?[ыі])?нш[ыі]\w{{0,5}}")
_RU_ORDINALS = {
    "перв": 1, "втор": 2, "треть": 3, "трет": 3, "четверт": 4, "пят": 5, "шест": 6, "седьм": 7, "восьм": 8,
    "девят": 9, "десят": 10, "одиннадцат": 11, "двенадцат": 12, "тринадцат": 13, "четырнадцат": 14,
    "пятнадцат": 15, "шестнадцат": 16, "семнадцат": 17, "восемнадцат": 18, "девятнадцат": 19, "двадцат": 20,
    "тридцат": 30, "сороков": 40, "пятидесят": 50, "шестидесят": 60, "семидесят": 70, "восьмидесят": 80,
    "девяност": 90,
}  # fmt: skip
_RU_ORDINAL = re.compile(
    rf"({'|'.join(_RU_ORDINALS)})(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|ую|ое|ей|е|я|ю|ые|ых|ыми)"
)
_EN_ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
        " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60}
_SCALE_WITH_ENDING = re.compile(r"(мың|миллион|миллиард)(?:ы|ын|ның|нан|ға|ды|ның|ынан|ының)")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"\s+(?:and\s+)?|-")


def numerals(text: str, language: Language = Language.KK) -> Iterator[tuple[int, int, int]]:
    """Every spelled number as (start, end, value); Kazakh ones not in Russian and English, where "он" is he.

    >>> [value for _, _, value in numerals("до одной тысячи двухсот часов, бір мың екі жүз сағатқа, five")]
    [1200, 1200, 5]
    """
    values = _VALUES if language in (Language.RU, Language.EN) else _KAZAKH
    run: list[tuple[int, int, int]] = []
    for found in _WORD.finditer(text):
        if run and found[0] == "and":  # one hundred and five
            continue
        value = values.get(_plain(found[0]))
        if run and (value is None or not _continues(text[run[-1][1] : found.start()], run, value)):
            yield from _whole(run)
            run = []
        if value is not None:
            run.append((found.start(), found.end(), value))
    yield from _whole(run)


def scale(word: str) -> int:
    """What "тыс", "мың" or "million" after digits multiplies them by; 1 for any other word."""
    plain = _plain(word)
    stem = _SCALE_WITH_ENDING.fullmatch(plain)
    word = stem[1] if stem else plain
    value = _KAZAKH.get(word) or _VALUES.get(word, 1)
    return value if value >= 1_000 else 1


def ordinals(text: str) -> Iterator[int]:
    """What "оныншы", "десятого" and "tenth" count: the tenth day is written 10 too.

    >>> list(ordinals("на двадцать восьмые сутки, жиырма сегізінші күні, the twenty-eighth day"))
    [28, 28, 28]
    """
    return (value for _, value in placed_ordinals(text))


def placed_ordinals(text: str) -> Iterator[tuple[int, int]]:
    """The same, each with the place where it ends."""
    tens = 0
    for found in _WORD.finditer(text):
        word = _plain(found[0])
        value = _ordinal(word)
        if value:
            yield found.end(), tens + value if value < 10 else value
        before = _KAZAKH.get(word, 0)
        tens = before if 10 <= before < 100 and before % 10 == 0 else 0


def _ordinal(word: str) -> int:
    if kazakh := _KK_ORDINAL.fullmatch(word):
        return _KK_ORDINALS[kazakh[1]]
    if russian := _RU_ORDINAL.fullmatch(word):
        return _RU_ORDINALS[russian[1]]
    return _EN_ORDINALS.get(word, 0)


def roman(word: str) -> int:
    """What I to XXXIX count; 0 for any other word.

    >>> roman("II"), roman("XIV"), roman("IIII")
    (2, 14, 0)
    """
    if not word or not _ROMAN.fullmatch(word):
        return 0
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in word]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def folded(stem: str) -> int:
    """What "пятидесяти" in "пятидесятикратный" says; 0 where it is no number."""
    word = _plain(stem)
    if word in _VALUES:
        return _VALUES[word]
    for at in range(len(word) - 3, 2, -1):  # сто-двадцати
        head, tail = _VALUES.get(word[:at], 0), _VALUES.get(word[at:], 0)
        if head >= 20 and 0 < tail < (10 if head < 100 else 100):
            return head + tail
    return 0


def _plain(word: str) -> str:
    return word.casefold().replace("ё", "е").replace("i", "і") if not word.isascii() else word.casefold()


def _continues(between: str, run: list[tuple[int, int, int]], value: int) -> bool:
    if not _BETWEEN.fullmatch(between):
        return False
    last = run[-1][2]
    if value in (100, 1_000, 1_000_000, 1_000_000_000):
        return value > last or (value == 100 and last >= 1_000)
    # Kazakh says ten and five where Russian says fifteen
    return (last == 10 or last >= 20) and value < (10 if last < 100 else 100 if last < 1_000 else 1_000)


def _whole(run: list[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    total = current = 0
    for _, _, value in run:
        if value >= 1_000:
            total, current = total + max(current, 1) * value, 0
        elif value == 100 and 0 < current < 10:
            current *= 100
        else:
            current += value
    if total + current > 0:
        yield run[0][0], run[-1][1], total + current
