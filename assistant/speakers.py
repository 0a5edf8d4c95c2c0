"""Finds words and numbers of a recorded talk that a statement gives to another speaker than who said them.

"The inspector asked for five hundred" over "OWNER: I could bring five hundred". Reads lines that open with a
name and a colon, beside which the time may stand. Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import Word, best, content, facts
from assistant.names import CAPITAL, Names
from assistant.numbers import quantities
from assistant.polarity import parts, pieces
from assistant.spoken import Spoken
from assistant.word_kinds import found, has
from casefile.language import Language

FEWEST = 2  # speakers of a talk
SAME, MEANT = 0.7, 0.5  # likeness from which two words are one, and from which one is meant by the other
MANY = 2  # words that only another one said: enough to doubt
_TIME = r"\d{1,2}[:.]\d\d"
_SPEAKER = re.compile(
    rf"(?:^|(?<=[.!?…\n»”\"\]])\s*)(?:\[[^\]\n]*\]\s*|{_TIME}\.?\s+)?"
    rf"({CAPITAL}[\w-]{{2,20}})(?:\s{CAPITAL}\.)?(?:,?\s+{_TIME})?:\s"
)
_BEFORE_SAYING = re.compile(
    rf"({CAPITAL}[\w-]+)(?:\s{CAPITAL}\.)?(?:\s+(?:also|then|later|затем|потом))?\s+$"
)
_PASSIVE = re.compile(r"\b(?:was|were)\s+\w+|\bby\b", re.IGNORECASE)


def said_by_another(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Clauses with a number whose first-named speaker did not say it, and another one did."""
    lines = [line for quote, tongue in quotes for line in _lines(quote, tongue)]
    speakers = {who for who, _, _ in lines}
    if len(speakers) < FEWEST:
        return
    for said in pieces(text, language):
        numbers = {one.number for one in quantities(said, language)}
        first = _first(said, language, lines)
        if not first or _PASSIVE.search(said):
            continue
        who_said = {
            who for who, words, of in lines if numbers & {one.number for one in quantities(words, of)}
        }
        if who_said and first not in who_said:
            yield said.strip()


def words_of_another(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """What the statement tells of a speaker, where of its words only another one said any."""
    lines = [line for quote, tongue in quotes for line in _lines(quote, tongue)]
    speakers = sorted({who for who, _, _ in lines})
    for piece in pieces(text, language) if len(speakers) >= FEWEST else ():
        told: dict[str, list[Word]] = {}
        who = ""
        for part in parts(piece, language):
            who = _first(part.text, language, lines) or who
            if who and not _PASSIVE.search(part.text):
                told.setdefault(who, []).extend(facts(part.text, language))
        for who, words in told.items():
            own, others = _said(who, lines), [w for one in speakers if one != who for w in _said(one, lines)]
            named = [word for one in speakers for word in content(one.lower(), language)]
            plain = [word for word in words if best(word, named) < SAME]
            taken = [word.text for word in plain if best(word, own) < MEANT <= best(word, others)]
            if len(taken) >= MANY and not any(best(word, own) >= MEANT for word in plain):
                yield ", ".join(taken)


def said_by_no_speaker(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Names before a word of saying, where the quotes are lines of a talk and none is that one's."""
    lines = [list(_lines(quote, tongue)) for quote, tongue in quotes]
    if not all(lines) or len({who for some in lines for who, _, _ in some}) < FEWEST:
        return
    speakers = Names([who for some in lines for who, _, _ in some])
    told = Names([words for some in lines for _, words, tongue in some if has("says", words, tongue)])
    silent = Names([words for some in lines for _, words, _ in some])
    for saying in found("says", text, language):
        who = _BEFORE_SAYING.search(text[: saying.start()])
        if who and silent.hold(who[1]) and not speakers.hold(who[1]) and not told.hold(who[1]):
            yield who[1]


def _first(text: str, language: Language, lines: Sequence[tuple[str, str, Language]]) -> str:
    return next(filter(None, (_named(word, lines) for word in content(text, language))), "")


def _said(who: str, lines: Sequence[tuple[str, str, Language]]) -> list[Word]:
    return [word for one, words, tongue in lines if one == who for word in content(words, tongue)]


def _named(word: Word, lines: Sequence[tuple[str, str, Language]]) -> str:
    """The speaker whom the word means."""
    meant = (who for who, _, tongue in lines if best(word, content(who.lower(), tongue)) >= SAME)
    return next(meant, "")


def _lines(quote: str, language: Language) -> Iterator[tuple[str, str, Language]]:
    found = list(_SPEAKER.finditer(quote))
    for n, match in enumerate(found):
        end = found[n + 1].start() if n + 1 < len(found) else len(quote)
        yield match[1], quote[match.end() : end], language
