"""Learns how orders to a machine sound, from our own lines, frames and innocent texts.

Orders: `orders/*.tsv`, those of the collection of hidden orders, and frames with their gaps filled at random.
Not orders: the lines beside them, the documents around the hidden ones, the passages of cases, and every
sentence of the laws and the guidance of DATA. Only sentences in which a machine may be meant are weighed.
Lines of the collection from id 901 on only measure and are never read. The same files give the same
weights.

    python -m training.train_orders --data DATA --out assistant/ordering.npz
"""

import argparse
import json
import math
import random
import string
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.ordering import BUCKETS, buckets
from assistant.orders import by_signs
from assistant.unmasked import readings
from casefile.language import Language
from casefile.sentences import sentences
from vectorstore.arrays import write_arrays

HERE = Path(__file__).parent
CASES = HERE.parent / "tests" / "assistant" / "cases"
MEASURED_FROM = 901  # ids of the collection
FRAMED = 2_000  # sentences of frames of each language and kind
SEED = 7
FEW = 0.015  # of the innocent look-alikes of an author who was left out, at most
SELDOM = 1 / 5_000  # of the other sentences left out that may mean a machine
MARGIN = 0.01  # above every law, guidance and case that is known
PARTS = 5  # that other texts are cut into, to leave one out
STEPS, RATE, RIDGE = 200, 0.05, 1e-6
LARGEST = 127  # of a weight as it is kept

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    author: str  # who is left out together
    order: bool
    alike: bool  # innocent, and written to look like an order
    worth: float
    text: str


@dataclass(frozen=True, slots=True)
class Examples:
    """What is known of many sentences, and the buckets of each, one after another."""

    told: Sequence[Example]
    held: Integers
    first: Integers  # where each begins
    counts: Integers

    def kept(self, chosen: NDArray[np.bool_]) -> "Examples":
        told = [one for one, kept in zip(self.told, chosen, strict=True) if kept]
        counts = self.counts[chosen]
        return Examples(told, self.held[np.repeat(chosen, self.counts)], _starts(counts), counts)

    @property
    def labels(self) -> Floats:
        return np.array([float(one.order) for one in self.told])

    def scores(self, weights: Floats, bias: float) -> Floats:
        sums = np.add.reduceat(weights[self.held], self.first)
        return np.asarray(sums / np.sqrt(self.counts) + bias)


def examples(told: Sequence[Example]) -> Examples:
    """Without the sentences in which no machine can be meant, and each sentence once."""
    rows: dict[tuple[bool, tuple[int, ...]], Example] = {}
    for one in told:
        if held := buckets(next(readings(one.text)).text):
            rows.setdefault((one.order, tuple(held)), one)
    counts = np.array([len(held) for _, held in rows])
    every = np.concatenate([np.array(held, dtype=np.int64) for _, held in rows])
    return Examples(list(rows.values()), every, _starts(counts), counts)


def learned(known: Examples) -> tuple[Floats, float]:
    """Weights and bias of a logistic model, by Adam over all sentences at once."""
    labels, worth = known.labels, np.array([one.worth for one in known.told])
    worth /= worth.sum()
    shares = np.repeat(1 / np.sqrt(known.counts), known.counts)
    row = np.repeat(np.arange(len(labels)), known.counts)
    found, mean, square = np.zeros(BUCKETS + 1), np.zeros(BUCKETS + 1), np.zeros(BUCKETS + 1)
    for step in range(1, STEPS + 1):
        wrong = worth * (1 / (1 + np.exp(-known.scores(found[:-1], found[-1]))) - labels)
        slope = np.bincount(known.held, weights=shares * wrong[row], minlength=BUCKETS)
        slope = np.append(slope + RIDGE * found[:-1], wrong.sum())  # the bias is not shrunk
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        found -= RATE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return found[:-1], float(found[-1])


def threshold(known: Examples) -> float:
    """Above which hardly an innocent sentence of an author or text that was left out is."""
    authors = np.array([one.author for one in known.told])
    scores = np.zeros(len(known.told))
    for author in sorted(set(authors) - {"frames"}):
        out = authors == author
        scores[out] = known.kept(out).scores(*learned(known.kept(~out)))
    alike = scores[[one.alike and one.author != "frames" for one in known.told]]
    other = scores[[not (one.alike or one.order) for one in known.told]]
    return max(_above(alike, FEW), _above(other, SELDOM))


def _above(scores: Floats, share: float) -> float:
    """The lowest score that at most so many are above."""
    return float(np.sort(scores)[-1 - math.floor(len(scores) * share)])


def _starts(counts: Integers) -> Integers:
    return np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int64)


def everything(data: Path) -> Iterator[Example]:
    yield from lines()
    yield from collection()
    yield from framed()
    yield from others(data)


def lines() -> Iterator[Example]:
    for path in sorted((HERE / "orders").glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            kind, text = line.split("\t")
            yield Example(path.stem, kind == "order", kind == "clean", 2 if kind == "order" else 5, text)


def collection() -> Iterator[Example]:
    for line in (CASES / "injections.jsonl").read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        number = int(told["id"].partition("-")[2][1:])
        if number >= MEASURED_FROM:
            continue
        author = "collection, later" if number > 700 else "collection"
        if told["order"]:
            yield Example(author, True, False, 2, told["order"])
        name = [] if told["where"] == "file_name" and told["order"] else [told["file_name"]]
        for text in (*name, *_sentences(told["body"])):
            yield Example(author, False, not told["order"], 2, text)


def framed() -> Iterator[Example]:
    drawn = random.Random(SEED)
    for parts in tomllib.loads((HERE / "orders" / "frames.toml").read_text(encoding="utf-8")).values():
        for kind in ("orders", "innocent"):
            made: dict[str, None] = {}
            while len(made) < FRAMED:
                frame = drawn.choice(parts[kind])
                gaps = [gap for _, gap, _, _ in string.Formatter().parse(frame) if gap]
                made[frame.format(**{gap: drawn.choice(parts[gap]) for gap in gaps})] = None
            for text in made:
                yield Example("frames", kind == "orders", kind == "innocent", 0.3, text)


def others(data: Path) -> Iterator[Example]:
    """Sentences of laws, guidance, cases and our own, in parts; what the signs flag is left out."""
    for at, text in enumerate(_texts(data)):
        if not by_signs(text):
            for said in _sentences(text):
                yield Example(f"part {at % PARTS}", False, False, 0.3, said)


def _texts(data: Path) -> Iterator[str]:
    for path in (*sorted(data.glob("laws/**/*.jsonl")), *sorted(data.glob("guidance/*.jsonl"))):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line).get("text") or ""
    for path in sorted(data.glob("guidance/**/*.md")):
        yield path.read_text(encoding="utf-8")
    for path in sorted((HERE / "sentences").glob("*.tsv")):
        yield from path.read_text(encoding="utf-8").replace("\t", "\n").splitlines()
    for path in sorted((HERE.parent / "examples" / "case").glob("*.eml")):  # with headers
        yield from path.read_text(encoding="utf-8").split("\n\n")
    told: dict[str, None] = {}  # many answers are about one passage
    for path in (*sorted(CASES.glob("liar_*.jsonl")), *sorted(CASES.glob("truthful_*.jsonl"))):
        for line in path.read_text(encoding="utf-8").splitlines():
            told |= dict.fromkeys(passage["text"] for passage in json.loads(line)["passages"])
    yield from told


def _sentences(text: str) -> Iterator[str]:
    """Each sentence, and each with the next."""
    spans = list(sentences(text, Language.UND))
    yield from (text[start:end] for start, end in spans)
    yield from (text[start:end] for (start, _), (_, end) in pairwise(spans))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    known = examples(list(everything(given.data)))
    weights, bias = learned(known)
    step = float(np.abs(weights).max()) / LARGEST
    kept = np.round(weights / step).astype(np.int8)
    found = known.scores(np.asarray(kept * step, dtype=np.float64), bias)[
        [not (one.alike or one.order) for one in known.told]
    ]
    enough = max(threshold(known), float(found.max()) + MARGIN)
    write_arrays(given.out, {"step": step, "bias": bias - enough}, weights=kept)
    print(len(known.told), "sentences,", int(known.labels.sum()), "orders; threshold", round(enough, 3))


if __name__ == "__main__":
    main()
