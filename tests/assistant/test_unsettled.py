"""What is settled though the quotes leave it open."""

import pytest

from assistant.unsettled import of_whom_asked, only_asked, settled, untraced
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

WHAT_IS_ONLY_ASKED = [  # a quote, a lie over it and a truth
    (
        KK,
        "Сарапшыға құлып бұрауышпен ашылған ба деген сұрақ қойылды.",
        "Құлып бұрауышпен ашылған.",
        "Құлып бұрауышпен ашылған ба деген сұрақ сарапшыға қойылды.",
    ),
    (
        RU,
        "Перед экспертом поставлен вопрос, открывался ли замок отвёрткой.",
        "Замок открывался отвёрткой.",
        "Эксперта спросили, открывался ли замок отвёрткой.",
    ),
    (
        EN,
        "The expert was asked whether the lock had been opened with a screwdriver.",
        "The lock had been opened with a screwdriver.",
        "It was asked whether a screwdriver had opened the lock.",
    ),
]
THE_ANSWER = {
    KK: "Құлып бұрауышпен ашылған.",
    RU: "Замок открывался отвёрткой.",
    EN: "The lock had been opened with a screwdriver.",
}


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


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_IS_ONLY_ASKED)
def test_what_is_only_asked_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(only_asked(lie, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_IS_ONLY_ASKED)
def test_what_is_only_asked_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(only_asked(truth, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_IS_ONLY_ASKED)
def test_what_is_asked_may_be_answered_too(language: Language, quote: str, lie: str, truth: str) -> None:
    assert not list(only_asked(lie, language, [(quote, language), (THE_ANSWER[language], language)]))


WHO_IS_ONLY_ASKED_ABOUT = [  # a quote, a lie over it and a truth
    (
        KK,
        "Күзетші есікті жапты; оған Әскар бұйырды ма екен, білмеймін.",
        "Күзетші есікті Әскардың бұйрығымен жапты.",
        "Күзетші есікті жапты.",
    ),
    (
        RU,
        "Охранник закрыл дверь; не знаю, велел ли ему Аскар.",
        "Охранник закрыл дверь по указанию Аскара.",
        "Охранник закрыл дверь.",
    ),
    (
        EN,
        "The guard shut the door; I do not know whether Askar told him to.",
        "The guard shut the door on the orders of Askar.",
        "The guard shut the door.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHO_IS_ONLY_ASKED_ABOUT)
def test_who_is_only_asked_about_did_nothing(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(of_whom_asked(lie, language, [(quote, language)]))
    assert not list(of_whom_asked(truth, language, [(quote, language)]))
