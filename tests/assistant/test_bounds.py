"""Words that only bound a number deny nothing of what it counts."""

import pytest

from assistant.bounds import Bound, bound, without_bounds
from assistant.polarity import clauses
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

A_MOST = [  # a sentence that bounds its number, and one that denies
    (KK, "Қарап-тексеру үздіксіз 4 сағаттан артық болмайды.", "Қарап-тексеру түнде жүргізілмейді."),
    (
        RU,
        "Осмотр не может продолжаться без перерыва более 4 часов.",
        "Осмотр не может продолжаться ночью.",
    ),
    (EN, "The inspection won't take more than 4 hours.", "The inspection won't take place at night."),
]


@pytest.mark.parametrize(("language", "most", "denial"), A_MOST)
def test_a_number_that_is_not_exceeded_is_the_most(language: Language, most: str, denial: str) -> None:
    at = most.index("4")
    assert bound(most, at, at + 1) is Bound.UPPER


@pytest.mark.parametrize(("language", "most", "denial"), A_MOST)
def test_a_bound_denies_nothing(language: Language, most: str, denial: str) -> None:
    assert not any(clause.denies for clause in clauses(most, language))


@pytest.mark.parametrize(("language", "most", "denial"), A_MOST)
def test_a_denial_is_no_bound(language: Language, most: str, denial: str) -> None:
    assert without_bounds(denial) == denial
    assert any(clause.denies for clause in clauses(denial, language))
