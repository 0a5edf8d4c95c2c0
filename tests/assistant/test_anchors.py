"""Terms counted from another event, or not to their end."""

import pytest

from assistant.anchors import counted_from, without_first_day
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

A_TERM_FROM_ANOTHER_EVENT = [  # a quote, a lie over it and a truth
    (
        KK,
        "Шешім табыс етілген күннен бастап 10 күн ішінде шағым беріледі.",
        "Ұсталған сәттен бастап 10 күн ішінде шағым беріледі.",
        "Шешім табыс етілген сәттен бастап 10 күн ішінде шағым беріледі.",
    ),
    (
        RU,
        "Жалоба подаётся в течение 10 дней с момента вручения копии решения.",
        "Жалоба подаётся в течение 10 дней с момента задержания.",
        "Жалоба подаётся в течение 10 дней со дня вручения решения.",
    ),
    (
        EN,
        "The complaint is filed within 10 days from the date of delivery of the decision.",
        "The complaint is filed within 10 days from the date of arrest.",
        "The complaint is filed within 10 days from the date of delivery.",
    ),
]

A_TERM_WITHOUT_ITS_FIRST_DAY = [  # a quote, a lie over it and a truth
    (
        KK,
        "Ереже 3 ай өткен соң айдың бірінші күнінен қолданылады.",
        "Ереже 3 ай өткен соң қолданылады.",
        "Ереже 3 ай өткен соң айдың бірінші күнінен қолданылады.",
    ),
    (
        RU,
        "Правило действует с первого числа месяца по истечении 3 месяцев.",
        "Правило действует по истечении 3 месяцев.",
        "Правило действует с первого числа месяца по истечении 3 месяцев.",
    ),
    (
        EN,
        "The rule applies on the first day of the month after 3 months.",
        "The rule applies after 3 months.",
        "The rule applies on the first day of the month after 3 months.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_TERM_FROM_ANOTHER_EVENT)
def test_a_term_from_another_event_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(counted_from(lie, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_TERM_FROM_ANOTHER_EVENT)
def test_a_term_from_another_event_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(counted_from(truth, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_TERM_WITHOUT_ITS_FIRST_DAY)
def test_a_term_without_its_first_day_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(without_first_day(lie, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_TERM_WITHOUT_ITS_FIRST_DAY)
def test_a_term_without_its_first_day_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(without_first_day(truth, language, [(quote, language)]))
