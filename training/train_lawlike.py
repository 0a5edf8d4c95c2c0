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
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from casefile.language import SPOKEN
from vectorstore.arrays import write_arrays
from vectorstore.lawlike import BUCKETS, buckets
from vectorstore.subject_index.outside import BUILT_IN, NO_LAW
from vectorstore.subject_index.phrases import built_in, read

QUESTIONS = Path(__file__).with_name("questions")
UNANSWERABLE = (
    QUESTIONS / "unanswerable"
)  # no topics of `Outside`: but for a name they may be asked of our law
COMPLAINTS = Path(__file__).with_name("sentences") / "complaints.tsv"
TIMES = 10  # that each of our questions counts: beside a hundred thousand phrases they are few
STEPS, RATE, RIDGE = 150, 0.1, 3e-6
LARGEST = 127  # of a weight as it is kept

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Texts:
    """The buckets of many texts, one after another."""

    held: NDArray[np.int64]
    first: NDArray[np.int64]  # where each text begins
    shares: Floats  # of each bucket of a text: one by the root of how many it holds

    def weighed(self, weights: Floats) -> Floats:
        """Of each text the sum that its logit is made of."""
        return np.asarray(np.add.reduceat(weights[self.held] * self.shares, self.first))


def texts(said: Sequence[str]) -> Texts:
    rows = [buckets(one) for one in said]
    counts = np.array([len(held) for held in rows])
    return Texts(
        held=np.concatenate([np.array(held, dtype=np.int64) for held in rows]),
        first=np.concatenate([[0], np.cumsum(counts)[:-1]]),
        shares=np.repeat(1 / np.sqrt(counts), counts),
    )


def learned(law: Sequence[str], other: Sequence[str]) -> tuple[Floats, float]:
    """Weights and bias of a logistic model, by Adam over all texts at once."""
    known = texts([*law, *other])
    labels = np.array([1.0] * len(law) + [0.0] * len(other))
    worth = np.where(labels == 1, 0.5 / len(law), 0.5 / len(other))
    row = np.repeat(np.arange(len(labels)), np.diff([*known.first, len(known.held)]))
    found, mean, square = np.zeros(BUCKETS + 1), np.zeros(BUCKETS + 1), np.zeros(BUCKETS + 1)
    for step in range(1, STEPS + 1):
        expected = 1 / (1 + np.exp(-(known.weighed(found[:-1]) + found[-1])))
        wrong = worth * (expected - labels)
        slope = np.bincount(known.held, weights=known.shares * wrong[row], minlength=BUCKETS)
        slope = np.append(slope + RIDGE * found[:-1], wrong.sum())  # the bias is not shrunk
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        found -= RATE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return found[:-1], float(found[-1])


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
    other = [one.text for one in outside if one.article[0] in NO_LAW] + [
        one.text for one in read(UNANSWERABLE)
    ]
    weights, bias = learned(law, other)
    step = float(np.abs(weights).max()) / LARGEST
    kept = np.round(weights / step).astype(np.int8)
    write_arrays(given.out, {"step": step, "bias": bias}, weights=kept)
    print(len(law), "phrases of law,", len(other), "others;", given.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
