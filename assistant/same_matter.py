"""Whether two statements of a case speak of the same event: nothing but their values and a denial may differ.

Told by words alone, and so rather not: all content words of the shorter one must stand in the longer one,
which may add two; nobody may be named in only one of them; who says "I" is another person in another
statement. Knows nothing of values.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.common import common
from assistant.dates import without_dates
from assistant.matter_words import (
    ASKS,
    CODE,
    CYRILLIC,
    HIDDEN_SELF,
    LIGHT,
    OTHER,
    REPORTED,
    REPORTS,
    ROLE,
    SELF,
)
from assistant.meaning import Word, best, content
from assistant.names import Name, Names, names, opener, skeleton
from assistant.numerals import numerals
from assistant.polarity import clause
from casefile.language import Language

FEWEST = 2  # content words of a statement that names somebody
UNNAMED = 3  # of one that names nobody
MOST_ADDED = 2  # words that only the longer one has
MATCHED = 0.8  # likeness of two words of one language; of two languages any translation counts
TRANSLATED = 0.5
BEGINNING = 4  # letters
ROOT = 3  # letters that a verb and its denial have in common
SHORTEST_NAME = 4  # letters of a name in a title that tells who speaks


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, and the title of the document it stands in."""

    text: str
    language: Language
    title: str


@dataclass(frozen=True, slots=True)
class _Read:
    words: tuple[Word, ...]
    denials: tuple[str, ...]  # beginnings of the words that deny: in Kazakh the verb itself does
    named: tuple[Name, ...]
    perhaps: tuple[Name, ...]  # their capital may come from the beginning of the sentence
    text: Names
    own: bool  # its subject is who speaks


def same_matter(one: Said, other: Said, *, anchored: bool, added: int = MOST_ADDED) -> bool:
    """`anchored`: both name the same account, plate … `added`: words that only the longer one may have."""
    if any(ASKS.search(said.text) for said in (one, other)):
        return False
    if _other_words(one.text) != _other_words(other.text):
        return False
    mine, theirs = _read(one), _read(other)
    if mine.own != theirs.own or (mine.own and not _same_author(one, other)):
        return False
    named, there = _named(mine, theirs), _named(theirs, mine)
    if not (named or mine.own) and any(ROLE.search(said.text) for said in (one, other)):
        return False
    foreign = one.language is not other.language
    fewest = FEWEST if named or mine.own or anchored else UNNAMED
    return _same_names(named, there, foreign=foreign) and _same_words(
        mine, theirs, TRANSLATED if foreign else MATCHED, fewest, added
    )


def may_be_same(one: Said, other: Said) -> bool:
    """Whether they share enough beginnings of words to be looked at: quick, and never wrong to say yes."""
    shared = _beginnings(one) & _beginnings(other)
    return len(shared) >= (1 if one.language is not other.language else FEWEST)


@lru_cache(4_000)
def _beginnings(said: Said) -> frozenset[str]:
    return frozenset(skeleton(word)[:BEGINNING] for word in said.text.split())


def same_words(one: Said, other: Said) -> bool:
    """The same of two rules, where it does not matter who speaks."""
    return one.language is other.language and _same_words(_read(one), _read(other), 1.0, UNNAMED, 0)


def _same_words(mine: _Read, theirs: _Read, least: float, fewest: int, added: int) -> bool:
    alone, their_own = _alone(mine, theirs, least), _alone(theirs, mine, least)
    shared = min(len(mine.words) - len(alone), len(theirs.words) - len(their_own))
    named = {name.word.casefold() for name in (*mine.named, *mine.perhaps)}
    says = any(word.text not in named for word in mine.words if word not in alone)  # more than who and where
    return says and shared >= fewest and not (alone and their_own) and len(alone) + len(their_own) <= added


def _alone(read: _Read, beside: _Read, least: float) -> list[Word]:
    """The words that the other statement does not have, be it in a denial."""
    return [
        word
        for word in read.words
        if best(word, beside.words) < least and not word.text.startswith(beside.denials)
    ]


def _named(read: _Read, beside: _Read) -> list[str]:
    """The names of one statement, told from its other words by the one beside it."""
    sure = Names(name.word for name in beside.named)
    return [
        name.word
        for name in (*read.perhaps, *read.named)  # those that open the sentence come first
        if (sure.hold(name.word) or not beside.text.hold(name.word) or name in read.named)
        and not beside.text.use(name.word)
    ]


def _same_names(named: Sequence[str], there: Sequence[str], *, foreign: bool) -> bool:
    """Nobody is named in one only, and each plays the part it plays in the other.

    In Kazakh and Russian the case of a name tells its part, in English its place. Omarov's brother
    is another.
    """
    if not all(Names(there).hold(name) for name in named) or not all(Names(named).hold(n) for n in there):
        return False
    mine, theirs = ([name.casefold() for name in one] for one in (named, there))
    inflected = any(CYRILLIC.search(name) for name in mine)
    if foreign:
        return len(set(named)) < 2
    return set(mine) == set(theirs) if inflected else mine == theirs


def _same_author(one: Said, other: Said) -> bool:
    told = [name.word for name in names(one.title, one.language) if not name.opens]
    there = Names([other.title])
    return any(len(word) >= SHORTEST_NAME and there.hold(word) for word in told)


def _other_words(text: str) -> set[str]:
    return {found.casefold() for found in OTHER.findall(text)}


@lru_cache(4_000)
def _read(said: Said) -> _Read:
    text = REPORTED.sub("", REPORTS.sub("", said.text, count=1))
    found = list(names(CODE.sub(" ", without_dates(text)), said.language))
    found = [n for n in found if not (SELF.fullmatch(n.word) or any(numerals(n.word)))]
    found = [n for n in found if not (n.opens and opener(n.word, said.language))]
    perhaps = [name for name in found if name.opens and common(name.word, said.language)]
    named = [name for name in found if name not in perhaps]
    own = bool(SELF.search(text)) or bool(not named and HIDDEN_SELF.search(text))
    told = [word for word in content(without_dates(text), said.language) if _tells(word, said.language)]
    denials = [word.text for word in told if clause(word.text, said.language).denies]
    words = [word for word in told if word.text not in denials]
    return _Read(
        words=tuple(words),
        denials=tuple(word[:ROOT] for word in denials),
        named=tuple(named),
        perhaps=tuple(perhaps),
        text=Names([text]),
        own=own,
    )


def _tells(word: Word, language: Language) -> bool:
    """Neither a number nor an auxiliary."""
    return not (
        word.light
        or word.text in LIGHT
        or any(char.isdigit() for char in word.text)
        or any(numerals(word.text, language))
    )
