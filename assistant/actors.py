"""Finds people who change places between a statement and its quotes: who struck is told to be who was struck.

Reads Kazakh and Russian cases and English word order; where a clause is in the passive voice it says
nothing. Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import permutations, product, starmap

from assistant.common import common
from assistant.meaning import content, overlap
from assistant.names import names, opener, skeleton
from assistant.polarity import clauses
from assistant.spoken import Spoken, Told
from assistant.stretches import owners_of
from assistant.word_kinds import has
from casefile.language import Language


class Place(Enum):
    ACTS = 1
    SUFFERS = 2


SAME = 0.5  # share of a clause's words that the quote's clause has

Person = tuple[frozenset[str], Place]

_ROOT = 4  # letters of a name that its cases share
_PASSIVE = {
    Language.RU: re.compile(
        r"\b[а-яё]{3,}(?:[аеия]н[аоы]?|ят[аоы]?|лся|лась|лось|лись|[еёаяиу]тся)\b|\bбыл[аои]?\s+[а-яё]+т[аоы]?\b"
    ),
    Language.EN: re.compile(
        r"\b(?:was|were|been|is|are|being)\s+\w+|\b(?:by|from|that|who|whom|whose)\b", re.IGNORECASE
    ),
    Language.KK: re.compile(r"\b\w{2,}[ыі][лн](?:ды|ді|ған|ген|ады|еді)\w*|\bтарапынан\b", re.IGNORECASE),
}
_KAZAKH_OBJECT = re.compile(r".{2,}?(?:[дтн][ыі]|[ғқ]а|[гк]е|[дтн]ан|[дтн]ен)$")
_KAZAKH_AGENT = re.compile(r".{3,}?[дтн][ыі]ң$")  # "that Aскар beat him": Асқардың … ұрғаны
_KAZAKH_SELF = re.compile(r"\bөзі(?:н|не|нен)\b", re.IGNORECASE)
_SAW = re.compile(r"\b([A-Z][a-z]{2,})\b[^.;A-Z]{0,30}?\b(?:had\s+seen|saw|heard|noticed|watched)\b")
_WAS_SEEN = re.compile(r"\b([A-Z][a-z]{2,})\s+(?:was|had\s+been)\s+(?:seen|heard|noticed|watched)\b")
_VERBAL_NOUN = re.compile(r"\w+(?:ған|ген|қан|кен)(?:ын|ін|ы|і)\w*", re.IGNORECASE)
_RUSSIAN_OBJECT = re.compile(r".{2,}(?:у|ю|ом|ем|ым|ой|ей|ого|ему|ому|е)$")
_PAST = re.compile(r"\b([а-яё]{2,}л)(а)?(?:с[яь])?\b")
_VOWEL = re.compile(r"[аяоеиыуюэ]$")


def swapped(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Clauses in which two people stand in each other's places."""
    said = [(clause, _people(clause.text, language, quotes)) for clause in clauses(text, language)]
    if all(len(people) < 2 for _, people in said):
        return
    quoted = [
        (
            _people(clause.text, tongue, ((text, language),)),
            Place.SUFFERS if has("me", clause.text, tongue) else None,
        )
        for quote, tongue in quotes
        for clause in clauses(quote, tongue)
    ]
    for clause, people in said:
        for (one, acts), (other, suffers) in permutations(people, 2):
            if (acts, suffers) == (Place.ACTS, Place.SUFFERS) and any(
                (_place(theirs, one - other) or me) is Place.SUFFERS
                and _place(theirs, other - one) is Place.ACTS
                for theirs, me in quoted
            ):
                yield clause.text.strip()


def narrator_acts(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """Clauses in which who narrates does to somebody what the quotes tell was done to "me".

    Who narrates is named by the document's title.
    """
    suffered = [
        (content(clause.text, tongue), owners_of(above, tongue))
        for quote, tongue, above in quotes
        for clause in clauses(quote, tongue)
        if has("me", clause.text, tongue)
        and has("he", clause.text, tongue)
        and not has("i", clause.text, tongue)
    ]
    spoken = [(quote, tongue) for quote, tongue, _ in quotes]
    for said in clauses(text, language) if suffered else ():
        people = _people(said.text, language, spoken)
        acting = frozenset(name for names, place in people if place is Place.ACTS for name in names)
        if len(people) == len(acting):
            continue
        words = content(said.text, language)
        for theirs, narrators in suffered:
            same = any(starmap(_same, product(acting, narrators)))
            if same and overlap(words, theirs) >= SAME:
                yield said.text.strip()
                break


def watched(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Names of whom the English statement tells that they were seen, and the quotes that they saw."""
    if language is not Language.EN:
        return
    seeing = [match[1] for quote, tongue in quotes if tongue is language for match in _SAW.finditer(quote)]
    for match in _WAS_SEEN.finditer(text):
        if any(skeleton(match[1]) == skeleton(name) for name in seeing):
            yield match[1]


def exchanged(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The Russian statement in which a man does what a woman did, and a woman what a man did.

    Past tenses tell: "она толкнула, он ударился" over "он толкнул, я ударилась".
    """
    if language is not Language.RU:
        return
    said = _genders(text)
    quoted = _genders(" ".join(quote for quote, tongue in quotes if tongue is language))
    turned = {(he, she) for verb, (he, she) in said.items() if he != she and quoted.get(verb) == (she, he)}
    if len(turned) > 1:
        yield text.strip()


def _genders(text: str) -> dict[str, tuple[bool, bool]]:
    """Of each verb of the past whether a man does it, and whether a woman does."""
    found: dict[str, tuple[bool, bool]] = {}
    for verb in _PAST.finditer(text.casefold()):
        he, she = found.get(verb[1], (False, False))
        found[verb[1]] = (he or not verb[2], she or bool(verb[2]))
    return found


def _place(people: Sequence[Person], names: frozenset[str]) -> Place | None:
    return next((place for theirs, place in people if any(starmap(_same, product(theirs, names)))), None)


def _same(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)  # Ким, Кима


def _people(text: str, language: Language, beside: Sequence[Spoken]) -> list[Person]:
    """Of each person of an active clause the beginnings of the names, and the place.

    `beside`: texts with other forms of the names.
    """
    if language not in _PASSIVE or _PASSIVE[language].search(text):
        return []
    forms = " ".join([text, *(words for words, tongue in beside if tongue is language)])
    found: list[Person] = []
    for number, words in enumerate(named(text, language)):
        places = {_case(word, language, number, forms) for word in words}
        place = Place.SUFFERS if Place.SUFFERS in places else Place.ACTS if Place.ACTS in places else None
        if language is Language.KK and any(map(_KAZAKH_AGENT.match, words)):
            place = Place.ACTS if _VERBAL_NOUN.search(text) else None
            if place and _KAZAKH_SELF.search(text):  # "Мөлдір … Рүстемнің өзін ұрғанын айтты": she was hit
                found = [(theirs, Place.SUFFERS) for theirs, _ in found]
        if place:
            found.append((frozenset(skeleton(word)[:_ROOT] for word in words), place))
    return found


def named(text: str, language: Language) -> Iterator[list[str]]:
    """The people of the text, each by the words of one name that stand together."""
    group: list[str] = []
    at = 0
    for name in names(text, language):
        if has("calendar", name.word, language) or (name.word.isupper() and len(name.word) <= _ROOT):
            continue  # May, BTC
        start = text.find(name.word, at)
        word = name.opens and (common(name.word, language) or opener(name.word, language))
        known = word or len(name.word) < _ROOT - 1
        if group and (known or text[at:start].strip()):
            yield group
            group = []
        if not known:
            group.append(name.word)
        at = start + len(name.word)
    if group:
        yield group


def _case(word: str, language: Language, number: int, forms: str) -> Place | None:
    low = word.casefold()
    if language is Language.EN:
        return Place.ACTS if number == 0 else Place.SUFFERS
    if language is Language.KK:
        return Place.SUFFERS if _KAZAKH_OBJECT.match(low) else Place.ACTS
    if _RUSSIAN_OBJECT.match(low):
        return Place.SUFFERS
    if low.endswith(("а", "я")):  # Иванова: she, or him
        return Place.SUFFERS if re.search(rf"\b{re.escape(word[:-1])}(?!\w)", forms) else Place.ACTS
    return Place.ACTS if number == 0 or not _VOWEL.search(low) else None  # Дьяченко has no cases
