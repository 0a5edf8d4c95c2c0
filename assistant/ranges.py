"""Finds ranges and lists that a statement has half right, and numbers that it says twice for others.

"From 3 to 5 years" over "from 2 to 5 years", "bags 1, 3 and 4" over "bags 1, 2 and 4". Knows nothing of
passages.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.bounds import Bound
from assistant.months import named_months
from assistant.numbers import Quantity, quantities, written
from assistant.spoken import Spoken
from casefile.language import Language

_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_CHAIN = re.compile(r"(\d+)-(\d+)")
_APART = 40  # characters between the two ends, at most
_LISTED = re.compile(r"\s*(?:,|,?\s*(?<!\w)(?:и|and|және|мен|пен|бен)(?!\w))\s*(?:№\s*)?", re.IGNORECASE)
FEWEST = 3
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)

Range = tuple[float, float, str]


def other_ends(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Ranges that have one end only, or share one with a range of the quotes and miss the other."""
    held = {one for quote, tongue in quotes for one in _ranges(quote, tongue)}
    for least, most, unit in _ranges(text, language):
        others = {(a, b) for a, b, of in held if of == unit or not (of and unit)}
        near = any((a == least) is not (b == most) for a, b in others)
        if least == most or (near and (least, most) not in others):
            yield f"{least:g}-{most:g} {unit}".strip()


def _ranges(text: str, language: Language) -> Iterator[Range]:
    numbers = sorted(quantities(text, language), key=lambda one: one.start)
    for one in numbers:
        if (ends := _CHAIN.fullmatch(one.number)) and one.unit:
            yield float(ends[1]), float(ends[2]), one.unit
    for one, after in pairwise(numbers):
        if _PLAIN.fullmatch(one.number) and _PLAIN.fullmatch(after.number) and _are_ends(one, after, text):
            yield float(one.number), float(after.number), one.unit


def _are_ends(one: Quantity, other: Quantity, text: str) -> bool:
    near = one.unit == other.unit and other.start - one.start <= _APART
    bounded = one.bound is Bound.LOWER and other.bound is Bound.UPPER
    return near and (bounded or bool(_BETWEEN.search(text[: one.start])))


def other_members(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Lists of numbers of which a list of the quotes has some, and others instead of the rest."""
    held = [listed for quote, tongue in quotes for listed in _lists(quote, tongue)]
    for said in _lists(text, language):
        shared = [listed for listed in held if said & listed]
        if shared and not any(said <= listed or listed <= said for listed in shared):
            yield ", ".join(sorted(said))


def _lists(text: str, language: Language) -> Iterator[set[str]]:
    """Of three numbers and more: "1, 2 and 4"."""
    whole = written(text, language)
    run: list[Quantity] = []
    for one in (*sorted(quantities(text, language), key=lambda one: one.start), None):
        if one and run and _PLAIN.fullmatch(one.number) and _LISTED.fullmatch(whole[run[-1].end : one.start]):
            run.append(one)
            continue
        if len(run) >= FEWEST:
            yield {member.number for member in run}
        run = [one] if one and _PLAIN.fullmatch(one.number) else []


def said_twice(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Numbers said more often than in the quotes, which have another one instead."""
    said = Counter(_keys(text, language))
    held = Counter(key for quote, tongue in quotes for key in _keys(quote, tongue))
    for (number, unit), times in said.items():
        instead = any(of == unit and held[n, of] > said[n, of] for n, of in held)
        if times > max(1, held[number, unit]) and held[number, unit] and instead:
            yield f"{number} {unit}".strip()


def _keys(text: str, language: Language) -> list[tuple[str, str]]:
    numbers = [(one.number, one.unit) for one in quantities(text, language) if _PLAIN.fullmatch(one.number)]
    return numbers + [(str(month), "month of the year") for month in named_months(text, language)]
