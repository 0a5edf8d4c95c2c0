"""Finds deeds that a statement tells of and its quotes do not: stolen over missing, left over a ticket sold.

The deeds are lists of words by kind and language, `events.toml`. Whole texts are compared, not clauses, so
that a word of any language proves a word of any other. Knows nothing of passages.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from assistant.polarity import pieces
from assistant.spoken import Spoken, cut
from assistant.word_lists import word_lists
from casefile.language import SPOKEN, Language

_NUMBER = re.compile(r"\b\d{9,}\b")  # of a case, an account, a person


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


def of_other_number(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Long numbers of which the statement tells what its quotes tell only of another."""
    said = set(_NUMBER.findall(text))
    if len(said) != 1:
        return
    held = [(piece, tongue, set(_NUMBER.findall(piece))) for piece, tongue in cut(quotes, pieces)]
    for told in _told().values():
        if language not in told or not told[language].search(text):
            continue
        numbered = [(bool(told[t].search(one)), numbers) for one, t, numbers in held if t in told and numbers]
        of_deed = {number for tells, numbers in numbered if tells for number in numbers}
        others = {number for tells, numbers in numbered if not tells for number in numbers}
        if of_deed and not said & of_deed:
            yield from sorted(said & others)


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
