"""Our own questions hold together, what they point to exists, and the halves share no article."""

import re
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.corpus import articles, corpus
from benchmarks.gold import OTHERS, rows
from benchmarks.questions import Half, halves, questions
from casefile.language import SPOKEN, Language
from vectorstore.analysis import Analyser

KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
KINDS = {"colloquial", "formal", "keyword", "mistyped", "mixed", "reference"}
UNANSWERABLE = {"everyday", "encyclopaedic", "foreign_law", "other_law", "case_fact", "no_such_article"}
SHORT = 3  # letters of a word that says nothing
SHARED_MOST = 2  # content words that a question may have in common with the title of its article


def test_ids_are_unique_and_tell_the_language() -> None:
    everything = questions()
    assert len({question.id for question in everything}) == len(everything)
    for question in everything:
        assert re.fullmatch(rf"{question.language}-\d\d\d", question.id)


def test_no_question_is_asked_twice() -> None:
    counted = Counter(" ".join(re.findall(r"\w+", question.text.casefold())) for question in questions())
    assert not [text for text, times in counted.items() if times > 1]


@pytest.mark.parametrize("language", SPOKEN)
def test_every_language_has_enough_of_each_kind(language: Language) -> None:
    spoken = [question for question in questions() if question.language is language]
    answerable = [question for question in spoken if question.gold]
    assert len(answerable) >= 150
    assert len(spoken) - len(answerable) >= 30
    assert {question.kind for question in answerable} == KINDS
    assert {question.kind for question in spoken if not question.gold} == UNANSWERABLE


def test_no_article_is_in_both_halves() -> None:
    tune, test = ({gold for q in questions(half) for gold in q.gold} for half in Half)
    assert not tune & test


def test_half_of_an_article_is_decided_by_its_hash() -> None:
    decided = halves(question.gold for question in questions())
    assert not [q.id for q in questions() for gold in q.gold if decided[gold] is not q.half]


def test_questions_do_not_repeat_the_titles_of_their_articles(shared: Path) -> None:
    titles = {article.key: article.title for article in corpus(shared)}
    stems = Analyser().stems
    for question in questions():
        if question.kind == "reference":
            continue
        asked = content(stems(question.text, question.language))
        for gold in question.gold:
            written = Language.EN if gold[0].startswith("BWBV") else Language.RU
            common = asked & content(stems(titles[gold], written))
            assert len(common) <= SHARED_MOST, (question.id, common)


def content(stems: list[str]) -> set[str]:
    return {stem for stem in stems if len(stem) > SHORT}


@pytest.mark.parametrize("language", SPOKEN)
def test_questions_are_written_in_the_letters_of_their_language(language: Language) -> None:
    for question in questions():
        if question.language is not language or question.kind in ("mistyped", "mixed"):
            continue
        cyrillic = bool(CYRILLIC.search(question.text))
        assert cyrillic is not (language is Language.EN), question.id
        if language is Language.RU:
            assert not KAZAKH.search(question.text), question.id


def test_gold_articles_exist(shared: Path) -> None:
    known = {article.key for article in corpus(shared)}
    assert not {gold for question in questions() for gold in question.gold} - known


def test_questions_are_not_of_a_test_set(shared: Path) -> None:
    held_out = "".join(path.read_text(encoding="utf-8") for path in sorted((shared / "eval").glob("*.json*")))
    assert not [question.id for question in questions() if question.text in held_out]


def test_titles_measured_are_not_asked(shared: Path) -> None:
    """The sixteen Kazakh titles are a test set of their own."""
    titles = {a.title for a in articles([shared / "laws" / "criminal_code_kk_ru_16.jsonl"]) if a.lang == "kk"}
    assert not [question.id for question in questions() if question.text in titles]


@pytest.mark.parametrize("name", OTHERS)
def test_questions_of_later_authors_are_whole(name: str) -> None:
    asked = list(rows(name))
    assert len(asked) == 225
    assert Counter(row["language"] for row in asked) == {"kk": 75, "ru": 75, "en": 75}
    assert sum(not row["answerable"] for row in asked) == 105
    assert all(row["spans"] for row in asked if row["answerable"])


def test_later_authors_repeat_no_question() -> None:
    texts = [str(row["text"]) for name in OTHERS for row in rows(name)]
    ours = {question.text for question in questions()}
    assert len(set(texts)) == len(texts)
    assert len(ours.intersection(texts)) <= 2  # how photosynthesis works, and how deep the Caspian Sea is
