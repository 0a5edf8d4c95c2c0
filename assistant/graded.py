"""Finds numbers that the quotes give for an aggravated kind of a thing, and a statement for the plain kind.

"Особо тяжком – пятисот" is not "тяжком – двухсот пятидесяти". Knows nothing of passages.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.meaning import Word, best, content
from assistant.numbers import quantities
from assistant.spoken import Spoken
from casefile.language import Language

SURE = 0.7  # likeness from which two words are one
_MORE = re.compile(
    r"\b(?:особо|аса|ерекше|especially|particularly|exceptionally)\s+([^\W\d_]{3,})", re.IGNORECASE
)
_ITEM = re.compile(r"[;,]\s+|\s+(?:и|а|және|ал|and)\s+", re.IGNORECASE)


def graded(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterator[str]:
    """Numbers that stand only beside the other grade of a word that the quotes have in both."""
    items = [(item, tongue) for quote, tongue in quotes for item in _ITEM.split(quote)]
    for item, tongue in items:
        for graded_word in content(" ".join(_MORE.findall(item)), tongue):
            more, plain = _numbers(graded_word, items, True), _numbers(graded_word, items, False)
            if not more or not plain:
                continue
            for said in _ITEM.split(text):
                word = [graded_word]
                is_more = _has(word, said, language, True)
                if is_more is _has(word, said, language, False):
                    continue
                wrong = plain - more if is_more else more - plain
                yield from sorted({q.number for q in quantities(said, language)} & wrong)


def _numbers(word: Word, items: Sequence[Spoken], more: bool) -> set[str]:
    return {q.number for item, t in items if _has([word], item, t, more) for q in quantities(item, t)}


def _has(word: Sequence[Word], text: str, language: Language, more: bool) -> bool:
    """Whether the text has the word in this grade."""
    words = " ".join(_MORE.findall(text)) if more else _MORE.sub(" ", text)
    return any(best(one, word) >= SURE for one in content(words, language))
