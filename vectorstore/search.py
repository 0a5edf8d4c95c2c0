"""Finds passages in the compartments it was given, and in no others.

Three channels: meaning (dense), words (lexical) and exact law references, which come first. Knows
nothing of answers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from casefile.answer import Searched
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.lawref_parse import find_refs
from casefile.passage import Passage
from casefile.search import Hit
from vectorstore.compartment import Compartment
from vectorstore.evidence import Evidence
from vectorstore.fusion import fused
from vectorstore.ports import Embedder, Vector

DEPTH = 100  # candidates of each channel and compartment
REFERRED = {True: 1.0, False: 0.3}  # added for the article that is named, with its act or without
WHOLE = 1.0 + REFERRED[True]
NAMED = 60  # passages of a named article that are looked at


@dataclass(slots=True)
class Candidates:
    """What each channel found, and where the passages live."""

    dense: dict[str, float] = field(default_factory=dict)
    lexical: dict[str, float] = field(default_factory=dict)
    reference: dict[str, float] = field(default_factory=dict)
    places: dict[str, tuple[Passage, Compartment]] = field(default_factory=dict)

    def scores(self, language: Language, rarity: float) -> dict[str, float]:
        """In 0..1 by passage id, for a question in this language whose stems have this rarity in all."""
        return {
            id_: (self._found(id_, passage.language is language, rarity) + self.reference.get(id_, 0.0))
            / WHOLE
            for id_, (passage, _) in self.places.items()
        }

    def _found(self, id_: str, same_language: bool, rarity: float) -> float:
        near, words = self.dense.get(id_, 0.0), self.lexical.get(id_, 0.0)
        return fused(near, words, rarity, same_language=same_language)

    def channels(self, id_: str) -> dict[str, float]:
        """Which channels found this passage, each with its raw score."""
        by_name = {"dense": self.dense, "lexical": self.lexical, "reference": self.reference}
        return {name: round(found[id_], 6) for name, found in by_name.items() if id_ in found}


class Searcher:
    def __init__(self, compartments: Sequence[Compartment], embedder: Embedder, evidence: Evidence) -> None:
        self._compartments, self._embedder, self._evidence = compartments, embedder, evidence

    def searched(self) -> Searched:
        """What `find` looks through."""
        counts = [compartment.ledger.documents.counts() for compartment in self._compartments]
        return Searched(
            collections=tuple(compartment.collection.name for compartment in self._compartments),
            passages=sum(count.passages for count in counts),
            unread_pages=sum(count.unread_pages for count in counts),
        )

    def find(self, text: str, language: Language, limit: int) -> list[Hit]:
        """The best `limit` passages, best first; the same question always gives the same list."""
        vector = self._embedder.embed_query(text)
        refs = [found.ref for found in find_refs(text)]
        candidates = Candidates()
        for compartment in self._compartments:
            _collect(candidates, compartment, text, language, vector, refs)
        scores = candidates.scores(language, sum(self.rarity(text, language).values()))
        best = sorted(scores, key=lambda id_: (-scores[id_], id_))[:limit]
        return self._hits(text, language, vector, best, scores, candidates)

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
        text: str,
        language: Language,
        vector: Vector,
        best: Sequence[str],
        scores: Mapping[str, float],
        candidates: Candidates,
    ) -> list[Hit]:
        hits: dict[str, Hit] = {}
        for compartment in self._compartments:
            own = [id_ for id_ in best if candidates.places[id_][1] is compartment]
            if not own:
                continue
            vectors = compartment.ledger.vectors.get(self._embedder.name, own)
            rarity = compartment.indexes.lexical.rarity(text, language)
            for id_ in own:
                passage = candidates.places[id_][0]
                near = float(np.frombuffer(vectors[id_], dtype="<f4") @ vector) if id_ in vectors else 0.0
                hits[id_] = Hit(
                    passage=passage,
                    document=compartment.ledger.documents.get(passage.document),
                    collection=compartment.collection,
                    score=round(scores[id_], 6),
                    evidence=1.0 if id_ in candidates.reference else self._evidence.of(passage, rarity, near),
                    channels=candidates.channels(id_),
                )
        return [hits[id_] for id_ in best]


def _collect(
    into: Candidates,
    compartment: Compartment,
    text: str,
    language: Language,
    vector: Vector,
    refs: Sequence[LawRef],
) -> None:
    indexes, passages = compartment.indexes, compartment.ledger.passages
    dense = dict(indexes.dense.nearest(vector, DEPTH))
    lexical = dict(indexes.lexical.search(text, language, DEPTH))
    referred = {p.id: (p, weight) for ref in refs for p, weight in _referred(compartment, ref)}
    found = passages.get({*dense, *lexical} - referred.keys())
    found |= {id_: passage for id_, (passage, _) in referred.items()}
    for id_, passage in found.items():
        into.places.setdefault(id_, (passage, compartment))
    for channel, scores in ((into.dense, dense), (into.lexical, lexical)):
        channel.update({id_: max(s, channel.get(id_, s)) for id_, s in scores.items() if id_ in found})
    into.reference.update({id_: weight for id_, (_, weight) in referred.items()})


def _referred(compartment: Compartment, ref: LawRef) -> list[tuple[Passage, float]]:
    """Passages of the article that is named; the part or point that is named comes first."""
    if not ref.article:
        return []
    weight = REFERRED[bool(ref.act)]
    article = compartment.ledger.passages.at(LawRef(act=ref.act, article=ref.article), NAMED)
    return [(passage, weight if _inside(passage, ref) else weight * 0.75) for passage in article]


def _inside(passage: Passage, ref: LawRef) -> bool:
    law = passage.locator.law or LawRef()
    wanted = ((ref.part, law.part), (ref.point, law.point), (ref.subpoint, law.subpoint))
    return all(not asked or asked == has for asked, has in wanted)
