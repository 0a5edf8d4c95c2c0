"""Finds words that a statement has from somewhere else than the quotes it names: from an order to a machine
that stands in the evidence, or from a text that it does not quote.
"""

from collections.abc import Iterable, Sequence

from assistant.meaning import Word, best, content, stems
from assistant.orders import orders
from assistant.polarity import pieces
from assistant.spoken import Spoken
from casefile.language import Language

OTHER = 0.2  # likeness below which two words are not one
ORDERED = 0.5
FEWEST = 3  # words of one clause: fewer may be chance


def obeyed(text: str, language: Language, known: Sequence[Spoken], shown: Iterable[Spoken]) -> list[str]:
    """Words that nothing `known` has and an order among the texts `shown` has."""
    commanded = [
        word
        for words, tongue in shown
        for order in orders(words)
        for word in content(words[order.start : order.end], tongue)
    ]
    words = [word.text for word in _new(text, language, known) if best(word, commanded) >= ORDERED]
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


def _new(text: str, language: Language, known: Sequence[Spoken]) -> list[Word]:
    held = [word for words, tongue in known for word in content(words, tongue)]
    said = content(text, language)
    return [w for w in said if w.text.isalpha() and not w.light and best(w, held) < OTHER]
