"""What is told as a fact though the quotes only suppose, order or plan it."""

import pytest

from assistant.supposed import (
    all_open,
    as_alleged,
    not_accepted,
    only_advised,
    only_applied,
    only_due,
    only_suspected,
)
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

A_DEED_THAT_WAS_TO_BE = [  # a quote, a lie over it and a truth
    (KK, "Сот қойма мөрленсін деп қаулы етті.", "Қойма мөрленді.", "Қойма мөрленсін деп қаулы етілді."),
    (RU, "Суд постановил опечатать склад.", "Склад опечатан.", "Склад постановлено опечатать."),
    (
        EN,
        "The court ordered the warehouse to be sealed.",
        "The warehouse was sealed.",
        "The court ordered that the warehouse be sealed.",
    ),
]

A_DEED_THAT_IS_ONLY_SUSPECTED = [  # a language, a quote of another, a lie over it and a truth
    (
        KK,
        RU,
        "Есть подозрение, что кладовщик Бекенов подделал накладную на муку.",
        "Қоймашы Бекенов ұнның жүкқұжатын бұрмалаған.",
        "Қоймашы Бекенов ұнның жүкқұжатын бұрмалаған деген күдік бар.",
    ),
    (
        RU,
        EN,
        "The storekeeper Bekenov allegedly forged the invoice for the flour.",
        "Кладовщик Бекенов подделал накладную на муку.",
        "Кладовщик Бекенов, предположительно, подделал накладную на муку.",
    ),
    (
        EN,
        RU,
        "Есть подозрение, что кладовщик Бекенов подделал накладную на муку.",
        "The storekeeper Bekenov forged the invoice for the flour.",
        "The storekeeper Bekenov allegedly forged the invoice for the flour.",
    ),
]

A_DEED_WHERE_ALL_IS_OPEN = [  # a quote, a lie over it and a truth
    (KK, "Күзетші кілтті ертең сатпақшы.", "Күзетші кілтті сатты.", "Күзетші кілтті ертең сатпақшы."),
    (
        RU,
        "Сторож, видимо, хочет отдать ключи соседу.",
        "Сторож отдал ключи соседу.",
        "Сторож хочет отдать ключи соседу.",
    ),
    (
        EN,
        "The guard will probably sell the keys.",
        "The guard sold the keys.",
        "The guard will probably sell the keys.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_DEED_THAT_WAS_TO_BE)
def test_a_deed_that_was_to_be_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(only_due(lie, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_DEED_THAT_WAS_TO_BE)
def test_a_deed_that_was_to_be_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(only_due(truth, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "tongue", "quote", "lie", "truth"), A_DEED_THAT_IS_ONLY_SUSPECTED)
def test_a_deed_that_is_only_suspected_is_found(
    language: Language, tongue: Language, quote: str, lie: str, truth: str
) -> None:
    assert list(only_suspected(lie, language, [(quote, tongue)]))


@pytest.mark.parametrize(("language", "tongue", "quote", "lie", "truth"), A_DEED_THAT_IS_ONLY_SUSPECTED)
def test_a_deed_that_is_only_suspected_is_not_seen_in_a_truth(
    language: Language, tongue: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(only_suspected(truth, language, [(quote, tongue)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_DEED_WHERE_ALL_IS_OPEN)
def test_a_deed_where_all_is_open_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(all_open(lie, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_DEED_WHERE_ALL_IS_OPEN)
def test_a_deed_where_all_is_open_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(all_open(truth, language, [(quote, language)]))


WHAT_IS_ONLY_APPLIED_FOR = [  # a quote, a lie over it and a truth
    (
        KK,
        "Прокурор пәтерді тәркілеуді сұрады.",
        "Сот пәтерді тәркілеген.",
        "Прокурор пәтерді тәркілеуді өтінді.",
    ),
    (
        RU,
        "Прокурор просил о конфискации квартиры.",
        "Суд конфисковал квартиру.",
        "Прокурор потребовал конфискации квартиры.",
    ),
    (
        EN,
        "The prosecutor applied for the confiscation of the flat.",
        "The court confiscated the flat.",
        "The prosecutor requested the confiscation of the flat.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_IS_ONLY_APPLIED_FOR)
def test_what_is_only_applied_for_is_not_done(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(only_applied(lie, language, [(quote, language)]))
    assert not list(only_applied(truth, language, [(quote, language)]))


ADVISED = [  # a quote in another language, a lie that tells it as done, and a truth
    (
        KK,
        RU,
        "Аудитор рекомендовал приостановить выплаты подрядчику до получения подлинников.",
        "Аудитор түпнұсқаларды алғанға дейін мердігерге төлемді тоқтатқан.",
        "Аудитор түпнұсқаларды алғанға дейін мердігерге төлемді тоқтатуға кеңес берген.",
    ),
    (
        RU,
        EN,
        "The auditor recommended that payments to the contractor be suspended.",
        "Аудитор приостановил выплаты подрядчику.",
        "Аудитор рекомендовал приостановить выплаты подрядчику.",
    ),
    (
        EN,
        RU,
        "Аудитор посоветовал приостановить выплаты подрядчику.",
        "The auditor suspended the payments to the contractor.",
        "The auditor advised suspending the payments to the contractor.",
    ),
]


@pytest.mark.parametrize(("language", "tongue", "quote", "lie", "truth"), ADVISED)
def test_what_is_only_advised_is_not_done(
    language: Language, tongue: Language, quote: str, lie: str, truth: str
) -> None:
    assert list(only_advised(lie, language, [(quote, tongue)])) == [lie]
    assert not list(only_advised(truth, language, [(quote, tongue)]))


ALLEGED = [
    (KK, "Кәсіпкер әкім ақша сұрады деп айыптайды.", "Әкім кәсіпкерден ақша сұрады."),
    (RU, "Начальник отдела якобы взял у предпринимателя деньги.", "Начальник отдела взял деньги."),
    (EN, "He alleges that the head of the unit took money.", "The head of the unit took money."),
]


@pytest.mark.parametrize(("language", "quote", "lie"), ALLEGED)
def test_what_is_alleged_is_no_fact(language: Language, quote: str, lie: str) -> None:
    assert list(as_alleged(lie, language, [(quote, language)])) == [lie]
    assert not list(as_alleged(quote, language, [(quote, language)]))
    assert not list(as_alleged(lie, language, [(quote, language), (lie, language)]))


REJECTED = [
    (
        KK,
        "Хабарлама берілмегені туралы уәжді сот негізсіз деп тапты.",
        "Сот хабарлама берілмегенін анықтады.",
        "Хабарлама берілмегені туралы уәжді сот қабылдамады.",
    ),
    (
        RU,
        "Коллегия отклонила довод о том, что уведомление обществу не вручалось.",
        "Коллегия исходила из того, что уведомление обществу не вручалось.",
        "Довод о невручении уведомления обществу коллегия отвергла.",
    ),
    (
        EN,
        "The panel rejected the argument that the notice had not been served on the company.",
        "The panel held that the notice had not been served on the company.",
        "The panel dismissed the argument that no notice had been served on the company.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), REJECTED)
def test_a_rejected_argument_is_no_finding(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(not_accepted(lie, language, [(quote, language)])) == [lie]
    assert not list(not_accepted(truth, language, [(quote, language)]))
