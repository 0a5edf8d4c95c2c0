"""Finds numbers that the quotes have, but where they speak of something else.

"A minor: 48 hours" over "a person: 48 hours, and a minor: 24 hours": the word that only stands beside
another number of the same unit tells. Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.bounds import without_bounds
from assistant.meaning import MEANT, Word, best, content, facts
from assistant.numbers import counted
from assistant.polarity import parts, without_modals
from assistant.spoken import Spoken, cut
from casefile.language import Language
from casefile.sentences import sentences

FAINT, SURE = 0.35, 0.7  # likeness below which words are not one, and from which they are
FEWEST = 2  # words of the statement that stand beside another mark
_MARKS = re.compile(
    r"(?:clause|section|paragraph|пункт\w*|п\.|раздел\w*)\s+(\d{1,3}(?:\.\d{1,3}){1,3})(?!\w)"
    r"|(?<!\w)(\d{1,3}(?:\.\d{1,3}){1,3})-(?:тармақ|бөлім)|(?<![\w.])([A-Z]{0,4}\d{5,})(?!\w)",
    re.IGNORECASE,
)
_NOUN_OF_MARKS = re.compile(
    r"пункт|договор|дел[оау]|номер|тармақ|шарт|іс\b|нөмір|clause|contract|case|number|bear"
)
_WITHOUT = re.compile(r"\b(?:без|without(?:\s+an?)?)\s+\w+|\b\w+сіз\b|\b\w+сыз\b", re.IGNORECASE)
_IT = re.compile(r"\b(?:it|they|он|она|оно|они|ол|олар)\b", re.IGNORECASE)


def misplaced(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Numbers with their units, of words that the quotes have beside other numbers only."""
    everything = [word for quote, tongue in quotes for word in content(quote, tongue)]
    held = [one for quote, tongue in quotes for one in _counting(quote, tongue, everything)]
    told = counted(text, language)
    for said in parts(text, language):
        told_of = _WITHOUT.sub(" ", without_bounds(said.text))  # "without a break" speaks of no break
        words = content(without_modals(told_of, language), language)
        for number, unit in counted(said.text, language):
            here = [(*head, *near) for head, near, numbers in held if (number, unit) in numbers]
            there = [
                near for _, near, numbers in held if any(u == unit for _, u in numbers) and not numbers & told
            ]
            if any(_only(word, there, here) for word in words):
                yield f"{number} {unit}"


def _counting(
    quote: str, language: Language, everything: Sequence[Word]
) -> Iterator[tuple[list[Word], list[Word], set[tuple[str, str]]]]:
    """Of each part the words before it, which may hold for it too, its own, and its numbers."""
    before: list[Word] = []
    bare: list[Word] = []  # "a minor – 24 hours" may be two parts
    for part in parts(quote, language):
        words = content(without_bounds(part.text), language)
        numbers = counted(part.text, language)
        if numbers and _IT.search(part.text):  # it may be what is told in any of them
            words = [*words, *everything]
        yield before, [*bare, *words], numbers
        before, bare = [*before, *words], [] if numbers else words


def _only(word: Word, there: Sequence[Sequence[Word]], here: Sequence[Sequence[Word]]) -> bool:
    return (
        bool(here) and any(best(word, w) >= SURE for w in there) and all(best(word, w) < FAINT for w in here)
    )


def beside_another(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Numbers of clauses, cases and accounts, of words that the quotes only have in another sentence."""
    held = [(_marks(piece), content(piece, tongue)) for piece, tongue in cut(quotes, _sentences)]
    for sentence in _sentences(text, language):
        said = [word for word in facts(sentence, language) if not _NOUN_OF_MARKS.match(word.text)]
        for mark in marks if len(marks := _marks(sentence)) == 1 else ():
            here = [words for found, words in held if mark in found]
            there = [words for found, words in held if found and mark not in found]
            own = [word for word in said if _best_of(word, here) >= MEANT > _best_of(word, there)]
            beside = [sum(best(w, words) >= MEANT > _best_of(w, here) for w in said) for words in there]
            if here and not own and max(beside, default=0) >= FEWEST:
                yield mark


def _marks(text: str) -> set[str]:
    return {next(filter(None, found)) for found in _MARKS.findall(text)}


def _best_of(word: Word, sentences: Sequence[Sequence[Word]]) -> float:
    return max((best(word, words) for words in sentences), default=0.0)


def _sentences(text: str, language: Language) -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]
