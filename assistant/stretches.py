"""Cuts a text into stretches, each with the people and things it speaks of.

"Abenov passed the test: 0.00; Li refused" are two, one of Abenov and one of Li. A stretch that names nobody
belongs to the last one named in its sentence, or, where it says "I", to who is named above the passage.
Knows nothing of statements.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.common import common
from assistant.meaning import Word, content
from assistant.names import CAPITAL, names, same_name, skeleton, surname
from assistant.numbers import Quantity, quantities
from assistant.word_kinds import has
from casefile.language import Language
from casefile.sentences import sentences

ANEW = r"(?:а|ал|while|whereas)"  # somebody or something else follows
_BUT = r"(?:но|бірақ|but)"
_STRETCH = re.compile(rf";|,\s+(?=(?:{ANEW}|{_BUT}|and)\s)|\s(?={_BUT}\s)", re.IGNORECASE)
_ANEW = re.compile(rf"(?:{ANEW}|and)\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,:/-])\d[\d\u00a0 ]*(?:[.,:]\d+)*(?![\w])")
_MARK = re.compile(r"(?<![\w.])(?:\d{1,3}(?:\.\d{1,3}){3}|[A-ZА-Я]{1,3}-?\d{3,}|\d{5,})(?![\w.]\w)")
_INITIALS = re.compile(rf"(?<!\w)(?:{CAPITAL}\.\s?){{1,2}}(?={CAPITAL}\w)")
_LETTER = re.compile(rf"(?<![\w.])({CAPITAL}\.)(?=-\w|\s[a-zа-яёәғқңөұүһі])")  # К.-ның
_WATER = re.compile(  # the river Esil owns nothing
    rf"{CAPITAL}[\w-]+\s+(?:өзен|көл)\w*|\b(?:рек|озер)\w{{1,3}}\s+{CAPITAL}[\w-]+|{CAPITAL}[\w-]+\s+(?:[Rr]iver|[Ll]ake)\b"
)
_TIMES = frozenset({"minute", "hour", "day", "working day", "week", "month", "year"})
_NEIGHBOUR = re.compile(
    r"\s*(?i:көршім|досым|інім|ағам|танысым|ұлым|күйеуім|әйелім|әріптесім|my\s+\w+|мо[йяюе]\s+\w+)"
    rf"\s+{CAPITAL}\w+"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the text and of whom they speak.

    `owners`: skeletons of names, and marks such as 185.77.14.203. `subject`: of a stretch that opens with
    "my neighbour Sapar", he alone. `terms`: hours of the day, and numbers of days, months and so on.
    """

    subject: frozenset[str]
    owners: frozenset[str]
    words: Sequence[Word]
    numbers: frozenset[str]
    terms: frozenset[str]


def stretches(text: str, language: Language, above: str = "") -> Sequence[Stretch]:
    """`above`: what stands above the passage of the text, its document's title."""
    return _stretches(text, language, above)


@lru_cache(256)  # several checks ask about the same statement and quotes
def _stretches(text: str, language: Language, above: str) -> tuple[Stretch, ...]:
    return tuple(_cut(text, language, above))


def _cut(text: str, language: Language, above: str) -> Iterator[Stretch]:
    told, narrators = frozenset[str](), owners_of(above, language)
    for start, end in sentences(text, language):
        before = frozenset[str]()
        for part in _STRETCH.split(text[start:end]):
            owners = owners_of(part, language)
            if any(has(kind, part, language) for kind in ("i", "me", "our")):
                owners |= narrators | told
            elif has("he", part, language) or has("him", part, language):
                owners |= told
            elif not owners and not _ANEW.match(part):
                owners = before
            before, told = owners, owners - narrators or told
            counted = quantities(part, language)
            yield Stretch(
                _subject(part, language),
                owners,
                content(part, language),
                _numbers(part, counted),
                _terms(counted),
            )


def owners_of(text: str, language: Language) -> frozenset[str]:
    """The people and things that the text names."""
    found = [
        name
        for name in names(_WATER.sub(" ", _INITIALS.sub("", text)), language)
        if len(name.word) > 1 and not name.word.isupper() and not has("calendar", name.word, language)
    ]
    named = {
        skeleton(name.word)
        for name in found
        if not name.opens or (surname(name.word) and not common(name.word, language))
    }
    return frozenset(named) | frozenset(_LETTER.findall(text)) | frozenset(_MARK.findall(text))


def meet(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one of the owners is among the others, in whatever case."""
    return any(
        one == other or (len(one) > 1 < len(other) and same_name(one, other))
        for one in some
        for other in others
    )


def marked(text: str) -> bool:
    """Whether the text, or the name, is or has a mark: an address, a plate, a number of five digits."""
    return _MARK.search(text) is not None


def _subject(text: str, language: Language) -> frozenset[str]:
    """ "My neighbour Sapar heard a Gazel": he, and not the car."""
    found = _NEIGHBOUR.match(text)
    return owners_of(found[0], language) if found else frozenset()


def _numbers(text: str, counted: Sequence[Quantity]) -> frozenset[str]:
    written = frozenset(re.sub(r"\s", "", number) for number in _NUMBER.findall(text))
    return written | {one.number for one in counted if ":" in one.number}


def _terms(counted: Sequence[Quantity]) -> frozenset[str]:
    return frozenset(
        " ".join((one.number, one.unit)) for one in counted if ":" in one.number or one.unit in _TIMES
    )
