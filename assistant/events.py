"""Finds deeds that a statement tells of and its quotes do not: stolen over missing, left over a ticket sold.

The deeds are lists of words by kind and language, `events.toml`. Whole texts are compared, not clauses, so
that a word of any language proves a word of any other. Knows nothing of passages.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from assistant.spoken import Spoken
from assistant.word_lists import word_lists
from casefile.language import SPOKEN, Language


def unheard(text: str, language: Language, known: Sequence[Spoken]) -> Iterator[str]:
    """Words for deeds of which nothing `known` tells: the quotes, and what stands above them.

    >>> list(unheard("Сторож украл кабель.", Language.RU, [("Кабель исчез.", Language.RU)]))
    ['украл']
    >>> list(unheard("Сторож украл кабель.", Language.RU, [("Ол кабельді ұрлаған.", Language.KK)]))
    []
    """
    for kind, told in _told().items():
        said = told[language].search(text) if language in told else None
        if said and not any(
            tongue in told and _proofs()[kind][tongue].search(words) for words, tongue in known
        ):
            yield said[0]


@cache
def _told() -> dict[str, dict[Language, re.Pattern[str]]]:
    """Of each kind the words that surely tell of it."""
    return {kind: _patterns([one["said"]]) for kind, one in word_lists("events").items()}


@cache
def _proofs() -> dict[str, dict[Language, re.Pattern[str]]]:
    """Of each kind the words that prove it."""
    kinds = word_lists("events")
    return {
        kind: _patterns(kinds[name].get(part, {}) for name in (kind, *one["by"]) for part in ("said", "also"))
        for kind, one in kinds.items()
    }


def _patterns(lists: Iterable[Mapping[Language, Sequence[str]]]) -> dict[Language, re.Pattern[str]]:
    words: dict[Language, list[str]] = {language: [] for language in SPOKEN}
    for one in lists:
        for language in SPOKEN:
            words[language] += one.get(language, ())
    return {
        language: re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})", re.IGNORECASE)
        for language, spelled in words.items()
    }
