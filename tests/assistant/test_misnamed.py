"""First names before another's surname, and numbers that only a title has."""

import pytest

from assistant.misnamed import joined_names, other_identifier
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

OPENED = [
    (
        KK,
        "Марат Беловтың қорабын Аскар Лисов ашты.",
        "Оны кеше Марат Лисов ашты.",
        "Оны кеше Аскар Лисов ашты.",
    ),
    (RU, "Коробку Марата Белова открыл Аскар Лисов.", "Её открыл Марат Лисов.", "Её открыл Аскар Лисов."),
    (
        EN,
        "The box of Marat Belov was opened by Askar Lisov.",
        "Marat Lisov opened it.",
        "Askar Lisov opened it.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), OPENED)
def test_a_name_joined_of_two_people_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(joined_names(lie, language, [quote], [quote]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), OPENED)
def test_a_name_of_the_quote_is_left_alone(language: Language, quote: str, lie: str, truth: str) -> None:
    assert not list(joined_names(truth, language, [quote], [quote]))


def test_an_address_of_the_title_is_not_that_of_the_quote() -> None:
    title, quote = "Log of 10.0.0.7", "The request came from 10.0.0.9"
    assert list(other_identifier("It came from 10.0.0.7.", [title, quote], [quote])) == ["10.0.0.7"]


def test_the_address_of_the_quote_is_left_alone() -> None:
    title, quote = "Log of 10.0.0.7", "The request came from 10.0.0.9"
    assert not list(other_identifier("It came from 10.0.0.9.", [title, quote], [quote]))
