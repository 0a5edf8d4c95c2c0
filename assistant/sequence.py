"""Finds what a statement tells in another order than its quotes: first the call, then the talk.

Compares only what is told of two things that follow one another. Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import Word, facts, overlap
from assistant.spoken import Spoken, cut
from casefile.language import Language
from casefile.sentences import sentences

CLEARLY = 0.3  # by so much more both halves must resemble the other one's counterpart
NEAR = 2  # words before the Kazakh verb that was earlier; those before them are of the other verb

# Groups: what was earlier and what later. A sentence is read by the first pattern that fits.
_ORDERS = {
    Language.KK: (
        r"\b(?:әуелі|алдымен|бастапқыда)\s+(?P<a>.+?)[,;]?\s+(?:(?:содан|одан|бұдан)\s+)?(?:кейін|соң|сосын)\s+(?P<b>.+)",
        rf"(?P<b>.*?)(?P<a>(?:\S+\s+){{0,{NEAR}}}\S+[ғгқк][ае]нн[ае]н)\s+(?:кейін|соң)\s+(?P<c>.+)",
    ),
    Language.RU: (
        r"\b(?:сначала|вначале|сперва)\s+(?P<a>.+?)[,;]?\s+(?:(?:а|и)\s+)?(?:затем|потом|позже|после\s+(?:этого|чего))\s+(?P<b>.+)",
        r"^\W*(?:уже\s+)?после\s+того,?\s+как\s+(?P<a>[^,]+),\s+(?P<b>.+)",
        r"(?P<b>.+?),?\s+(?:только\s+|лишь\s+|уже\s+)?после\s+того,?\s+как\s+(?P<a>.+)",
        r"^\W*(?:до\s+того|перед\s+тем|прежде\s+чем),?\s+(?:как\s+)?(?P<b>[^,]+),\s+(?P<a>.+)",
        r"(?P<a>.+?),?\s+(?:до\s+того,?\s+как|перед\s+тем,?\s+как|прежде\s+чем)\s+(?P<b>.+)",
    ),
    Language.EN: (
        r"\bfirst\s+(?P<a>.+?)[,;]?\s+(?:and\s+|but\s+)?(?:only\s+)?(?:then|afterwards|later|after\s+that)\s+(?P<b>.+)",
        r"^\W*(?:only\s+)?after\s+(?P<a>[^,]+),\s+(?P<b>.+)",
        r"(?P<b>.+?),?\s+(?:only\s+|just\s+)?after\s+(?P<a>(?:\w+\s+){2,}.+)",
        r"^\W*before\s+(?P<b>[^,]+),\s+(?P<a>.+)",
        r"(?P<a>.+?),?\s+before\s+(?P<b>(?:\w+\s+){2,}.+)",
    ),
}
_PATTERNS = {
    tongue: [re.compile(one, re.IGNORECASE | re.DOTALL) for one in some] for tongue, some in _ORDERS.items()
}
Pair = tuple[list[Word], list[Word]]  # the words of what was earlier, and of what was later


def out_of_order(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Sentences that tell first what the quotes tell last."""
    told = [pair for sentence in cut(quotes, _sentences) if (pair := _pair(*sentence))]
    for sentence in _sentences(text, language) if told else ():
        said = _pair(sentence, language)
        if said and any(_turned(said, pair) for pair in told) and not any(_kept(said, pair) for pair in told):
            yield sentence.strip()


def _pair(sentence: str, language: Language) -> Pair | None:
    for pattern in _PATTERNS.get(language, ()):
        if found := pattern.search(sentence):
            parts = found.groupdict()
            later = " ".join(filter(None, (parts["b"], parts.get("c"))))
            pair = facts(parts["a"], language), facts(later, language)
            return pair if all(pair) else None
    return None


def _turned(said: Pair, told: Pair) -> bool:
    return all(
        overlap(words, theirs) - overlap(words, own) >= CLEARLY
        for words, own, theirs in zip(said, told, reversed(told), strict=True)
    )


def _kept(said: Pair, told: Pair) -> bool:
    return all(
        overlap(words, own) >= overlap(words, theirs)
        for words, own, theirs in zip(said, told, reversed(told), strict=True)
    )


def _sentences(text: str, language: Language) -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]
