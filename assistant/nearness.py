"""How near the words of a text stand to its numbers: which word belongs to which.

Knows nothing of claims and quotes.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.meaning import Word, content
from assistant.numbers import Quantity, quantities, written
from casefile.language import Language

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[.;!?\n](?=\s|$)|[,:()]")
_BESIDE = re.compile(r"[\s-]*(?=[^\W\d_])")
_TO = re.compile(
    r"\W*(?:[^\W\d_]+\s+)?(?:-|to|до|по|until|till)\s*|-?\w*(?:дан|ден|тан|тен|нан|нен)\s+", re.IGNORECASE
)
_AND = re.compile(r"\s*(?:and|и|мен|бен|пен)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|между)\s+$", re.IGNORECASE)
_WITHIN = re.compile(r"\S*\s+(?:[^\W\d_]+\s+)?ара[лс]ы", re.IGNORECASE)
_STOP = re.compile(r"[.;!?\n]")
_CUT = re.compile(r"[,:()]|(?:и|а|но|ал|және|мен|бен|пен|and|but|while|whereas)", re.IGNORECASE)
_OVER_CUT, _OVER_NUMBER = 0.5, 0.4  # what a comma and another number in between leave of nearness


@dataclass(frozen=True, slots=True)
class Numbered:
    """The numbers of a text, its words that carry a fact, and all words and signs, each at its place."""

    text: str
    numbers: tuple[Quantity, ...]  # in the order of the text
    words: tuple[tuple[int, Word], ...]
    tokens: tuple[tuple[int, str], ...]


@lru_cache(2_000)
def numbered(text: str, language: Language) -> Numbered:
    whole = written(text, language)
    numbers = sorted(quantities(text, language), key=lambda one: one.start)
    ended = [one for one in numbers if one.unit or whole[one.end : one.end + 1] == "-"]  # 07:15-тен
    units = {_next(whole, one.end) for one in ended}
    facts = {word.text for word in content(whole, language) if not word.light}
    words: list[tuple[int, Word]] = []
    tokens: list[tuple[int, str]] = []
    for found in _TOKEN.finditer(whole):
        at = found.start()
        if any(one.start <= at < one.end for one in numbers):
            continue
        tokens.append((at, found[0]))
        if found[0][0].isalpha() and at not in units:
            words += [(at, word) for word in content(found[0], language) if word.text in facts]
    return Numbered(whole, tuple(numbers), tuple(words), tuple(tokens))


def nearness(text: Numbered, at: int, one: Quantity) -> float:
    """Of the word at a place to a number: 1 where it stands beside it, 0 in another sentence."""
    low, high = (at + 1, one.start) if at < one.start else (one.end, at)
    apart, near = 0, 1.0
    for place, token in text.tokens:
        if not low <= place < high:
            continue
        if _STOP.fullmatch(token):
            return 0.0
        if _CUT.fullmatch(token):
            near *= _OVER_CUT
        else:
            apart += 1
    for other in text.numbers:
        if low <= other.start < high and other.number != one.number:
            near *= _OVER_NUMBER
    return near / (1 + apart / 2)


def side_by_side(text: Numbered, one: Quantity, other: Quantity) -> bool:
    """Whether no word between two numbers tells them apart, as between the ends of a range."""
    low, high = sorted((one, other), key=lambda n: n.start)
    return not any(low.end <= place < high.start for place, _ in text.words)


def are_range(text: Numbered, one: Quantity, other: Quantity) -> bool:
    """Whether the first is where a range begins, and the second where it ends: "from 7:15 to 9:50"."""
    between = text.text[one.end : other.start] if one.end <= other.start else ""
    around = text.text[max(0, one.start - 9) : one.start], text.text[other.end : other.end + 25]
    return bool(
        side_by_side(text, one, other)
        and (
            _TO.fullmatch(between)
            or (_AND.fullmatch(between) and (_BETWEEN.search(around[0]) or _WITHIN.match(around[1])))
        )
    )


def _next(text: str, at: int) -> int:
    """Where the word begins that stands right behind a number: its unit or ending."""
    found = _BESIDE.match(text, at)
    return found.end() if found else -1
