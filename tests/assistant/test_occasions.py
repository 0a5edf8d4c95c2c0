"""What is told of a second occasion though the quotes tell it of the first."""

import pytest

from assistant.occasions import of_another_occasion
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

WHAT_HOLDS_AT_FIRST = [  # a quote, a lie over it and a truth
    (
        KK,
        "Қарап-тексеруге аудармашы қалауы бойынша шақырылады. Қайталама қарап-тексеруде аудармашы міндетті.",
        "Қайталама қарап-тексеруге аудармашы қалауы бойынша шақырылады.",
        "Қайталама қарап-тексеруде аудармашы міндетті.",
    ),
    (
        RU,
        "На осмотр переводчик приглашается по желанию. При повторном осмотре переводчик обязателен.",
        "На повторный осмотр переводчик приглашается по желанию.",
        "При повторном осмотре переводчик обязателен.",
    ),
    (
        EN,
        "At an inspection the interpreter is invited at will. At a repeated inspection one is mandatory.",
        "At a repeated inspection the interpreter is invited at will.",
        "At a repeated inspection one is mandatory.",
    ),
]
THE_SAME = {
    KK: "Қайталама қарап-тексеруде сол ереже қолданылады.",
    RU: "При повторном осмотре действует то же правило.",
    EN: "At a repeated inspection the same rule applies.",
}


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_HOLDS_AT_FIRST)
def test_what_holds_at_first_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(of_another_occasion(lie, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_HOLDS_AT_FIRST)
def test_what_holds_at_first_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(of_another_occasion(truth, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_HOLDS_AT_FIRST)
def test_what_holds_at_first_may_hold_again(language: Language, quote: str, lie: str, truth: str) -> None:
    assert not list(of_another_occasion(lie, language, [(quote, language), (THE_SAME[language], language)]))
