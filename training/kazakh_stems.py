"""Learns which Kazakh stems and endings there are, from running text: what the stemmer chooses by.

Every word of the text is cut in every way the graph of endings allows; expectation and maximisation share
it out among the cuts. Each stem pays for being one (a discount, as in Goldwater and others, 2009), so those
that are seen with several endings win over words that were never cut. Knows nothing of search.

    python -m training.kazakh_stems --data ../shared/data --out vectorstore/analysis/kazakh_stems.tsv.gz
"""

import argparse
import gzip
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.corpus import read_own, read_pairs
from vectorstore.analysis.folding import fold, hardened
from vectorstore.analysis.kazakh_endings import cuts

ROUNDS = 12
DISCOUNT = 0.9  # of a stem's count, every round
BARE = 0.3  # of the count of words without an ending: many could have one
ENDING_DISCOUNT = 0.2
KEPT = 1.5, 2.0  # the least count of a stem, and of an ending, that is written down
LONGEST = 24  # letters

Floats = NDArray[np.float64]

_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[а-яё]+")


def kazakh_words(data: Path) -> set[str]:
    """Every folded Cyrillic word of the Kazakh side of our pairs and of the Kazakh laws."""
    texts = [
        text
        for pair in [*read_pairs(data), *read_own()]
        for text, language in ((pair.left, pair.left_language), (pair.right, pair.right_language))
        if language == "kk"
    ]
    for path in sorted((data / "laws" / "kk").glob("*.jsonl")):
        texts += [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    found = {fold(word) for text in dict.fromkeys(texts) for word in _WORD.findall(text.lower())}
    return {word for word in found if _CYRILLIC.fullmatch(word) and 1 < len(word) <= LONGEST}


def learned(words: Iterable[str]) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Natural logarithms of the probability of each stem and of each chain of endings."""
    stems: dict[str, int] = {}
    chains: dict[str, int] = {"": 0}
    word_of, stem_of, chain_of = [], [], []
    for number, word in enumerate(sorted(words)):
        for stem, chain in sorted(set(cuts(word))):
            word_of.append(number)
            stem_of.append(stems.setdefault(hardened(stem), len(stems)))
            chain_of.append(chains.setdefault(chain, len(chains)))
    at_word, at_stem, at_chain = (np.array(numbers) for numbers in (word_of, stem_of, chain_of))
    stem_count: Floats
    chain_count: Floats
    stem_share: Floats = _sums(at_stem, 1 / np.bincount(at_word)[at_word])
    chain_share: Floats = np.ones(len(chains))
    for _ in range(ROUNDS):
        expected = (stem_share / stem_share.sum())[at_stem] * (chain_share / chain_share.sum())[at_chain]
        expected = expected / _sums(at_word, expected)[at_word]
        stem_count, chain_count = _sums(at_stem, expected), _sums(at_chain, expected)
        chain_count[0] *= BARE
        stem_share = np.maximum(stem_count - DISCOUNT, 1e-6)
        chain_share = np.maximum(chain_count - ENDING_DISCOUNT, 1e-9)
    return (
        _logarithms(stems, stem_count, KEPT[0]),
        _logarithms(chains, chain_count, KEPT[1]),
    )


def _sums(rows: NDArray[np.int64], weights: Floats) -> Floats:
    """The sum of the weights of each row number."""
    return np.asarray(np.bincount(rows, weights), dtype=np.float64)


def _logarithms(names: Iterable[str], counts: Floats, least: float) -> Mapping[str, float]:
    whole = float(counts.sum())
    return {
        name: round(math.log(count / whole), 2)
        for name, count in zip(names, counts.tolist(), strict=True)
        if count >= least
    }


def lines(stems: Mapping[str, float], chains: Mapping[str, float]) -> Iterator[str]:
    """The file `KazakhStemmer` reads: chains with an equals sign before them, then stems."""
    yield from (f"={chain}\t{chance}\n" for chain, chance in sorted(chains.items()))
    yield from (f"{stem}\t{chance}\n" for stem, chance in sorted(stems.items()))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    chosen = options.parse_args()
    stems, chains = learned(kazakh_words(chosen.data))
    with chosen.out.open("wb") as file, gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed:
        packed.writelines(line.encode() for line in lines(stems, chains))
    print(f"{chosen.out}: {len(stems)} stems, {len(chains)} chains of endings")


if __name__ == "__main__":
    main()
