"""Words that a statement has from a text that it does not quote."""

import pytest

from assistant.borrowed import unquoted
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
