"""Tells whether a text has a word of a kind: one that denies, permits, supposes, says, threatens.

The kinds are lists by language, `polarity_words.toml` and `said_words.toml`. Judges nothing.
"""

import re
from collections.abc import Iterator
from functools import cache

from assistant.word_lists import word_lists
from casefile.language import Language


def has(kind: str, text: str, language: Language) -> bool:
    """Whether the text has a word of the kind; never in a language that is not known.

    >>> has("denies", "Он не подписал", Language.RU), has("denies", "Он подписал", Language.RU)
    (True, False)
    """
    return any(True for _ in found(kind, text, language))


def found(kind: str, text: str, language: Language) -> Iterator[re.Match[str]]:
    """Where the words of a kind stand."""
    pattern = _patterns().get((kind, language))
    return pattern.finditer(text) if pattern else iter(())


def without(kind: str, text: str, language: Language) -> str:
    """The text with a space for every word of the kind."""
    pattern = _patterns().get((kind, language))
    return pattern.sub(" ", text) if pattern else text


@cache
def _patterns() -> dict[tuple[str, Language], re.Pattern[str]]:
    return {
        (kind, Language(language)): re.compile(rf"(?<!\w)(?:{'|'.join(words)})", re.IGNORECASE)
        for name in ("polarity_words", "said_words")
        for kind, spoken in word_lists(name).items()
        for language, words in spoken.items()
    }
