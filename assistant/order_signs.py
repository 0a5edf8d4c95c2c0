"""Finds the signs that a text speaks to a machine: each kind is a list of patterns in order_words.toml.

Knows what a person of the story says in quotation marks. Adds nothing up: see assistant/orders.py.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.reported import REPORTED
from assistant.unmasked import ACRONYM, folded_pattern
from assistant.word_lists import word_lists

NAMING = frozenset({"machine", "called", "helper"})
MACHINE = NAMING | {"marker", "output"}  # kinds that speak of a machine, and
ADDRESSING = MACHINE | {"override"}  # those without one of which a text speaks to anybody
AROUND = 300  # characters before and after a word without which there is no order

_MASK, _ENDING = ACRONYM[0], 2  # a letter for each of the name of a machine, but for the last ones
_BORDER = ' .,:;!?"()[]{}|>*#<=@%~/-'  # ends what stands before a sign
_TELLING = MACHINE | {"command"}
_NAMED = frozenset({"called", "machine", "marker", "output"})
_SPOKEN = frozenset({"override", "forget", "voided", "command", "wish", "silence"})
_TALK = frozenset({"override", "forget"})  # what people say to people too
_HEARD = re.compile(  # a hearer, or an example: a person speaks to a person, to another machine, or of orders
    folded_pattern(
        r"\b(?:me|us|him|her|them|мне|нам|ему|ей|им|меня|нас|маған|бізге|оған|оларға|such as|for example|"
        r"like|например|типа|вроде|мысалы|сияқты|sentence|phrase|фраз\w*)\b"
        r"|\b(?:bot|chat|gpt|robot|гпт|бот|чат|робот)|нейро"
    )
)


@dataclass(frozen=True, slots=True)
class Kind:
    weight: int
    words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Sign:
    kind: str
    start: int
    end: int


def signs(text: str) -> list[Sign]:
    """The signs of a reading, in its order, without those that a person of the story only reports."""
    windows = list(_windows(text))
    for start, end in windows:
        for machine in kinds()["machine"].words.finditer(text, start, end):
            text = text[: machine.start()] + _masked(machine[0]) + text[machine.end() :]
    found = [sign for window in windows for sign in _near(text, *window)]
    told = list(_told(text, found))
    kept = (
        sign
        for sign in found
        if not any(start <= sign.start < end and sign.kind in kinds for start, end, kinds in told)
    )
    return sorted(kept, key=lambda sign: (sign.start, sign.end, sign.kind))


def _told(text: str, found: Sequence[Sign]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Quoted words of a person of the story, with the kinds of signs that count for nothing there.

    She said, "forget the old rules": not where those words speak to a machine, or tell what to say. If it
    is said to whom she spoke, only words to a machine count.
    """
    for told in REPORTED.finditer(text):
        start, end = told.span(1) if told[1] else told.span(2)
        inside = {sign.kind for sign in found if start <= sign.start < end}
        if _HEARD.search(text, max(0, start - 90), start) or _HEARD.search(text, end, end + 40):
            if not inside & _NAMED:
                yield start, end, _SPOKEN
        elif not inside & _TELLING:
            yield start, end, _TALK


def _of(kind: str, text: str, start: int, end: int) -> Iterator[Sign]:
    for found in kinds()[kind].words.finditer(text, start, end):
        border = 0 if kind == "marker" else len(found[0]) - len(found[0].lstrip(_BORDER))
        yield Sign(kind, found.start() + border, found.end())


def _masked(name: str) -> str:
    """The name of a machine as the one sign for all of them, with the ending it has in the sentence."""
    kept = max(0, min(len(name.rpartition(" ")[2]) - 2, _ENDING))
    return _MASK * (len(name) - kept) + name[len(name) - kept :] if name != ACRONYM else name


def _near(text: str, start: int, end: int) -> list[Sign]:
    addressing = [sign for kind in ADDRESSING for sign in _of(kind, text, start, end)]
    if not addressing:
        return []
    return addressing + [sign for kind in kinds().keys() - ADDRESSING for sign in _of(kind, text, start, end)]


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The parts of the text near a word without which nobody speaks to a machine."""
    text = f" {text}"  # some of the words begin with a space
    places = {at for word in _anchors() if word in text for at in _places(word, text)}
    start = end = -1
    for at in sorted(places):
        if at - AROUND > end:
            if end > 0:
                yield start, end
            start = max(0, at - AROUND)
        end = at + AROUND
    if end > 0:
        yield start, end


def _places(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


@cache
def _anchors() -> tuple[str, ...]:
    words = sorted({folded_pattern(word) for word in word_lists("order_words")["anchors"]["words"]}, key=len)
    return tuple(word for at, word in enumerate(words) if not any(shorter in word for shorter in words[:at]))


@cache
def kinds() -> dict[str, Kind]:
    """Weight and pattern of each kind of sign."""
    told = word_lists("order_words")
    del told["anchors"]
    names = {name: f"(?:{'|'.join(words)})" for name, words in told.pop("names").items()}
    return {
        kind: Kind(
            one["weight"], re.compile("|".join(folded_pattern(_named(word, names)) for word in one["words"]))
        )
        for kind, one in told.items()
    }


def _named(pattern: str, names: dict[str, str]) -> str:
    """The pattern with the words of each {name} in its place."""
    return re.sub(r"\{([^\W\d]+)\}", lambda name: names[name[1]], pattern)
