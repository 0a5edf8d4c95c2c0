"""Ways to rank the passages of a pool: plain BM25, the product, and the product less one part."""

import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from benchmarks.bm25 import Bm25
from benchmarks.pools import Asked, Set
from benchmarks.quality import firsts
from casefile.passage import Passage
from ui.desk import Desk
from vectorstore.analysis import Analyser, Term
from vectorstore.analysis.folding import fold
from vectorstore.candidates import Candidate, candidates
from vectorstore.compartment import Compartment
from vectorstore.fusion import WEIGHTS
from vectorstore.indexes import Indexes
from vectorstore.search import Searcher
from vectorstore.tantivy_index import TantivyIndex

DEEP = 300  # passages looked at for ten articles

Ranking = list[Hashable]
Tokens = Callable[[str, Asked], list[str]]


@dataclass(frozen=True, slots=True)
class Ranked:
    """What a method returned for every question of a set, and how long each took."""

    rankings: Sequence[Ranking]
    milliseconds: Sequence[float]
    size: int = 0  # bytes of what it searches; 0 where it is the product's


class Silent(Analyser):
    """The product's, without the keys of names."""

    def query_terms(self, text: str, language) -> list[Term]:  # type: ignore[no-untyped-def]
        return [replace(term, sounds=()) for term in super().query_terms(text, language)]


class View:
    """A compartment whose lexical index is asked with another analyser; nothing is written."""

    def __init__(self, compartment: Compartment, analyser: Analyser) -> None:
        self.collection, self.ledger = compartment.collection, compartment.ledger
        indexes = compartment.indexes
        lexical = TantivyIndex(compartment.derived._lexical, analyser)
        self.indexes = Indexes(indexes.dense, lexical, indexes.embedder, indexes.folder)


PARTS: Mapping[str, tuple[str, ...]] = {  # columns of weights that a method leaves out
    "lexical: stems, folding, lexicon, names": ("near", "phrase_near", "phrase_words"),
    "lexical + subject index": ("near",),
    "static table": ("words", "phrase_near", "phrase_words"),
    "fusion": (),
    "fusion less static table": ("near", "phrase_near"),
    "fusion less words": ("words", "phrase_words"),
    "fusion less subject index": ("phrase_near", "phrase_words"),
}


def product(desk: Desk, one: Set) -> dict[str, Ranked]:
    """The product's channels alone, together, and together less one."""
    compartments = desk._compartments(list(one.pool))
    found = {"": _candidates(desk._searcher(compartments), compartments, one)}
    for name, analyser in (
        ("fusion less lexicon", Analyser()),
        ("fusion less names", Silent(desk._parts.analyser._lexicon)),
    ):
        views = [cast(Compartment, View(compartment, analyser)) for compartment in compartments]
        searcher = Searcher(views, desk._parts.embedder, analyser, desk._parts.subjects())
        found[name] = _candidates(searcher, views, one)
    everything, times = found.pop("")
    ranked = {
        name: Ranked([_ranking(each, one, gone) for each in everything], times)
        for name, gone in PARTS.items()
    }
    return ranked | {
        name: Ranked([_ranking(each, one, ()) for each in some], took) for name, (some, took) in found.items()
    }


Found = list[tuple[Passage, Candidate]]


def _candidates(
    searcher: Searcher, compartments: Sequence[Compartment], one: Set
) -> tuple[list[Found], list[float]]:
    everything, times = [], []
    for asked in one.asked:
        began = time.perf_counter()
        question = searcher._asked(searcher._analyser.spelled(asked.text), asked.language)
        found = [(c, dict(candidates(c, question))) for c in compartments]
        times.append((time.perf_counter() - began) * 1000)
        everything.append(
            [
                (passage, some[id_])
                for c, some in found
                for id_, passage in c.ledger.passages.get(some).items()
            ]
        )
    return everything, times


def _ranking(found: Found, one: Set, gone: Sequence[str]) -> Ranking:
    weights = replace(WEIGHTS, **dict.fromkeys(gone, 0.0))
    scored = [(candidate.score(weights), passage) for passage, candidate in found]
    ordered = sorted(scored, key=lambda pair: (-pair[0], pair[1].id))
    return firsts(one.key(passage) for score, passage in ordered if score > 0)


def plain(desk: Desk, sets: Sequence[Set]) -> dict[str, dict[str, Ranked]]:
    """BM25 over raw words, then stems, then folded stems; sets share a pool."""
    analyser = Analyser()
    passages = [
        passage
        for compartment in desk._compartments(list(sets[0].pool))
        for document in compartment.ledger.documents.all()
        for passage in compartment.ledger.passages.of(document.id)
    ]
    cuts: dict[str, Callable[[str, object], list[str]]] = {
        "BM25, raw words": lambda text, _: text.lower().split(),
        "BM25 + stems": lambda text, language: _unfolded(analyser, text, language),
        "BM25 + stems + folding": lambda text, language: analyser.stems(text, language),  # type: ignore[arg-type]
    }
    ranked: dict[str, dict[str, Ranked]] = {}
    for name, cut in cuts.items():
        index = Bm25([cut(f"{p.context}\n{p.text}", p.language) for p in passages])
        for one in sets:
            rankings, times = [], []
            for asked in one.asked:
                began = time.perf_counter()
                rows = index.best(cut(asked.text, asked.language), DEEP)
                times.append((time.perf_counter() - began) * 1000)
                rankings.append(firsts(one.key(passages[row]) for row in rows))
            ranked.setdefault(one.name, {})[name] = Ranked(rankings, times, index.size)
    return ranked


def _unfolded(analyser: Analyser, text: str, language: object) -> list[str]:
    """Words cut to the length of their stems: stemming alone, every letter as it was typed."""
    words = analyser.words(text)
    stems = [analyser.stems(word, language) or [word] for word in words]  # type: ignore[arg-type]
    return [
        word[: len(stem[0])] if fold(word).startswith(stem[0][:-1]) else word
        for word, stem in zip(words, stems, strict=True)
    ]
