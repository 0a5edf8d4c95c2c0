"""What search saw of each development question: the figures that evidence is made from, by passage."""

from dataclasses import dataclass

import numpy as np

from assistant.ask import LIMIT
from benchmarks.bench import BOTH, Bench, article_of
from benchmarks.questions import Question, questions
from casefile.lawref_parse import find_refs
from casefile.search import Hit
from ui.desk import Desk
from vectorstore.analysis import Analyser
from vectorstore.embedders.static import StaticEmbedder
from vectorstore.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Seen:
    """One of the passages an answer would be made from."""

    gold: bool
    evidence: float  # as the product has it
    referred: bool  # the question names its article: evidence is 1 whatever the rest says
    features: dict[str, float]


@dataclass(frozen=True, slots=True)
class Observation:
    question: Question
    passages: tuple[Seen, ...]

    @property
    def found(self) -> bool:
        """An article that answers is among the passages."""
        return any(seen.gold for seen in self.passages)

    @property
    def named_missing(self) -> bool:
        """The question names an article of an act, and no collection has it."""
        named = any(found.ref.act and found.ref.article for found in find_refs(self.question.text))
        return named and not any(seen.referred for seen in self.passages)


def observe(bench: Bench) -> list[Observation]:
    embedder, evidence = StaticEmbedder.built_in(), Evidence(Analyser().stems)
    with bench.desk() as desk:
        return [_observation(desk, question, embedder, evidence) for question in questions()]


def _observation(desk: Desk, question: Question, embedder: StaticEmbedder, evidence: Evidence) -> Observation:
    hits = desk.search(question.text, list(BOTH), LIMIT, question.language)
    vector = embedder.embed_query(question.text)
    compartments = {c.collection.id: c for c in desk._compartments(list(BOTH))}
    seen = []
    for hit in hits:
        compartment = compartments[hit.collection.id]
        rarity = compartment.indexes.lexical.rarity(question.text, question.language)
        kept = compartment.ledger.vectors.get(embedder.name, [hit.passage.id])[hit.passage.id]
        near = float(np.frombuffer(kept, dtype="<f4") @ vector)
        covered = evidence.covered(hit.passage, rarity)
        cross = float(hit.passage.language is not question.language)
        features = {"covered": covered, "near": near, "both": covered * near}
        features |= {"cross": cross, "cross_near": cross * near}
        seen.append(Seen(article_of(hit) in question.gold, hit.evidence, _referred(hit), features))
    return Observation(question, tuple(seen))


def _referred(hit: Hit) -> bool:
    return hit.evidence == 1.0 and "reference" in hit.channels
