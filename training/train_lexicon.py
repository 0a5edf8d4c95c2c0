"""Learns which stems of two languages mean the same, from translated pairs and the glossary.

IBM model 1 (Brown and others, 1993) in both directions; a pair of stems weighs the geometric mean of its two
probabilities, so a word that merely stands beside many others weighs little. Knows nothing of search.

    python -m training.train_lexicon --data ../shared/data --out vectorstore/lexicon.tsv.gz
"""

import argparse
import gzip
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from casefile.language import Language
from training.corpus import Pair, read_own, read_pairs
from vectorstore.analysis import Analyser

ROUNDS = 5
LONGEST = 40  # stems of one side: a longer text teaches little and costs the square of it
REPEATED = {"dict": 2.0, "term": 4.0, "phrase": 0.5}  # what a pair counts by its kind; others count once
PROBABLE = 0.01  # in both directions, or the pair is dropped
WEIGHTY = 0.12  # of the weight, or the translation is dropped
MOST = 5  # translations of one stem into one language

_NUMBER = re.compile(r"\d")

Weighted = tuple[tuple[str, ...], tuple[str, ...], float]  # stems, stems, how often it counts
Chances = dict[tuple[str, str], float]  # (given, translation) -> probability


@dataclass(frozen=True, slots=True)
class Texts:
    """Stems of all pairs of two languages."""

    left: Language
    right: Language
    pairs: Sequence[Weighted]


def read(pairs: Iterable[Pair], analyser: Analyser) -> list[Texts]:
    """Pairs between two languages as stems, each stem of a text once."""
    found: defaultdict[tuple[str, str], list[Weighted]] = defaultdict(list)
    for pair in pairs:
        languages = pair.left_language, pair.right_language
        if languages[0] == languages[1]:
            continue
        left, right = (
            tuple(dict.fromkeys(analyser.stems(text, Language(language))))
            for text, language in zip((pair.left, pair.right), languages, strict=True)
        )
        if 0 < len(left) <= LONGEST and 0 < len(right) <= LONGEST:
            found[languages].append((left, right, REPEATED.get(pair.kind, 1.0)))
    return [Texts(Language(a), Language(b), known) for (a, b), known in sorted(found.items())]


def chances(pairs: Sequence[Weighted], rounds: int = ROUNDS) -> Chances:
    """How probably each left stem is said as each right one, by expectation and maximisation.

    Every pair of a left stem (or of nothing, so that a word may have no counterpart) and a right stem in
    the same text is one row; a round is three sums over all rows.
    """
    lefts: dict[str, int] = {"": 0}
    rights: dict[str, int] = {}
    left_of: list[int] = []
    right_of: list[int] = []
    word_of: list[int] = []
    counts: list[float] = []
    for left, right, weight in pairs:
        numbers = [0, *(lefts.setdefault(stem, len(lefts)) for stem in left)]
        for stem in right:
            left_of += numbers
            right_of += [rights.setdefault(stem, len(rights))] * len(numbers)
            word_of += [len(counts)] * len(numbers)
            counts.append(weight)
    together, row = np.unique(
        np.array(left_of, dtype=np.int64) * len(rights) + np.array(right_of, dtype=np.int64),
        return_inverse=True,
    )
    given, word, count = together // len(rights), np.array(word_of), np.array(counts)
    chance: NDArray[np.float64] = np.ones(len(together))
    for _ in range(rounds):
        expected = chance[row]
        expected *= (count / np.bincount(word, expected))[word]
        counted = np.bincount(row, expected)
        chance = counted / np.bincount(given, counted)[given]
    left_stems, right_stems = list(lefts), list(rights)
    return {
        (left_stems[g], right_stems[t]): float(p)
        for g, t, p in zip(given, together % len(rights), chance, strict=True)
        if g and p >= PROBABLE
    }


def weights(texts: Texts) -> Iterator[tuple[Language, str, Language, str, float]]:
    """Every pair of stems that is probable in both directions, once each way round."""
    there = chances(texts.pairs)
    back = chances([(right, left, weight) for left, right, weight in texts.pairs])
    for (left, right), chance in there.items():
        weight = math.sqrt(chance * back.get((right, left), 0.0))
        if weight >= WEIGHTY:
            yield texts.left, left, texts.right, right, weight
            yield texts.right, right, texts.left, left, weight


def lines(known: Iterable[tuple[Language, str, Language, str, float]]) -> Iterator[str]:
    """The file `vectorstore.lexicon.Lexicon` reads, in alphabetical order."""
    found: defaultdict[tuple[Language, str], dict[Language, list[tuple[int, str]]]] = defaultdict(dict)
    for language, stem, other, translation, weight in known:
        if not _NUMBER.search(stem + translation):  # numbers are the same in every language
            found[language, stem].setdefault(other, []).append((round(100 * weight), translation))
    for (language, stem), others in sorted(found.items()):
        best = [(weight, other, t) for other, some in others.items() for weight, t in _best(some)]
        cells = (f"{other}:{t}:{weight}" for weight, other, t in sorted(best, key=lambda b: (-b[0], b[1:])))
        yield "\t".join([language, stem, *cells]) + "\n"


def _best(some: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    return sorted(some, key=lambda pair: (-pair[0], pair[1]))[:MOST]


def main() -> None:
    """Reads the pairs, learns, writes the file."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    chosen = options.parse_args()
    everything = [*read_pairs(chosen.data), *read_own()]
    known = [found for texts in read(everything, Analyser()) for found in weights(texts)]
    with chosen.out.open("wb") as file, gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed:
        packed.writelines(line.encode() for line in lines(known))
    print(f"{chosen.out}: {len(known)} translations, {chosen.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
