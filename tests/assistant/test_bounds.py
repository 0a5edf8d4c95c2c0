"""Words that only bound a number deny nothing of what it counts."""

import pytest

from assistant.bounds import Bound, bound, without_bounds
from assistant.numbers import plain
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


@pytest.mark.parametrize(
    ("text", "number", "which"),
    [
        ("позднее трёх суток", "трёх", Bound.LOWER),
        ("не позднее 3 суток", "3", Bound.UPPER),
        ("самое позднее через 3 суток", "3", Bound.UPPER),
        ("позднее чем за 10 суток до истечения срока", "10", Bound.UPPER),
        ("не позднее чем за 10 суток до истечения срока", "10", Bound.LOWER),
        ("ребёнок, достигший 14 лет", "14", Bound.LOWER),
        ("ребёнок, не достигший 14 лет", "14", Bound.UPPER),
        ("14 жасқа толған бала", "14", Bound.LOWER),
        ("14 жасқа толмаған бала", "14", Bound.UPPER),
        ("бір сағатты 1 сағаттан кем етіп шектеуге болмайды", "1", Bound.LOWER),
        ("no fewer than 2 officers", "2", Bound.LOWER),
        ("fewer than 2 officers", "2", Bound.UPPER),
        ("later than 3 hours", "3", Bound.LOWER),
        ("no later than 3 hours", "3", Bound.UPPER),
    ],
)
def test_a_comparison_bounds_its_number(text: str, number: str, which: Bound) -> None:
    at = text.index(number)
    assert bound(text, at, at + len(number)) is which


@pytest.mark.parametrize(
    ("text", "numbers", "which"),
    [
        ("Залог не может быть менее 50 МРП за одно и менее 200 МРП за другое.", ("50", "200"), Bound.LOWER),
        ("Залог не может быть менее: за одно – 50 МРП; за другое – 200 МРП.", ("50", "200"), Bound.LOWER),
        ("It must not last more than 2 hours without a break or 4 hours a day.", ("2", "4"), Bound.UPPER),
        ("Үзіліссіз 2 сағаттан, ал тәулігіне 4 сағаттан аспауға тиіс.", ("2", "4"), Bound.UPPER),
        ("Непрерывный допрос не должен превышать 3 часов, а общий – 5 часов.", ("3", "5"), Bound.UPPER),
    ],
)
def test_a_denied_comparison_holds_for_all_that_is_listed(
    text: str, numbers: tuple[str, ...], which: Bound
) -> None:
    text = plain(text)
    found = [bound(text, text.index(number), text.index(number) + len(number)) for number in numbers]
    assert found == [which] * len(numbers)
