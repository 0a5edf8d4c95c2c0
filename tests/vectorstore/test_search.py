"""Search over real compartments: what comes first, why, and that compartments hold."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from casefile.clock import now
from casefile.collection import Collection, CollectionKind
from casefile.document import Page
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.locator import Locator
from casefile.passage import Passage, passage_id
from vectorstore.analysis.analyser import Analyser
from vectorstore.compartment import Compartment, IndexMakers
from vectorstore.embedders.static import StaticEmbedder
from vectorstore.evidence import Evidence
from vectorstore.memory import MemoryDense, MemoryLexical
from vectorstore.search import Searcher

ANALYSER = Analyser()
THEFT = {
    Language.KK: "Ұрлық, яғни бөтеннің мүлкін жасырын жымқыру",
    Language.RU: "Кража, то есть тайное хищение чужого имущества",
    Language.EN: "Theft, that is the secret stealing of another's property",
}
OTHERS = {
    Language.KK: "Көлік құралын жүргізу құқығынан айыру мерзімі",
    Language.RU: "Порядок регистрации юридических лиц",
    Language.EN: "Taxes on the import of fruit and vegetables",
}

Shelve = Callable[[str, dict[Language, str]], Compartment]


@pytest.fixture(scope="module")
def embedder() -> StaticEmbedder:
    return StaticEmbedder.built_in()


@pytest.fixture
def shelve(tmp_path: Path, embedder: StaticEmbedder) -> Iterator[Shelve]:
    """A law collection of one-passage articles, 188 first."""
    opened: list[Compartment] = []
    makers = IndexMakers(lambda _: MemoryDense(), lambda _: MemoryLexical(ANALYSER), "memory")

    def make(name: str, texts: dict[Language, str]) -> Compartment:
        collection = Collection(name, name, CollectionKind.LAW, now())
        compartment = Compartment(collection, tmp_path / name, embedder, makers)
        opened.append(compartment)
        for number, (language, text) in enumerate(texts.items(), start=188):
            document = f"{name}-{number}"
            id_ = passage_id(document, 1, 0, len(text), "test")
            law = LawRef("K1400000226", str(number))
            passage = Passage(id_, document, Locator(1, 0, len(text), law), text, language, "")
            documents = compartment.ledger.documents
            documents.receive(document, document, size=1, received_by="tests")
            documents.keep_reading(document, document, "text/plain", [Page(1, text), passage])
            documents.mark_indexed([(document, document)], [])
        compartment.rebuild()
        return compartment

    yield make
    for compartment in opened:
        compartment.close()


def searcher(embedder: StaticEmbedder, *compartments: Compartment) -> Searcher:
    return Searcher(compartments, embedder, Evidence(ANALYSER.stems))


@pytest.mark.parametrize("asked", THEFT)
@pytest.mark.parametrize("written", THEFT)
def test_question_finds_its_passage_across_languages(
    shelve: Shelve, embedder: StaticEmbedder, asked: Language, written: Language
) -> None:
    laws = shelve("laws", {written: THEFT[written]} | {k: v for k, v in OTHERS.items() if k is not written})
    first, *_ = searcher(embedder, laws).find(THEFT[asked], asked, 3)
    assert first.passage.text == THEFT[written]


@pytest.mark.parametrize(
    "question", ["ст. 189 УК РК", "ҚР ҚК 189-бабы", "Article 189 of the Criminal Code of Kazakhstan"]
)
def test_article_that_is_named_comes_first_with_full_evidence(
    shelve: Shelve, embedder: StaticEmbedder, question: str
) -> None:
    first, *_ = searcher(embedder, shelve("laws", THEFT)).find(question, Language.RU, 3)
    assert first.passage.locator.law == LawRef("K1400000226", "189")
    assert first.evidence == 1.0
    assert "reference" in first.channels


def test_unopened_collection_is_never_seen(shelve: Shelve, embedder: StaticEmbedder) -> None:
    opened = shelve("opened", OTHERS)
    shelve("other", THEFT)
    hits = searcher(embedder, opened).find(THEFT[Language.RU], Language.RU, 10)
    assert {hit.collection.name for hit in hits} == {"opened"}


def test_same_question_gives_the_same_list(shelve: Shelve, embedder: StaticEmbedder) -> None:
    search = searcher(embedder, shelve("laws", THEFT | {}), shelve("more", OTHERS))
    assert search.find("хищение", Language.RU, 6) == search.find("хищение", Language.RU, 6)


@pytest.mark.parametrize("question", ["", " ", "?!", "\u202e\u0000", "я" * 3])
def test_question_without_words_finds_nothing_or_little_and_never_fails(
    shelve: Shelve, embedder: StaticEmbedder, question: str
) -> None:
    hits = searcher(embedder, shelve("laws", THEFT)).find(question, Language.RU, 5)
    assert all(hit.evidence < 0.5 for hit in hits)


def test_evidence_is_higher_for_what_answers(shelve: Shelve, embedder: StaticEmbedder) -> None:
    search = searcher(embedder, shelve("laws", THEFT), shelve("more", OTHERS))
    theft = search.find("тайное хищение чужого имущества", Language.RU, 1)[0]
    recipe = search.find("рецепт бешбармака с бараниной", Language.RU, 1)
    assert theft.evidence > 0.5
    assert all(hit.evidence < theft.evidence / 2 for hit in recipe)


def test_indexes_written_by_another_model_are_made_again(
    tmp_path: Path, shelve: Shelve, embedder: StaticEmbedder
) -> None:
    laws = shelve("laws", THEFT)
    laws.close()
    (tmp_path / "laws" / "indexes.json").write_text('{"model": "another", "version": "memory"}')
    makers = IndexMakers(lambda _: MemoryDense(), lambda _: MemoryLexical(ANALYSER), "memory")
    again = Compartment(laws.collection, tmp_path / "laws", embedder, makers)
    assert again.disagreement() == "version"
    assert again.indexes.dense.count() == len(THEFT)
    again.close()
