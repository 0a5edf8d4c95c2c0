"""Notices where a statement denies what its quotes say, or says what they deny.

Looks at single words: "взломана не была" denies "была" and "взломана". It cannot follow an argument;
it catches the swap of a "not". Knows nothing of passages.
"""

import re
from collections.abc import Iterable, Iterator

from assistant.names import skeleton
from casefile.language import Language

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BEFORE = _words("не ни без нельзя not never no without cannot nor")
_AFTER = _words("емес жоқ")
_ALONE = _words(
    "нет никто ничто никогда ничего никого никому none nobody nothing neither ешкім ештеңе ешқашан"
)
_AUXILIARY = _words(
    """был была было были быть есть является являются может могут мог могла
    будет будут стал стала должен должна
    is are was were be been do does did has have had can could may must shall should will would
    еді болып болды болған болады"""
)
_KAZAKH_DENIAL = re.compile(
    r"(?P<verb>\w{2,}?)(?:ма|ме|ба|бе|па|пе)(?:й\w*|(?:ған|ген|ды|ді|са|се|п)\w{0,4})|(?P<noun>\w{4,})(?:ма|ме|ба|бе|па|пе)у\w{0,4}"
)
_KAZAKH_DEED = re.compile(
    r"(?P<verb>\w{2,}?)(?:ған|ген|қан|кен|ды|ді|ты|ті|ып|іп|п|ады|еді|йды|йді|йтын|йтін|атын|етін|са|се|сын|сін|у)\w{0,4}"
)
_SHORTEST = 3


def turned(text: str, language: Language, quotes: Iterable[tuple[str, Language]]) -> Iterator[str]:
    """Words whose denial differs between the text and its quotes."""
    words, denied = _read(text, language)
    held: set[str] = set()
    refused: set[str] = set()
    any_denied = False
    for quote, tongue in quotes:
        quoted, denials = _read(quote, tongue)
        held |= quoted - denials
        refused |= denials
        any_denied = any_denied or bool(denials)
    if denied and not any_denied:
        yield from sorted(denied)
    else:
        yield from sorted(word for word in denied if word in held and word not in refused)
        yield from sorted(word for word in words - denied if word in refused and word not in held)


def _read(text: str, language: Language) -> tuple[set[str], set[str]]:
    """The words of the text and those of them that are denied, as skeletons of their beginnings."""
    words = [found[0].casefold() for found in _WORD.finditer(text)]
    denied: set[str] = set()
    for at, word in enumerate(words):
        if word in _ALONE:
            denied.add(word)
        elif word in _BEFORE or word.endswith(("n't", "n’t")):
            denied |= set(_beside(words, at, 1))
        elif word in _AFTER:
            denied |= set(_beside(words, at, -1))
        elif language is Language.KK and (denial := _KAZAKH_DENIAL.fullmatch(word)):
            denied.add(_stem(denial["verb"] or denial["noun"]))
    said = {_stem(word) for word in words if len(word) >= _SHORTEST}
    if language is Language.KK:
        said |= {_stem(deed["verb"]) for word in words if (deed := _KAZAKH_DEED.fullmatch(word))}
    return said, denied


def _beside(words: list[str], at: int, step: int) -> Iterator[str]:
    """The word that is denied; an auxiliary hands the denial on, to either side of it."""
    beside = at + step
    if not 0 <= beside < len(words):
        return
    yield _stem(words[beside])
    if words[beside] in _AUXILIARY:
        yield from (_stem(words[n]) for n in (beside + step, at - step) if 0 <= n < len(words))


def _stem(word: str) -> str:
    return skeleton(word)[:6] if len(word) > 6 else skeleton(word)
