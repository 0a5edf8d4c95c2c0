"""The texts that are searched for when speed is measured, and the clock. Imports nothing that it measures."""

import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.corpus import corpus
from benchmarks.questions import questions

SEARCHES, FIRST = 500, 20
TITLES = {"ru": 200, "kk": 90, "en": 66}
OWN = 144  # of our own questions; all together 500


def queries(shared: Path) -> list[str]:
    """Titles in three languages and our own questions, always the same, shuffled."""
    shuffled = random.Random(0)
    rows = corpus(shared)
    texts = shuffled.sample([question.text for question in questions()], OWN)
    for language, count in TITLES.items():
        titles = sorted({a.title for a in rows if a.lang == language and 10 < len(a.title) < 200})
        texts += shuffled.sample(titles, count)
    assert len(texts) == SEARCHES, len(texts)
    shuffled.shuffle(texts)
    return texts


def timed(work: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """Milliseconds of each, after a few that do not count."""
    for text in texts[-FIRST:]:
        work(text)
    took = []
    for text in texts:
        began = time.perf_counter()
        work(text)
        took.append((time.perf_counter() - began) * 1000)
    return took
