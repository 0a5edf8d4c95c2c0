"""Numbers, dates and hours given to each other's words."""

import pytest

from assistant.exchanged import exchanged_numbers, of_another
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

GIVEN_TO_EACH_OTHER = [  # a quote and its language, a lie over it and a truth, and theirs
    (
        "Со склада пропали шесть аккумуляторов и два насоса.",
        RU,
        "Пропали 2 аккумулятора и 6 насосов.",
        "Пропали 2 насоса и 6 аккумуляторов.",
        RU,
    ),
    (
        "The account was opened on 3 May 2024. The balance was frozen on 9 June 2025.",
        EN,
        "Счёт открыт 9 июня 2025 года, а остаток заморожен 3 мая 2024 года.",
        "Счёт открыт 3 мая 2024 года, а остаток заморожен 9 июня 2025 года.",
        RU,
    ),
    (
        "Шот 2024 жылғы 3 мамырда ашылды. Қаражат 2025 жылғы 9 маусымда бұғатталды.",
        KK,
        "Шот 2025 жылғы 9 маусымда ашылған, қаражат 2024 жылғы 3 мамырда бұғатталған.",
        "Шот 2024 жылғы 3 мамырда ашылған, қаражат 2025 жылғы 9 маусымда бұғатталған.",
        KK,
    ),
    (
        "The search lasted from 07:15 to 09:50.",
        EN,
        "The search went on from 09:50 to 07:15.",
        "The search went on from 07:15 to 09:50.",
        EN,
    ),
    (
        "Тінту сағат 07:15-тен 09:50-ге дейін жүрді.",
        KK,
        "Обыск шёл с 09:50 до 07:15.",
        "Обыск шёл с 07:15 до 09:50.",
        RU,
    ),
    (
        "Вина работодателя 80 процентов, пострадавшего – 20 процентов.",
        RU,
        "Вина работодателя – 20 %, пострадавшего – 80 %.",
        "Вина пострадавшего – 20 %, работодателя – 80 %.",
        RU,
    ),
]


@pytest.mark.parametrize(("quote", "tongue", "lie", "truth", "language"), GIVEN_TO_EACH_OTHER)
def test_numbers_of_each_others_words_are_found(
    quote: str, tongue: Language, lie: str, truth: str, language: Language
) -> None:
    assert list(exchanged_numbers(lie, language, [(quote, tongue)]))
    assert not list(exchanged_numbers(truth, language, [(quote, tongue)]))


OF_ANOTHER = [  # a quote and its language, a lie over it and a truth, and theirs
    (
        "Счёт открыт 3 мая 2024 года. Карта заблокирована 9 июня 2025 года по заявлению.",
        RU,
        "Карту заблокировали по заявлению 3 мая 2024 года.",
        "Карту заблокировали по заявлению 9 июня 2025 года.",
        RU,
    ),
    (
        "The account was opened on 15 January 2024. On 3 April 2024 it received eleven transfers.",
        EN,
        "Счёт открыт 3 апреля 2024 года.",
        "Счёт открыт 15 января 2024 года.",
        RU,
    ),
    (
        "Жасырын орыннан 640 смартфон мен 48 қорап темекі табылды. Декларацияда 12 тонна пияз көрсетілген.",
        KK,
        "Декларацияда 48 тонна пияз көрсетілген.",
        "Декларацияда 12 тонна пияз көрсетілген.",
        KK,
    ),
]


@pytest.mark.parametrize(("quote", "tongue", "lie", "truth", "language"), OF_ANOTHER)
def test_a_number_of_another_is_found(
    quote: str, tongue: Language, lie: str, truth: str, language: Language
) -> None:
    assert list(of_another(lie, language, [(quote, tongue)]))
    assert not list(of_another(truth, language, [(quote, tongue)]))
