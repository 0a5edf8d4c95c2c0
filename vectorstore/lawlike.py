"""Whether a question sounds like one of law: of what is to happen, to anybody, here.

Cooking, history, what a witness saw and the law of another country sound otherwise, whatever words they
share with the law. Groups of letters decide, weighed as `training/train_lawlike.py` learned it from phrases.
Knows no passage, nor which acts are searched: taxes sound like law where no act of taxes is.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from vectorstore import hashed
from vectorstore.analysis.folding import fold

LEARNED = Path(__file__).with_name("lawlike.npz")
SHORTEST, LONGEST = 2, 5  # letters of a group; the edges of a word count as letters

_WORD = re.compile(r"\w+")


def lawlike(text: str) -> float:
    """Logit: above zero where the text sounds more like a question of law than like others.

    >>> lawlike("что грозит за кражу велосипеда?") > 0 > lawlike("сколько варить яйца всмятку")
    True
    """
    return _learned().logit(buckets(text))


def buckets(text: str) -> list[int]:
    """The numbers of the groups of letters that the text holds, each once, in order."""
    return hashed.buckets(_groups(text))


def _groups(text: str) -> Iterator[str]:
    for word in dict.fromkeys(_WORD.findall(text.lower())):
        edged = f" {fold(word)} "
        for length in range(SHORTEST, LONGEST + 1):
            for at in range(max(1, len(edged) - length + 1)):
                yield edged[at : at + length]


@cache
def _learned() -> hashed.Hashed:
    return hashed.read_hashed(LEARNED)
