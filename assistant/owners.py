"""Finds what a statement tells of one person or thing though its quotes tell it of another.

"Li passed the test: 0.00" over "Abenov passed the test: 0.00; Li refused". Each stretch of the quotes belongs
to those it names; a stretch that names nobody belongs to the last one named in its sentence, or, where it says
"I", to who is named above the passage. Knows nothing of passages.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.common import common
from assistant.meaning import Word, best, content, overlap
from assistant.names import Names, names, same_name, skeleton
from assistant.numbers import quantities
from assistant.numerals import numerals
from casefile.language import Language
from casefile.sentences import sentences

Told = tuple[str, Language, str]  # a quote, its language and what stands above its passage

SURE = 0.7  # likeness from which two words are one
LITTLE, MUCH = 0.4, 0.6  # of a statement's words that a stretch has
FEWEST, SHARE = 2, 0.5  # words that are another's, and of all that the quotes have: enough to doubt
_STRETCH = re.compile(
    r";|,\s+(?=(?:ал|а|но|бірақ|and|but|while|whereas)\s)|\s(?=(?:но|бірақ|but|while|whereas)\s)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.,:/-])\d[\d\u00a0 ]*(?:[.,:]\d+)*(?![\w])")
_MARK = re.compile(r"(?<![\w.])(?:\d{1,3}(?:\.\d{1,3}){3}|[A-ZА-Я]{1,3}-?\d{3,}|\d{5,})(?![\w.]\w)")
_I = re.compile(
    r"\b(?:я|мне|меня|мной|мы|нам|нас|мо[йяёеию]\w{0,2}|i|my|me|we|our|us|мен|маған|мені|менің|біз|бізге)\b"
    r"|\w{2,}(?:[дт][ыі]м|м[ыі]н)\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?<!\w)(?:[A-ZА-ЯӘҒҚҢӨҰҮІ]\.\s?){1,2}(?=[A-ZА-ЯӘҒҚҢӨҰҮІ]\w)")
_LETTER = re.compile(r"(?<![\w.])([A-ZА-ЯӘҒҚҢӨҰҮІ]\.)(?=-\w|\s[a-zа-яәғқңөұүі])")  # К.-ның
_TIMES = frozenset({"minute", "hour", "day", "working day", "week", "month", "year"})
_OF_TIME = re.compile(
    r"(?:жұмыс|ішінде|бастап|рабоч|working|час|минут|сут|год|дн[яеи]|день|месяц|сағат|күн|жыл|ай\b|апта|hour|day|minute|month|year|week|январ|феврал|март|апрел|ма[йя]\b|июн|июл|август"
    r"|сентябр|октябр|ноябр|декабр|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)",
    re.IGNORECASE,
)
_NEIGHBOUR = re.compile(
    r"\s*(?:көршім|досым|інім|ағам|танысым|ұлым|күйеуім|әйелім|әріптесім|my\s+\w+|мо[йяюе]\s+\w+)\s+[A-ZА-ЯЁӘҒҚҢӨҰҮІ]\w+",
    re.IGNORECASE,
)
_SHORT_NAME = 3  # letters
_LONG = re.compile(r"(?!(?:19|20)\d\d\b)\d{4,}")
_SHE = re.compile(
    r"\b(?:she|her|he|his|him|they|it|он[аи]?|е[её]|его|ему|ей|них?|ол|оны?ң|оған|олар)\b", re.IGNORECASE
)
_ANEW = re.compile(r"(?:ал|а|and|while|whereas)\b", re.IGNORECASE)  # somebody else follows
_SURNAME = re.compile(
    r".{2,}?(?:[оеё]в|[иы]н|ск(?:ий|ая|ого|ой|ому|им)|енко|ұлы|қызы|[oe]v|[iy]n|uly|kyzy)\w{0,5}",
    re.IGNORECASE,
)
_CALENDAR = frozenset(
    skeleton(word)
    for word in """January February March April May June July August September October November December
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday""".split()
)


@dataclass(frozen=True, slots=True)
class _Stretch:
    subject: frozenset[str]  # of a Kazakh stretch, the name before all others that it opens with
    owners: frozenset[str]  # skeletons of names, and marks such as 185.77.14.203
    words: Sequence[Word]
    numbers: frozenset[str]
    terms: frozenset[str]  # hours of the day, and numbers of days, months and so on


def anothers(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """Stretches whose numbers, or half of whose words, the quotes have of somebody else only."""
    held = [one for quote, tongue, above in quotes for one in _stretches(quote, tongue, above)]
    known = frozenset(name for one in held for name in one.owners)
    known |= frozenset(name for _, tongue, above in quotes for name in _owners(above, tongue))
    opening = frozenset(skeleton(name.word) for name in names(text, language) if name.opens)
    named = _owners(text, language) | frozenset(name for name in opening if _meet(frozenset((name,)), known))
    marked = bool(_MARK.search(text))
    theirs = [
        one
        for one in held
        if not _meet(one.subject or one.owners, named)
        and any(not _MARK.match(n) or marked for n in one.owners)
    ]
    ours = [one for one in held if one not in theirs]
    if not theirs:
        return
    for said in _stretches(text, language, ""):
        if not _meet(said.owners, known):
            continue
        numbers = said.numbers - _numbers(ours)
        mine = [word for one in ours for word in one.words]
        other = [word for one in theirs for word in one.words]
        facts = [word for word in said.words if not word.light and not _names(word, said.owners)]
        taken = [word for word in facts if best(word, mine) < SURE <= best(word, other)]
        both = [word for word in facts if best(word, [*mine, *other]) >= SURE]
        wrong = sorted(numbers & _numbers(theirs))
        if wrong or (len(taken) >= FEWEST and len(taken) >= SHARE * len(both)):
            yield ", ".join([*wrong, *(word.text for word in taken)])


def strangers(text: str, language: Language, quotes: Sequence[tuple[Told, str]]) -> Iterator[str]:
    """Names of which the passage that has the statement's numbers says nothing, and no number leads from one to
    the other. Each quote comes with its whole passage.
    """
    if len(quotes) < FEWEST:
        return
    numbers = {one.number for one in quantities(text, language)}
    people = [name.word for name in names(text, language) if not name.opens and len(name.word) > _SHORT_NAME]
    proving = [
        (told, page) for told, page in quotes if numbers & {q.number for q in quantities(told[0], told[1])}
    ]
    for word in people:
        naming = [(told, page) for told, page in quotes if Names([told[0]]).hold(word)]
        if not naming or any(Names([page, told[2]]).hold(word) for told, page in proving):
            continue
        if proving and not any(_linked(one, other) for one in naming for other in proving):
            yield word


def _linked(one: tuple[Told, str], other: tuple[Told, str]) -> bool:
    """Whether two passages share a name, or a number of four digits or more."""
    (first, page), (second, other_page) = one, other
    if page == other_page:
        return True
    shared = _owners(page, first[1]) & _owners(other_page, second[1])
    digits = set(_LONG.findall(page)) & set(_LONG.findall(other_page))
    return bool(shared or digits)


def at_other_place(text: str, language: Language, quotes: Sequence[Told]) -> Iterator[str]:
    """Hours and terms whose stretch of the quotes says little of theirs, while another says it with its own."""
    held = [one for quote, tongue, above in quotes for one in _stretches(quote, tongue, above)]
    told = _terms(_stretches(text, language, ""))
    for said in _stretches(text, language, ""):
        words = [
            word
            for word in said.words
            if word.text.isalpha()
            and not (word.light or _OF_TIME.match(word.text) or any(numerals(word.text, language)))
        ]
        for hour in sorted(_terms([said])):
            here = [one for one in held if hour in one.terms]
            there = [one for one in held if hour not in one.terms and _terms([one]) - told]
            if here and all(overlap(words, one.words) <= LITTLE for one in here):
                if any(overlap(words, one.words) >= MUCH for one in there):
                    yield hour
                    return


def _terms(stretches: Iterable[_Stretch]) -> frozenset[str]:
    return frozenset(term for one in stretches for term in one.terms)


def _numbers(stretches: Sequence[_Stretch]) -> frozenset[str]:
    return frozenset(number for one in stretches for number in one.numbers)


def _meet(some: frozenset[str], others: frozenset[str]) -> bool:
    return any(
        one == other or (len(one) > 1 < len(other) and same_name(one, other))
        for one in some
        for other in others
    )


def _names(word: Word, owners: frozenset[str]) -> bool:
    return _meet(frozenset((skeleton(word.text),)), owners)


def _stretches(text: str, language: Language, above: str) -> Iterator[_Stretch]:
    told = frozenset[str]()
    for start, end in sentences(text, language):
        before = frozenset[str]()
        for part in _STRETCH.split(text[start:end]):
            owners = _owners(part, language)
            if _I.search(part):
                owners |= _owners(above, language) | told
            elif not owners and not _ANEW.match(part):
                owners = before
            elif _SHE.search(part):
                owners |= told
            before, told = owners, owners or told
            numbers = frozenset(re.sub(r"\s", "", n) for n in _NUMBER.findall(part))
            counted = quantities(part, language)
            numbers |= {one.number for one in counted if ":" in one.number}
            terms = {
                " ".join((one.number, one.unit)) for one in counted if ":" in one.number or one.unit in _TIMES
            }
            yield _Stretch(
                _subject(part, language), owners, content(part, language), numbers, frozenset(terms)
            )


def _subject(text: str, language: Language) -> frozenset[str]:
    """ "My neighbour Sapar heard a Gazel": he, and not the car."""
    found = _NEIGHBOUR.match(text)
    return _owners(found[0], language) if found else frozenset()


def _owners(text: str, language: Language) -> frozenset[str]:
    found = [
        name
        for name in names(_INITIALS.sub("", text), language)
        if len(name.word) > 1 and not name.word.isupper()
    ]
    named = {
        skeleton(name.word)
        for name in found
        if not name.opens or (_SURNAME.fullmatch(name.word) and not common(name.word, language))
    }
    return frozenset(named - _CALENDAR) | frozenset(_LETTER.findall(text)) | frozenset(_MARK.findall(text))
