"""Learns how questions of law sound, from our phrases alone.

Law: the phrases of every article, and of the acts that may be missing (they are law where somebody takes them
in), plain questions, and what people tell of what happened to them. Not law: the subjects that are none, and
whole questions about a case's facts, general knowledge, everyday life and other countries' law. Both sides
weigh the same. The same files give the same weights.

    python -m training.train_lawlike --out vectorstore/lawlike.npz
"""

import argparse
import tomllib
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

import numpy as np

from casefile.language import SPOKEN
from training import hashed_logistic
from training.hashed_logistic import Floats, rows
from vectorstore.hashed import write_hashed
from vectorstore.lawlike import buckets
from vectorstore.subject_index.outside import BUILT_IN, NO_LAW
from vectorstore.subject_index.phrases import built_in, read

QUESTIONS = Path(__file__).with_name("questions")
UNANSWERABLE = QUESTIONS / "unanswerable"  # no topics: but for a name they may be asked of our law
COMPLAINTS = Path(__file__).with_name("sentences") / "complaints.tsv"
TIMES = 10  # that each of our questions counts: beside a hundred thousand phrases they are few
STEPS, RATE, RIDGE = 150, 0.1, 3e-6


def learned(law: Sequence[str], other: Sequence[str]) -> tuple[Floats, float]:
    """Weights and bias."""
    labels = np.array([1.0] * len(law) + [0.0] * len(other))
    worth = np.where(labels == 1, 0.5 / len(law), 0.5 / len(other))
    known = rows([buckets(one) for one in (*law, *other)])
    return hashed_logistic.learned(known, labels, worth, steps=STEPS, rate=RATE, ridge=RIDGE)


def questions() -> Iterator[str]:
    """What people ask of the law, and tell of what happened to them, in three languages."""
    for path in (QUESTIONS / "asked.tsv", QUESTIONS / "told.tsv", COMPLAINTS):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from line.split("\t") if line else []
    sets = tomllib.loads((QUESTIONS / "frames.toml").read_text(encoding="utf-8"))
    for said, language in product(sets.values(), SPOKEN):
        for frame, matter in product(said["frames"][language], said["matters"][language]):
            yield frame.format(matter)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    outside = read(BUILT_IN)
    law = [one.text for one in built_in()] + [one.text for one in outside if one.article[0] not in NO_LAW]
    law += TIMES * list(questions())
    other = [one.text for one in outside if one.article[0] in NO_LAW]
    other += [one.text for one in read(UNANSWERABLE)]
    weights, bias = learned(law, other)
    write_hashed(given.out, weights, bias)
    print(len(law), "phrases of law,", len(other), "others;", given.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
