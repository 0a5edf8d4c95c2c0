"""Denials that are added to a sentence, or dropped from it, beside others that stay."""

import pytest

from assistant.denials import denied_anew, undenied
from assistant.denied import affirmed_apart
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


APART = [  # what is affirmed beside a denial, what the quotes say, and the same told rightly
    (
        RU,
        "Ключ она не брала, соседку в подъезде видела.",
        "Ключа я не брала и соседку в подъезде не видела.",
        "Ключ она не брала, соседку в подъезде не видела.",
    ),
    (
        EN,
        "He did not open the gate, he noticed the lorry.",
        "I did not open the gate and did not notice the lorry.",
        "He did not open the gate or notice the lorry.",
    ),
    (
        KK,
        "Куә есікті ашпаған, көлікті көрген.",
        "Есікті ашпадым, көлікті көрген жоқпын.",
        "Куә есікті ашпаған, көлікті көрмеген.",
    ),
    (
        RU,
        "Телефон не изъят, допрашиваемый подписал протокол.",
        "The phone was not seized. The person questioned did not sign the record.",
        "Телефон не изъят, допрашиваемый не подписал протокол.",
    ),
]


@pytest.mark.parametrize(("language", "said", "quoted", "truth"), APART)
def test_what_quotes_only_deny_is_not_affirmed_beside_another_denial(
    language: Language, said: str, quoted: str, truth: str
) -> None:
    quotes = [(quoted, EN if quoted.isascii() else language)]
    assert list(affirmed_apart(said, language, quotes))
    assert not list(affirmed_apart(truth, language, quotes))


@pytest.mark.parametrize(
    ("language", "said", "quoted"),
    [
        (RU, "Он отрицает, что требовал или получал деньги.", "Денег от него я не требовал и не получал."),
        (
            EN,
            "Relatives of the victim or the suspect may not act.",
            "An interpreter must not be a relative of the suspect.",
        ),
        (
            KK,
            "Күзетші біреуін таныған, екіншісін танымаған.",
            "Біреуі – Серік Оразбаев, екіншісін танымадым.",
        ),
    ],
)
def test_a_denial_holds_for_what_is_joined_to_it(language: Language, said: str, quoted: str) -> None:
    assert not list(affirmed_apart(said, language, [(quoted, language)]))
