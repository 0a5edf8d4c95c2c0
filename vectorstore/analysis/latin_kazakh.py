"""Kazakh in Latin letters, put into Cyrillic ones: the alphabet of 2021, passport spelling, ISO 9.

Nobody says which of them they write, so every reading is given and whoever knows Kazakh words chooses. What
the readings get wrong in й and ә, folding mostly mends; Russian words in Kazakh (ц, э, ь, ю and я have no
letters of their own) are tried in their likely spellings. Knows no vocabulary.
"""

import re
import unicodedata
from collections.abc import Iterator

# Longest first; what is not named is read letter by letter as in `_PLAIN`.
FOREIGN = re.compile("w|aa|ee|oo|uu|[éí¿¡ßœ]", re.IGNORECASE)  # no scheme writes Kazakh so
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

# What a word read letter by letter may have been: as read, and as it may be spelt.
_HARD = "(?![ьаеиоуыэюя])"  # no vowel follows
_LIKELY = tuple(
    (re.compile(seen), meant)
    for seen, meant in (
        ("сииа", "ция"), ("сия", "ция"), ("ииа", "ия"), ("ииу", "ию"), ("с", "ц"), ("^е", "э"), ("иа", "ия"),
        ("ию", "ю"), ("иу", "ю"), ("ия", "я"), ("иа", "я"), ("ия", "иа"), ("тия", "тья"), ("ция", "ся"),
        ("ыи", "ый"), ("ии", "ий"),
        (f"л{_HARD}", "ль"), (f"н{_HARD}", "нь"), (f"т{_HARD}", "ть"), ("ш", "щ"), ("ио", "ё"), ("е", "э"),
        ("к", "қ"), ("г", "ғ"),
    )
)  # fmt: skip
_CHANGES = 2  # in one word
_MOST = 150  # spellings of one word


def likely(word: str) -> Iterator[str]:
    """Other spellings of a word as it was read, those with fewest changes first.

    >>> "полицей" in likely("полисей"), "больничный" in likely("болничный")
    (True, True)
    """
    seen, newest = {word}, [word]
    for _ in range(_CHANGES):
        newest = [other for known in newest for other in _changed(known)]
        for other in newest:
            if other not in seen:
                seen.add(other)
                yield other
            if len(seen) > _MOST:
                return


def _changed(word: str) -> Iterator[str]:
    for seen, meant in _LIKELY:
        for found in seen.finditer(word):
            yield word[: found.start()] + meant + word[found.end() :]


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
