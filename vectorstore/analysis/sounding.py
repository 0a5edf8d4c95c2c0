"""A key for names that is the same in Cyrillic and in Latin letters, whichever way they were transliterated.

Consonants only, since vowels are what transliterations disagree on. Coarse on purpose: it proposes, and
what it proposes weighs less than a word. Knows single words.
"""

import re
import unicodedata

SHORTEST = 3  # consonants; fewer say too little

_CYRILLIC = str.maketrans(
    "бвгғдзжклмнңпрстфхһцчшщқ",
    "bvggdsjklmnnprstfhhscssk",
)
_SILENT = re.compile("[^bcdfghjklmnprstv]")
_TWICE = re.compile(r"(.)\1+")
# In this order: Джон and John, Уильям and William, Шмидт and Schmidt.
_SAME = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("дж", "j"),
        ("^у(?=[аеиоэюяы])", "v"),
        ("sch|sh|tz|ts|z", "s"),
        ("tch|ch", "ч"),  # until the hard c has become k
        ("сх(?=[аеиоуы])", "s"),
        ("тс", "s"),
        ("zh", "j"),
        ("kh", "h"),
        ("gh", "g"),
        ("ph", "f"),
        ("th", "t"),
        ("ck", "k"),
        ("qu", "kv"),
        ("x", "ks"),
        ("w", "v"),
        ("q", "k"),
        ("c(?=[eiy])", "s"),
        ("c", "k"),
    )
]


def sounding(word: str) -> str:
    """The key of a word, "" if it would be too short.

    >>> sounding("Қасымов"), sounding("Kassymov"), sounding("Washington"), sounding("Вашингтон")
    ('ksmv', 'ksmv', 'vsngtn', 'vsngtn')
    """
    latin = unicodedata.normalize("NFKD", word.lower())
    latin = "".join(char for char in latin if not unicodedata.combining(char) or char == "\u0306")
    latin = unicodedata.normalize("NFC", latin)
    for pattern, sound in _SAME:
        latin = pattern.sub(sound, latin)
    key = _TWICE.sub(r"\1", _SILENT.sub("", latin.translate(_CYRILLIC)))
    return key if len(key) >= SHORTEST else ""
