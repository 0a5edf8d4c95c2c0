"""Finds terms that a statement counts from another event than its quotes.

"From the arrest" over "from the moment the record was drawn up". Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import Word, best, facts
from assistant.numbers import counted
from assistant.polarity import pieces
from assistant.spoken import Spoken
from casefile.language import Language

SAME = 0.5  # likeness from which two words are one
_FROM = {
    Language.RU: re.compile(
        r"\b(?:с\s+(?:момента|даты|дня)|со\s+дня|по\s+истечении)\s+((?:[\w-]+\s*){1,5})", re.IGNORECASE
    ),
    Language.EN: re.compile(
        r"\b(?:after|following|(?:from|since|of)\s+the\s+(?:date|moment|time|day)\s+(?:of|on\s+which|when))"
        r"\s+((?:[\w'’-]+\s*){1,6})",
        re.IGNORECASE,
    ),
    Language.KK: re.compile(
        r"((?:[\w-]+\s+){1,4})(?:кез|сәт|күн|мезгіл)\w*\s+бастап\b"
        r"|((?:[\w-]+\s+){0,3}\w+(?:ғаннан|геннен|қаннан|кеннен))\s+(?:бастап|кейін|соң)\b",
        re.IGNORECASE,
    ),
}
_FIRST_DAY = re.compile(
    r"\b(?:first|last)\s+day\s+of\s+the\s+(?:\w+\s+)?(?:month|year|quarter|week)"
    r"|\b(?:перв|последн)\w+\s+(?:числ|дн)\w+\s+(?:\w+\s+)?(?:месяц|год|квартал)\w*"
    r"|айдың\s+(?:бірінші|алғашқы|соңғы)\s+күн\w*",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"(?:ого|его|ой|ей|ых|их|ому|ым|al|ive)$")


def counted_from(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Clauses with a number and its start, where every clause of the quotes with that number has another."""
    for said in pieces(text, language):
        numbers = counted(said, language)
        start = _starts(said, language)
        if not numbers or not start:
            continue
        spoken = [piece for quote, tongue in quotes if tongue is language for piece in pieces(quote, tongue)]
        counting = [one for one in spoken if numbers & counted(one, language)]
        if not counting or not all(_starts(one, language) for one in counting):
            continue
        theirs = [other for one in spoken for other in _starts(one, language)]
        if not any(_same(one, other, language) for one in start for other in theirs):
            yield said.strip()


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


def _same(said: Sequence[Word], quoted: Sequence[Word], language: Language) -> bool:
    """Whether they share a word, and not only one that is the event here and belongs to another there."""
    if not any(best(word, quoted) >= SAME for word in said):
        return False
    if language is Language.KK:
        return True
    event, theirs = _event(said), _event(quoted)
    return best(event, [theirs]) >= SAME or best(event, quoted) < SAME or best(theirs, said) >= SAME


def _event(words: Sequence[Word]) -> Word:
    """The noun of "the actual arrest": the first that is no adjective."""
    return next((word for word in words if not _ADJECTIVE.search(word.text)), words[-1])


def _starts(text: str, language: Language) -> list[list[Word]]:
    """The words of every event that something is counted from."""
    if language not in _FROM:
        return []
    found = [next(filter(None, match.groups()), "") for match in _FROM[language].finditer(text)]
    return [words for one in found if (words := facts(one, language))]
