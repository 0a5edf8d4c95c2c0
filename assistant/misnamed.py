"""Finds names that a statement puts where its quotes have another: whose blood, which initials.

"The blood is that of Lisov" over "the blood is that of Belov", "A. Belov" over "M. Belov". Knows nothing of
passages.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, permutations

from assistant.actors import named
from assistant.meaning import content, overlap
from assistant.names import CAPITAL, Names, same_name, skeleton, surname
from assistant.polarity import Clause, clauses, parts
from assistant.spoken import Spoken, cut
from assistant.word_kinds import has
from casefile.language import Language

SAME = 0.65  # share of the words about the name that the quote's clause has
FEWEST = 2  # of them
ROOT = 4  # letters of a name that its forms share
_MARK = re.compile(r"(?<=[a-zа-яё] )[A-HJ-Z]\b(?!\.)")
_PLACE = re.compile(
    rf"{CAPITAL}\w+(?:\s{CAPITAL}\w+)?\s+"
    r"(?:қала|ауыл|аудан|облыс|көше|даңғыл|[Ss]treet|[Aa]venue|[Dd]istrict|[Rr]egion)\w*"
    r"|\b(?:г\.|город\w*|сел[оае]|пос[её]л\w+|район\w*|област\w+|ул\.|улиц\w+|проспект\w*|(?:city|town|village)\s+of)"
    rf"\s+{CAPITAL}\w+"
)
_IDENTIFIERS = (
    re.compile(r"\+\d[\d\s()-]{7,17}\d"),
    re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b"),
    re.compile(r"\b[A-Z]{2}\d\d[\dA-Z]{6,}\b"),
    re.compile(r"[\w.-]+@[\w.-]+\.\w+"),
)
_INITIALS = re.compile(
    rf"\b({CAPITAL})\.\s?(?:({CAPITAL})\.\s?)?({CAPITAL}[^\W\d_]+)"
    rf"|\b({CAPITAL}[^\W\d_]+)\s({CAPITAL})\.(?:\s?({CAPITAL})\.)?(?!\s?{CAPITAL}(?:\.|[^\W\d_]))"
)
_OBLIQUE = re.compile(r".{2,}(?:у|ю|ом|ем|ым|ой|ей|ого|ему|ому|е)")  # of a Russian name
_OBJECT = re.compile(r".{2,}(?:[дтн][ыі]|[ғқ]а|[гк]е|[дтн][ае]н)")  # of a Kazakh one
_PLATE = re.compile(r"(?<![\w.])\d{3}[ -]?[A-ZА-ЯІ]{2,3}[ -]?\d{2}(?!\w)")


def elsewhere(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Parts that name one person or thing of the quotes, but not of the clause that says the same."""
    held = [
        (content(piece.text, tongue), people(piece.text, tongue), _of_before(piece.text, tongue))
        for clause, tongue in cut(quotes, clauses)
        for piece in _apart(clause, tongue)
    ]
    everybody = {name for _, those, _ in held for names in those for name in names}
    for part in parts(text, language):
        named_here = people(part.text, language)
        if len(named_here) != 1 or not named_here[0] & everybody:
            continue
        words = [w for w in content(part.text, language) if not (w.light or _root(w.text) in named_here[0])]
        if len(words) < FEWEST:
            continue
        best = max(held, key=lambda one: overlap(words, one[0]))
        sure = overlap(words, best[0]) >= SAME and not best[2]
        if sure and len(best[1]) == 1 and not best[1][0] & named_here[0]:
            yield part.text.strip()


def _apart(clause: Clause, language: Language) -> list[Clause]:
    """The clause; its parts where it names several."""
    return parts(clause.text, language) if len(people(clause.text, language)) > 1 else [clause]


def _of_before(text: str, language: Language) -> bool:
    """Whether it may tell of somebody named before: "he", "I"."""
    return has("he", text, language) or has("i", text, language)


def other_initials(text: str, proofs: Sequence[str], language: Language = Language.UND) -> Iterator[str]:
    """Names with initials, or with a first name, where every proof of the name has other initials."""
    known = [found for proof in proofs for found in _initials(proof)]
    together = [set(map(_root, words)) for proof in proofs for words in named(proof, language)]
    for name, letters in (*_initials(text), *_first_names(text, language, together)):
        others = [theirs for spelled, theirs in known if spelled.startswith(name) or name.startswith(spelled)]
        if others and not any(letters <= theirs or theirs <= letters for theirs in others):
            yield name


def joined_names(
    text: str, language: Language, proofs: Sequence[str], quotes: Sequence[str]
) -> Iterator[str]:
    """Names of two words that no proof has together, though the quotes have the first before another name."""
    together = [list(map(skeleton, words)) for proof in proofs for words in named(proof, language)]
    pairs = [pair for words in together for pair in permutations(words, 2)]  # a patronymic may stand between
    quoted = [
        pair
        for quote in quotes
        for words in named(quote, language)
        for pair in pairwise(map(skeleton, words))
    ]
    for words in named(text, language):
        for first, last in pairwise(map(skeleton, words)):
            if any(_one(first, one) and _one(last, two) for one, two in pairs):
                continue
            if any(_one(first, one) and not _one(last, other) for one, other in quoted) and any(
                _one(last, word) for theirs in together for word in theirs
            ):
                yield " ".join(words)


def mixed_names(text: str, language: Language, proofs: Sequence[Spoken]) -> Iterator[str]:
    """Names of two words that belong to two people or places, one of which has a longer name.

    Two Russian cases are two names. In Kazakh, where who acts may stand beside whom it is done to, only a
    first name before a surname that is no object is one.
    """
    known = [words for proof, tongue in proofs for words in named(proof, tongue)]
    for words in named(text, language):
        for first, last in pairwise(words):
            if not _may_be_one(first, last, language):
                continue
            ones, others = ([group for group in known if _among(word, group)] for word in (first, last))
            apart = ones and others and not any(group in others for group in ones)
            long = [any(len(group) > 1 for group in some) for some in (ones, others)]
            if apart and (all(long) if language is Language.KK else any(long)):
                yield f"{first} {last}"


def _may_be_one(first: str, last: str, language: Language) -> bool:
    if language is Language.KK:
        return surname(last) and not surname(first) and not _OBJECT.fullmatch(last)
    return language is not Language.RU or not _OBLIQUE.fullmatch(first) or bool(_OBLIQUE.fullmatch(last))


def _among(name: str, group: Sequence[str]) -> bool:
    return any(_spelled(name, word) for word in group)


@lru_cache(10_000)
def _spelled(said: str, known: str) -> bool:
    names = Names([known])
    return names.hold(said) or names.spell(said)


def unknown_plates(text: str, proofs: Sequence[str]) -> Iterator[str]:
    """Number plates that no proof has as one; its groups may stand in two of them."""
    known = {_plate(found[0]) for proof in proofs for found in _PLATE.finditer(proof)}
    yield from (found[0] for found in _PLATE.finditer(text) if _plate(found[0]) not in known)


def _plate(text: str) -> str:
    return re.sub(r"\W", "", text)


def _one(said: str, known: str) -> bool:
    return said == known or same_name(said, known)


def other_identifier(text: str, proofs: Sequence[str], quotes: Sequence[str]) -> Iterator[str]:
    """Telephone numbers, addresses, accounts that only a title has, where the quotes have others."""
    for sort in _IDENTIFIERS:
        said = {_bare(found) for found in sort.findall(text)}
        quoted = {_bare(found) for quote in quotes for found in sort.findall(quote)}
        if quoted and not said & quoted:
            yield from sorted(said & {_bare(found) for proof in proofs for found in sort.findall(proof)})


def _bare(identifier: str) -> str:
    return re.sub(r"[\s()-]", "", identifier)


def _initials(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    for found in _INITIALS.finditer(text):
        one, two, name, last, first, second = found.groups()
        letters = frozenset(skeleton(letter)[:1] for letter in (one, two, first, second) if letter)
        yield skeleton(name or last)[:ROOT], letters


def _first_names(
    text: str, language: Language, together: Sequence[set[str]]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Of each surname with a first name before it the first letter of that, unless they stand `together`."""
    for words in named(text, language):
        for first, last in pairwise(words):
            if surname(last) and not (
                surname(first) or any({_root(first), _root(last)} <= one for one in together)
            ):
                yield _root(last), frozenset((skeleton(first)[:1],))


def people(text: str, language: Language) -> list[frozenset[str]]:
    """Of each person, and of each thing that a letter marks ("bag A"), the beginnings of the name."""
    found = [frozenset(map(_root, words)) for words in named(_PLACE.sub(" ", text), language)]
    return found + [frozenset((mark,)) for mark in _MARK.findall(text)]


def _root(word: str) -> str:
    return skeleton(word)[:ROOT]
