"""Hours that a statement takes from another place of its quotes."""

import pytest

from assistant.other_place import at_other_place
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

AN_HOUR_OF_ANOTHER_EVENT = [  # a quote, a lie over it and a truth
    (
        KK,
        "Дабыл сағат 9:10-да қосылды. Қойманы тінту сағат 11:40-та басталды.",
        "Қойманы тінту сағат 9:10-да басталды.",
        "Қойманы тінту сағат 11:40-та басталды.",
    ),
    (
        RU,
        "Сигнализация сработала в 9:10. Осмотр склада начался в 11:40.",
        "Осмотр склада начался в 9:10.",
        "Осмотр склада начался в 11:40.",
    ),
    (
        EN,
        "The alarm rang at 9:10. The search of the warehouse began at 11:40.",
        "The search of the warehouse began at 9:10.",
        "The search of the warehouse began at 11:40.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), AN_HOUR_OF_ANOTHER_EVENT)
def test_an_hour_of_another_event_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(at_other_place(lie, language, [(quote, language, "")]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), AN_HOUR_OF_ANOTHER_EVENT)
def test_an_hour_of_another_event_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(at_other_place(truth, language, [(quote, language, "")]))
