"""Finds two numbers, or two names, each of which a statement tells what its quotes tell of the other.

"Rakhimova drew it up, Tugelbaev agreed to it" over "drawn up by Tugelbaev and agreed with Rakhimova". Part by
part of a sentence, by the words that only one of two parts has, in any language; and by the lists of
"respectively". Knows nothing of passages.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from assistant.meaning import MEANT, Word, best
from assistant.names import CAPITAL, Names
from assistant.nearness import numbered
from assistant.numbers import quantities
from assistant.spoken import Spoken, cut
from casefile.language import Language
from casefile.sentences import sentences

ENOUGH = 2  # words by which both parts are nearer to the other's
_PERSON = re.compile(rf"{CAPITAL}[\w’'-]{{2,}}(?:\s+(?:{CAPITAL}\.\s?){{1,2}}|\s+{CAPITAL}[\w’'-]{{2,}})*")
_FIRM = re.compile(r"[«\"“][^»\"”]+[»\"”]")
_RESPECTIVELY = re.compile(r"\b(?:respectively|соответственно|тиісінше)\b", re.IGNORECASE)
_CUT = re.compile(r"[,;]\s+|\s+(?:и|а|но|және|ал|бірақ|and|but|while|whereas)\s+", re.IGNORECASE)
_LISTED = re.compile(r",\s+(?:and\s+)?|\s+(?:and|и|және|мен|бен|пен)\s+", re.IGNORECASE)

Values = Callable[[str, Language], set[str]]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a sentence with the one value it has, and its words."""

    value: str
    words: Sequence[Word]


def numbers_exchanged(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Pairs of numbers of the statement, articles too, whose words the quotes have the other way round."""
    return _exchanged(text, language, quotes, _numbers)


def names_exchanged(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Pairs of names of the statement whose words the quotes have the other way round."""
    people = [match[0] for quote, _ in quotes for match in _PERSON.finditer(quote) if _names(match)]
    return _exchanged(text, language, quotes, _people(people))


def _exchanged(text: str, language: Language, quotes: Sequence[Spoken], values: Values) -> Iterator[str]:
    across = all(tongue is not language for _, tongue in quotes)
    held = [part for quote, tongue in quotes for part in _parts(quote, tongue, values)]
    held += [part for quote, tongue in quotes for part in _respectively(quote, tongue, values)]
    for one, other in combinations(_parts(text, language, values), 2):
        if one.value != other.value and _crossed(one, other, held, across=across):
            yield f"{one.value}, {other.value}"


def of_other_name(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Numbers that the quotes have beside one name only, told of another that they have apart from it."""
    people = [match[0] for quote, _ in quotes for match in _FIRM.finditer(quote)]
    named = _people(people)
    told = [(named(part, tongue), _numbers(part, tongue)) for part, tongue in cut(quotes, _pieces)]
    said = named(text, language)
    for number in sorted(_numbers(text, language)):
        owners = [who for who, numbers in told if number in numbers]
        if not owners or any(len(who) != 1 for who in owners):
            continue
        apart = [who for who, numbers in told if who and who <= said and number not in numbers]
        if apart and not any(who <= said for who in owners):
            yield number


def _crossed(one: _Part, other: _Part, held: Sequence[_Part], *, across: bool) -> bool:
    """Both are nearer to the other's words; across languages, where few are known, none is near its own."""
    mine = [word for part in held if part.value == one.value for word in part.words]
    theirs = [word for part in held if part.value == other.value for word in part.words]
    if not mine or not theirs:
        return False
    mine_of_one, theirs_of_one = _shared(one, mine, theirs), _shared(one, theirs, mine)
    mine_of_other, theirs_of_other = _shared(other, mine, theirs), _shared(other, theirs, mine)
    if across and not mine_of_one and not theirs_of_other:
        return bool(theirs_of_one or mine_of_other)
    first, second = theirs_of_one - mine_of_one, mine_of_other - theirs_of_other
    return first > 0 and second > 0 and first + second >= ENOUGH


def _shared(part: _Part, words: Sequence[Word], others: Sequence[Word]) -> int:
    """How many of its words only the first ones have."""
    return sum(best(word, words) >= MEANT > best(word, others) for word in part.words)


def _parts(text: str, language: Language, values: Values) -> list[_Part]:
    """Those with one value."""
    return [
        _Part(held.pop(), _facts(part, language))
        for part in _pieces(text, language)
        if len(held := values(part, language)) == 1
    ]


def _pieces(text: str, language: Language) -> list[str]:
    return [part for start, end in sentences(text, language) for part in _CUT.split(text[start:end])]


def _respectively(text: str, language: Language, values: Values) -> Iterator[_Part]:
    """Pairs of two lists of one length: who, and what each of them did."""
    for match in _RESPECTIVELY.finditer(text):
        start = text.rfind(". ", 0, match.start()) + 1
        listed = [item for item in _LISTED.split(text[start : match.start()].rstrip(" ,(")) if item.strip()]
        half = len(listed) // 2
        owners = listed[: half + len(listed) % 2]  # the last of them and the first item are one
        for owner, item in zip(owners, listed[half:], strict=True):
            if len(held := values(owner, language)) == 1:
                yield _Part(held.pop(), _facts(item, language))


def _facts(text: str, language: Language) -> list[Word]:
    """Its words without numbers, what they count, and names."""
    return [word for _, word in numbered(_PERSON.sub(_unnamed, text), language).words]


def _numbers(text: str, language: Language) -> set[str]:
    return {one.number for one in quantities(text, language)}


def _people(people: Sequence[str]) -> Values:
    """Of a text the people that it names, each as the quotes first do."""
    first: list[str] = []
    for person in people:
        if not any(_same(person, known) for known in first):
            first.append(person)

    def values(text: str, _: Language) -> set[str]:
        named = Names([text])
        return {person for person in first if any(named.hold(word) for word in _words(person))}

    return values


def _unnamed(match: re.Match[str]) -> str:
    return " " if _names(match) else match[0]


def _names(match: re.Match[str]) -> bool:
    """Not a single word that opens a sentence."""
    before = match.string[: match.start()].rstrip()
    return " " in match[0] or bool(before and before[-1] not in ".!?:")


def _same(one: str, other: str) -> bool:
    known = Names([other])
    return any(known.hold(word) for word in _words(one))


def _words(person: str) -> list[str]:
    return re.findall(r"[\w’'-]{3,}", person)
