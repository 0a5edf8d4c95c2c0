"""Names to which a statement gives the post of somebody whom its quotes do not name."""

import pytest

from assistant.apposed import given_role, of_other_bearer
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

POSTS = [
    (
        KK,
        "Эпикризге емдеуші дәрігер қол қойды; бөлім меңгерушісі Ермағамбетов демалыста болған.",
        "Эпикризге емдеуші дәрігер Ермағамбетов қол қойды.",
        "Бөлім меңгерушісі Ермағамбетов демалыста болған.",
    ),
    (
        RU,
        "Эпикриз подписал лечащий врач; заведующий Ермагамбетов находился в отпуске.",
        "Эпикриз подписал лечащий врач Ермагамбетов.",
        "Заведующий Ермагамбетов был в отпуске.",
    ),
    (
        EN,
        "The treating physician signed the summary; the director Yermagambetov was on leave.",
        "The summary was signed by the treating physician, Yermagambetov.",
        "The director Yermagambetov was on leave.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), POSTS)
def test_the_post_of_somebody_unnamed_is_not_given_to_another(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert list(given_role(lie, language, [(quote, language)]))
    assert not list(given_role(truth, language, [(quote, language)]))


BEARERS = [
    (
        KK,
        "Айып тағылған Ербол Гребнев сөмкені оған досы Сапар бергенін айтты.",
        "Сөмкені оған досы Ербол берген.",
        "Сөмкені оған досы Сапар берген.",
    ),
    (
        RU,
        "Сторож Абаев слышал шум, Гребнев его не слышал.",
        "Шум слышал сторож Гребнев.",
        "Шум слышал сторож Абаев.",
    ),
    (
        EN,
        "The guard, Peter Abaev, heard a noise, and Grebnev did not.",
        "A noise was heard by the guard Grebnev.",
        "A noise was heard by the guard Abaev.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), BEARERS)
def test_a_role_is_not_given_to_another(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(of_other_bearer(lie, language, [(quote, language)]))
    assert not list(of_other_bearer(truth, language, [(quote, language)]))


@pytest.mark.parametrize(
    ("language", "quote", "lie"),
    [
        (KK, "Сарапшы «Дала Нұр» кәсіпорнының кассасын тексерді.", "Сарапшы Нұр кассаны тексерді."),
        (RU, "Эксперт проверил кассу предприятия «Заря Плюс».", "Эксперт Заря проверил кассу."),
        (EN, "The expert examined the till of “Dawn Trade”.", "The expert Dawn examined the till."),
    ],
)
def test_a_firm_is_no_expert(language: Language, quote: str, lie: str) -> None:
    assert list(of_other_bearer(lie, language, [(quote, language)]))
