"""The development questions hold together, and what they point to exists."""

import re
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.corpus import articles, corpus
from benchmarks.questions import development
from casefile.language import SPOKEN, Language

KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
ANSWERABLE = {"formal", "colloquial", "keywords", "reference"}
UNANSWERABLE = {"everyday", "encyclopaedic", "foreign_law", "other_law", "no_such_article"}


def test_ids_are_unique_and_tell_language_and_kind() -> None:
    questions = development()
    assert len({question.id for question in questions}) == len(questions)
    for question in questions:
        letter = "a" if question.gold else "u"
        assert re.fullmatch(rf"{question.language}-{letter}\d\d", question.id)


def test_no_question_is_asked_twice() -> None:
    counted = Counter(" ".join(re.findall(r"\w+", question.text.casefold())) for question in development())
    assert not [text for text, times in counted.items() if times > 1]


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("to_fit", [True, False])
def test_every_language_has_as_many_of_each_in_either_half(language: Language, to_fit: bool) -> None:
    half = [q for q in development() if q.language is language and q.to_fit is to_fit]
    assert Counter(bool(question.gold) for question in half) == {True: 12, False: 12}
    assert {question.kind for question in half if question.gold} == ANSWERABLE
    assert {question.kind for question in half if not question.gold} <= UNANSWERABLE


def test_questions_are_written_in_their_language() -> None:
    for question in development():
        kazakh, cyrillic = bool(KAZAKH.search(question.text)), bool(CYRILLIC.search(question.text))
        written = Language.KK if kazakh else Language.RU if cyrillic else Language.EN
        assert written is question.language, question.id


def test_gold_articles_exist(shared: Path) -> None:
    known = {article.key for article in corpus(shared)}
    assert not {gold for question in development() for gold in question.gold} - known


def test_questions_are_not_of_a_test_set(shared: Path) -> None:
    held_out = "".join(path.read_text(encoding="utf-8") for path in sorted((shared / "eval").glob("*.json*")))
    assert not [question.id for question in development() if question.text in held_out]


def test_titles_measured_are_not_asked(shared: Path) -> None:
    """The sixteen Kazakh titles are a test set of their own."""
    titles = {a.title for a in articles([shared / "laws" / "criminal_code_kk_ru_16.jsonl"]) if a.lang == "kk"}
    assert not [question.id for question in development() if question.text in titles]
