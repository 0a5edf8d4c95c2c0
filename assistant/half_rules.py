"""Finds rules told of everybody over quotes that leave out whom they bind.

"A person … may be released" over "who first committed a grave crime, may be released", where the law has
"minors, pregnant women," before these words.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import facts, overlap
from casefile.language import Language
from casefile.sentences import sentences

KEPT = 0.2  # share of the words left out that a statement which knows them has
_ANYBODY = {
    Language.KK: re.compile(r"\b(?:адам|тұлға)(?:\b|ға|ды|ның)|\bкез\s+келген|\bкім\b", re.IGNORECASE),
    Language.RU: re.compile(r"\b(?:лиц[оауе]м?|любой|каждый|человека?|тот|те|кто)\b", re.IGNORECASE),
    Language.EN: re.compile(r"\b(?:persons?|any(?:one|body)?|whoever|people)\b", re.IGNORECASE),
}
_CONDITION = re.compile(  # no list of people
    r"^\W*(?:\d+\)?\W+)?(?:в\s+случа|при\b|если|когда|in\s|if\b|where\b|when\b|егер)|(?:болса|жағдайда|кезінде)\W*$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"[:;\n]|^\s*\d+[.)]\s")

Placed = tuple[str, Language, str]  # a quote with the text of its rule


def told_of_anybody(text: str, language: Language, rules: Sequence[Placed]) -> Iterator[str]:
    """The word for anybody, where a quote starts behind the comma that ends a list of others."""
    anybody = _ANYBODY[language].search(text) if language in _ANYBODY else None
    if not anybody:
        return
    said = facts(text, language)
    for quote, tongue, rule in rules:
        left_out = _before(quote, tongue, rule)
        if not left_out.rstrip().endswith(",") or _CONDITION.search(left_out):
            continue
        words = facts(left_out, tongue)
        if words and overlap(words, said) < KEPT:
            yield anybody[0]
            return


def _before(quote: str, language: Language, rule: str) -> str:
    """What stands before the quote in its sentence, behind the last colon or number."""
    at = rule.find(quote)
    start = next((start for start, end in sentences(rule, language) if start <= at < end), at)
    return _BEGINS.split(rule[start : max(at, 0)])[-1]
