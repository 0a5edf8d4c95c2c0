"""Strips Kazakh endings from folded words. Knows no vocabulary; a fuller stemmer is to come.

It works on folded letters (қ as к, ы and і as и …) with folded endings, so that Kazakh typed on a
Russian keyboard has the stem of the proper spelling and one ending stands for its harmonic pair.
An ending goes only after the sounds that call for it: -қа follows -т, never -и, so "республика" is
not a dative. Negation (-ма, -сыз) stays: кінәсіз is not кінәлі.
"""

import re

from vectorstore.analysis.folding import hardened

STEM = r"ис|\w{3,}?"  # three letters at least, save for іс (case, matter), which is in every legal text

_VOWEL = "аеиоэюя"
_LIQUID = "лрйу"
_NASAL = "мн"
_BUZZING = "зж"
_VOICELESS = "кптсшщхфчцбвгд"  # loans in -в, -д (Қасымовқа) count as voiceless
_VOICED = _LIQUID + _NASAL + _BUZZING
_CONSONANT = _VOICED + _VOICELESS

# What an ending may follow: the endings. Plural, possessive, case, -дағы and -нікі, -лық and -лы, predicate.
_NOMINAL = {
    _VOWEL + "рйу": "лар лер лик ли",
    "лмнзж": "дар дер дик бен бин биз",
    _VOICELESS: "тар тер ка ке та те тан тен ти тин тик тай тей таги теги тики пен пин пиз",
    _VOWEL + _VOICED: "га ге да де дан ден дай дей даги деги",
    _VOICED: "ди дин дики",
    _VOWEL: "ни си син миз низ",
    _VOWEL + _NASAL: "нин ники",
    _VOWEL + "лрймну": "мен менен мин",
    _CONSONANT: "и им ин имиз иниз син",
    "и": "на не нда нде ндаги ндеги",
    "имн": "нан нен",
    _VOWEL + _CONSONANT: "синдар синдер",
}
# The same of verbs: what is left is a verb's stem, which may end like a noun's ending (терге-у).
_VERBAL = {
    _VOWEL: "ди дим дин дик йди йтин",
    _VOWEL + _VOICED: "ган ген",
    _VOICELESS: "кан кен тим тик",
    _CONSONANT: "атин етин",
    _VOWEL + "бвгджзклмнпрст": "у",
}


def _pattern(endings: dict[str, str]) -> re.Pattern[str]:
    """Matches a word as the shortest stem allowed and the longest ending."""
    choices = "|".join(f"(?<=[{after}])(?:{'|'.join(some.split())})" for after, some in endings.items())
    return re.compile(rf"({STEM})(?:{choices})")


_NOMINAL_ENDING, _VERBAL_ENDING = _pattern(_NOMINAL), _pattern(_VERBAL)

# Tied by a hyphen to a number or a foreign root: дело-ны, следователь-ге, 2024-ші.
ENDINGS = frozenset(" ".join([*_NOMINAL.values(), "ши нши инши"]).split())

# What only loans have: below the Kazakh endings of such a word lies Russian morphology.
LOAN = re.compile("[вфцчщъьэ]|ика$|ия$")


def stem(folded: str) -> str:
    """The stem of one folded lower-case word.

    >>> [stem(word) for word in ("мектептеримиздеги", "бабинин", "бап", "килмистик", "тергеуге")]
    ['мектеп', 'бап', 'бап', 'килмис', 'терге']
    """
    while True:
        if verbal := _VERBAL_ENDING.fullmatch(folded):
            return hardened(verbal[1])
        if not (nominal := _NOMINAL_ENDING.fullmatch(folded)):
            return hardened(folded)
        folded = nominal[1]
