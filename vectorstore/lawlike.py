"""Whether a question sounds like one of law: of what is to happen, to anybody, here.

Cooking, history, what a witness saw and the law of another country sound otherwise, whatever words they
share with the law. Groups of letters decide, weighed as `training/train_lawlike.py` learned it from phrases.
Knows no passage, nor which acts are searched: taxes sound like law where no act of taxes is.
"""

import math
import re
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vectorstore.analysis.folding import fold
from vectorstore.arrays import told_in

LEARNED = Path(__file__).with_name("lawlike.npz")
SHORTEST, LONGEST = 2, 5  # letters of a group; the edges of a word count as letters
BUCKETS = 1 << 16  # groups share a weight where their checksums meet

_WORD = re.compile(r"\w+")


def lawlike(text: str) -> float:
    """Logit: above zero where the text sounds more like a question of law than like others.

    >>> lawlike("что грозит за кражу велосипеда?") > 0 > lawlike("сколько варить яйца всмятку")
    True
    """
    weights, bias = _learned()
    held = buckets(text)
    return bias + float(weights[held].sum()) / math.sqrt(len(held)) if held else bias


def buckets(text: str) -> list[int]:
    """The numbers of the groups of letters that the text holds, each once, in order."""
    return sorted({zlib.crc32(group.encode()) % BUCKETS for group in _groups(text)})


def _groups(text: str) -> Iterator[str]:
    for word in dict.fromkeys(_WORD.findall(text.lower())):
        edged = f" {fold(word)} "
        for length in range(SHORTEST, LONGEST + 1):
            for at in range(max(1, len(edged) - length + 1)):
                yield edged[at : at + length]


@cache
def _learned() -> tuple[NDArray[np.float32], float]:
    """A weight for each bucket, and what is added to all."""
    with np.load(LEARNED, allow_pickle=False) as held:
        told = told_in(held)
        return held["weights"].astype(np.float32) * np.float32(told["step"]), float(told["bias"])
