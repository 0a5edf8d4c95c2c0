"""Everything people and scripts can do with an opened data directory.

The command line and the web page both work through a `Desk`, so both follow the same rules. Safe to
call from several threads; one file run at a time per collection. Knows nothing of how things look.
"""

import re
import shutil
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.answered import Event
from assistant.phrasing import phrasings
from assistant.ports import ChatModel
from assistant.relevance import WordRelevance
from casefile.acts import acts
from casefile.collection import Collection, CollectionKind
from casefile.document import Document, Page, Reading
from casefile.errors import (
    DalelError,
    DocumentUnknown,
    NoModel,
    PhraseInvalid,
    PlaceUnclear,
    QuestionEmpty,
)
from casefile.language import SPOKEN, Language
from casefile.lawref import LawRef
from casefile.lock import DataLock
from casefile.passage import Passage
from casefile.place import named
from casefile.registry import Registry
from casefile.search import Hit
from ingest import sandbox
from ingest.outcome import Incoming, Outcome
from ingest.pipeline import take_in
from ui import proof, records
from ui.background import Background
from ui.history import Told as Turned
from ui.history import history
from ui.records import Kept, LedgerRecords
from ui.report import Embedded, Finding, Recorded, Shelf
from vectorstore.analysis import Analyser
from vectorstore.compartment import Compartment
from vectorstore.indexes import IndexMakers
from vectorstore.ports import Embedder, LanguageIdentifier
from vectorstore.reembed import reembed
from vectorstore.rerank import Reranking
from vectorstore.search import Searcher
from vectorstore.subject_index.index import SubjectIndex
from vectorstore.subject_index.outside import Outside
from vectorstore.subject_index.phrases import Article, Phrase, State
from vectorstore.subject_index.site import SitePhrases

if TYPE_CHECKING:
    from ui.replay import Replay

ARTICLE = re.compile(r"\d+(?:-\d+)*")
MOST_PASSAGES = 50_000  # of one act
SHORTEST_ID = 6  # characters of an id that may stand for it


@dataclass(frozen=True, slots=True)
class Parts:
    """What a desk is made of; `ui/wiring.py` chooses them."""

    embedder: Embedder  # the one that is wanted
    built_in: Embedder
    reranking: Reranking | None
    remarks: Callable[[], list[str]]  # what answers must say of models that cannot be used
    tell: Callable[[str, DalelError], None]  # what went wrong where nobody waits for it
    makers: IndexMakers
    identifier: LanguageIdentifier
    analyser: Analyser
    subjects: Callable[[], SubjectIndex]  # built on the first question, the same one afterwards
    outside: Callable[[], Outside]  # likewise
    versions: Callable[[], Mapping[str, str]]  # what a search is made of, for the record
    terms: SitePhrases
    model: ChatModel | None
    model_seconds: float  # that a model has for a reply
    floor: float


class Desk:
    def __init__(self, data: Path, parts: Parts) -> None:
        """Takes the directory for this process alone. Raises `StoreUnusable`."""
        self._lock = DataLock(data)
        self._data, self._parts = data, parts
        self.scratch = data / "scratch"  # for files on their way in; what a killed process left is removed
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.scratch.mkdir(mode=0o700)
        self._registry = Registry(data / "registry.sqlite")
        self._opened: dict[str, Compartment] = {}
        self._opening = threading.Lock()
        self._embedding: Background | None = None

    def close(self) -> None:
        if self._embedding is not None:
            self._embedding.close()
        for compartment in self._opened.values():
            compartment.close()
        self._registry.close()
        shutil.rmtree(self.scratch, ignore_errors=True)
        self._lock.close()

    def collections(self) -> list[Shelf]:
        shelves = []
        for collection in self._registry.collections():
            counts = self._open(collection).ledger.documents.counts()
            shelves.append(Shelf(collection, counts.documents, counts.passages, counts.unread_pages))
        return shelves

    def ingest(
        self, name: str, kind: CollectionKind | None, files: Iterable[Incoming], received_by: str
    ) -> Iterator[Outcome]:
        """Into the collection of this name, made if missing (a case unless `kind` says otherwise)."""
        compartment = self._open(self._registry.find_or_create(name, kind))
        identify = self._parts.identifier.identify
        # Our own store may lie inside the folder that is taken in: it is no evidence.
        others = (incoming for incoming in files if not self._keeps(incoming.path))
        with compartment.taking_in:
            yield from take_in(compartment, others, identify=identify, received_by=received_by)

    def _keeps(self, path: Path) -> bool:
        try:
            inside = path.absolute().relative_to(self._data.absolute())
        except ValueError:
            return False
        return inside.parts[:1] != (self.scratch.name,)

    def search(self, text: str, names: Sequence[str], limit: int, fallback: Language) -> list[Hit]:
        """Raises `QuestionEmpty`, `CollectionUnknown`."""
        if not text.strip():
            raise QuestionEmpty
        language = self._parts.identifier.identify(text)
        searcher = self._searcher(self._compartments(names))
        return searcher.find(text, language if language is not Language.UND else fallback, limit)

    def ask(
        self,
        text: str,
        names: Sequence[str],
        fallback: Language,
        conversation: str = "",
        user: str = "",
        *,
        against: bool = False,
    ) -> Iterator[Event]:
        """`conversation`: its earlier turns, as far as they belong here, tell what the question means.

        `against`: look for what speaks against the answer, too.
        """
        from assistant.ask import ask  # half a second, and only who asks needs it

        compartments = self._compartments(names)
        searcher = self._searcher(compartments)
        return ask(
            text,
            searcher,
            model=self._parts.model,
            records=LedgerRecords(compartments, self._parts.versions, conversation, user),
            relevance=self._relevance(searcher),
            identify=self._parts.identifier.identify,
            fallback=fallback,
            floor=self._parts.floor,
            seconds=self._parts.model_seconds,
            remarks=self._parts.remarks,
            before=[told.turn for told in history(compartments, conversation, user)],
            governing=searcher.governing,
            opposed=against,
        )

    def turns(self, conversation: str, names: Sequence[str], user: str = "") -> list[Turned]:
        """What was asked and answered before, oldest first. Raises `CollectionUnknown`."""
        return history(self._compartments(names), conversation, user)

    def embedding(self) -> Generator[Embedded]:
        """Makes the vectors of the wanted model where another one serves, step by step."""
        for compartment in self._all():
            for progress in reembed(compartment):
                yield Embedded(compartment.collection, progress.made, progress.passages)

    def model(self) -> str:
        """Name of the model that is wanted for search, or of the one that stands in for it."""
        return self._parts.embedder.name

    def remarks(self) -> list[str]:
        """What cannot be used of the models that were configured: phrases of `prompts/`."""
        return self._parts.remarks()

    def embed_in_background(self) -> None:
        """The same, until it is done or the desk is closed."""
        self._embedding = Background(self.embedding, lambda error: self._parts.tell("embedding", error))

    def document(self, id_: str) -> tuple[Collection, Document, int]:
        """A document by its id or the first letters of it, its collection and its number of pages.

        Raises `DocumentUnknown`, also where several documents begin so.
        """
        found: dict[str, tuple[Collection, Document, int]] = {}
        for compartment in self._all() if len(id_) >= SHORTEST_ID else []:
            for document in compartment.ledger.documents.beginning(id_):
                pages = compartment.ledger.documents.reading_counts(document.id).pages
                found.setdefault(document.id, (compartment.collection, document, pages))
        if len(found) != 1:
            raise DocumentUnknown(document=id_)
        return next(iter(found.values()))

    def page(self, id_: str, number: int) -> Page:
        """Raises `DocumentUnknown`, `PageUnknown`."""
        collection, document, _ = self.document(id_)
        return self._open(collection).ledger.documents.page(document.id, number)

    def records(self, names: Sequence[str] = ()) -> list[Recorded]:
        """The answers that are kept, newest first; in the collections of these names only, if any."""
        listed = [
            Recorded(compartment.collection, entry)
            for compartment in (self._compartments(names) if names else self._all())
            for entry in compartment.ledger.journal.entries()
        ]
        return sorted(listed, key=lambda one: one.entry.at, reverse=True)

    def replay(self, id_: str) -> "Replay":
        """What the question of a record finds today, beside what it found then. Asks no model.

        Raises `RecordUnknown`, `RecordOutdated`.
        """
        from ui.replay import replay  # what an answer is made with, too

        kept = records.replayable(self.kept(id_))
        here = {collection.id: collection for collection in self._registry.collections()}
        asked = [one["id"] for one in kept.provenance["collections"]]
        compartments = [self._open(here[one]) for one in asked if one in here]
        searcher = self._searcher(compartments)
        scope = records.scope(compartments, self._parts.versions())
        return replay(
            kept,
            compartments,
            searcher,
            relevance=self._relevance(searcher),
            identify=self._parts.identifier.identify,
            now=scope | {"floor": self._parts.floor},
        )

    def verify(self, id_: str) -> proof.Proofs:
        """Every citation of a record against the ledger and the original. Raises `RecordUnknown`."""
        return proof.prove(self.kept(id_), self._all(), _read)

    def kept(self, id_: str) -> Kept:
        """A kept answer by its id or the first letters of it. Raises `RecordUnknown`, `DataDamaged`."""
        return records.find(id_, self._all())

    def examine(self, *, rebuild: bool) -> Iterator[Finding]:
        """Compare ledgers, originals and indexes; `rebuild` makes every index again."""
        for compartment in self._all():
            ledger = compartment.ledger
            kept = [d.id for d in ledger.documents.all()]
            if compartment.disagreement() == "model":  # no damage: opening makes what is missing
                _ = compartment.indexes
            indexes = compartment.disagreement()
            if rebuild:
                compartment.rebuild()
            yield Finding(
                collection=compartment.collection,
                ledger_sound=ledger.sound(),
                originals_changed=sum(not compartment.originals.intact(id_) for id_ in kept),
                unfinished=len(ledger.documents.unfinished()),
                indexes=indexes,
                rebuilt=rebuild,
                embedding=compartment.derived.progress(),
            )

    @property
    def terms(self) -> SitePhrases:
        """The everyday phrases by which articles are found; a change is felt when the desk opens again."""
        return self._parts.terms

    def language(self, text: str, fallback: Language) -> Language:
        found = self._parts.identifier.identify(text)
        return found if found is not Language.UND else fallback

    def article(self, place: str) -> Article:
        """The one article that is named, as "ст. 188 УК" or K1400000226/188. Raises `PlaceUnclear`."""
        act, _, number = place.strip().partition("/")
        if number and ARTICLE.fullmatch(number) and act in acts():
            return act, number
        named_ones = {(one.ref.act, one.ref.article) for one in named(place)}
        if len(named_ones) != 1 or not all(next(iter(named_ones))):
            raise PlaceUnclear(place=place)
        return named_ones.pop()

    def draft_terms(self, place: str, names: Sequence[str]) -> Iterator[Phrase]:
        """Phrases that the local model drafts, in each language in which there is none; kept one by one.

        `place`: an article, or the code of an act for all of them. Raises `NoModel`, `PlaceUnclear`,
        `CollectionUnknown`, `ModelServerFailed`.
        """
        if self._parts.model is None:
            raise NoModel
        wanted = LawRef(place.strip()) if place.strip() in acts() else LawRef(*self.article(place))
        found: dict[Article, list[Passage]] = {}
        for compartment in self._compartments(names):
            if compartment.collection.kind is not CollectionKind.CASE:
                for passage in compartment.ledger.passages.at(wanted, MOST_PASSAGES):
                    if (law := passage.locator.law) and law.article:
                        found.setdefault((law.act, law.article), []).append(passage)
        if not found:
            raise PlaceUnclear(place=place)
        for article, passages in found.items():
            yield from self._drafts(article, passages, self._parts.model)

    def _drafts(self, article: Article, passages: Sequence[Passage], model: ChatModel) -> Iterator[Phrase]:
        spoken = {p.language for p in self.terms.of(article) if p.state is not State.HIDDEN}
        text = "\n".join(passage.text for passage in passages)
        for language in SPOKEN:
            if language in spoken:
                continue
            for said in phrasings(model, passages[0].context, text, language, self._parts.model_seconds):
                with suppress(PhraseInvalid):  # what does not fit is no draft
                    if self.terms.add(article, language, said, State.DRAFT):
                        yield Phrase(article, language, said, State.DRAFT)

    def _searcher(self, compartments: Sequence[Compartment]) -> Searcher:
        self._parts.remarks()  # who searches with less than was configured is told so at once
        # Sentences are compared with the built-in table, which takes milliseconds for a hundred of them.
        return Searcher(
            compartments,
            self._parts.built_in,
            self._parts.analyser,
            self._parts.subjects(),
            self._parts.reranking,
            self._parts.outside(),
        )

    def _relevance(self, searcher: Searcher) -> WordRelevance:
        return WordRelevance(self._parts.analyser.stems, searcher.rarity, searcher.likeness)

    def _compartments(self, names: Sequence[str]) -> list[Compartment]:
        collections = {c.id: c for c in (self._registry.find(name) for name in names)}
        return [self._open(collection) for collection in collections.values()]

    def _all(self) -> list[Compartment]:
        return [self._open(collection) for collection in self._registry.collections()]

    def _open(self, collection: Collection) -> Compartment:
        with self._opening:
            if collection.id not in self._opened:
                folder = self._data / "collections" / collection.id
                self._opened[collection.id] = Compartment(
                    collection, folder, self._parts.embedder, self._parts.makers, self._parts.built_in
                )
            return self._opened[collection.id]


def _read(original: Path, name: str, scratch: Path) -> tuple[Reading, Iterator[Page]]:
    return sandbox.read(original, name, scratch=scratch)
