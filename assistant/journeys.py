"""Finds journeys that a statement tells the other way round: from Riga to Aral, and not from Aral.

Reads what stands beside names of places. Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.names import CAPITAL, Names
from assistant.spoken import Spoken
from casefile.language import Language

_PLACE = rf"({CAPITAL}[^\W\d_]{{2,}})"
_THE = r"(?:the\s+)?(?:(?:city|town|village|port|station)\s+(?:of\s+)?)?"
_FROM: Mapping[Language, re.Pattern[str]] = {
    Language.KK: re.compile(rf"({CAPITAL}[^\W\d_]+(?:дан|ден|тан|тен|нан|нен))\b"),
    Language.RU: re.compile(rf"\b(?:[Ии]з|покину\w+)\s+(?:г\.\s*|города\s+|села\s+|порта\s+)?{_PLACE}"),
    Language.EN: re.compile(rf"\b(?:from|left|leaving|leaves?|departed)\s+{_THE}{_PLACE}"),
}
_TO: Mapping[Language, re.Pattern[str]] = {
    Language.KK: re.compile(rf"({CAPITAL}[^\W\d_]+(?:ға|ге|қа|ке))\b"),
    Language.RU: re.compile(rf"\b(?:[Вв]|до)\s+(?:г\.\s*|город\s+|село\s+|порт\s+)?{_PLACE}"),
    Language.EN: re.compile(rf"\b(?:to|into|reached|towards?)\s+{_THE}{_PLACE}"),
}


def reversed_journey(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Places from which somebody goes, where by the quotes he goes there and from another, or the reverse."""
    for one, other in ((_FROM, _TO), (_TO, _FROM)):
        said = _places(one, text, language)
        same = Names([place for quote, tongue in quotes for place in _places(one, quote, tongue)])
        contrary = Names([place for quote, tongue in quotes for place in _places(other, quote, tongue)])
        named = any(_places(one, quote, tongue) for quote, tongue in quotes)
        if named and not any(_held(place, same) for place in said):
            yield from (place for place in said if _held(place, contrary))


def _places(way: Mapping[Language, re.Pattern[str]], text: str, language: Language) -> list[str]:
    return way[language].findall(text) if language in way else []


def _held(place: str, names: Names) -> bool:
    return names.hold(place) or names.spell(place)
