"""Denials that are added to a sentence, or dropped from it, beside others that stay."""

import pytest

from assistant.denials import denied_anew, undenied
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN


@pytest.mark.parametrize(
    ("language", "said", "quoted"),
    [
        (RU, "Суд не отказал в аресте и избрал залог.", "Суд отказал в аресте и избрал залог."),
        (
            RU,
            "Паспорт забрала хозяйка, долг она не просила.",
            "Паспорт забрала хозяйка и просила вернуть долг.",
        ),
        (
            EN,
            "The clerk did not sign the act, the guard left.",
            "The clerk signed the act and the guard left.",
        ),
        (
            EN,
            "The driver who did not collect the box was released without charge.",
            "The driver who collected the box was interviewed and released without charge.",
        ),
        (KK, "Айбек қоймаға кірмеген, кілтті алған.", "Айбек қоймаға кірген, кілтті алған."),
        (EN, "Aibek did not tell the guard.", "Айбек күзетшіге айтты."),
    ],
)
def test_a_denial_that_no_quote_has_is_found(language: Language, said: str, quoted: str) -> None:
    tongue = KK if "й" in quoted and language is EN else language
    assert list(denied_anew(said, language, [(quoted, tongue)]))


@pytest.mark.parametrize(
    ("language", "said", "quoted"),
    [
        (
            RU,
            "Силу не применяли, телефон у Гришина забирали.",
            "Сила не применялась. Телефон у Гришина не изымался.",
        ),
        (
            EN,
            "The bank did not answer the letter, and the fee was paid.",
            "The bank has not answered the letter. The fee was never paid.",
        ),
        (
            KK,
            "Куә көлікті көрмеген, нөмірін жазып алған.",
            "Куә көлікті көрмеген. Нөмірін жазып алмаған.",
        ),
    ],
)
def test_a_denial_that_is_dropped_beside_another_is_found(language: Language, said: str, quoted: str) -> None:
    assert list(undenied(said, language, [(quoted, language)]))


@pytest.mark.parametrize(
    ("language", "said", "quoted"),
    [
        (RU, "Вину он не признал, денег не брал.", "Вину не признаю. Денег я не брал."),
        (RU, "Допрашивают его без перерыва три часа.", "Непрерывный допрос длится три часа."),
        (RU, "Машину не задержали.", "Автомобиль скрылся с места."),
        (EN, "He did not pay, since the bank refused.", "The bank refused, so nothing was paid."),
        (EN, "It cannot begin without consent.", "It may begin only with consent."),
        (EN, "He changed neither the date nor the sum.", "He did not change the date or the sum."),
        (KK, "Ол кінәсін мойындамады, бірақ ақшаны қайтарды.", "Кінәсін мойындаған жоқ, ақшаны қайтарды."),
        (KK, "Үш күн күту қажет емес.", "Үш күн күту талап етілмейді."),
    ],
)
def test_denials_told_in_other_words_are_left(language: Language, said: str, quoted: str) -> None:
    quotes = [(quoted, language)]
    assert not list(denied_anew(said, language, quotes))
    assert not list(undenied(said, language, quotes))
