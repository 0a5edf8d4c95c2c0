"""Finds what a statement tells in another order than its quotes: first the call, then the talk.

Compares only what is told of two things that follow one another. Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import MEANT, Word, best, facts, share
from assistant.numbers import Quantity, quantities
from assistant.polarity import pieces
from assistant.spoken import Spoken, cut
from casefile.language import Language
from casefile.sentences import sentences

ALL = 0.8  # share of what was done last that the statement has
MOSTLY = 3  # so many times more words in the wrong halves than in the right ones
FEWEST = 3  # words in the wrong halves
NEAR = 2  # words before the Kazakh verb that was earlier; those before them are of the other verb

# Groups: what was earlier and what later; a cause is earlier. The first pattern that fits reads a sentence.
_ORDERS = {
    Language.KK: (
        r"\b(?:әуелі|алдымен|бастапқыда)\s+(?P<a>.+?)[,;]?\s+(?:(?:содан|одан|бұдан)\s+)?(?:кейін|соң|сосын)\s+(?P<b>.+)",
        r"(?P<a>.+)\s(?:содан|осыдан)\s+кейін\s+(?:ғана|барып)\s+(?P<b>.+)",
        rf"(?P<b>.*?)(?P<a>(?:\S+\s+){{0,{NEAR}}}\S+[ғгқк][ае]нн[ае]н)\s+(?:кейін|соң)\s+(?P<c>.+)",
    ),
    Language.RU: (
        r"\b(?:сначала|вначале|сперва)\s+(?P<a>.+?)[,;]?\s+(?:(?:а|и)\s+)?(?:затем|потом|позже|после\s+(?:этого|чего))\s+(?P<b>.+)",
        r"^\W*(?:уже\s+)?после\s+того,?\s+как\s+(?P<a>[^,]+),\s+(?P<b>.+)",
        r"(?P<b>.+?),?\s+(?:только\s+|лишь\s+|уже\s+)?после\s+того,?\s+как\s+(?P<a>.+)",
        r"^\W*(?:до\s+того|перед\s+тем|прежде\s+чем),?\s+(?:как\s+)?(?P<b>[^,]+),\s+(?P<a>.+)",
        r"(?P<a>.+?),?\s+(?:до\s+того,?\s+как|перед\s+тем,?\s+как|прежде\s+чем)\s+(?P<b>.+)",
        r"(?P<a>.+)\s(?:и|а)\s+(?:лишь|только)\s+(?:затем|потом|тогда|после\s+этого)\s+(?P<b>.+)",
        r"(?P<b>.+?),?\s+(?:потому\s+что|поскольку|так\s+как|из-за\s+того,?\s+что)\s+"
        r"(?P<a>.+)",
    ),
    Language.EN: (
        r"\bfirst\s+(?P<a>.+?)[,;]?\s+(?:and\s+|but\s+)?(?:only\s+)?(?:then|afterwards|later|after\s+that)\s+(?P<b>.+)",
        r"^\W*(?:only\s+)?after\s+(?P<a>[^,]+),\s+(?P<b>.+)",
        r"(?P<b>.+?),?\s+(?:only\s+|just\s+)?after\s+(?P<a>(?:\w+\s+){2,}.+)",
        r"^\W*before\s+(?P<b>[^,]+),\s+(?P<a>.+)",
        r"(?P<a>.+?),?\s+before\s+(?P<b>(?:\w+\s+){2,}.+)",
        r"(?P<a>.+)\sonly\s+then\s+(?P<b>.+)",
        r"(?P<b>.+?),?\s+because\s+(?P<a>(?:\w+\s+){2,}.+)",
    ),
}
# One that begins with anything fits at the beginning or nowhere, and is not tried from every letter on.
_PATTERNS = {
    tongue: [
        re.compile(rf"\A{one}" if one.startswith("(?P<") else one, re.IGNORECASE | re.DOTALL) for one in some
    ]
    for tongue, some in _ORDERS.items()
}
_ONLY_THEN = re.compile(
    r"\bonly\s+(?:then|afterwards|after\s+(?:that|this))\b|\b(?:лишь|только)\s+(?:затем|потом|тогда|после\s+этого)\b"
    r"|\b(?:содан|осыдан|бұдан)\s+кейін\s+(?:ғана|барып)\b",
    re.IGNORECASE,
)
_THAN = r"\b\w+(?:дан|ден|тан|тен|нан|нен)\s+"
_EARLIER = re.compile(rf"\b(?:earlier|sooner)\s+than\b|\bраньше\b|{_THAN}(?:бұрын|ерте)\b", re.IGNORECASE)
_LATER = re.compile(rf"\blater\s+than\b|\bпозже\b|{_THAN}(?:кейін|кеш)\b", re.IGNORECASE)
Pair = tuple[list[Word], list[Word]]  # the words of what was earlier, and of what was later


def out_of_order(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Sentences that tell first what the quotes tell last."""
    told = [pair for said in (*cut(quotes, _sentences), *quotes) if (pair := _pair(*said))]
    for sentence in _sentences(text, language) if told else ():
        said = _pair(sentence, language)
        if said and any(_turned(said, pair) for pair in told) and not any(_kept(said, pair) for pair in told):
            yield sentence.strip()


def done_only_then(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Sentences that put first what the quotes do "only then", after what the sentence puts last."""
    for sentence in _sentences(text, language):
        if not (said := _pair(sentence, language)):
            continue
        for quote, tongue in quotes:
            for found in _ONLY_THEN.finditer(quote):
                before = facts(quote[: found.start()], tongue)
                rest = _sentences(quote[found.end() :], tongue)
                then = facts(rest[0], tongue) if rest else []
                is_last = len(then) > 1 and share(then, said[0]) >= ALL
                if is_last and share(said[1], before) >= max(MEANT, share(said[1], then) + MEANT / 2):
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
    """Whether of either half the words that only one half of the other has are in the wrong one."""
    sides = [_sides(*one) for one in zip(said, told, reversed(told), strict=True)]
    right, wrong = (sum(counts) for counts in zip(*sides, strict=True))
    return all(b and b >= a for a, b in sides) and wrong >= max(FEWEST, MOSTLY * right)


def _kept(said: Pair, told: Pair) -> bool:
    sides = [_sides(*one) for one in zip(said, told, reversed(told), strict=True)]
    return all(right and right >= wrong for right, wrong in sides)


def _sides(said: Sequence[Word], own: Sequence[Word], other: Sequence[Word]) -> tuple[int, int]:
    """How many of the words only the one has, and how many only the other."""
    here, there = ([best(word, words) >= MEANT for word in said] for words in (own, other))
    return sum(a > b for a, b in zip(here, there, strict=True)), sum(
        b > a for a, b in zip(here, there, strict=True)
    )


def _sentences(text: str, language: Language) -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


def compared_days(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """The statement that one thing was earlier than another, where the days in the quotes say the reverse.

    "That of 12 February was registered earlier than that of 27 February": in April and in March.
    """
    said = [one.number for one in _dates(text, language)]
    earlier, later = _EARLIER.search(text), _LATER.search(text)
    if len(said) != 2 or bool(earlier) is bool(later):
        return
    others: list[str] = []
    for day in said:
        held = [[one.number[-5:] for one in _dates(piece, tongue)] for piece, tongue in cut(quotes, pieces)]
        pairs = [days for days in held if day[-5:] in days and len(days) == 2]
        others += [one for days in pairs[:1] for one in days if one != day[-5:]]
    if len(others) == 2 and others[0] != others[1] and (others[0] > others[1]) is bool(earlier):
        yield text.strip()


def _dates(text: str, language: Language) -> list[Quantity]:
    found = [one for one in quantities(text, language) if re.fullmatch(r"(?:\d{4}|-)-\d\d-\d\d", one.number)]
    return sorted(found, key=lambda one: one.start)
