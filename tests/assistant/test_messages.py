"""Messages that a statement tells as deeds."""

import pytest

from assistant.messages import told_as_done
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

A_MESSAGE_TOLD_AS_A_DEED = [  # a quote, a lie over it and a truth
    (
        KK,
        "Лисов Беловқа: «сенбіде тауарды қоймадан шығарамыз» деп жазды.",
        "Сенбіде тауарды қоймадан шығарды.",
        "Лисов сенбіде тауарды қоймадан шығарамыз деп жазды.",
    ),
    (
        RU,
        "Лисов написал Белову: «в субботу вывозим товар со склада».",
        "В субботу товар вывезли со склада.",
        "Лисов написал, что в субботу товар вывезли со склада.",
    ),
    (
        EN,
        "Lisov wrote to Belov: «we drive off with the goods on Saturday».",
        "They drove off with the goods on Saturday.",
        "Lisov wrote that they would drive off with the goods on Saturday.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_MESSAGE_TOLD_AS_A_DEED)
def test_a_message_told_as_a_deed_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(told_as_done(lie, language, [(quote, language, "")]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_MESSAGE_TOLD_AS_A_DEED)
def test_a_message_told_as_a_deed_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(told_as_done(truth, language, [(quote, language, "")]))
