"""What is told of one person though it was another's."""

import pytest

from assistant.owners import anothers
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

WHAT_IS_ANOTHERS = [  # a quote, a lie over it and a truth
    (
        KK,
        "Тінтуде Абеновтан 300 грамм табылды; үйде Лисовтан 50 грамм табылды.",
        "Тінтуде Лисовтан 300 грамм табылды.",
        "Тінтуде Абеновтан 300 грамм табылды.",
    ),
    (
        RU,
        "У Абенова изъяли 300 граммов; у Лисова изъяли 50 граммов.",
        "У Лисова изъяли 300 граммов.",
        "У Абенова изъяли 300 граммов.",
    ),
    (
        EN,
        "Abenov passed the test: 0.42; Lisov refused to sign.",
        "Lisov passed the test: 0.42.",
        "Abenov passed the test: 0.42.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_IS_ANOTHERS)
def test_what_is_anothers_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(anothers(lie, language, [(quote, language, "")]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_IS_ANOTHERS)
def test_what_is_anothers_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(anothers(truth, language, [(quote, language, "")]))
