"""Search over real compartments: what comes first, why, and that compartments hold."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from casefile.clock import now
from casefile.collection import Collection, CollectionKind
from casefile.document import Page
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.locator import Locator
from casefile.passage import Passage, passage_id
from casefile.place import named
from vectorstore.analysis.analyser import Analyser
from vectorstore.compartment import Compartment, IndexMakers
from vectorstore.embedders.static import StaticEmbedder
from vectorstore.lazily import Lazily
from vectorstore.memory import MemoryDense, MemoryLexical
from vectorstore.model_folder import Backend, ModelFolder
from vectorstore.ports import Reranker
from vectorstore.rerank import Reranking
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

Shelve = Callable[..., Compartment]  # name, texts, kind


@pytest.fixture(scope="module")
def embedder() -> StaticEmbedder:
    return StaticEmbedder.built_in()


@pytest.fixture
def shelve(tmp_path: Path, embedder: StaticEmbedder) -> Iterator[Shelve]:
    """A collection of one-passage articles, 188 first; of law unless told otherwise."""
    opened: list[Compartment] = []
    makers = IndexMakers(lambda _: MemoryDense(), lambda _: MemoryLexical(ANALYSER), "memory")

    def make(name: str, texts: dict[Language, str], kind: CollectionKind = CollectionKind.LAW) -> Compartment:
        collection = Collection(name, name, kind, now())
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
    return Searcher(compartments, embedder, ANALYSER)


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


class Backwards:
    """Likes each passage better than the one before."""

    name = "backwards"

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        assert question
        return [place / len(texts) for place in range(len(texts))]


def test_reranker_has_the_last_word_but_not_over_what_was_named(
    shelve: Shelve, embedder: StaticEmbedder
) -> None:
    laws, asked = shelve("laws", THEFT), "ст. 189 УК РК: хищение имущества"
    usual = searcher(embedder, laws).find(asked, Language.RU, 3)
    folder = ModelFolder(Path("/model"), Backend.TORCH, "backwards", "0" * 64)
    reranking = Reranking(Lazily[Reranker](lambda: folder, lambda _: Backwards(), print))
    search = Searcher([laws], embedder, ANALYSER, reranking=reranking)
    hits = search.find(asked, Language.RU, 2)
    assert [hit.passage.id for hit in hits] == [usual[0].passage.id, usual[2].passage.id]
    assert ["reranker" in hit.channels for hit in hits] == [False, True]
    assert [hit.score for hit in hits] == [hit.score for hit in usual[:2]]
    assert [hit.evidence for hit in hits] == [usual[0].evidence, usual[2].evidence]
    assert search.searched().models == (embedder.name, "backwards")


def test_unopened_collection_is_never_seen(shelve: Shelve, embedder: StaticEmbedder) -> None:
    opened = shelve("opened", OTHERS)
    shelve("other", THEFT)
    asked = f"{THEFT[Language.RU]}. {OTHERS[Language.RU]}"
    hits = searcher(embedder, opened).find(asked, Language.RU, 10)
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


@pytest.mark.parametrize("language", THEFT)
def test_a_pasted_document_is_a_question_too(
    shelve: Shelve, embedder: StaticEmbedder, language: Language
) -> None:
    words = [f"сөз{number} слово{number} word{number}" for number in range(3_300)]
    pasted = " ".join([*words[:1_000], THEFT[language], *words[1_000:]])
    hits = searcher(embedder, shelve("laws", THEFT), shelve("more", OTHERS)).find(pasted, language, 4)
    assert THEFT[language] in [hit.passage.text for hit in hits]


@pytest.mark.parametrize(
    "question",
    [
        "кража " * 10_000,
        "а" * 100_000,
        "1" * 10_000,
        'title:(кража OR *) AND ~2^5 "',
        "\x00\x1b[31m\u202eкража",
    ],
)
def test_odd_questions_are_questions(shelve: Shelve, embedder: StaticEmbedder, question: str) -> None:
    hits = searcher(embedder, shelve("laws", THEFT)).find(question, Language.RU, 3)
    assert all(0 <= hit.score <= 1 and 0 <= hit.evidence <= 1 for hit in hits)


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


CODE = "K1400000226"
LABOUR = "K1500000414"
PART_2 = "2. Кража, совершенная:\n1) группой лиц;\n3) с проникновением, –\nнаказывается."


def passage(text: str, law: LawRef) -> Passage:
    return Passage("id", "document", Locator(1, 0, len(text), law), text, Language.RU, "")


@pytest.mark.parametrize(
    ("question", "text", "law"),
    [
        ("п. 3 ч. 2 ст. 188 УК", PART_2, LawRef(CODE, "188", "2")),
        ("ҚК 188-баптың 2-бөлігінің 3) тармағы", PART_2, LawRef(CODE, "188", "2")),
        ("ч. 2 ст. 188 УК", "3) с проникновением;", LawRef(CODE, "188", "2", "3")),
        ("п. 2 ст. 188", PART_2, LawRef(CODE, "188", "2")),  # no act, and point for part
        ("пп. 2) п. 1 ст. 52 ТК", "1. В случаях:\n2) сокращения штата;", LawRef(LABOUR, "52", "", "1")),
        ("п. 2 ст. 52", "2. Договор о совместительстве.", LawRef(LABOUR, "52", "", "2")),
    ],
)
def test_passage_that_holds_the_place_that_is_named_is_that_place(
    question: str, text: str, law: LawRef
) -> None:
    [one] = named(question)
    assert one.stands_in(passage(text, law))


@pytest.mark.parametrize(
    ("question", "text", "law"),
    [
        ("п. 4 ч. 2 ст. 188 УК", PART_2, LawRef(CODE, "188", "2")),
        ("ч. 3 ст. 188 УК", PART_2, LawRef(CODE, "188", "2")),
        ("ч. 2 ст. 188 УК", "Сноска. Статья 188 с изменениями.", LawRef(CODE, "188")),
        ("ч. 2 ст. 188 УК", PART_2, LawRef(CODE, "188-1", "2")),
        ("пп. 2) п. 1 ст. 52 ТК", "19) прекращения допуска;", LawRef(LABOUR, "52", "", "1", "19")),
        ("пп. 2) п. 1 ст. 52 ТК", "1-1. В случаях:\n2) вины;", LawRef(LABOUR, "52", "", "1-1")),
        ("188-баптың 3-бөлігі", "4. Тіркеу:\n3) орны бойынша;", LawRef(LABOUR, "188", "", "4")),
        ("пп. 12 п. 1 ст. 52 ТК", "1. Сноска от\n12.07.2018 года.", LawRef(LABOUR, "52", "", "1")),
    ],
)
def test_passage_of_another_place_is_not_the_place_that_is_named(
    question: str, text: str, law: LawRef
) -> None:
    [one] = named(question)
    assert not one.stands_in(passage(text, law))


def test_case_file_is_found_by_its_words_and_never_by_its_article(
    shelve: Shelve, embedder: StaticEmbedder
) -> None:
    case = shelve("case", {Language.RU: "Обвинительный акт по ст. 188 УК"}, CollectionKind.CASE)
    [hit] = searcher(embedder, case).find("ст. 188 УК обвинительный акт", Language.RU, 5)
    assert "reference" not in hit.channels and "lexical" in hit.channels
    assert hit.evidence < 1.0


def test_articles_are_those_of_laws_and_never_of_a_case(shelve: Shelve, embedder: StaticEmbedder) -> None:
    law, case = shelve("law", OTHERS), shelve("case", THEFT, CollectionKind.CASE)
    both = searcher(embedder, law, case)
    assert both.articles("K1400000226") == both.articles("") == {"188", "189", "190"}
    assert [passage.text for passage in both.law(LawRef("K1400000226", "189"))] == [OTHERS[Language.RU]]
    assert searcher(embedder, case).articles("") == set() == both.articles("K1400000231")


def test_languages_are_those_of_all_passages(shelve: Shelve, embedder: StaticEmbedder) -> None:
    kk, ru = Language.KK, Language.RU
    both = searcher(embedder, shelve("kk", {kk: THEFT[kk]}), shelve("ru", {ru: THEFT[ru]}))
    assert both.languages() == (kk, ru)
