"""Finds what a statement tells of one person or thing though its quotes tell it of another.

"Li passed the test: 0.00" over "Abenov passed the test: 0.00; Li refused". Knows nothing of passages.
"""

from collections.abc import Iterator, Sequence

from assistant.matter_words import ROLE
from assistant.meaning import Word, best
from assistant.names import names, skeleton
from assistant.spoken import Told
from assistant.stretches import Stretch, marked, meet, owners_of, stretches
from casefile.language import Language

SURE = 0.7  # likeness from which two words are one
FEWEST, SHARE = 2, 0.5  # words that are another's, and of all that the quotes have: enough to doubt


def anothers(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """Stretches whose numbers, or half of whose words, the quotes have of somebody else only."""
    held = [one for quote, tongue, above in quotes for one in stretches(quote, tongue, above)]
    known = frozenset(name for one in held for name in one.owners)
    known |= frozenset(name for _, tongue, above in quotes for name in owners_of(above, tongue))
    named = _named(text, language, known)
    if ROLE.search(text):  # "the witness" is who narrates
        named |= frozenset(name for _, tongue, above in quotes for name in owners_of(above, tongue))
    things = marked(text)
    theirs = [one for one in held if _of_others(one, named, things=things)]
    if not theirs:
        return
    ours = [one for one in held if one not in theirs]
    mine = [word for one in ours for word in one.words]
    other = [word for one in theirs for word in one.words]
    for said in stretches(text, language):
        if not meet(said.owners, known):
            continue
        facts = [word for word in said.words if not word.light and not _names(word, said.owners)]
        taken = [word for word in facts if best(word, mine) < SURE <= best(word, other)]
        both = [word for word in facts if best(word, [*mine, *other]) >= SURE]
        wrong = sorted((said.numbers - _numbers(ours)) & _numbers(theirs))
        if wrong or (len(taken) >= FEWEST and len(taken) >= SHARE * len(both)):
            yield ", ".join([*wrong, *(word.text for word in taken)])


def _named(text: str, language: Language, known: frozenset[str]) -> frozenset[str]:
    """Whom the text names; a first word of a sentence only where it is one of the `known`."""
    opening = frozenset(skeleton(name.word) for name in names(text, language) if name.opens)
    return owners_of(text, language) | frozenset(name for name in opening if meet(frozenset((name,)), known))


def _of_others(one: Stretch, named: frozenset[str], *, things: bool) -> bool:
    """Whether it is of somebody who is not named; marks of things count where the statement has some."""
    return not meet(one.subject or one.owners, named) and any(things or not marked(n) for n in one.owners)


def _names(word: Word, owners: frozenset[str]) -> bool:
    return meet(frozenset((skeleton(word.text),)), owners)


def _numbers(stretches: Sequence[Stretch]) -> frozenset[str]:
    return frozenset(number for one in stretches for number in one.numbers)
