"""Ranges and lists that are half right, and numbers said twice."""

import pytest

from assistant.ranges import other_ends, other_members, said_twice
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN


@pytest.mark.parametrize(
    ("quote", "lie", "truth", "language"),
    [
        ("екі жылдан алты жылға дейін", "үш жылдан алты жылға дейін", "2 жылдан 6 жылға дейін", KK),
        ("на срок от двух до шести лет", "от 3 до 6 лет", "от 2 до 6 лет", RU),
        ("after seven to fourteen days", "after 2-14 days", "after 7-14 days", EN),
        ("aged from sixteen to eighteen", "between 18 and 18 years", "between 16 and 18 years", EN),
        ("срок снижен с двух лет", "от 2 до 2 лет", "с 2 лет", RU),
    ],
)
def test_a_range_with_another_end_is_found(quote: str, lie: str, truth: str, language: Language) -> None:
    assert list(other_ends(lie, language, [(quote, language)]))
    assert not list(other_ends(truth, language, [(quote, language)]))


def test_a_term_that_is_cut_is_no_range() -> None:
    said, quote = (
        "The term was reduced from 3 to 2 years.",
        "The term shall be reduced from three years to two.",
    )
    assert not list(other_ends(said, EN, [(quote, EN)]))


@pytest.mark.parametrize(
    ("quote", "lie", "truth", "language"),
    [
        ("№ 1, 2 және 4 пакеттер; № 3 пакет", "1, 3 және 4 пакеттер", "4, 2 және 1 пакеттер", KK),
        ("в пакетах № 1, 2 и 4; в пакете № 3", "в пакетах № 1, 2 и 3", "в пакетах № 1, 2 и 4", RU),
        ("bags 1, 2, 4 and 7; bag 3", "bags 1, 2 and 3", "bags 1, 2 and 4", EN),
    ],
)
def test_a_list_with_another_member_is_found(quote: str, lie: str, truth: str, language: Language) -> None:
    assert list(other_members(lie, language, [(quote, language)]))
    assert not list(other_members(truth, language, [(quote, language)]))


@pytest.mark.parametrize(
    ("quote", "lie", "truth", "language"),
    [
        ("бес жыл түрме, жеті жыл тыйым", "7 жыл түрме, 7 жыл тыйым", "5 жыл түрме, 7 жыл тыйым", KK),
        ("пять лет лишения свободы, семь лет запрета", "7 лет лишения, 7 лет запрета", "7 лет запрета", RU),
        ("nothing for May and June", "nothing for June and June", "nothing for June and May", EN),
    ],
)
def test_a_number_said_twice_for_another_is_found(
    quote: str, lie: str, truth: str, language: Language
) -> None:
    assert list(said_twice(lie, language, [(quote, language)]))
    assert not list(said_twice(truth, language, [(quote, language)]))
