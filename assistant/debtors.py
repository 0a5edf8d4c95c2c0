"""Finds sums and grounds whose holder is another in the quotes: who pays whom, and on what a thing rests.

"780 000 from Bereg" over "from Sary-Arka in favour of Bereg 780 000". Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.names import CAPITAL, Names
from assistant.numbers import whole_numbers
from assistant.numerals import ordinals
from assistant.polarity import pieces
from assistant.spoken import Spoken, cut
from casefile.language import Language

_FIRM = rf"(?:[«\"“][^»\"”]+[»\"”]|{CAPITAL}[\w’'-]+(?:\s+{CAPITAL}[\w’'.-]+)*)"
_FROM = {  # whom a sum is recovered from
    Language.RU: re.compile(
        rf"\bвзыска\w+\s+(?:\w+\s+)?(?:с|со)\s+(?:[А-Я]{{2,4}}\s+)?({_FIRM})", re.IGNORECASE
    ),
    Language.EN: re.compile(rf"\brecover\w*\s+(?:[\w,]+\s+){{0,6}}?from\s+(?:the\s+)?({_FIRM})"),
    Language.KK: re.compile(rf"({_FIRM})(?:\s+[А-Я]{{2,4}})?-?(?:дан|ден|тан|тен|нан|нен)\s[^.;]*?өндір"),
}
_IN_FAVOUR = re.compile(
    rf"(?:в\s+пользу|in\s+favour\s+of)\s+(?:the\s+)?(?:[А-Я]{{2,4}}\s+)?({_FIRM})|({_FIRM})(?:\s+\S+)?\s+пайдасына"
)
_BASIS = re.compile(
    r"\bна\s+основании\s+((?:част|пункт|стать)\w+\s+\w+)|\bbasis\b[^.;]*?\b((?:part|paragraph|article)\s+\w+)"
    r"|((?:\S+)\s+(?:бөлі|тарма|баб)\w+)\s+негізінде",
    re.IGNORECASE,
)


def of_other_debtor(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Sums that the statement has recovered from the one in whose favour the quotes have them."""
    if language not in _FROM:
        return
    payers = Names(match[1] for match in _FROM[language].finditer(text))
    said = whole_numbers(text, language)
    for piece, tongue in cut(quotes, pieces):
        payer = _FROM[tongue].search(piece) if tongue in _FROM else None
        favoured = _IN_FAVOUR.search(piece)
        if payer and favoured:
            theirs, to = payer[1].strip('«»"“”'), (favoured[1] or favoured[2]).strip('«»"“”')
            if _held(to, payers) and not _held(theirs, payers):
                yield from sorted(said & whole_numbers(piece, tongue))


def on_other_basis(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Parts and articles that the statement calls the basis of a thing, and the quotes another one."""
    theirs = [value for quote, tongue in quotes for value in _basis(quote, tongue)]
    mine = _basis(text, language)
    if theirs and mine and not set(theirs) & set(mine):
        yield from sorted(mine)


def _basis(text: str, language: Language) -> list[str]:
    found = (next(filter(None, match.groups())) for match in _BASIS.finditer(text))
    return [value for one in found for value in (*map(str, ordinals(one)), *whole_numbers(one, language))]


def _held(name: str, known: Names) -> bool:
    return all(known.hold(word) for word in re.findall(r"[\w’'-]{3,}", name))
