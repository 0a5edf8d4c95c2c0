"""The subject index as numbers: vectors and postings of its phrases, made once and kept in a file.

Making them takes seconds, reading the file or changing a few articles takes a tenth of one. The file is
derived: where it is missing, damaged or of other phrases, it is made again.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vectorstore import lexical
from vectorstore.analysis import Analyser
from vectorstore.arrays import UNREADABLE, told_in, write_arrays
from vectorstore.ports import Embedder, Vectors
from vectorstore.subject_index.phrases import Article, Phrase

FORMAT = 3  # raise it when the same phrases give other numbers

K1, B = 1.2, 0.5  # phrases of an article that has many are no padding
SHORT = 96  # numbers of a shortened vector


@dataclass(frozen=True, slots=True)
class Compiled:
    """Phrases of an article lie side by side; the articles that hold a stem, too."""

    articles: Sequence[Article]  # in order
    first: NDArray[np.int64]  # row of each article's first phrase
    vectors: NDArray[np.float16]  # a row a phrase; widened where used, which a start need not wait for
    axes: Vectors  # (dimension, at most SHORT): the directions in which phrases differ most
    short: (
        Vectors  # the vectors along these: products with them are nearly the cosines, for a third of the work
    )
    stems: dict[str, int]  # number of each stem
    starts: NDArray[np.int64]  # where the postings of each stem begin, and where the last ones end
    holders: NDArray[np.int32]  # numbers of articles
    times: NDArray[np.int32]  # how often the phrases of each hold the stem
    gains: NDArray[np.float32]  # what each gains by it: BM25, all phrases of an article as its text
    lengths: NDArray[np.int64]  # stems in the phrases of each article


def compiled(phrases: Sequence[Phrase], embedder: Embedder, analyser: Analyser) -> Compiled:
    """Half floats are exact enough, and what is kept is what was made."""
    articles = sorted({phrase.article for phrase in phrases})
    number = {article: n for n, article in enumerate(articles)}
    phrases = sorted(phrases, key=lambda phrase: number[phrase.article])
    article_of = np.array([number[phrase.article] for phrase in phrases], dtype=np.int64)
    vectors = _half(embedder.embed_passages([phrase.text for phrase in phrases]))
    axes = _axes(vectors)
    lengths = np.zeros(len(articles), dtype=np.int64)
    times: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for phrase in phrases:
        stems = analyser.stems(phrase.text, phrase.language)
        lengths[number[phrase.article]] += len(stems)
        for stem in stems:
            times[stem][number[phrase.article]] += 1
    starts = np.cumsum([0, *map(len, times.values())], dtype=np.int64)
    holders = np.array([article for held in times.values() for article in held], dtype=np.int32)
    counts = np.array([count for held in times.values() for count in held.values()], dtype=np.int32)
    return Compiled(
        articles=articles,
        first=_first(article_of, len(articles)),
        vectors=vectors.astype(np.float16),
        axes=axes,
        short=_half(vectors @ axes),
        stems={stem: n for n, stem in enumerate(times)},
        starts=starts,
        holders=holders,
        times=counts,
        gains=_gains(starts, holders, counts, lengths),
        lengths=lengths,
    )


def changed(
    base: Compiled, anew: Mapping[Article, Sequence[Phrase]], embedder: Embedder, analyser: Analyser
) -> Compiled:
    """These articles with these phrases and no others; all the rest as it was, and so are the axes."""
    part = compiled([phrase for phrases in anew.values() for phrase in phrases], embedder, analyser)
    articles = sorted({*part.articles, *(article for article in base.articles if article not in anew)})
    number = {article: n for n, article in enumerate(articles)}
    both = base, part
    # By the old number of an article its new one; -1: none any more.
    renumbered = (
        np.array([-1 if article in anew else number[article] for article in base.articles], dtype=np.int64),
        np.array([number[article] for article in part.articles], dtype=np.int64),
    )

    article_of = np.concatenate([new[_owners(one)] for one, new in zip(both, renumbered, strict=True)])
    rows = _sorted(article_of, article_of >= 0)
    vectors = np.concatenate([base.vectors, part.vectors])[rows]

    stems = dict(base.stems)
    for stem in part.stems:
        stems.setdefault(stem, len(stems))
    moved = np.arange(len(base.stems)), np.array([stems[stem] for stem in part.stems], dtype=np.int64)
    stem_of = np.concatenate([n.repeat(np.diff(one.starts)) for one, n in zip(both, moved, strict=True)])
    holders = np.concatenate([new[one.holders] for one, new in zip(both, renumbered, strict=True)])
    postings = _sorted(stem_of, holders >= 0)
    holders = holders[postings].astype(np.int32)
    times = np.concatenate([base.times, part.times])[postings]
    starts = np.searchsorted(stem_of[postings], np.arange(len(stems) + 1)).astype(np.int64)
    lengths = np.zeros(len(articles), dtype=np.int64)
    for one, new in zip(both, renumbered, strict=True):
        lengths[new[new >= 0]] = one.lengths[new >= 0]
    return Compiled(
        articles=articles,
        first=_first(article_of[rows], len(articles)),
        vectors=vectors,
        axes=base.axes,
        short=np.concatenate([base.short, _half(part.vectors.astype(np.float32) @ base.axes)])[rows],
        stems=stems,
        starts=starts,
        holders=holders,
        times=times,
        gains=_gains(starts, holders, times, lengths),
        lengths=lengths,
    )


def kept(path: Path, key: str, make: Callable[[], Compiled]) -> Compiled:
    """What the file holds under this key, or what is made and then kept there, if the disk lets us."""
    key = f"{FORMAT} {key}"
    found = _read(path, key)
    if found is None:
        found = make()
        with suppress(OSError):  # only the next start is slower for it
            _write(path, key, found)
    return found


def _half(vectors: Vectors) -> Vectors:
    """As they come back from the file."""
    half: Vectors = vectors.astype(np.float16).astype(np.float32)
    return half


def _axes(vectors: Vectors) -> Vectors:
    """Principal axes through the origin, the strongest first."""
    _, found = np.linalg.eigh(vectors.T @ vectors)  # ascending
    return _half(found[:, ::-1][:, :SHORT])


def _first(article_of: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    return np.searchsorted(article_of, np.arange(count)).astype(np.int64)


def _owners(one: Compiled) -> NDArray[np.int64]:
    """Of each phrase, the number of its article."""
    return np.searchsorted(one.first, np.arange(len(one.vectors)), side="right") - 1


def _sorted(numbers: NDArray[np.int64], wanted: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Where those that are wanted lie, by number; of one number, as they came."""
    places = np.flatnonzero(wanted)
    return places[np.argsort(numbers[places], kind="stable")]


def _gains(
    starts: NDArray[np.int64],
    holders: NDArray[np.int32],
    times: NDArray[np.int32],
    lengths: NDArray[np.int64],
) -> NDArray[np.float32]:
    """BM25 of every posting."""
    count, held = len(lengths), np.diff(starts)
    idf = np.array([lexical.inverse_frequency(count, n) for n in held.tolist()])
    average = lengths.mean() if count else 1.0
    length = K1 * (1 - B + B * lengths[holders] / average)
    gains: NDArray[np.float32] = (idf.repeat(held) * times * (K1 + 1) / (times + length)).astype(np.float32)
    return gains


def _write(path: Path, key: str, made: Compiled) -> None:
    words = {"key": key, "articles": list(made.articles), "stems": list(made.stems)}
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_arrays(
        path,
        words,
        first=made.first,
        vectors=made.vectors,
        axes=made.axes.astype(np.float16),
        short=made.short.astype(np.float16),
        starts=made.starts,
        holders=made.holders,
        times=made.times,
        gains=made.gains,
        lengths=made.lengths,
    )


def _read(path: Path, key: str) -> Compiled | None:
    try:
        with np.load(path, allow_pickle=False) as held:
            words = told_in(held)
            if words["key"] != key:
                return None
            return Compiled(
                articles=[(act, article) for act, article in words["articles"]],
                first=held["first"],
                vectors=held["vectors"],
                axes=held["axes"].astype(np.float32),
                short=held["short"].astype(np.float32),
                stems={stem: n for n, stem in enumerate(words["stems"])},
                starts=held["starts"],
                holders=held["holders"],
                times=held["times"],
                gains=held["gains"],
                lengths=held["lengths"],
            )
    except UNREADABLE:
        return None
