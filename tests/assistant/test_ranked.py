"""What a statement calls the main cause, over quotes that call another one so."""

import pytest

from assistant.ranked import outranked
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

QUOTES = {
    KK: "Сарапшы өрттің негізгі себебі деп ескі сымды атады, есіктің ашық қалуы оны тек күшейтуі мүмкін еді.",
    RU: "Основной причиной пожара эксперт считает старую проводку, открытая дверь могла лишь усилить его.",
    EN: "The expert thinks that the main cause of the fire was old wiring; the open door could only feed it.",
}
CAUSES = [
    (KK, "Өрттің негізгі себебі – есіктің ашық қалуы.", "Өрттің негізгі себебі – ескі сым."),
    (
        RU,
        "Главной причиной пожара эксперт назвал открытую дверь.",
        "Главная причина пожара – старая проводка.",
    ),
    (EN, "The main cause of the fire was the open door.", "Old wiring was the main cause of the fire."),
]


@pytest.mark.parametrize(("language", "lie", "truth"), CAUSES)
def test_a_lesser_cause_told_as_the_main_one_is_found(language: Language, lie: str, truth: str) -> None:
    quotes = [(QUOTES[language], language)]
    assert list(outranked(lie, language, quotes)) == [lie]
    assert not list(outranked(truth, language, quotes))


@pytest.mark.parametrize(("language", "lie", "truth"), CAUSES)
def test_a_main_cause_over_quotes_without_one_is_found(language: Language, lie: str, truth: str) -> None:
    second = QUOTES[language].rpartition(";")[2] if language is EN else QUOTES[language].rpartition(",")[2]
    assert list(outranked(truth, language, [(second.strip(), language)])) == [truth]


@pytest.mark.parametrize("tongue", QUOTES)
@pytest.mark.parametrize(("language", "lie", "truth"), CAUSES)
def test_the_same_main_cause_is_let_through_in_any_language(
    language: Language, lie: str, truth: str, tongue: Language
) -> None:
    assert not list(outranked(truth, language, [(QUOTES[tongue], tongue)]))


@pytest.mark.parametrize(("language", "lie", "truth"), CAUSES)
def test_a_statement_without_a_rank_is_left_to_others(language: Language, lie: str, truth: str) -> None:
    said = {KK: "Есік ашық қалды.", RU: "Дверь была открыта.", EN: "The door was open."}[language]
    assert not list(outranked(said, language, [(QUOTES[language], language)]))
