"""Finds passages in the compartments it was given, and in no others.

The channels are in `vectorstore/candidates.py`, how they are weighed in `vectorstore/fusion.py`. Knows
nothing of answers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from casefile.answer import Searched, Unread
from casefile.collection import CollectionKind
from casefile.language import SPOKEN, Language
from casefile.lawref import LawRef
from casefile.passage import Passage
from casefile.place import named
from casefile.search import Hit
from vectorstore.analysis import Analyser
from vectorstore.candidates import Asked, Candidate, candidates, named_and_missing
from vectorstore.compartment import Compartment
from vectorstore.evidence import Evidence
from vectorstore.fusion import spoken_of
from vectorstore.lawlike import lawlike
from vectorstore.lexical import identifier_tokens
from vectorstore.ports import Embedder
from vectorstore.question import QuestionVectors
from vectorstore.rerank import EXACT, Reranking
from vectorstore.subject_index.index import SubjectIndex
from vectorstore.subject_index.outside import Outside, Topic, act_called
from vectorstore.twins import gathered, other_texts

SPARE = 3  # times as many candidates are read as hits are asked for, since some say the same
SUBJECTS = 20  # articles that each channel of the subject index proposes
NOTHING_ELSE: Mapping[Language, str] = MappingProxyType({})
UNREAD = 20  # pages that could not be read that are named
OF_A_PLACE = 1_000  # passages of one article, in all languages and editions
REWORDED = 0.9  # of the score, for what only another wording of the question finds
SOUND = 0.1  # of the logit that a question sounds like law, beside the strengths of topics
AHEAD = 0.2  # by which the best of the hits is more like the question than the likest topic
SURELY = 1.0  # strength of a topic whose act is named to the user: half of the words, and a cosine of 0.5
FIRST = tuple(str(n) for n in range(1, 11))  # articles: an act that is here has one of them


class Searcher:
    def __init__(
        self,
        compartments: Sequence[Compartment],
        embedder: Embedder,
        analyser: Analyser,
        subjects: SubjectIndex | None = None,
        reranking: Reranking | None = None,
        outside: Outside | None = None,
    ) -> None:
        """`embedder` compares sentences; passages are found with the one that their index was made with."""
        self._compartments, self._embedder, self._analyser = compartments, embedder, analyser
        self._subjects, self._reranking, self._outside = subjects, reranking, outside
        self._evidence = Evidence(analyser.stems)

    def searched(self) -> Searched:
        """What `find` looks through."""
        counts = [compartment.ledger.documents.counts() for compartment in self._compartments]
        return Searched(
            collections=tuple(compartment.collection.name for compartment in self._compartments),
            passages=sum(count.passages for count in counts),
            unread_pages=sum(count.unread_pages for count in counts),
            models=self._models(),
            unread=self._unread(),
        )

    def _unread(self) -> tuple[Unread, ...]:
        found = [one for c in self._compartments for one in c.ledger.documents.unread(UNREAD)]
        return tuple(found[:UNREAD])

    def languages(self) -> tuple[Language, ...]:
        """Of the passages. Looks through all of them for a language that is no document's main one."""
        ledgers = [compartment.ledger for compartment in self._compartments]
        main = {one for ledger in ledgers for one in ledger.documents.languages()}
        return tuple(
            one for one in SPOKEN if one in main or any(ledger.passages.speak(one) for ledger in ledgers)
        )

    def spelled(self, text: str) -> str:
        """The text in the letters it is searched in."""
        return self._analyser.spelled(text)

    def _models(self) -> tuple[str, ...]:
        embedders = {compartment.indexes.embedder.name for compartment in self._compartments}
        return (*sorted(embedders), *([self._reranking.name] if self._reranking else []))

    def law(self, ref: LawRef) -> list[Passage]:
        """Passages of this place of the law; a case file is none, whatever it quotes."""
        return [p for one in self._laws() for p in one.ledger.passages.at(ref, OF_A_PLACE)]

    def articles(self, act: str) -> set[str]:
        """Numbers of the articles of an act, "" for every act's."""
        return {number for one in self._laws() for number in one.ledger.passages.articles(act)}

    def _laws(self) -> list[Compartment]:
        return [one for one in self._compartments if one.collection.kind is not CollectionKind.CASE]

    def find(
        self, text: str, language: Language, limit: int, also: Mapping[Language, str] = NOTHING_ELSE
    ) -> list[Hit]:
        """The best `limit` passages, best first; the same question always gives the same list.

        `also`: the question in other words. They find passages, at a discount; what is named in them counts
        for nothing, and evidence is weighed by the words of the question itself.
        """
        text = self._analyser.spelled(text)
        asked = self._asked(text, language)
        found = self._found(asked)
        own = dict(found)
        scores = {id_: candidate.score() for id_, candidate in found.items()}
        missing = named_and_missing(asked.refs, found.values())
        for spoken, wording in also.items():
            reworded = replace(self._asked(wording, spoken), refs=(), identifiers=())
            for id_, candidate in self._found(reworded).items():
                if (score := round(REWORDED * candidate.score(), 6)) > scores.get(id_, 0.0):
                    channels = candidate.channels | {"reworded": score}
                    found[id_], scores[id_] = replace(candidate, channels=channels), score
        wanted = SPARE * max(limit, self._reranking.top if self._reranking else 0)
        ordered = sorted(scores, key=lambda id_: (-scores[id_], id_))[:wanted]
        hits = self._hits({id_: found[id_] for id_ in ordered}, scores)
        present = [hits[id_] for id_ in ordered if id_ in hits]  # a document may be replaced while we look
        if self._reranking:
            present = self._reranking.order(text, present)
        sources = self._sources(present, limit)
        inside = self._inside(asked, [own[hit.passage.id] for hit in sources if hit.passage.id in own])
        rarity = self.rarity(text, language)
        return [
            replace(hit, evidence=self._weighed(hit, found[hit.passage.id], rarity, missing, inside))
            for hit in sources
        ]

    def governing(self, text: str, language: Language) -> str:
        """The name of the act that seems to govern what is asked and is not here, or ""."""
        asked = self._asked(self._analyser.spelled(text), language)
        topic = None if asked.refs else self._topic(asked)
        return act_called(topic.act, language) if topic and topic.act and topic.strength >= SURELY else ""

    def _found(self, asked: Asked) -> dict[str, Candidate]:
        found: dict[str, Candidate] = {}
        for compartment in self._compartments:
            for id_, candidate in candidates(compartment, asked):
                found.setdefault(id_, candidate)
        return found

    def _sources(self, hits: Sequence[Hit], limit: int) -> list[Hit]:
        """The first `limit` that say different things, each with its twins."""
        by_id = {hit.passage.id: hit for hit in hits}
        twins = gathered(hits)
        best = [by_id[id_] for id_ in twins][:limit]
        for compartment in self._compartments:
            own = [hit.passage for hit in best if hit.collection == compartment.collection]
            if compartment.collection.kind is not CollectionKind.CASE:
                for id_, texts in other_texts(compartment, own).items():
                    known = {twin.id for twin in twins[id_]} | {twin.language for twin in twins[id_]}
                    twins[id_] += [
                        text for text in texts if text.id not in known and text.language not in known
                    ]
        return [replace(hit, twins=tuple(twins[hit.passage.id])) for hit in best]

    def _asked(self, text: str, language: Language) -> Asked:
        vectors = QuestionVectors(text)
        subjects = None
        if self._subjects is not None:
            terms = self._analyser.query_terms(text, language)
            subjects = self._subjects.find(terms, vectors.by(self._embedder), SUBJECTS)
        return Asked(text, language, vectors, named(text), identifier_tokens(text), subjects)

    def rarity(self, text: str, language: Language) -> dict[str, float]:
        """The question's stems with their inverse document frequencies, the highest of all compartments."""
        highest: dict[str, float] = {}
        text = self._analyser.spelled(text)
        for compartment in self._compartments:
            for stem, weight in compartment.indexes.lexical.rarity(text, language).items():
                highest[stem] = max(weight, highest.get(stem, 0.0))
        return highest

    def likeness(self, question: str, texts: Sequence[str]) -> list[float]:
        """Cosine of the question and each text."""
        if not texts:
            return []
        near = self._embedder.embed_passages(texts) @ self._embedder.embed_query(
            self._analyser.spelled(question)
        )
        return [float(cosine) for cosine in near]

    def _hits(self, best: Mapping[str, Candidate], scores: Mapping[str, float]) -> dict[str, Hit]:
        """Every candidate with its passage and document; how much evidence it is comes later."""
        hits: dict[str, Hit] = {}
        for compartment in self._compartments:
            own = [id_ for id_, candidate in best.items() if candidate.compartment is compartment]
            passages = compartment.ledger.passages.get(own)
            documents = compartment.ledger.documents.some({p.document for p in passages.values()})
            for id_, passage in passages.items():
                if passage.document not in documents:
                    continue  # gone meanwhile
                hits[id_] = Hit(
                    passage=passage,
                    document=documents[passage.document],
                    collection=compartment.collection,
                    score=scores[id_],
                    evidence=0.0,
                    channels={name: round(score, 6) for name, score in best[id_].channels.items()},
                )
        return hits

    def _topic(self, asked: Asked) -> Topic | None:
        """The likest of the subjects that are not searched."""
        if self._outside is None or not self._laws():
            return None
        terms = self._analyser.query_terms(asked.text, asked.language)
        return self._outside.nearest(terms, asked.vectors.by(self._embedder), self._holds)

    def _holds(self, act: str) -> bool:
        articles = [(act, number) for number in FIRST]
        return any(one.ledger.passages.of_articles(articles) for one in self._laws())

    def _inside(self, asked: Asked, found: Sequence[Candidate]) -> bool | None:
        """As `Evidence.of`."""
        if self._outside is None:
            return None
        topic = self._topic(asked)
        best = max((spoken_of(candidate.signals) for candidate in found), default=0.0)
        against = (topic.strength if topic else 0.0) - SOUND * lawlike(asked.text)
        return best - against > AHEAD

    def _weighed(
        self,
        hit: Hit,
        candidate: Candidate,
        rarity: Mapping[str, float],
        missing: bool,
        inside: bool | None,
    ) -> float:
        """The evidence of a hit; none where the law that is named is `missing`."""
        case = hit.collection.kind is CollectionKind.CASE
        if missing and not case:
            return 0.0
        if EXACT & candidate.channels.keys():
            return 1.0
        # What has no everyday phrases cannot be compared with topics that have nothing else.
        comparable = not case and candidate.signals.phrase_near > 0
        return self._evidence.of(hit.passage, rarity, candidate.signals, inside if comparable else None)
