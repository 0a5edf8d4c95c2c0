"""Everyday phrases find their article, are never quoted, and stand in files that hold together."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.corpus import corpus
from casefile.errors import SubjectIndexInvalid
from casefile.language import SPOKEN, Language
from vectorstore.analysis import Analyser
from vectorstore.embedders.static import StaticEmbedder
from vectorstore.lexicon import Lexicon
from vectorstore.subject_index.compiled import compiled
from vectorstore.subject_index.index import NOT_FOUND, SubjectIndex
from vectorstore.subject_index.phrases import Phrase, State, built_in, lines, read
from vectorstore.titles import Titles

CRIMINAL, PROCEDURE, OFFENCES, BUDAPEST = "K1400000226", "K1400000231", "K1400000235", "BWBV0001839"
LEAST = {CRIMINAL: (502, 5), PROCEDURE: (686, 3), OFFENCES: (300, 3), BUDAPEST: (47, 3)}  # articles, phrases
ANALYSER = Analyser(Lexicon())
HIT_AND_RUN = (CRIMINAL, "347")
PHRASES = [
    Phrase(HIT_AND_RUN, Language.RU, "сбил человека и скрылся с места аварии"),
    Phrase(HIT_AND_RUN, Language.KK, "адамды қағып кетіп қашып кетті"),
    Phrase(HIT_AND_RUN, Language.EN, "driver hit a man and fled"),
    Phrase((CRIMINAL, "188"), Language.RU, "украли телефон в автобусе"),
    Phrase((CRIMINAL, "188"), Language.KK, "автобуста телефонымды ұрлап кетті"),
    Phrase((CRIMINAL, "188"), Language.EN, "my phone was stolen on the bus"),
]


@pytest.fixture(scope="module")
def table() -> StaticEmbedder:
    return StaticEmbedder.built_in()


@pytest.mark.parametrize(
    ("language", "question"),
    [
        (Language.KK, "жүргізуші адамды қағып қашып кетсе не болады"),
        (Language.RU, "водитель сбил пешехода и скрылся"),
        (Language.EN, "what if a driver hits a man and flees"),
    ],
)
def test_question_finds_the_article_by_its_phrases(
    table: StaticEmbedder, language: Language, question: str
) -> None:
    index = SubjectIndex(compiled(PHRASES, table, ANALYSER), Titles(table))
    subjects = index.find(ANALYSER.query_terms(question, language), table.embed_query(question), 2)
    found = {article: subjects.of(article) for article in subjects.best}
    assert max(found, key=lambda article: found[article].near) == HIT_AND_RUN
    assert max(found, key=lambda article: found[article].words) == HIT_AND_RUN
    assert all(0 <= one.words <= 1 and one.near <= 1.001 for one in found.values())


def test_an_article_that_is_not_proposed_is_known_all_the_same(table: StaticEmbedder) -> None:
    index = SubjectIndex(compiled(PHRASES, table, ANALYSER), Titles(table))
    asked = "украли телефон"
    subjects = index.find(ANALYSER.query_terms(asked, Language.RU), table.embed_query(asked), 1)
    assert HIT_AND_RUN not in subjects.best
    assert subjects.of((CRIMINAL, "188")).near > 0 and subjects.of((CRIMINAL, "1")) == NOT_FOUND


def test_what_is_proposed_is_what_all_phrases_one_by_one_would_give(table: StaticEmbedder) -> None:
    phrases = [phrase for phrase in built_in() if phrase.article[0] == BUDAPEST]
    index = SubjectIndex(compiled(phrases, table, ANALYSER), Titles(table))
    vectors = table.embed_passages([phrase.text for phrase in phrases])
    for asked in ("взломали почту", "серверді бұғаттау", "child abuse pictures"):
        vector, nearest = table.embed_query(asked), dict[tuple[str, str], float]()
        for phrase, cosine in zip(phrases, vectors @ vector, strict=True):
            nearest[phrase.article] = max(float(cosine), nearest.get(phrase.article, 0.0))
        subjects = index.find([], vector, 5)
        best = sorted(nearest, key=lambda article: -nearest[article])[:5]
        assert set(subjects.best) == set(best)
        assert all(subjects.of(a).near == pytest.approx(nearest[a], abs=2e-3) for a in nearest)


@pytest.mark.parametrize("question", ["", "?!", "\u202e", "и в на"])
def test_empty_question_or_index_finds_nothing_certain(table: StaticEmbedder, question: str) -> None:
    terms, vector = ANALYSER.query_terms(question, Language.RU), table.embed_query(question)
    assert SubjectIndex(compiled([], table, ANALYSER), Titles(table)).find(terms, vector, 5).best == ()
    subjects = SubjectIndex(compiled(PHRASES, table, ANALYSER), Titles(table)).find(terms, vector, 5)
    assert all(subjects.of(phrase.article).near < 0.9 for phrase in PHRASES)


WORDS = st.text(st.characters(categories=["Ll", "Nd"]), min_size=1, max_size=8)


@given(
    st.lists(
        st.builds(
            Phrase,
            st.tuples(st.just(CRIMINAL), st.sampled_from(["1", "190-1"])),
            st.sampled_from(SPOKEN),
            st.lists(WORDS, min_size=1, max_size=4).map(" ".join),
            st.sampled_from(State),
        ),
        unique_by=lambda phrase: (phrase.article, phrase.language, phrase.state, phrase.text),
        max_size=8,
    )
)
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, phrases: list[Phrase]
) -> None:
    folder = tmp_path_factory.mktemp("terms")
    (folder / f"{CRIMINAL}.tsv").write_text("".join(lines(phrases)), encoding="utf-8")
    assert set(read(folder)) == set(phrases)


@pytest.mark.parametrize("row", ["188\tde\tDiebstahl im Bus", "\tru\tкража", "188\tru\tкража\treviewed"])
def test_line_that_cannot_be_read_is_named(tmp_path: Path, row: str) -> None:
    (tmp_path / "K1400000226.tsv").write_text(f"1\tru\tпервая\n{row}\n", encoding="utf-8")
    with pytest.raises(SubjectIndexInvalid) as raised:
        read(tmp_path)
    assert raised.value.facts["row"] == "2"


def test_articles_of_the_main_acts_have_phrases_in_three_languages(shared: Path) -> None:
    counted: dict[tuple[tuple[str, str], Language], int] = {}
    for phrase in built_in():
        counted[phrase.article, phrase.language] = counted.get((phrase.article, phrase.language), 0) + 1
    known = {article.key for article in corpus(shared)}
    assert not {article for article, _ in counted} - known
    for act, (articles, least) in LEAST.items():
        complete = {
            article
            for article, _ in counted
            if article[0] == act and all(counted.get((article, spoken), 0) >= least for spoken in SPOKEN)
        }
        assert len(complete) >= articles, (act, len(complete))


NO_ARTICLES = {("Z950002529_", "3772662"), ("Z950002529_", "2662")}  # notes that the source numbers as such


def test_every_article_of_every_act_has_phrases(shared: Path) -> None:
    counted = Counter((phrase.article, phrase.language) for phrase in built_in())
    poor = {
        article.key
        for article in corpus(shared)
        if article.key not in NO_ARTICLES and any(counted[article.key, spoken] < 2 for spoken in SPOKEN)
    }
    assert poor == set()


def test_phrases_are_short_in_their_script_and_lead_to_one_article() -> None:
    seen: dict[str, tuple[str, str]] = {}
    for phrase in built_in():
        assert 3 <= len(phrase.text.split()) <= 9, phrase
        if phrase.language is Language.EN:
            assert not any("а" <= char <= "я" for char in phrase.text.lower()), phrase
        if phrase.language is Language.RU:
            assert not set(phrase.text.lower()) & set("әғқңөұүһі"), phrase
        assert (
            seen.setdefault(f"{phrase.language} {phrase.text.lower()}", phrase.article) == phrase.article
        ), phrase
