"""Duties, rights and bans in each other's places."""

import pytest

from assistant.duties import not_obliged, other_modal, without_may
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

A_DUTY_MADE_OF_A_RIGHT = [  # a quote, a lie over it and a truth
    (
        KK,
        "Қорғаушы тінтуге қатысуға құқылы.",
        "Қорғаушы тінтуге қатысуға міндетті.",
        "Қорғаушы тінтуге қатыса алады.",
    ),
    (
        RU,
        "Защитник вправе присутствовать при обыске.",
        "Защитник обязан присутствовать при обыске.",
        "Защитник может присутствовать при обыске.",
    ),
    (
        EN,
        "The defence lawyer may attend the search.",
        "The defence lawyer must attend the search.",
        "The defence lawyer can attend the search.",
    ),
]

A_DEED_THAT_ONLY_MAY_BE = [  # a quote, a lie over it and a truth
    (
        KK,
        "Құжат бойынша файл өшірілуі мүмкін.",
        "Құжат бойынша файл өшірілді.",
        "Құжат бойынша файл өшірілуі мүмкін.",
    ),
    (
        RU,
        "Задержанный водитель может быть освобождён судом под залог.",
        "Задержанный водитель освобождён судом под залог.",
        "Задержанный водитель мог быть освобождён судом под залог.",
    ),
    (
        EN,
        "The detained driver may be released on bail by the court.",
        "The detained driver is released on bail by the court.",
        "The detained driver can be released on bail by the court.",
    ),
]

A_DUTY_THAT_THERE_IS_NOT = [  # a quote, a lie over it and a truth
    (
        KK,
        "Сарапшының отырысқа келуі міндетті емес.",
        "Сарапшы отырысқа келуге міндетті.",
        "Сарапшы отырысқа келмеуі де мүмкін.",
    ),
    (
        RU,
        "Эксперт не обязан приходить на заседание.",
        "Эксперт обязан приходить на заседание.",
        "Эксперт вправе не приходить на заседание.",
    ),
    (
        EN,
        "The expert is not required to come to the hearing.",
        "The expert must come to the hearing.",
        "The expert need not come to the hearing.",
    ),
]
A_DUTY_BESIDE_IT = {
    KK: "Аудармашы отырысқа келуге міндетті.",
    RU: "Переводчик обязан приходить на заседание.",
    EN: "The interpreter must come to the hearing.",
}


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_DUTY_MADE_OF_A_RIGHT)
def test_a_duty_made_of_a_right_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(other_modal(lie, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_DUTY_MADE_OF_A_RIGHT)
def test_a_duty_made_of_a_right_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(other_modal(truth, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_DEED_THAT_ONLY_MAY_BE)
def test_a_deed_that_only_may_be_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(without_may(lie, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_DEED_THAT_ONLY_MAY_BE)
def test_a_deed_that_only_may_be_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(without_may(truth, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_DUTY_THAT_THERE_IS_NOT)
def test_a_duty_that_there_is_not_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(not_obliged(lie, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_DUTY_THAT_THERE_IS_NOT)
def test_a_duty_that_there_is_not_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(not_obliged(truth, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_DUTY_THAT_THERE_IS_NOT)
def test_a_duty_that_the_quotes_have_beside_a_freedom_is_not_doubted(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    duty = A_DUTY_BESIDE_IT[language]
    assert not list(not_obliged(duty, language, [(quote, language), (duty, language)]))
