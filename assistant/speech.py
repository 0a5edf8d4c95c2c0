"""Finds words between quotation marks that no quote has: «I never signed it» over a record without them.

A name between quotation marks is no speech. Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.names import Names
from assistant.normal import fold

_SPOKEN = re.compile(r"«([^«»]+)»|“([^“”]+)”|„([^„“”]+)“|\"([^\"]+)\"")
_MOST = 4  # words of a name


def unsaid(text: str, proofs: Sequence[str]) -> Iterator[str]:
    """Sayings of the text that no proof has."""
    texts, named = [fold(words).text for words in proofs], Names(proofs)
    for match in _SPOKEN.finditer(text):
        for part in _sayings(match):
            if not stands_in(part, texts) and not _is_name(part, named):
                yield part.strip()


def without_speech(text: str) -> str:
    """The text without what stands between quotation marks."""
    return _SPOKEN.sub(" ", text)


def stands_in(words: str, folded: Sequence[str]) -> bool:
    """Whether one of the texts, which are folded, has the words."""
    wanted = fold(words).text.strip(" .,;:")
    return any(wanted in text for text in folded)


def _sayings(match: re.Match[str]) -> list[str]:
    """Words between quotation marks; one word is a name, and […] marks what our own quotes leave out."""
    speech = next(filter(None, match.groups()), "")
    return [part for part in speech.split("[…]") if len(part.split()) > 1]


def _is_name(words: str, named: Names) -> bool:
    """«Алтын Дала Трейд»: few words with capitals, known as one name and not from here and there."""
    parts = words.split()
    capitals = len(parts) <= _MOST and all(part[:1].isupper() for part in parts)
    return capitals and named.hold_together(parts)
