"""Finds terms that a statement counts from another event than its quotes.

"From the arrest" over "from the moment the record was drawn up". Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.meaning import Word, best, facts
from assistant.numbers import counted, quantities
from assistant.polarity import pieces
from assistant.spoken import Spoken, cut
from assistant.word_lists import word_lists
from casefile.language import Language

SAME = 0.5  # likeness from which two words are one
_FROM = {
    Language.RU: re.compile(
        r"\b(?:с\s+(?:момента|даты|дня)|со\s+дня|по\s+истечении)\s+((?:[\w-]+\s*){1,5})", re.IGNORECASE
    ),
    Language.EN: re.compile(
        r"\b(?:after|following|(?:from|since|of)\s+the\s+(?:date|moment|time|day)\s+(?:of|on\s+which|when)"
        r"|(?:days?|months?|weeks?)\s+of(?!\s+(?:the\s+)?(?:date|moment|time|day)\b))"
        r"\s+((?:[\w'’-]+\s*){1,6})",
        re.IGNORECASE,
    ),
    Language.KK: re.compile(
        r"((?:[\w-]+\s+){1,4})(?:кез|сәт|күн|мезгіл)\w*\s+бастап\b"
        r"|((?:[\w-]+\s+){0,3}\w+(?:ғаннан|геннен|қаннан|кеннен))\s+(?:бастап|кейін|соң)\b",
        re.IGNORECASE,
    ),
}
_SAME_TERM = re.compile(
    r"\bтот\s+же\s+срок|\bсол\s+мерзім|\bthe\s+same\s+(?:term|period|time)", re.IGNORECASE
)
_FIRST_DAY = re.compile(
    r"\b(?:first|last)\s+day\s+of\s+the\s+(?:\w+\s+)?(?:month|year|quarter|week)"
    r"|\b(?:перв|последн)\w+\s+(?:числ|дн)\w+\s+(?:\w+\s+)?(?:месяц|год|квартал)\w*"
    r"|айдың\s+(?:бірінші|алғашқы|соңғы)\s+күн\w*",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"(?:ого|его|ой|ей|ых|их|ому|ым|al|ive)$")


def counted_from(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Clauses with a number and its start, where every clause of the quotes with that number has another."""
    told = [(said, starts) for said in pieces(text, language) if (starts := _starts(said, language))]
    if not told:
        return
    spoken = [(counted(*one), _starts(*one), one[1]) for one in cut(quotes, pieces)]
    theirs = [(start, tongue) for _, starts, tongue in spoken for start, _ in starts]
    paired = [
        (term, start, tongue)
        for piece, tongue in cut(quotes, pieces)
        for term, start in _terms(piece, tongue)
    ]
    if any(_SAME_TERM.search(quote) for quote, _ in quotes):
        paired = []  # a number that is not said again has two starts
    for said, _ in told:
        for term, start in _terms(said, language):
            counting = [begun for held, begun, _ in spoken if term in held]
            own = [(begun, tongue) for of, begun, tongue in paired if of == term]
            all_start = counting and all(counting)
            if all_start and not any(_same(start, *other, language) for other in own or theirs):
                yield said.strip()


def _terms(text: str, language: Language) -> Iterator[tuple[tuple[str, str], str]]:
    """The number that stands nearest to each event that something is counted from, and that event."""
    numbers = [one for one in quantities(text, language) if one.unit]
    for start, at in _starts(text, language) if numbers else ():
        nearest = min(numbers, key=lambda one: abs(one.start - at))
        yield (nearest.number, nearest.unit), start


def without_first_day(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement with a term that the quotes let run on to "the first day of the next month"."""
    if _FIRST_DAY.search(text):
        return
    numbers = counted(text, language)
    for quote, tongue in quotes:
        for piece in pieces(quote, tongue):
            if _FIRST_DAY.search(piece) and numbers & counted(piece, tongue):
                yield text.strip()
                return


def _same(said: str, quoted: str, tongue: Language, language: Language) -> bool:
    """Whether they are one event of the list; of others, whether they share a word in one language.

    And not only one that is the event here and belongs to another there.
    """
    mine, theirs = _event_kinds(said, language), _event_kinds(quoted, tongue)
    if mine and theirs:
        return bool(mine & theirs)
    if tongue is not language:
        return True
    words, others = facts(said, language), facts(quoted, language)
    if not any(best(word, others) >= SAME for word in words):
        return False
    if language is Language.KK:
        return True
    event, other = _event(words), _event(others)
    return best(event, [other]) >= SAME or best(event, others) < SAME or best(other, words) >= SAME


def _event_kinds(text: str, language: Language) -> set[str]:
    """Of the list, what the words are about: "drawn up" of "the drawing up of a record of the arrest"."""
    found = [(match.start(), kind) for kind, words in _kinds() for match in words.finditer(text)]
    at = (max if language is Language.KK else min)((place for place, _ in found), default=0)
    return {kind for place, kind in found if place == at}


def _event(words: Sequence[Word]) -> Word:
    """The noun of "the actual arrest": the first that is no adjective."""
    return next((word for word in words if not _ADJECTIVE.search(word.text)), words[-1])


def _starts(text: str, language: Language) -> list[tuple[str, int]]:
    """The words of every event that something is counted from, and where they begin."""
    if language not in _FROM:
        return []
    found = [(next(filter(None, m.groups()), ""), m.start()) for m in _FROM[language].finditer(text)]
    return [one for one in found if facts(one[0], language)]


@cache
def _kinds() -> list[tuple[str, re.Pattern[str]]]:
    words = word_lists("anchors")
    return [(kind, re.compile(rf"(?<!\w)(?:{one})", re.IGNORECASE)) for kind, one in words.items()]
