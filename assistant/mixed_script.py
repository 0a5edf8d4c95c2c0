"""Finds words that mix Cyrillic and Latin letters, as a forged name does. Knows nothing of quotes."""

import re
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W\d_]{2,}")
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_KAZAKH_I = str.maketrans("", "", "iI")  # keyboards without the letter і write есептiк


def mixed_words(text: str, known: Iterable[str]) -> Iterator[str]:
    """Those that no text `known` writes the same way.

    >>> list(mixed_words("Влaсенко пришёл, есептiк көрсеткіш", []))
    ['Влaсенко']
    """
    for word in _WORD.findall(text):
        letters = word.translate(_KAZAKH_I)
        mixed = _LATIN.search(letters) and _CYRILLIC.search(letters)
        if mixed and not any(word in words for words in known):
            yield word
