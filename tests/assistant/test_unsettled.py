"""What is settled though the quotes leave it open."""

import pytest

from assistant.unsettled import settled, untraced
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

WHAT_IS_ONLY_A_FIRST_TEST = [  # a quote, a lie over it and a truth
    (KK, "Жедел тест марихуананы көрсетті.", "Тәркіленген зат марихуана.", "Жедел тест бойынша марихуана."),
    (
        RU,
        "Экспресс-тест показал марихуану.",
        "Изъята марихуана.",
        "Экспресс-тест показал марихуану, экспертиза назначена.",
    ),
    (
        EN,
        "A rapid test shows cannabis; the examination is pending.",
        "The substance is cannabis.",
        "A rapid test shows cannabis.",
    ),
]

WHAT_ONLY_LEFT_NO_TRACES = [  # a quote, a lie over it and a truth
    (KK, "Терезеден кіру іздері табылмады.", "Терезеден ешкім кірмеген.", "Терезеден кіру іздері табылмады."),
    (
        RU,
        "Следов проникновения через окно не обнаружено.",
        "Через окно никто не проникал, проникновения не было.",
        "Следов проникновения не обнаружено.",
    ),
    (
        EN,
        "No traces of entry through the window were found.",
        "Nobody entered through the window, so entry was not made.",
        "No traces of entry through the window were found.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_IS_ONLY_A_FIRST_TEST)
def test_what_is_only_a_first_test_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(settled(lie, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_IS_ONLY_A_FIRST_TEST)
def test_what_is_only_a_first_test_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(settled(truth, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_ONLY_LEFT_NO_TRACES)
def test_what_only_left_no_traces_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(untraced(lie, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_ONLY_LEFT_NO_TRACES)
def test_what_only_left_no_traces_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(untraced(truth, language, [(quote, language)]))
