"""Numbers of each and of a part, given for the whole."""

import pytest

from assistant.shares import given_for_all
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

A_NUMBER_OF_EACH_OR_OF_A_WHOLE = [  # a quote, a lie over it and a truth
    (
        KK,
        "Телефонның әрқайсысы 40 000 теңге.",
        "Телефондардың барлығы 40 000 теңге.",
        "Телефонның әрқайсысы 40 000 теңге.",
    ),
    (KK, "310 қораптың 42-сі бос болған.", "310 қорап бос болған.", "42 қорап бос болған."),
    (
        RU,
        "Телефоны стоят по 40 000 тенге за штуку.",
        "Телефоны стоят всего 40 000 тенге.",
        "Телефоны стоят 40 000 тенге за штуку.",
    ),
    (RU, "Пустыми были 42 из 310 коробок.", "Пустыми были 310 коробок.", "Пустыми были 42 коробки."),
    (
        EN,
        "The pills cost 40 000 tenge each.",
        "The pills cost 40 000 tenge in total.",
        "The pills cost 40 000 tenge each.",
    ),
    (EN, "42 of the 310 boxes were empty.", "310 boxes were empty.", "42 boxes were empty."),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_NUMBER_OF_EACH_OR_OF_A_WHOLE)
def test_a_number_of_each_or_of_a_whole_is_found(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert list(given_for_all(lie, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_NUMBER_OF_EACH_OR_OF_A_WHOLE)
def test_a_number_of_each_or_of_a_whole_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(given_for_all(truth, language, [(quote, language)]))
