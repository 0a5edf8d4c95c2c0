"""Our own questions as a file of `dalel eval`, and the words of the laws that answer them."""

from pathlib import Path

from assistant.normal import fold
from benchmarks.corpus import articles
from benchmarks.gold import rows, spans
from benchmarks.questions import Half, questions


def test_our_own_questions_are_such_a_file() -> None:
    made = [row for half in Half for row in rows(half)]
    assert [row["id"] for row in made] == [question.id for question in questions()]
    assert sum(bool(row["spans"]) for row in made) >= 90
    assert not [row["id"] for row in made if row["spans"] and not row["answerable"]]


def test_answering_words_stand_in_their_articles(shared: Path) -> None:
    texts = {a.key: a.text for a in articles(sorted((shared / "laws" / "ru").glob("*.jsonl")))}
    golds = {question.id: question.gold for question in questions()}
    for question, article, words in spans():
        assert article in golds[question]
        assert 5 <= len(words.split()) <= 25, words
        assert fold(words).text in fold(texts[article]).text, (question, words)
