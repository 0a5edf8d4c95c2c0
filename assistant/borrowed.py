"""Finds words that a statement has from somewhere else than the quotes it names: from an order to a machine
that stands in the evidence, or from a text that it does not quote.
"""

import re
from collections.abc import Iterable, Sequence

from assistant.matter_words import ROLE
from assistant.meaning import Word, best, content, facts, stems
from assistant.orders import orders
from assistant.polarity import parts, pieces
from assistant.spoken import Spoken
from casefile.language import Language

OTHER = 0.2  # likeness below which two words are not one
ORDERED = 0.5
FEWEST = 3  # words of one clause: fewer may be chance
TOGETHER = 2  # where the statement has a whole part of such words
LONG = 5  # words of a part that say a whole thing
RUN = 4  # words of no quote side by side
SHORTEST = 3  # letters of such a word
_RELATIVE = re.compile(r"\s(?=(?:which|who|that|котор\w+)\s)", re.IGNORECASE)


def obeyed(text: str, language: Language, known: Sequence[Spoken], shown: Iterable[Spoken]) -> list[str]:
    """Words that nothing `known` has and an order among the texts `shown` has."""
    commanded = [
        word
        for words, tongue in shown
        for order in orders(words)
        for word in content(words[order.start : order.end], tongue)
    ]
    new = [word for word in _new(text, language, known) if not ROLE.fullmatch(word.text)]
    words = [word.text for word in new if best(word, commanded) >= ORDERED]
    translates = any(tongue is not language for _, tongue in known)
    return words if len(words) > translates else []  # one word of another language may be a chance


def borrowed(text: str, language: Language, known: Sequence[Spoken], shown: Iterable[Spoken]) -> list[str]:
    """Words that nothing `known` has and one clause of the texts `shown` has, several together."""
    new = _new(text, language, known)
    if len(new) < FEWEST:
        return []
    for words, tongue in shown:
        for clause in pieces(words, tongue) if tongue is language else ():
            held = frozenset(stems(clause, tongue))
            taken = [word.text for word in new if word.stems & held]
            if len(taken) >= FEWEST:
                return taken
    return []


def told_elsewhere(
    text: str, language: Language, known: Sequence[Spoken], shown: Iterable[Spoken]
) -> list[str]:
    """Words that nothing `known` has and one clause of the texts `shown`, in any language, if it has more
    words of the statement than all that is known.
    """
    held = [word for words, tongue in known for word in content(words, tongue)]
    said = [word for word in facts(text, language) if len(word.text) >= SHORTEST]
    new = [word for word in said if best(word, held) < OTHER]
    least = max(FEWEST, len(said) - len(new) + 1)
    for words, tongue in shown if len(new) >= least else ():
        for clause in pieces(words, tongue):
            there = content(clause, tongue)
            taken = [word.text for word in new if best(word, there) >= ORDERED]
            if len(taken) >= least:
                return taken
    return []


def run_of_words(
    text: str, language: Language, known: Sequence[Spoken], shown: Iterable[Spoken]
) -> list[str]:
    """Words side by side that nothing `known` has and a clause of `shown` has: a blue sports bag."""
    held = [word for words, tongue in known for word in content(words, tongue)]
    for clause, tongue in ((one, spoken) for words, spoken in shown for one in pieces(words, spoken)):
        there, run = content(clause, tongue), list[str]()
        for word in content(text, language):
            new = word.text.isalpha() and best(word, held) < OTHER and best(word, there) >= ORDERED
            run = [*run, word.text] if new else []
            if len(run) >= RUN:
                return run
    return []


def unquoted(text: str, language: Language, known: Sequence[Spoken], shown: Sequence[Spoken]) -> list[str]:
    """Words of a part of the statement of which nothing `known` has one, and a clause of `shown` several."""
    held = [word for words, tongue in known for word in content(words, tongue)]
    for part in (piece for one in parts(text, language) for piece in _RELATIVE.split(one.text)):
        said = [word for word in facts(part, language) if len(word.text) >= SHORTEST and word.text != "not"]
        if not said or max(best(word, held) for word in said) >= OTHER:
            continue
        for words, tongue in shown:
            for clause in pieces(words, tongue):
                there = content(clause, tongue)
                taken = [word.text for word in said if best(word, there) >= ORDERED]
                if len(taken) >= (TOGETHER if len(said) < LONG else 1):
                    return taken
    return []


def _new(text: str, language: Language, known: Sequence[Spoken]) -> list[Word]:
    held = [word for words, tongue in known for word in content(words, tongue)]
    said = content(text, language)
    return [w for w in said if w.text.isalpha() and not w.light and best(w, held) < OTHER]
