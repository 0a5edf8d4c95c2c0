"""Months that no quote names."""

import pytest

from assistant.months import other_months
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN


@pytest.mark.parametrize(
    ("quote", "lie", "truth", "language"),
    [
        ("Картаны қаңтар айында бердім.", "Ол картаны мамырда берген.", "Ол картаны қаңтарда берген.", KK),
        ("2025 жылғы қаңтар – наурыз айлары", "2025 жылғы қаңтар–шілде", "ақпандағы жалақы", KK),
        ("Я не видела её с января.", "Не видела с февраля.", "Не видела с января.", RU),
        ("He was dismissed in May.", "He was dismissed in July.", "He was dismissed in May.", EN),
        ("On 5 April he wrote: unpaid for March", "Unpaid for April.", "Unpaid for March.", EN),
        ("12.03.2025 төледі", "сәуірде төледі", "наурызда төледі", KK),
    ],
)
def test_another_month_is_found(quote: str, lie: str, truth: str, language: Language) -> None:
    assert list(other_months(lie, language, [(quote, language, "")]))
    assert not list(other_months(truth, language, [(quote, language, "")]))


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("They may search the flat and march off.", EN),
        ("Марта и Август пришли.", RU),
        ("Маяк погас", RU),
        ("маусымдық жұмыс", KK),
    ],
)
def test_a_word_like_a_month_is_none(said: str, language: Language) -> None:
    assert not list(other_months(said, language, [("Біз келдік.", KK, "")]))


def test_a_title_names_the_month_and_so_does_the_next_one() -> None:
    assert not list(other_months("Unpaid in May.", EN, [("It was not paid.", EN, "Report for May")]))
    assert not list(other_months("Paid in May.", EN, [("In April he said: next month", EN, "")]))
