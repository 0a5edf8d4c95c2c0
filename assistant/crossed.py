"""Finds two people or places of which a statement tells what its quotes tell of the other.

"Abaev locked the gate, and Grebnev put out the light" over "Grebnev locked the gate, and Abaev put out the
light". What names several at once is left out. Knows nothing of passages.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from assistant.meaning import MEANT, Word, best, facts
from assistant.misnamed import ROOT, people
from assistant.names import skeleton
from assistant.polarity import clauses, parts
from assistant.spoken import Told
from assistant.stretches import owners_of
from assistant.word_kinds import has
from casefile.language import Language

TIMES = 2  # so many times more words are the other's than one's own, and no fewer

_Who = frozenset[str]


def crossed(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """The words that are told of one and of the other, and that the quotes tell of the other and of the one.

    Who says "I" in a quote is who is named above it.
    """
    mine = _roots(text, language)
    narrators = [frozenset(one[:ROOT] for one in owners_of(above, tongue)) for _, tongue, above in quotes]
    known = frozenset().union(*narrators, *(_roots(quote, tongue) for quote, tongue, _ in quotes))
    said = _told(text, language, known)
    if len(said) < 2:
        return
    held = [
        one
        for (quote, tongue, _), narrator in zip(quotes, narrators, strict=True)
        for one in _told(quote, tongue, mine, narrator).items()
    ]
    for one, other in combinations(said, 2):
        ones, others = ([w for who, words in held if _meet(who, of) for w in words] for of in (one, other))
        if _meet(one, other) or not ones or not others:
            continue
        own = [*_only(said[one], ones, others), *_only(said[other], others, ones)]
        turned = _only(said[one], others, ones), _only(said[other], ones, others)
        if all(turned) and sum(map(len, turned)) >= max(TIMES, TIMES * len(own)):
            yield ", ".join(word.text for words in turned for word in words)


def _told(
    text: str, language: Language, known: _Who, narrator: _Who = frozenset()
) -> Mapping[_Who, list[Word]]:
    """Of each of the known people the words of the parts that name nobody else, and of those that follow."""
    found: dict[_Who, list[Word]] = {}
    for clause in clauses(text, language):
        who = _Who()
        for part in parts(clause.text, language):
            named = [one for one in people(part.text, language) if _meet(one, known)]
            if named:
                who = named[0] if len(named) == 1 else _Who()
            elif narrator and any(has(kind, part.text, language) for kind in ("i", "me")):
                who = narrator
            if who and len(named) < 2:
                words = (w for w in facts(part.text, language) if skeleton(w.text)[:ROOT] not in who)
                found.setdefault(who, []).extend(words)
    return found


def _only(words: Sequence[Word], some: Sequence[Word], others: Sequence[Word]) -> list[Word]:
    return [word for word in words if best(word, some) >= MEANT > best(word, others)]


def _roots(text: str, language: Language) -> _Who:
    return _Who(
        root for clause in clauses(text, language) for who in people(clause.text, language) for root in who
    )


def _meet(some: _Who, others: _Who) -> bool:
    return any(one.startswith(other) or other.startswith(one) for one in some for other in others)
