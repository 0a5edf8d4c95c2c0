"""Folds letters that people, keyboards and scanners put for each other, offset by offset.

For recognising known words (units of law, names of acts) only: the fold is never shown, stored or
indexed. Knows nothing of the words.
"""

import re

_KAZAKH = str.maketrans("әғқңөұүһіё", "агкноуухие")
_LATIN = str.maketrans("aceopxykhmtbiä", "асеорхукхмтвиа")
_MIXED = re.compile(r"(?<=[а-я])[a-zä]+|[a-zä]+(?=[а-я])")


def fold(text: str) -> str:
    """Lower case, Kazakh letters as typed on a Russian keyboard, Latin letters inside Cyrillic words
    as the Cyrillic ones they look like. The result is exactly as long as `text`.

    >>> fold("188-бабының Бөлiгi")
    '188-бабынын болиги'
    >>> fold("Article 6")
    'article 6'
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals (İ) become two characters
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    folded = lowered.translate(_KAZAKH)
    return _MIXED.sub(lambda found: found.group().translate(_LATIN), folded)
