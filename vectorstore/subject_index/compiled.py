"""The subject index as numbers: vectors and postings of its phrases, made once and kept in a file.

Making them takes seconds, reading the file takes a tenth of one. The file is derived: where it is missing,
damaged or of other phrases, it is made again.
"""

import json
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

import numpy as np
from numpy.typing import NDArray

from vectorstore import lexical
from vectorstore.analysis import Analyser
from vectorstore.ports import Embedder, Vectors
from vectorstore.subject_index.phrases import Article, Phrase

FORMAT = 2  # raise it when the same phrases give other numbers

K1, B = 1.2, 0.5  # phrases of an article that has many are no padding
SHORT = 96  # numbers of a shortened vector


@dataclass(frozen=True, slots=True)
class Compiled:
    """Phrases of an article lie side by side; the articles that hold a stem, too."""

    articles: Sequence[Article]  # in order
    first: NDArray[np.int64]  # row of each article's first phrase
    vectors: Vectors  # a row a phrase
    axes: Vectors  # (dimension, at most SHORT): the directions in which phrases differ most
    short: (
        Vectors  # the vectors along these: products with them are nearly the cosines, for a third of the work
    )
    stems: dict[str, int]  # number of each stem
    starts: NDArray[np.int64]  # where the postings of each stem begin, and where the last ones end
    holders: NDArray[np.int32]  # numbers of articles
    gains: NDArray[np.float32]  # what each gains by the stem: BM25, all phrases of an article as its text


def compiled(phrases: Sequence[Phrase], embedder: Embedder, analyser: Analyser) -> Compiled:
    """Half floats are exact enough, and what is kept is what was made."""
    articles = sorted({phrase.article for phrase in phrases})
    number = {article: n for n, article in enumerate(articles)}
    phrases = sorted(phrases, key=lambda phrase: number[phrase.article])
    article_of = np.array([number[phrase.article] for phrase in phrases], dtype=np.int64)
    vectors = _half(embedder.embed_passages([phrase.text for phrase in phrases]))
    axes = _axes(vectors)
    stems, starts, holders, gains = _postings(
        [(number[phrase.article], analyser.stems(phrase.text, phrase.language)) for phrase in phrases],
        len(articles),
    )
    return Compiled(
        articles=articles,
        first=np.searchsorted(article_of, np.arange(len(articles))).astype(np.int64),
        vectors=vectors,
        axes=axes,
        short=_half(vectors @ axes),
        stems=stems,
        starts=starts,
        holders=holders,
        gains=gains,
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


def _postings(
    texts: Sequence[tuple[int, Sequence[str]]], count: int
) -> tuple[dict[str, int], NDArray[np.int64], NDArray[np.int32], NDArray[np.float32]]:
    lengths = np.zeros(count)
    times: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for article, stems in texts:
        lengths[article] += len(stems)
        for stem in stems:
            times[stem][article] += 1
    average = lengths.mean() if count else 1.0
    holders, gains = [np.zeros(0, dtype=np.int32)], [np.zeros(0, dtype=np.float32)]
    for held in times.values():
        articles = np.fromiter(held, dtype=np.int32)
        n = np.fromiter(held.values(), dtype=np.float64)
        idf = lexical.inverse_frequency(count, len(held))
        gain = idf * n * (K1 + 1) / (n + K1 * (1 - B + B * lengths[articles] / average))
        holders.append(articles)
        gains.append(gain.astype(np.float32))
    starts = np.cumsum([0, *(len(held) for held in times.values())], dtype=np.int64)
    return {stem: n for n, stem in enumerate(times)}, starts, np.concatenate(holders), np.concatenate(gains)


def _write(path: Path, key: str, made: Compiled) -> None:
    words = {"key": key, "articles": list(made.articles), "stems": list(made.stems)}
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=path.name, delete=False) as file:
        try:
            np.savez(
                file,
                words=np.frombuffer(json.dumps(words).encode(), dtype=np.uint8),
                first=made.first,
                vectors=made.vectors.astype(np.float16),
                axes=made.axes.astype(np.float16),
                short=made.short.astype(np.float16),
                starts=made.starts,
                holders=made.holders,
                gains=made.gains,
            )
            file.close()
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink()
            raise


def _read(path: Path, key: str) -> Compiled | None:
    try:
        with np.load(path, allow_pickle=False) as held:
            words = json.loads(held["words"].tobytes())
            if words["key"] != key:
                return None
            return Compiled(
                articles=[(act, article) for act, article in words["articles"]],
                first=held["first"],
                vectors=held["vectors"].astype(np.float32),
                axes=held["axes"].astype(np.float32),
                short=held["short"].astype(np.float32),
                stems={stem: n for n, stem in enumerate(words["stems"])},
                starts=held["starts"],
                holders=held["holders"],
                gains=held["gains"],
            )
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile):
        return None
