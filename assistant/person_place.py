"""Finds people whom a statement calls by the name of a place of its quotes, and places called by a person's.

"In Anna, of a man named Uralsk" over "in Uralsk, of a woman named Anna". Reads what stands beside names.
Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.names import CAPITAL, Names
from assistant.spoken import Spoken
from assistant.word_kinds import has
from casefile.language import Language

_NAME = rf"({CAPITAL}[^\W\d_]+)"
_Signs = Mapping[Language, re.Pattern[str]]
_PERSON: _Signs = {
    Language.KK: re.compile(rf"{_NAME}\s+(?:есімді|деп\s+таныстыр|деген\s+(?:адам|кісі))"),
    Language.RU: re.compile(
        r"(?:по\s+имени|назвавш\w+|назва\w+с[яь]|представи\w+|гр\w*\.|гражданин\w*|на\s+имя)\s+" + _NAME
    ),
    Language.EN: re.compile(
        rf"\b(?:named|called(?:\s+(?:him|her)self)?|Mr|Ms|Mrs|known\s+as|name\s+of)\.?\s+{_NAME}"
    ),
}
_INSIDE: _Signs = {
    Language.KK: re.compile(rf"({CAPITAL}[^\W\d_]+?(?:дағы|дегі|тағы|тегі|да|де|та|те))\b"),
    Language.RU: re.compile(rf"\b[Вв]\s+(?:г\.\s*|городе\s+)?{_NAME}"),
    Language.EN: re.compile(
        rf"\bin\s+(?:the\s+(?:city|town|village)\s+of\s+)?{_NAME}(?![’'\w])(?!\s{CAPITAL}\w+[’'])"
    ),
}
_PLACE: _Signs = {
    Language.KK: re.compile(
        rf"({CAPITAL}[^\W\d_]+?(?:дағы|дегі|тағы|тегі|да|де|та|те|дан|ден|тан|тен|ға|ге|қа|ке))\b"
        rf"|{_NAME}\s+(?:қала|ауыл|көше|аудан|облыс|кент)"
    ),
    Language.RU: re.compile(
        r"\b(?:[Вв]о?|[Ии]з|[Пп]од|[Дд]о|[Пп]о|[Нн]а|улиц\w+|ул\.|пр\.|город\w*|г\.|сел\w+|пос[её]л\w+|район\w*)\s+"
        rf"{_NAME}|{_NAME}\s+(?:улиц|район|област)"
    ),
    Language.EN: re.compile(
        rf"\b(?:in|at|near|from|of|to|into|left|reached|for|via|through)\s+(?:the\s+)?{_NAME}"
        rf"|{_NAME}\s+(?:[Ss]treet|[Aa]venue|[Dd]istrict|[Cc]ity|[Cc]ourt|branch|police)"
    ),
}


def person_for_place(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Names of people that the quotes have as places only, and of places that there name people only."""
    people, places = (Names([name for one in quotes for name in _all(s, *one)]) for s in (_PERSON, _PLACE))
    elsewhere = Names([_without_places(*one) for one in quotes])
    somebody = any(_all(_PERSON, *one) for one in quotes)
    for name in _all(_PERSON, text, language) if somebody else ():
        if _held(name, places) and not _held(name, people) and not _held(name, elsewhere):
            yield name
    for name in _all(_INSIDE, text, language):
        if _held(name, people) and not _held(name, places) and not has("calendar", name, language):
            yield name


def _all(signs: _Signs, text: str, language: Language) -> list[str]:
    found = signs[language].finditer(text) if language in signs else ()
    return [name for match in found for name in match.groups() if name]


def _without_places(text: str, language: Language) -> str:
    return _PLACE[language].sub(" ", text) if language in _PLACE else text


def _held(name: str, names: Names) -> bool:
    return names.hold(name) or names.spell(name)
