"""Finds who gave a thing and who only brought it, told of each other.

"Given by Nurtayev and delivered by Ospanov" over "what Ospanov gave her was delivered by Nurtayev". Knows
nothing of passages.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.names import CAPITAL, Names
from assistant.spoken import Spoken
from casefile.language import Language

_NAME = rf"((?:{CAPITAL}[\w’'-]+\s+)?{CAPITAL}[\w’'-]{{2,}})"
_OF = r"(?<=ның|нің|дың|дің|тың|тің)"
_GIVES: Mapping[Language, re.Pattern[str]] = {
    Language.EN: re.compile(
        rf"\b(?:given|handed|paid|sent)\b[^,.;]{{0,25}}?\bby\s+{_NAME}|{_NAME}\s+(?:gave|handed|paid|sent)\b"
    ),
    Language.RU: re.compile(
        rf"{_NAME}\s+(?:дал|передал|отправил|заплатил)\w*|\b(?:переданн|отправленн|данн)\w+\s+{_NAME}"
    ),
    Language.KK: re.compile(
        rf"{_NAME}{_OF}\s+(?:\S+\s+){{0,4}}?(?:берген|жіберген|төлеген)|{_NAME}\s+(?:берген|берді|жіберген|төлеген)"
    ),
}
_BRINGS: Mapping[Language, re.Pattern[str]] = {
    Language.EN: re.compile(
        rf"\b(?:delivered|brought|carried)\b[^,.;]{{0,25}}?\bby\s+{_NAME}|{_NAME}\s+(?:delivered|brought|carried)\b"
    ),
    Language.RU: re.compile(
        rf"{_NAME}\s+(?:доставил|прив[её]з|прин[её]с)\w*|\b(?:доставленн|привез[её]нн|принес[её]нн)\w+\s+{_NAME}"
    ),
    Language.KK: re.compile(rf"{_NAME}\s+(?:жеткіз|әкел|апар)\w+"),
}


def giver_or_carrier(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Names of givers whom the quotes have as carriers only, and of carriers whom they have as givers."""
    for mine, other in ((_GIVES, _BRINGS), (_BRINGS, _GIVES)):
        said = _who(mine, [(text, language)])
        same, others = Names(_who(mine, quotes)), Names(_who(other, quotes))
        for name in said if _who(mine, quotes) else ():
            words = name.split()
            if not any(map(same.hold, words)) and any(map(others.hold, words)):
                yield name


def _who(kind: Mapping[Language, re.Pattern[str]], texts: Sequence[Spoken]) -> list[str]:
    return [
        next(filter(None, match.groups()))
        for text, language in texts
        if language in kind
        for match in kind[language].finditer(text)
    ]
