"""Words of a talk that a statement gives to another speaker."""

import pytest

from assistant.speakers import said_by_another, said_by_no_speaker, words_of_another
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

TALKS = [
    (
        KK,
        "[03.02.25 09:10] Марат: Гараж үшін қырық мың жібер // [03.02.25 09:40] Айгүл: Шот ашып, жібердім",
        "Айгүл гараж үшін қырық мың сұрады.",
        "Марат гараж үшін қырық мың сұрады.",
    ),
    (
        RU,
        "09:10. Марат: за гараж пришли сорок тысяч.\n09:40. Айгуль: ключи оставила у соседки.",
        "Марат написал, что ключи остались у соседки.",
        "Айгуль написала, что ключи остались у соседки.",
    ),
    (
        EN,
        "Peter, 09:10: Is the lock broken? // Olga, 09:12: Ask Denis, he repaired the door, I was asleep.",
        "Asked about it, Peter sent Olga to Denis, who repaired the door, and said that he had been asleep.",
        "Asked about it, Olga sent Peter to Denis, who repaired the door, and said that she had been asleep.",
    ),
]


@pytest.mark.parametrize(("language", "talk", "lie", "truth"), TALKS)
def test_words_are_of_who_said_them(language: Language, talk: str, lie: str, truth: str) -> None:
    quotes = [(line, language) for line in talk.split(" // ")]
    assert [*words_of_another(lie, language, quotes), *said_by_another(lie, language, quotes)]
    assert not [*words_of_another(truth, language, quotes), *said_by_another(truth, language, quotes)]


@pytest.mark.parametrize(
    ("language", "lines", "lie", "truth"),
    [
        (
            RU,
            ("Пётр: Ольга с рынка просит сто.", "Денис: дорого."),
            "Ольга ответила, что это дорого.",
            "Денис ответил, что это дорого.",
        ),
        (
            EN,
            ("Peter: Olga from the market wants a hundred.", "Denis: too much."),
            "Olga answered that it was too much.",
            "Denis answered that it was too much.",
        ),
    ],
)
def test_who_is_only_named_in_a_talk_says_nothing(
    language: Language, lines: tuple[str, str], lie: str, truth: str
) -> None:
    quotes = [(line, language) for line in lines]
    assert list(said_by_no_speaker(lie, language, quotes))
    assert not list(said_by_no_speaker(truth, language, quotes))
