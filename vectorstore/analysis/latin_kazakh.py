"""Kazakh in Latin letters, put into Cyrillic ones: the alphabet of 2021, passport spelling, ISO 9.

Nobody says which of them they write, so every reading is given and whoever knows Kazakh words chooses. What
the readings get wrong in й and ц, ә and а, folding mostly mends. Knows no vocabulary.
"""

import re
import unicodedata

# Longest first; what is not named is read letter by letter as in `_PLAIN`.
FOREIGN = re.compile("w|aa|ee|oo|uu", re.IGNORECASE)  # no scheme writes Kazakh so
_PLAIN = dict(zip("abdefghjklmnopqrstuvz", "абдефгхжклмнопқрстувз", strict=True))
_2021 = {
    "ş": "ш", "ä": "ә", "ğ": "ғ", "ñ": "ң", "ö": "ө", "ū": "ұ", "ü": "ү", "ı": "і", "y": "ы", "i": "и",
    "ç": "ч", "ch": "ч", "c": "ц", "x": "кс",
}  # fmt: skip
_PASSPORT = {
    "shch": "щ", "zh": "ж", "kh": "х", "sh": "ш", "ch": "ч", "gh": "ғ", "ts": "ц", "yu": "ю",
    "ya": "я", "yo": "ё", "ng": "ң", "y": "ы", "i": "и", "c": "с", "x": "кс", "j": "ж",
    "ä": "ә", "ö": "ө", "ü": "ү", "ñ": "ң", "ğ": "ғ", "ş": "ш", "ı": "ы",
}  # fmt: skip
_ISO_9 = {
    "a̋": "ә", "ġ": "ғ", "ķ": "қ", "ņ": "ң", "ô": "ө", "u̇": "ұ", "ù": "ү", "ḥ": "һ", "ì": "і", "ž": "ж",
    "š": "ш", "č": "ч", "ŝ": "щ", "è": "э", "û": "ю", "â": "я", "ë": "ё", "j": "й", "c": "ц", "y": "ы",
    "i": "и", "h": "х",
}  # fmt: skip
_SCHEMES = tuple({**_PLAIN, **scheme} for scheme in (_2021, _PASSPORT, _ISO_9))
_PATTERNS = tuple(
    re.compile("|".join(re.escape(s) for s in sorted(scheme, key=len, reverse=True))) for scheme in _SCHEMES
)
_GLIDES = tuple(re.compile(f"(?<=[аәеоөуүұі]){glide}") for glide in ("и", "[иы]", "и"))
_LOANS = (
    (re.compile(r"(?<=\w\w)(?<!рос)сиа"), "ция"),  # полиция; сияқты begins so
    (re.compile("(?<=[бвгдзклмнпрстфхцшж])иа"), "ия"),
    (re.compile("(?<=[бвгдзклмнпрстфхцшж])иу"), "ию"),
    (re.compile("йа"), "я"),
    (re.compile("йу"), "ю"),
)  # fmt: skip


def readings(text: str) -> list[str]:
    """The text as each scheme reads it, in lower case.

    >>> readings("qylmystyq is")[0], readings("Zhambyl audany")[1]
    ('қылмыстық ис', 'жамбыл ауданы')
    """
    lower = unicodedata.normalize("NFC", text.replace("I", "ı" if "ı" in text else "i").lower())
    lower = lower.replace("i\u0307", "i")  # İ in lower case
    return [
        _read(lower, scheme, pattern, glide)
        for scheme, pattern, glide in zip(_SCHEMES, _PATTERNS, _GLIDES, strict=True)
    ]


def _read(lower: str, scheme: dict[str, str], pattern: re.Pattern[str], glide: re.Pattern[str]) -> str:
    found = glide.sub("й", pattern.sub(lambda match: scheme[match[0]], lower))
    for seen, meant in _LOANS:
        found = seen.sub(meant, found)
    return found
