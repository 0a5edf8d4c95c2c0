"""Learns how orders to a machine sound, from our own lines, frames and innocent texts.

Orders: `orders/*.tsv`, those of the collection of hidden orders, and frames with their gaps filled at random.
Not orders: the lines beside them, the documents around the hidden ones, the passages of cases, and every
sentence of the laws and the guidance of DATA. Only sentences are weighed in which a machine may be meant, or
that stand beside one. Lines of the collection from id 1001 on only measure and are never read. The same
files give the same weights.

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

from assistant.ordering import buckets
from assistant.orders import by_signs, lines_within
from assistant.unmasked import readings
from casefile.language import Language
from casefile.sentences import sentences
from training import hashed_logistic
from training.hashed_logistic import Floats, Rows, rows
from vectorstore.hashed import rounded, write_hashed

HERE = Path(__file__).parent
CASES = HERE.parent / "tests" / "assistant" / "cases"
MEASURED_FROM = 1001  # ids of the collection
FRAMED = 2_000  # sentences of frames of each language and kind
SEED = 7
FEW = 0.02  # of the look-alikes of an author who was left out: rare in evidence, and cost a quotation
SELDOM = 1 / 1_000  # of the other sentences left out that are weighed
SUSPECT = 1 / 200  # of them: a remark is borne more often than a sentence that cannot be quoted
MARGIN = 0.01  # above every law, guidance and case that is known
PARTS = 5  # that other texts are cut into, to leave one out
STEPS, RATE, RIDGE = 200, 0.05, 1e-6


@dataclass(frozen=True, slots=True)
class Example:
    author: str  # who is left out together
    order: bool
    alike: bool  # innocent, and written to look like an order
    worth: float
    text: str


@dataclass(frozen=True, slots=True)
class Examples:
    """What is known of many sentences, and the buckets of each."""

    told: Sequence[Example]
    rows: Rows

    def kept(self, chosen: NDArray[np.bool_]) -> "Examples":
        told = [one for one, kept in zip(self.told, chosen, strict=True) if kept]
        return Examples(told, self.rows.kept(chosen))

    @property
    def labels(self) -> Floats:
        return np.array([float(one.order) for one in self.told])


def examples(told: Sequence[Example]) -> Examples:
    """Without the sentences in which no machine can be meant, and each sentence once."""
    known: dict[tuple[bool, tuple[int, ...]], Example] = {}
    for one in told:
        if held := buckets(next(readings(one.text)).text):
            known.setdefault((one.order, tuple(held)), one)
    return Examples(list(known.values()), rows([held for _, held in known]))


def learned(known: Examples) -> tuple[Floats, float]:
    """Weights and bias."""
    worth = np.array([one.worth for one in known.told])
    return hashed_logistic.learned(
        known.rows, known.labels, worth / worth.sum(), steps=STEPS, rate=RATE, ridge=RIDGE
    )


def thresholds(known: Examples) -> tuple[float, float]:
    """Above which hardly an innocent sentence of an author or text that was left out is; and few are."""
    authors = np.array([one.author for one in known.told])
    scores = np.zeros(len(known.told))
    for author in sorted(set(authors) - {"frames"}):
        out = authors == author
        scores[out] = known.kept(out).rows.scores(*learned(known.kept(~out)))
    alike = scores[[one.alike and one.author != "frames" for one in known.told]]
    other = scores[[not (one.alike or one.order) for one in known.told]]
    sure = max(_above(alike, FEW), _above(other, SELDOM))
    return sure, min(sure, _above(other, SUSPECT))


def _above(scores: Floats, share: float) -> float:
    """The lowest score that at most so many are above."""
    return float(np.sort(scores)[-1 - math.floor(len(scores) * share)])


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
        author = f"collection, {max(number // 100, 6)}00"
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
    for path in sorted((HERE.parent / "examples").glob("**/*")):  # letters with headers
        if path.suffix in (".eml", ".txt", ".md"):
            yield from path.read_text(encoding="utf-8", errors="replace").split("\n\n")
    told: dict[str, None] = {}  # many answers are about one passage
    for path in (*sorted(CASES.glob("liar_*.jsonl")), *sorted(CASES.glob("truthful_*.jsonl"))):
        for line in path.read_text(encoding="utf-8").splitlines():
            told |= dict.fromkeys(passage["text"] for passage in json.loads(line)["passages"])
    yield from told


def _sentences(text: str) -> Iterator[str]:
    """Each sentence, each with the next, and lines and cells that are less than one."""
    spans = list(sentences(text, Language.UND))
    yield from (text[start:end] for start, end in (*spans, *lines_within(text, spans)))
    yield from (text[start:end] for (start, _), (_, end) in pairwise(spans))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    known = examples(list(everything(given.data)))
    weights, bias = learned(known)
    kept, step = rounded(weights)
    found = known.rows.scores(np.asarray(kept * step, dtype=np.float64), bias)
    innocent = found[[not (one.alike or one.order) for one in known.told]]
    sure, perhaps = thresholds(known)
    enough = max(sure, float(innocent.max()) + MARGIN)
    write_hashed(given.out, weights, bias - enough, margin=enough - perhaps)
    print(len(known.told), "sentences,", int(known.labels.sum()), "orders; thresholds", enough, perhaps)


if __name__ == "__main__":
    main()
