"""What the channels find in one compartment, before anything is scored.

Channels: meaning (dense), words (lexical), identifiers that are named (identifier), places of the law that
are named (reference), and articles whose everyday phrases are like the question (subject). The last two never
find a case file: it cannot speak as law.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from casefile.collection import CollectionKind
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.ledger.passages import Place
from casefile.place import Named
from vectorstore.compartment import Compartment
from vectorstore.fusion import WEIGHTS, Signals, Weights, fused
from vectorstore.question import QuestionVectors
from vectorstore.subject_index.index import NOT_FOUND, Subjects
from vectorstore.subject_index.phrases import Article

DEPTH = 30  # candidates of each channel and compartment
IDENTIFIER_HITS = 100  # passages that hold an identifier of the question
PER_ARTICLE = 3  # passages of an article that only its phrases found, the nearest ones
REFERRED = {True: 1.0, False: 0.3}  # added for the article that is named, with its act or without
BESIDE = {True: 0.5, False: 0.1}  # of that, for the other parts of an article of which one part is named
IDENTIFIED = 1.0  # added for a passage that holds an identifier of the question
WHOLE = 1.0 + REFERRED[True]
NAMED = {True: 60, False: 200}  # passages of a named article that are looked at, with its act or without


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the channels need it."""

    text: str
    language: Language
    vectors: QuestionVectors
    refs: Sequence[Named]
    identifiers: Sequence[str]
    subjects: Subjects | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the channels say of one passage."""

    compartment: Compartment
    signals: Signals
    channels: dict[str, float]  # those that found it, with their raw scores

    def score(self, weights: Weights = WEIGHTS) -> float:
        """In 0..1."""
        found = fused(self.signals, weights)
        exact = max(self.channels.get("reference", 0.0), self.channels.get("identifier", 0.0))
        return round((found + exact) / WHOLE, 6)


def candidates(compartment: Compartment, asked: Asked) -> Iterator[tuple[str, Candidate]]:
    """By passage id, each once."""
    indexes = compartment.indexes  # one view: another model may take over meanwhile
    dense, lexical, vector = indexes.dense, indexes.lexical, asked.vectors.by(indexes.embedder)
    full = lexical.full(asked.text, asked.language)
    channels = {
        "dense": dict(dense.nearest(vector, DEPTH)),
        "lexical": dict(lexical.search(asked.text, asked.language, DEPTH)),
        "reference": dict(_referred(compartment, asked.refs)),
        "identifier": dict.fromkeys(lexical.holding(asked.identifiers, IDENTIFIER_HITS), IDENTIFIED),
    }
    found = sorted({id_ for scores in channels.values() for id_ in scores})
    places = compartment.ledger.passages.places(found)
    subjects = None if compartment.collection.kind is CollectionKind.CASE else asked.subjects
    proposed = frozenset(subjects.best) if subjects else frozenset[Article]()
    more = compartment.ledger.passages.of_articles(sorted(proposed)) if proposed else {}
    # A passage that only the words found is not far from the question: its cosine is asked for.
    unknown = [id_ for id_ in places | more if id_ not in channels["dense"]]
    near = channels["dense"] | dense.similar(vector, unknown)
    places |= _nearest(more, near)
    titles = subjects.titles({p.context for p in places.values() if p.article[1]}) if subjects else {}
    for id_, place in places.items():
        subject = subjects.of(place.article) if subjects else NOT_FOUND
        words = channels["lexical"].get(id_, 0.0)
        signals = Signals(
            near=near.get(id_, 0.0),
            words=words / full if full else 0.0,
            phrase_near=subject.near,
            phrase_words=subject.words,
            title_near=titles.get(place.context, 0.0) if place.article[1] else 0.0,
        )
        why = {name: scores[id_] for name, scores in channels.items() if id_ in scores}
        if place.article in proposed:
            why["subject"] = max(subject.near, subject.words)
        yield id_, Candidate(compartment, signals, why)


def named_and_missing(refs: Iterable[Named], found: Iterable[Candidate]) -> bool:
    """Whether the question names articles of acts and none of them is here: then no law here answers it.

    "ст. 999 УК" must not be answered with what happens to stand near, nor another country's code with ours.
    """
    said = any(one.ref.act for one in refs)
    return said and not any("reference" in candidate.channels for candidate in found)


def _referred(compartment: Compartment, refs: Iterable[Named]) -> Iterator[tuple[str, float]]:
    """Passages of the articles that are named; the part or point that is named weighs most."""
    if compartment.collection.kind is CollectionKind.CASE:
        return
    for one in refs:
        act, article = one.ref.act, one.ref.article
        weight, beside = REFERRED[bool(act)], BESIDE[bool(act)]
        for passage in compartment.ledger.passages.at(LawRef(act, article), NAMED[bool(act)]):
            yield passage.id, weight if one.stands_in(passage) else beside * weight


def _nearest(places: Mapping[str, Place], near: Mapping[str, float]) -> dict[str, Place]:
    """Of every article the few passages nearest to the question, in each language."""
    by_article: defaultdict[tuple[Article, Language], list[str]] = defaultdict(list)
    for id_, place in places.items():
        by_article[place.article, place.language].append(id_)
    best = (
        sorted(ids, key=lambda id_: (-near.get(id_, 0.0), id_))[:PER_ARTICLE] for ids in by_article.values()
    )
    return {id_: places[id_] for ids in best for id_ in ids}
