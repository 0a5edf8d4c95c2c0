"""Letters made comparable: look-alikes repaired, Kazakh letters folded onto the Russian keyboard.

Knows single words. Nothing here decides where a word begins.
"""

import re
import unicodedata

# What people write for the nine letters when the keyboard has none of them (і is met as и and as ы, so
# ы joins и for everybody). ё is left out in most Russian print.
FOLD = str.maketrans("әғқңөұүһіыё", "агкноуухиие")
KAZAKH_LETTER = re.compile("[әғқңөұүһі]")
CYRILLIC = re.compile("[\u0400-\u052f]")
LATIN = re.compile("[A-Za-z\u00c0-\u024f\u0259]")

# Latin letters that print like Cyrillic ones. Capital H is Н in print, small h is Kazakh һ.
LATIN_TWINS = str.maketrans(
    "ABCEHIKMOPTXYaceiopxyhkmtƏəɵ",
    "АВСЕНІКМОРТХУасеіорхуһкмтӘәө",
)

_RUNS = re.compile(r"([\u0400-\u052f]+)")
_MARKS = re.compile(r"[\u0300-\u036f]")


def repaired(word: str) -> list[str]:
    """The word with look-alikes repaired if it is Cyrillic; cut at the seam if it is truly mixed.

    >>> repaired("қылмыстық iс"), repaired("Telegramға"), repaired("cop")
    (['қылмыстық іс'], ['Telegram', 'ға'], ['cop'])
    """
    if not (CYRILLIC.search(word) and LATIN.search(word)):
        return [word]
    cyrillic = word.translate(LATIN_TWINS)
    if not LATIN.search(cyrillic):
        return [cyrillic]
    return [run for run in _RUNS.split(word) if run]


def fold(word: str) -> str:
    """The letters that are left when a word is typed in a hurry: no accents, no Kazakh letters.

    >>> fold("қылмыстық"), fold("жүргізуші"), fold("café"), fold("йод")
    ('килмистик', 'жургизуши', 'cafe', 'йод')
    """
    if word.isascii():
        return word
    if CYRILLIC.search(word):
        return word.translate(FOLD)  # й keeps its breve: it is a letter
    return _MARKS.sub("", unicodedata.normalize("NFKD", word)) or word


def hardened(stem: str) -> str:
    """б and г at the end become п and к: a Kazakh stem softens before a vowel (кітап, кітабы).

    Done to Russian stems too, so that a word both languages share has one stem.
    """
    return stem[:-1] + ("п" if stem[-1] == "б" else "к") if stem[-1:] in ("б", "г") else stem
