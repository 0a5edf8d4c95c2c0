"""Questions about what is not searched find no evidence, and the act that governs them is named."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from assistant.answered import Answered
from casefile.answer import Answer
from casefile.collection import CollectionKind
from casefile.language import SPOKEN, Language
from casefile.locator import Locator
from casefile.passage import Passage
from ingest.outcome import Incoming
from prompts.render import phrase
from ui.desk import Desk
from ui.settings import Settings
from ui.wiring import open_desk
from vectorstore.analysis.analyser import Analyser
from vectorstore.embedders.static import StaticEmbedder
from vectorstore.evidence import FLOOR, Evidence
from vectorstore.fusion import Signals
from vectorstore.lexicon import Lexicon
from vectorstore.subject_index.compiled import compiled
from vectorstore.subject_index.index import SubjectIndex
from vectorstore.subject_index.outside import BUILT_IN, NO_LAW, Outside, act_called
from vectorstore.subject_index.phrases import built_in, read
from vectorstore.titles import Titles

KK, RU, EN = SPOKEN
ANALYSER = Analyser(Lexicon())
TAX_CODE, TAX_CODE_OF_2017 = "K2500000214", "K1700000120"
PHRASES = read(BUILT_IN)
TAXES = {
    KK: "үйімді сатсам қандай салық төлеймін?",
    RU: "какой налог заплатить, если продал дом?",
    EN: "what tax do I pay if I sell my house?",
}
WEATHER = {
    KK: "ертең Павлодарда ауа райы қандай болады?",
    RU: "какая завтра погода в Павлодаре?",
    EN: "what is the weather in Pavlodar tomorrow?",
}
LAWS = {
    "crimes": (
        "K1400000226",
        "188",
        "Кража",
        "Кража, то есть тайное хищение чужого имущества, наказывается штрафом.",
    ),
    "taxes": (
        TAX_CODE_OF_2017,
        "1",
        "Налоги",
        "Доход от продажи дома облагается налогом по ставке десять процентов.",
    ),
}
CASE = (
    "Свидетель показал, что какая завтра погода в Павлодаре, он не знал, а налог заплатил, когда продал дом."
)
THEFT = {KK: "біреу велосипедімді ұрлап кетті", RU: "у меня украли велосипед", EN: "my bicycle was stolen"}


@pytest.fixture(scope="module")
def outside() -> Outside:
    table = StaticEmbedder.built_in()
    return Outside(SubjectIndex(compiled(PHRASES, table, ANALYSER), Titles(table)))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A law of theft, one of taxes, and a case file that speaks of taxes and the weather."""
    opened, folder = (
        open_desk(Settings(data=tmp_path_factory.mktemp("data"))),
        tmp_path_factory.mktemp("texts"),
    )
    for name, (act, article, title, text) in LAWS.items():
        row = {"doc": act, "law": name, "article": article, "title": title, "text": text, "lang": "ru"}
        path = folder / f"{name}.jsonl"
        path.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
        take_in(opened, name, CollectionKind.LAW, path)
    path = folder / "case.txt"
    path.write_text(CASE, encoding="utf-8")
    take_in(opened, "case", CollectionKind.CASE, path)
    with closing(opened):
        yield opened


def take_in(desk: Desk, name: str, kind: CollectionKind, path: Path) -> None:
    list(desk.ingest(name, kind, [Incoming(path, path.name)], received_by="test"))


def answer(desk: Desk, question: str, *collections: str) -> Answer:
    *_, last = desk.ask(question, collections, RU)
    assert isinstance(last, Answered)
    return last.answer


@pytest.mark.parametrize("language", SPOKEN)
def test_the_refusal_names_the_act_that_governs(desk: Desk, language: Language) -> None:
    given = answer(desk, TAXES[language], "crimes")
    assert given.refused
    assert phrase("other_act", language, act=act_called(TAX_CODE, language)) in given.notices


@pytest.mark.parametrize("language", SPOKEN)
def test_what_is_no_law_is_refused_and_no_act_is_named(desk: Desk, language: Language) -> None:
    given = answer(desk, WEATHER[language], "crimes")
    assert given.refused and given.notices[0] == phrase("refused_weak", language)
    assert len(given.notices) == 3  # and what was searched, in which languages


@pytest.mark.parametrize("language", SPOKEN)
def test_what_is_searched_is_answered(desk: Desk, language: Language) -> None:
    assert not answer(desk, THEFT[language], "crimes").refused


@pytest.mark.parametrize("language", SPOKEN)
def test_an_act_that_was_taken_in_is_outside_no_longer(desk: Desk, language: Language) -> None:
    given = answer(desk, TAXES[language], "crimes", "taxes")
    assert phrase("other_act", language, act=act_called(TAX_CODE, language)) not in given.notices
    first, *_ = desk.search(TAXES[language], ["crimes", "taxes"], 5, language)
    assert first.collection.name == "taxes" and first.evidence > 0


@pytest.mark.parametrize("question", [TAXES[RU], WEATHER[RU]])
def test_a_case_file_may_speak_of_anything(desk: Desk, question: str) -> None:
    assert not answer(desk, question, "case").refused
    first, *_ = desk.search(question, ["case", "crimes"], 5, RU)
    assert first.collection.name == "case" and first.evidence >= FLOOR


def test_what_is_named_by_its_number_is_found_whatever_else_is_asked(desk: Desk) -> None:
    first, *_ = desk.search("ст. 188 УК РК: какой налог платить с продажи дома", ["crimes"], 5, RU)
    assert first.evidence == 1.0


def test_a_text_that_speaks_for_itself_is_evidence_all_the_same() -> None:
    passage = Passage("p", "d", Locator(1, 0, 20, None), "налог с продажи дома", RU, "")
    rarity, evidence = dict.fromkeys(ANALYSER.stems(passage.text, RU), 1.0), Evidence(ANALYSER.stems)
    assert evidence.of(passage, rarity, Signals(near=0.8), inside=False) >= FLOOR
    assert evidence.of(passage, {"иное": 1.0}, Signals(near=0.4, phrase_near=0.7), inside=False) == 0


@pytest.mark.parametrize("language", SPOKEN)
def test_topics_are_told_apart(outside: Outside, language: Language) -> None:
    def nearest(question: str, *here: str) -> str | None:
        vector = StaticEmbedder.built_in().embed_query(question)
        topic = outside.nearest(ANALYSER.query_terms(question, language), vector, here.__contains__)
        return topic.act if topic else None

    assert nearest(TAXES[language]) == TAX_CODE
    assert nearest(WEATHER[language]) == ""
    assert nearest(TAXES[language], TAX_CODE_OF_2017) is None


def test_every_topic_has_phrases_in_three_languages_and_every_act_a_name() -> None:
    counted = Counter((phrase.article, phrase.language) for phrase in PHRASES)
    topics = {topic for topic, _ in counted}
    assert len(topics) >= 90
    assert all(counted[topic, language] >= 6 for topic in topics for language in SPOKEN)
    acts = {act for act, _ in topics} - NO_LAW
    assert all(act_called(act, language) for act in acts for language in SPOKEN)


def test_phrases_are_short_in_their_script_and_lead_nowhere_else() -> None:
    said = [(phrase.language, phrase.text.lower()) for phrase in PHRASES]
    assert len(set(said)) == len(said)
    assert not set(said) & {(phrase.language, phrase.text.lower()) for phrase in built_in()}
    for phrase_ in PHRASES:
        if phrase_.article[0] == "questions":  # whole ones, of any length and in any mixture
            continue
        assert 3 <= len(phrase_.text.split()) <= 9, phrase_
        letters = set(phrase_.text.lower())
        assert phrase_.language is not EN or not letters & set("абвгдежзиклмнопрстуфхцчшыэюя"), phrase_
        assert phrase_.language is not RU or not letters & set("әғқңөұүһі"), phrase_
