"""Words that a statement has from a text that it does not quote."""

import pytest

from assistant.borrowed import told_elsewhere, unquoted
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

A_PART_FROM_ELSEWHERE = [  # a quote, what stands beside it, a lie over the quote and a truth
    (
        KK,
        "Күзетші қақпаны кешке жапты.",
        "Трактор құдықтың қасында тұрды.",
        "Күзетші қақпаны жапты, трактор құдықтың қасында тұрды.",
        "Кешке қақпа жабылды, оны күзетші жапты.",
    ),
    (
        RU,
        "Сторож вечером закрыл ворота.",
        "Трактор стоял возле колодца.",
        "Сторож закрыл ворота, трактор стоял возле колодца.",
        "Вечером ворота закрыты, закрыл их сторож.",
    ),
    (
        EN,
        "The guard shut the gate in the evening.",
        "The tractor stood beside the well.",
        "The guard shut the gate, and the tractor stood beside the well.",
        "The gate was shut in the evening, and the guard shut it.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "beside", "lie", "truth"), A_PART_FROM_ELSEWHERE)
def test_a_part_from_elsewhere_is_found(
    language: Language, quote: str, beside: str, lie: str, truth: str
) -> None:
    assert unquoted(lie, language, [(quote, language)], [(f"{quote} {beside}", language)])


@pytest.mark.parametrize(("language", "quote", "beside", "lie", "truth"), A_PART_FROM_ELSEWHERE)
def test_a_part_from_elsewhere_is_not_seen_in_a_truth(
    language: Language, quote: str, beside: str, lie: str, truth: str
) -> None:
    assert not unquoted(truth, language, [(quote, language)], [(f"{quote} {beside}", language)])


@pytest.mark.parametrize(("language", "quote", "beside", "lie", "truth"), A_PART_FROM_ELSEWHERE)
def test_a_part_from_elsewhere_may_be_quoted_too(
    language: Language, quote: str, beside: str, lie: str, truth: str
) -> None:
    both = [(quote, language), (beside, language)]
    assert not unquoted(lie, language, both, [(f"{quote} {beside}", language)])


OVER_A_QUOTE_IN_ANOTHER_LANGUAGE = [  # the statement, the passage it is from, and the quote it names
    (
        KK,
        "Трактор құдықтың қасында тұрды, кабинасы құлыпталмаған.",
        "Трактор құдықтың қасында, кабинасы құлыпталмай тұрды.",
        "Сторож вечером закрыл ворота и поставил трактор.",
    ),
    (
        RU,
        "Трактор стоял возле колодца с открытой кабиной.",
        "Возле колодца стоял трактор, кабина открыта.",
        "The guard shut the gate in the evening and drove the tractor.",
    ),
    (
        EN,
        "The tractor stood beside the well with its cabin open.",
        "Beside the well stood the tractor, its cabin open.",
        "Сторож вечером закрыл ворота и поставил трактор.",
    ),
]


@pytest.mark.parametrize(("language", "said", "there", "quote"), OVER_A_QUOTE_IN_ANOTHER_LANGUAGE)
def test_what_only_another_passage_tells_is_found_across_languages(
    language: Language, said: str, there: str, quote: str
) -> None:
    tongue = EN if language is RU else RU
    shown = [(there, language), (quote, tongue)]
    assert told_elsewhere(said, language, [(quote, tongue)], shown)
    assert not told_elsewhere(said, language, [(there, language)], shown)
