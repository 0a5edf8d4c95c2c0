"""People told of beside numbers of a passage that does not know them."""

import pytest

from assistant.strangers import strangers
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

TRANSFERS = [  # a transfer, whose card it was, a log beside; a lie and a truth over both
    (
        KK,
        ("Картадан 80 000 теңге аударылды.", "Карта Белованікі.", "Журналда Оразов деген пайдаланушы бар."),
        "80 000 теңгені картадан Оразов аударды.",
        "Белованың картасынан 80 000 теңге аударылды.",
    ),
    (
        RU,
        ("С карты переведено 80 000 тенге.", "Карта Беловой.", "В журнале указан пользователь Оразов."),
        "Переведено 80 000 тенге, перевёл их Оразов.",
        "Переведено 80 000 тенге с карты Беловой.",
    ),
    (
        EN,
        (
            "80 000 tenge were sent from a card.",
            "The card is that of Belova.",
            "The log names a user Orazov.",
        ),
        "The 80 000 tenge were sent by Orazov.",
        "The 80 000 tenge were sent from the card of Belova.",
    ),
]


def found(text: str, language: Language, shown: tuple[str, str, str]) -> list[str]:
    transfer, whose, log = shown
    quotes = [((transfer, language, ""), f"{transfer} {whose}"), ((log, language, ""), log)]
    return list(strangers(text, language, quotes))


@pytest.mark.parametrize(("language", "shown", "lie", "truth"), TRANSFERS)
def test_a_stranger_to_the_transfer_is_found(
    language: Language, shown: tuple[str, str, str], lie: str, truth: str
) -> None:
    assert found(lie, language, shown)


@pytest.mark.parametrize(("language", "shown", "lie", "truth"), TRANSFERS)
def test_who_stands_in_the_passage_is_no_stranger(
    language: Language, shown: tuple[str, str, str], lie: str, truth: str
) -> None:
    assert not found(truth, language, shown)
