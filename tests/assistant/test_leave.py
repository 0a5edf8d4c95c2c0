"""Rights, freedoms and duties that the quotes give to nobody."""

import pytest

from assistant.leave import allowed, barred, bound_to_file, freed, given_leave, obliged, penalty_due
from assistant.sense import other_duty
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

A_RULE_MADE_OF_LEAVE = [  # a quote, a lie over it and a truth
    (
        KK,
        "Қойма кілті күзетшіге сол күні тапсырылады.",
        "Қойма кілті күзетшіге сол күні тапсырылуы мүмкін.",
        "Қойма кілті күзетшіге сол күні тапсырылуға тиіс.",
    ),
    (
        RU,
        "Ключ от склада сдаётся охране в тот же день.",
        "Ключ от склада может быть сдан охране в тот же день.",
        "Ключ от склада должен быть сдан охране в тот же день.",
    ),
    (
        EN,
        "The key of the store is handed to the guard on the same day.",
        "The key of the store may be handed to the guard on the same day.",
        "The key of the store must be handed to the guard on the same day.",
    ),
]
A_DUTY_MADE_OF_A_RIGHT = [
    (
        KK,
        "Дүкен иесі тауарды қайтара алады. Кассир чекті сақтауға тиіс.",
        "Дүкен иесі тауарды қайтаруға міндетті.",
        "Дүкен иесі тауарды қайтаруға құқылы.",
    ),
    (
        RU,
        "Владелец лавки вправе вернуть товар, а кассир должен хранить чек.",
        "Владелец лавки обязан вернуть товар.",
        "Владелец лавки может вернуть товар.",
    ),
    (
        EN,
        "The shopkeeper may return the goods, and the cashier must keep the receipt.",
        "The shopkeeper must return the goods.",
        "The shopkeeper can return the goods.",
    ),
]
A_BOUND_MADE_A_DUTY = [
    (
        KK,
        "Бұзақылық жиырма көрсеткішке дейін айыппұл салуға не он тәулікке дейін қамаққа алуға соғады.",
        "Бұзақылық үшін он тәулікке дейін қамаққа алынуы тиіс.",
        "Бұзақылық үшін он тәулікке дейін қамаққа алынуы мүмкін.",
    ),
    (
        RU,
        "Хулиганство наказывается штрафом либо арестом на срок до десяти суток.",
        "За хулиганство должен быть назначен арест на срок до десяти суток.",
        "За хулиганство может быть назначен арест на срок до десяти суток.",
    ),
    (
        EN,
        "Hooliganism shall be punished by a fine or by arrest for up to ten days.",
        "For hooliganism a person must be arrested for up to ten days.",
        "For hooliganism a person can be arrested for up to ten days.",
    ),
]
AN_INABILITY_MADE_A_FREEDOM = [
    (
        KK,
        "Сарапшы қолды кімнің қойғанын айта алмайды.",
        "Сарапшы қолды кімнің қойғанын айтуға міндетті емес.",
        "Сарапшы қолды кімнің қойғанын айта алмайды.",
    ),
    (
        RU,
        "Эксперт не может сказать, чья это подпись.",
        "Эксперт не обязан сказать, чья это подпись.",
        "Эксперт не может сказать, чья это подпись.",
    ),
    (
        EN,
        "The expert cannot say whose signature it is.",
        "The expert is not obliged to say whose signature it is.",
        "The expert cannot say whose signature it is.",
    ),
]
A_FREEDOM_MADE_A_BAN = [
    (
        RU,
        "Никто не обязан давать объяснения против брата.",
        "Никто не может давать объяснения против брата.",
        "Никто не обязан давать объяснения против брата.",
    ),
    (
        EN,
        "No one is obliged to give explanations against a brother.",
        "Nobody may give explanations against a brother.",
        "Nobody is obliged to give explanations against a brother.",
    ),
]
A_BAN_MADE_LEAVE = [
    (
        KK,
        "Отбасы мүшелеріне бөлмеге кіруге болмайды.",
        "Отбасы мүшелеріне бөлмеге кіруге рұқсат етіледі.",
        "Отбасы мүшелеріне бөлмеге кіруге тыйым салынады.",
    ),
    (
        RU,
        "Родственникам запрещается входить в комнату.",
        "Родственникам разрешается входить в комнату.",
        "Родственникам нельзя входить в комнату.",
    ),
    (
        EN,
        "Relatives must not enter the room.",
        "Relatives are allowed to enter the room.",
        "Relatives are not allowed to enter the room.",
    ),
]
AN_APPEAL_MADE_A_DUTY = [
    (
        KK,
        "Шағым он күн ішінде беріледі.",
        "Сотталған адам шағымды он күн ішінде беруге міндетті.",
        "Сотталған адам шағымды он күн ішінде бере алады.",
    ),
    (
        RU,
        "Жалоба подаётся в течение десяти дней.",
        "Осуждённый обязан подать жалобу в течение десяти дней.",
        "Осуждённый может подать жалобу в течение десяти дней.",
    ),
    (
        EN,
        "The appeal is lodged within ten days.",
        "The convicted person must lodge an appeal within ten days.",
        "The convicted person may lodge an appeal within ten days.",
    ),
]
SORTS = (
    (given_leave, A_RULE_MADE_OF_LEAVE),
    (obliged, A_DUTY_MADE_OF_A_RIGHT),
    (penalty_due, A_BOUND_MADE_A_DUTY),
    (freed, AN_INABILITY_MADE_A_FREEDOM),
    (barred, A_FREEDOM_MADE_A_BAN),
    (allowed, A_BAN_MADE_LEAVE),
    (bound_to_file, AN_APPEAL_MADE_A_DUTY),
)
ALL = [(check, *case) for check, cases in SORTS for case in cases]


@pytest.mark.parametrize(("check", "language", "quote", "lie", "truth"), ALL)
def test_what_the_quotes_rule_otherwise_is_found(check, language, quote, lie, truth) -> None:  # type: ignore[no-untyped-def]
    assert list(check(lie, language, [(quote, language)]))


@pytest.mark.parametrize(("check", "language", "quote", "lie", "truth"), ALL)
def test_what_the_quotes_rule_so_is_not_doubted(check, language, quote, lie, truth) -> None:  # type: ignore[no-untyped-def]
    assert not list(check(truth, language, [(quote, language)]))


def test_a_bounded_penalty_may_be_imposed() -> None:
    quote = "Hooliganism shall be punished by a fine or by arrest for up to ten days."
    assert not list(given_leave("Hooliganism can be punished by a fine.", EN, [(quote, EN)]))


def test_who_has_days_for_it_may_do_it() -> None:
    quote = "The buyer has five days to collect the crate."
    assert not list(given_leave("Покупатель вправе забрать ящик в течение пяти дней.", RU, [(quote, EN)]))


@pytest.mark.parametrize(
    "quote",
    [
        "The Ministry may postpone the delivery of the files, if it requires the files for a trial.",
        "A witness has the right to postpone an answer which must be written.",
    ],
)
def test_a_condition_obliges_nobody(quote: str) -> None:
    lie = (
        "The delivery of the files must be postponed."
        if "files" in quote
        else "A witness must postpone an answer."
    )
    assert list(other_duty(lie, EN, [(quote, EN)]))


def test_a_condition_at_the_beginning_leaves_the_duty() -> None:
    quote = "If the guest so asks, the porter must open the safe, and he may call the manager."
    assert not list(other_duty("The porter must open the safe.", EN, [(quote, EN)]))
