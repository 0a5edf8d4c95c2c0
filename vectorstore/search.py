"""Finds passages in the compartments it was given, and in no others.

Three channels: meaning (dense), words (lexical) and exact law references, which come first. Knows
nothing of answers.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from casefile.answer import Searched
from casefile.collection import CollectionKind
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.place import Named, named
from casefile.search import Hit
from vectorstore.compartment import Compartment
from vectorstore.evidence import Evidence
from vectorstore.fusion import fused
from vectorstore.ports import Embedder
from vectorstore.question import QuestionVectors
from vectorstore.rerank import Reranking

DEPTH = 50  # candidates of each channel and compartment
REFERRED = {True: 1.0, False: 0.3}  # added for the article that is named, with its act or without
BESIDE = {True: 0.5, False: 0.1}  # of that, for the other parts of an article of which one part is named
WHOLE = 1.0 + REFERRED[True]
NAMED = {True: 60, False: 200}  # passages of a named article that are looked at, with its act or without


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the channels say of one passage."""

    compartment: Compartment
    language: Language
    near: float  # cosine, exact, whichever channel found the passage
    channels: dict[str, float]  # those that found it, with their raw scores

    def score(self, language: Language, rarity: float) -> float:
        """In 0..1, for a question in this language whose stems have this rarity in all."""
        words, referred = self.channels.get("lexical", 0.0), self.channels.get("reference", 0.0)
        found = fused(self.near, words, rarity, same_language=self.language is language)
        return round((found + referred) / WHOLE, 6)


class Searcher:
    def __init__(
        self,
        compartments: Sequence[Compartment],
        embedder: Embedder,
        evidence: Evidence,
        reranking: Reranking | None = None,
    ) -> None:
        """`embedder` compares sentences; passages are found with the one that their index was made with."""
        self._compartments, self._embedder, self._evidence = compartments, embedder, evidence
        self._reranking = reranking

    def searched(self) -> Searched:
        """What `find` looks through."""
        counts = [compartment.ledger.documents.counts() for compartment in self._compartments]
        return Searched(
            collections=tuple(compartment.collection.name for compartment in self._compartments),
            passages=sum(count.passages for count in counts),
            unread_pages=sum(count.unread_pages for count in counts),
            models=self._models(),
        )

    def _models(self) -> tuple[str, ...]:
        embedders = {compartment.indexes.embedder.name for compartment in self._compartments}
        return (*sorted(embedders), *([self._reranking.name] if self._reranking else []))

    def find(self, text: str, language: Language, limit: int) -> list[Hit]:
        """The best `limit` passages, best first; the same question always gives the same list."""
        question, refs = QuestionVectors(text), named(text)
        candidates: dict[str, Candidate] = {}
        for compartment in self._compartments:
            for id_, candidate in _candidates(compartment, text, language, question, refs):
                candidates.setdefault(id_, candidate)
        rarity = self.rarity(text, language)
        whole = sum(rarity.values())
        scores = {id_: candidate.score(language, whole) for id_, candidate in candidates.items()}
        wanted = max(limit, self._reranking.top) if self._reranking else limit
        best = sorted(scores, key=lambda id_: (-scores[id_], id_))[:wanted]
        missing = _named_and_missing(refs, candidates.values())
        hits = self._hits({id_: candidates[id_] for id_ in best}, scores, rarity, missing=missing)
        present = [hits[id_] for id_ in best if id_ in hits]  # a document may be replaced while we look
        return (self._reranking.order(text, present) if self._reranking else present)[:limit]

    def rarity(self, text: str, language: Language) -> dict[str, float]:
        """The question's stems with their inverse document frequencies, the highest of all compartments."""
        highest: dict[str, float] = {}
        for compartment in self._compartments:
            for stem, weight in compartment.indexes.lexical.rarity(text, language).items():
                highest[stem] = max(weight, highest.get(stem, 0.0))
        return highest

    def likeness(self, question: str, texts: Sequence[str]) -> list[float]:
        """Cosine of the question and each text."""
        if not texts:
            return []
        near = self._embedder.embed_passages(texts) @ self._embedder.embed_query(question)
        return [float(cosine) for cosine in near]

    def _hits(
        self,
        best: Mapping[str, Candidate],
        scores: Mapping[str, float],
        rarity: Mapping[str, float],
        *,
        missing: bool,
    ) -> dict[str, Hit]:
        """Every candidate with its passage and document, and how much evidence it is."""
        hits: dict[str, Hit] = {}
        for compartment in self._compartments:
            own = [id_ for id_, candidate in best.items() if candidate.compartment is compartment]
            passages = compartment.ledger.passages.get(own)
            ids = {passage.document for passage in passages.values()}
            documents = {id_: compartment.ledger.documents.get(id_) for id_ in ids}
            silent = missing and compartment.collection.kind is not CollectionKind.CASE
            for id_, passage in passages.items():
                evidence = self._evidence.of(passage, rarity, best[id_].near)
                evidence = 1.0 if "reference" in best[id_].channels else evidence
                hits[id_] = Hit(
                    passage=passage,
                    document=documents[passage.document],
                    collection=compartment.collection,
                    score=scores[id_],
                    evidence=0.0 if silent else evidence,
                    channels={name: round(score, 6) for name, score in best[id_].channels.items()},
                )
        return hits


def _candidates(
    compartment: Compartment,
    text: str,
    language: Language,
    question: QuestionVectors,
    refs: Sequence[Named],
) -> Iterator[tuple[str, Candidate]]:
    indexes = compartment.indexes  # one view: another model may take over meanwhile
    dense, lexical, vector = indexes.dense, indexes.lexical, question.by(indexes.embedder)
    channels = {
        "dense": dict(dense.nearest(vector, DEPTH)),
        "lexical": dict(lexical.search(text, language, DEPTH)),
        "reference": dict(_referred(compartment, refs)),
    }
    languages = compartment.ledger.passages.languages(
        sorted({id_ for found in channels.values() for id_ in found})
    )
    # A passage that only the words found is not far from the question: its cosine is asked for.
    near = channels["dense"] | dense.similar(
        vector, [id_ for id_ in languages if id_ not in channels["dense"]]
    )
    for id_, spoken in languages.items():
        why = {name: found[id_] for name, found in channels.items() if id_ in found}
        yield id_, Candidate(compartment, spoken, near.get(id_, 0.0), why)


def _referred(compartment: Compartment, refs: Iterable[Named]) -> Iterator[tuple[str, float]]:
    """Passages of the articles that are named; the part or point that is named weighs most.

    A case file can never speak as law: it is found by its words, whatever articles it names.
    """
    if compartment.collection.kind is CollectionKind.CASE:
        return
    for one in refs:
        act, article = one.ref.act, one.ref.article
        weight, beside = REFERRED[bool(act)], BESIDE[bool(act)]
        for passage in compartment.ledger.passages.at(LawRef(act, article), NAMED[bool(act)]):
            yield passage.id, weight if one.stands_in(passage) else beside * weight


def _named_and_missing(refs: Iterable[Named], candidates: Iterable[Candidate]) -> bool:
    """Whether the question names articles of acts and none of them is here: then no law here answers it.

    "ст. 999 УК" must not be answered with what happens to stand near, nor another country's code with ours.
    """
    said = any(one.ref.act for one in refs)
    return said and not any("reference" in candidate.channels for candidate in candidates)
