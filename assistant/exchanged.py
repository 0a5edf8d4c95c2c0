"""Finds numbers, dates and hours that a statement gives to each other's words.

"Two batteries and six generators" over "six batteries and two generators": it is weighed which words stand
nearer to which number, in the statement and in the quotes. Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from assistant.meaning import Word, alike
from assistant.measures import CURRENCIES
from assistant.nearness import Numbered, are_range, nearness, numbered, side_by_side
from assistant.numbers import Quantity
from assistant.spoken import Spoken
from casefile.language import Language

LIKE = 0.5  # likeness from which two words may be one
CROSSED, FOR_IT = -0.15, 0.5  # the least weight against a pair, and how much of all there is
FOR_BOTH = 0.5  # of a word before both of them
# A number that is told of another's words: what is not said may be left out, so more must speak for it.
OTHERS_NUMBER, OTHERS_DATE, FOR_OTHER = -1.0, -0.45, 0.8
NEAR = 0.2
FARTHEST = 1000  # times: numbers of other sizes are not taken for each other
_DATE = re.compile(r"(\d{4}|-)-(\d\d)(?:-(\d\d))?")
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")


def exchanged_numbers(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Pairs of numbers whose words the quotes have the other way round."""
    said = numbered(text, language)
    held = [numbered(quote, tongue) for quote, tongue in quotes]
    for one, other in combinations(said.numbers, 2):
        if not _comparable(one, other) or not all(_told(n, held) for n in (one, other)):
            continue
        turned = (
            are_range(said, one, other) and _as_range(other, one, held) and not _as_range(one, other, held)
        )
        told_apart = not any(_beside(one, other, text) for text in (said, *held))
        if turned or (told_apart and _crossed(one, other, said, held)):
            yield f"{one.number}, {other.number}"


def of_another(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Numbers whose words the quotes have beside another one, of which the statement says nothing."""
    said = numbered(text, language)
    held = [numbered(quote, tongue) for quote, tongue in quotes]
    others = dict.fromkeys(n for one in held for n in one.numbers if not _told(n, [said]))
    for one in said.numbers if others else ():
        if _told(one, held) and any(
            _comparable(one, n) and _beside_other(one, n, said, held) for n in others
        ):
            yield f"{one.number} {one.unit}".strip()


def _beside_other(one: Quantity, other: Quantity, said: Numbered, held: Sequence[Numbered]) -> bool:
    total = weight = 0.0
    for at, word in said.words:
        if (mine := nearness(said, at, one)) >= NEAR:
            agreed = mine * (_nearest(word, one, held) - _nearest(word, other, held))
            total, weight = total + agreed, weight + abs(agreed)
    least = OTHERS_NUMBER if _PLAIN.fullmatch(one.number) else OTHERS_DATE
    return total < least and -total > FOR_OTHER * weight


def _crossed(one: Quantity, other: Quantity, said: Numbered, held: Sequence[Numbered]) -> bool:
    total = weight = 0.0
    for at, word in said.words:
        mine = nearness(said, at, one) - nearness(said, at, other)
        if at < min(one.start, other.start):  # it may be said of both
            mine *= FOR_BOTH
        if mine:
            agreed = mine * (_nearest(word, one, held) - _nearest(word, other, held))
            total, weight = total + agreed, weight + abs(agreed)
    return total < CROSSED and -total > FOR_IT * weight


def _nearest(word: Word, number: Quantity, held: Sequence[Numbered]) -> float:
    return max(
        (
            likeness * nearness(text, at, n)
            for text in held
            for n in text.numbers
            if _same(number, n)
            for at, w in text.words
            if (likeness := alike(word, w)) >= LIKE
        ),
        default=0.0,
    )


def _as_range(one: Quantity, other: Quantity, held: Sequence[Numbered]) -> bool:
    return any(are_range(text, a, b) for text in held for a, b in _pairs(one, other, text))


def _beside(one: Quantity, other: Quantity, text: Numbered) -> bool:
    return any(side_by_side(text, a, b) for a, b in _pairs(one, other, text))


def _pairs(one: Quantity, other: Quantity, text: Numbered) -> Iterator[tuple[Quantity, Quantity]]:
    """Where the text has both."""
    firsts = [n for n in text.numbers if _same(one, n)]
    return product(firsts, [n for n in text.numbers if _same(other, n)])


def _told(number: Quantity, held: Sequence[Numbered]) -> bool:
    return any(_same(number, n) for text in held for n in text.numbers)


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Two dates, two hours, or two numbers of a unit; one may be unsaid."""
    for shape in (_DATE, _CLOCK):
        if shape.fullmatch(one.number) and shape.fullmatch(other.number):
            return not _same(one, other)
    if not (_PLAIN.fullmatch(one.number) and _PLAIN.fullmatch(other.number)):
        return False
    least, most = sorted((float(one.number), float(other.number)))
    if least == most or most > FARTHEST * least:
        return False
    units = {one.unit, other.unit}
    return len(units) == 1 or ("" in units and (not units & CURRENCIES or least > FARTHEST))


def _same(one: Quantity, other: Quantity) -> bool:
    a, b = _DATE.fullmatch(one.number), _DATE.fullmatch(other.number)
    if a and b:
        pairs = zip(a.groups(), b.groups(), strict=True)
        return all(x == y or x in ("-", None) or y in ("-", None) for x, y in pairs)
    return one.number == other.number and (one.unit == other.unit or not (one.unit and other.unit))
