"""Finds numbers that a statement gives for the whole though its quotes give them for each, or for a part.

"40 thousand for all" over "40 thousand for each"; "310 boxes" over "42 of the 310 boxes". Knows nothing of
passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import MEANT, best, content, facts
from assistant.measures import CURRENCIES
from assistant.numbers import Quantity, quantities
from assistant.polarity import clauses, pieces
from assistant.spoken import Spoken
from assistant.word_kinds import found, has
from casefile.language import Language

_PARTS = re.compile(
    r"\b(?:parts|instal+ments|payments|част(?:и|ями|ях)|платеж\w*|взнос\w*|бөлік\w*|төлем\w*)\b",
    re.IGNORECASE,
)
_PARTS_OF = re.compile(rf"{_PARTS.pattern}\s+(?:of|по)\s+((?:[A-Z]{{3}}\s+)?\d[\d\s.,]*\w*)", re.IGNORECASE)
_SOME = re.compile(
    r"\b\w+\s+of\s+(?:them|these|those)\b|\bиз\s+них\s+\w+|\b\w+\s+из\s+них\b|\b(?:олардың|оның|соның)\s+(?:ішінде\s+)?\w+",
    re.IGNORECASE,
)
FEWEST = 2  # words that only what is told of some has
_KAZAKH_OF = re.compile(r"\b\w+\s+\w+(?:тың|тің|ның|нің|дың|дің)\s+\w+", re.IGNORECASE)
_FIRST = re.compile(  # of several: "the first two"
    r"\b(?:the\s+first|первы[ехм]\w*|алғашқы)\s+(\w+)", re.IGNORECASE
)
_NEAR = 25  # characters between a number and its word
_OF = re.compile(
    r"\b\w+\s+of\s+(?:the\s+)?\w+|\b\w+\s+из\s+\w+|\b\d+\s+\w+(?:тың|тің|ның|нің|дың|дің)\s+\w+",
    re.IGNORECASE,
)


def of_each_part(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Sums that the statement gives for every part, and the quotes for all: "two parts of 500"."""
    in_parts = {one.number for quote, tongue in quotes for one in _of_parts(quote, tongue)}
    whole = {one.number for quote, tongue in quotes for one in quantities(quote, tongue)} - in_parts
    parted = any(_PARTS.search(quote) for quote, _ in quotes)
    yield from (one.number for one in _of_parts(text, language) if parted and one.number in whole)


def _of_parts(text: str, language: Language) -> list[Quantity]:
    return [one for match in _PARTS_OF.finditer(text) for one in quantities(match[1], language)]


def given_for_all(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Numbers that the statement has of all, and the quotes of each or as the whole of a smaller part."""
    said = {one.number for one in quantities(text, language)}
    of_all = has("altogether", text, language) or has("for_all", text, language)
    for quote, tongue in quotes:
        if of_all and not has("apiece", text, language):
            for match in found("apiece", quote, tongue):
                beside = quote[max(0, match.start() - _NEAR) : match.end() + _NEAR]
                yield from sorted(said & {one.number for one in quantities(beside, tongue)})
        for match in _OF.finditer(quote):
            numbers = [one.number for one in quantities(match[0], tongue) if one.number.isdecimal()]
            if len(numbers) == 2:
                whole, part = sorted(numbers, key=int, reverse=True)
                if whole != part and whole in said and part not in said:
                    yield whole


def of_some(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Numbers of all things, of which the statement tells what its quotes tell of some: "four of them"."""
    numbers = {one.number for one in quantities(text, language)}
    said = facts(text, language)
    for quote, tongue in quotes:
        for match in _SOME.finditer(quote):
            some = [one.number for one in quantities(match[0], tongue) if one.number.isdecimal()]
            before, after = quote[: match.start()], quote[match.start() :]
            wholes = [
                one.number
                for one in quantities(before, tongue)
                if one.number.isdecimal() and one.unit not in CURRENCIES
            ]
            if not some or not wholes or int(wholes[-1]) <= int(some[0]):
                continue
            then, first = content(after, tongue), content(before, tongue)
            told = sum(best(word, then) >= MEANT > best(word, first) for word in said)
            if told >= FEWEST and wholes[-1] in numbers and some[0] not in numbers:
                yield wholes[-1]


def told_of_part(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Numbers of a part of which the quotes say what the statement says of the whole, without any number.

    "Nothing was transferred" over "of the nine accounts four were seen; on these four no transfer was
    found"; "the price is paid in full" over "the first two payments were received in full".
    """
    if has("part", text, language) or has("of_them", text, language):
        return
    said, wholly = facts(text, language), has("wholly", text, language)
    denies = any(clause.denies for clause in clauses(text, language))
    numbers = {one.number for one in quantities(text, language)}
    for quote, tongue in quotes:
        seen = _seen(quote, tongue)
        for piece in pieces(quote, tongue):
            first = {n.number for match in _FIRST.finditer(piece) for n in quantities(match[1], tongue)}
            of_part = (
                seen & {n.number for n in quantities(piece, tongue)} if not _seen(piece, tongue) else set()
            )
            denied = denies and any(clause.denies for clause in clauses(piece, tongue))
            told = (of_part if denied else set()) | (
                first if wholly and has("wholly", piece, tongue) else set()
            )
            of_it = any(best(word, content(piece, tongue)) >= MEANT for word in said)
            if told - numbers and (of_it or tongue is not language):
                yield from sorted(told - numbers)


def _seen(text: str, language: Language) -> set[str]:
    """The parts of which it tells: four, of "four of nine"."""
    found = (match[0] for of in (_OF, _KAZAKH_OF) for match in of.finditer(text))
    return {part for of in found if (part := _part_of(of, language))}


def _part_of(text: str, language: Language) -> str:
    """The lesser of the two numbers of "four of nine"."""
    numbers = sorted((n.number for n in quantities(text, language) if n.number.isdecimal()), key=int)
    return numbers[0] if len(numbers) == 2 and numbers[0] != numbers[1] else ""
