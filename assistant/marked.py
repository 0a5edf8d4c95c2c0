"""Finds names in a part that the quotes mark as another's: in whose presence, for whom, to whom.

"In the presence of Muratova" over "in Akhanova's presence". Each mark is a form of words in three languages.
Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.names import CAPITAL, Names
from assistant.spoken import Spoken
from casefile.language import Language

_NAME = rf"(?P<name>{CAPITAL}[\w’'-]+(?:\s+(?:{CAPITAL}\.\s?){{1,2}}|\s+{CAPITAL}[\w’'-]+)*)"
_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?(?:[а-яa-z]+\s+)?"
_GIVE = {
    Language.EN: r"\b(?:gave|given|hand(?:ed|s)|passed|transferred|delivered|returned)\b",
    Language.RU: r"\b(?:переда\w+|отда\w+|вруч\w+|дал[аи]?)\b",
    Language.KK: r"\b(?:берген|берді|беріп|тапсырған|тапсырды)\b",
}
_OBJECT = {  # who is given to
    Language.EN: re.compile(rf"\bto\s+{_TITLE}{_NAME}"),
    Language.RU: re.compile(rf"(?<=\s)(?=(?:\S+\s+)?\S+(?:у|ю|ой|ей)\b){_NAME}(?<=[уюйе])(?=\W|$)"),
    Language.KK: re.compile(rf"{_NAME}(?<=ға|ге|қа|ке|на|не)(?=\W|$)"),
}
_MARKS: Sequence[Mapping[Language, re.Pattern[str]]] = (
    {
        Language.EN: re.compile(rf"\b[Ii]n\s+(?:the\s+)?presence\s+of\s+{_TITLE}{_NAME}"),
        Language.RU: re.compile(rf"\b(?:[Вв]\s+присутствии|[Пп]ри)\s+{_TITLE}{_NAME}"),
        Language.KK: re.compile(rf"{_NAME}\s+(?:көзінше|қатысуымен)\b"),
    },
    {
        Language.EN: re.compile(
            rf"\b(?:nominee\s+(?:for|of)|on\s+behalf\s+of|in\s+favour\s+of)\s+{_TITLE}{_NAME}"
        ),
        Language.RU: re.compile(
            rf"\b(?:в\s+пользу|от\s+имени|в\s+интересах|номинал\w+\s+\w+)\s+{_TITLE}{_NAME}"
        ),
        Language.KK: re.compile(rf"{_NAME}\s+(?:номиналды|атынан|пайдасына|мүддесі\w*)"),
    },
)


def of_other_mark(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Names so marked where the quotes mark only others so, and have the name elsewhere."""
    named = Names(quote for quote, _ in quotes)
    for mark in _MARKS:
        theirs = [
            m["name"] for quote, tongue in quotes if tongue in mark for m in mark[tongue].finditer(quote)
        ]
        mine = [m["name"] for m in mark[language].finditer(text)] if language in mark else []
        yield from _others(mine, theirs, named)
    giving = [(quote, tongue) for quote, tongue in quotes if tongue in _GIVE and _gives(quote, tongue)]
    if language in _GIVE and _gives(text, language):
        theirs = [m["name"] for quote, tongue in giving for m in _OBJECT[tongue].finditer(quote)]
        yield from _others([m["name"] for m in _OBJECT[language].finditer(text)], theirs, named)


def _gives(text: str, language: Language) -> bool:
    return bool(re.search(_GIVE[language], text, re.IGNORECASE))


def _others(mine: Sequence[str], theirs: Sequence[str], named: Names) -> Iterator[str]:
    known = Names(theirs)
    for name in mine if theirs else ():
        words = re.findall(r"[\w’'-]{3,}", name)[-2:]
        held = any(known.hold(word) or known.spell(word) for word in words)
        if words and not held and any(named.hold(word) for word in words):
            yield name
