"""What is affirmed of whom or of what the quotes only deny."""

import pytest

from assistant.only_denied import not_by, nothing_of, of_both, only_denied, things_denied
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

# Kazakh has no such rule: it denies with its verbs.
WHAT_IS_AFFIRMED_WHERE_ALL_IS_DENIED = [  # a quote, a lie over it and a truth
    (
        RU,
        "База клиентов не пострадала.",
        "База клиентов была зашифрована вирусом.",
        "База клиентов не была зашифрована.",
    ),
    (
        EN,
        "The customer database was not damaged.",
        "The customer database was encrypted by the virus.",
        "The customer database was not encrypted.",
    ),
]

WHAT_WAS_FOUND_WHERE_NOTHING_WAS = [  # a quote, a lie over it and a truth
    (
        KK,
        "Гараждан ештеңе табылмады. Сарайдан балта шықты.",
        "Гараждан балта шықты.",
        "Сарайдан балта шықты.",
    ),
    (RU, "В гараже ничего не нашли. В сарае лежал топор.", "В гараже лежал топор.", "В сарае лежал топор."),
    (
        EN,
        "Nothing was found in the garage. An axe lay in the shed.",
        "An axe lay in the garage.",
        "An axe lay in the shed.",
    ),
]

WHAT_IS_SAID_OF_BOTH = [  # a quote, a lie over it and a truth
    (
        KK,
        "Кран жарамды, ал шығыр жарамды емес.",
        "Кран да, шығыр да жарамды.",
        "Екеуінің бірі, яғни кран, жарамды.",
    ),
    (RU, "Кран исправен, а лебёдка не исправна.", "Исправны и кран, и лебёдка.", "Из двух исправен кран."),
    (
        EN,
        "The crane works, and the winch does not.",
        "Both the crane and the winch work.",
        "Of the two the crane works.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_IS_AFFIRMED_WHERE_ALL_IS_DENIED)
def test_what_is_affirmed_where_all_is_denied_is_found(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert list(only_denied(lie, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_IS_AFFIRMED_WHERE_ALL_IS_DENIED)
def test_what_is_affirmed_where_all_is_denied_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(only_denied(truth, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_WAS_FOUND_WHERE_NOTHING_WAS)
def test_what_was_found_where_nothing_was_is_found(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert list(nothing_of(lie, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_WAS_FOUND_WHERE_NOTHING_WAS)
def test_what_was_found_where_nothing_was_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(nothing_of(truth, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_IS_SAID_OF_BOTH)
def test_what_is_said_of_both_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(of_both(lie, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_IS_SAID_OF_BOTH)
def test_what_is_said_of_both_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(of_both(truth, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_IS_SAID_OF_BOTH)
def test_what_is_said_of_both_may_be_so(language: Language, quote: str, lie: str, truth: str) -> None:
    assert not list(of_both(lie, language, [(lie, language)]))


THINGS_DENIED_IN_ANOTHER_LANGUAGE = [  # a language, a quote of another, a lie over it and a truth
    (KK, RU, "Документы свидетеля не проверялись.", "Куәнің құжаттары тексерілді.", "Куә келді."),
    (
        RU,
        KK,
        "Куәнің құжаттары қаралған жоқ.",
        "Документы свидетеля изучены.",
        "Свидетель не изучал документы.",
    ),
    (EN, RU, "Документы свидетеля не изучались.", "The documents of the witness were studied.", "He came."),
]


@pytest.mark.parametrize(("language", "tongue", "quote", "lie", "truth"), THINGS_DENIED_IN_ANOTHER_LANGUAGE)
def test_things_denied_in_another_language_are_found(
    language: Language, tongue: Language, quote: str, lie: str, truth: str
) -> None:
    assert list(things_denied(lie, language, [(quote, tongue)]))
    assert not list(things_denied(truth, language, [(quote, tongue)]))


@pytest.mark.parametrize(
    ("language", "said", "quoted", "tongue"),
    [
        (KK, "Қолхатты Айгүл Сатпаева жазған.", "The receipt was not written by Ms Satpayeva.", EN),
        (RU, "Расписку написала Сатпаева.", "Қолхатты жазған Сатпаева емес.", KK),
        (EN, "The receipt was written by Satpayeva.", "Расписка выполнена не Сатпаевой, а другим лицом.", RU),
        (EN, "Satpayeva wrote the receipt.", "The receipt was made not by Satpayeva but by another.", EN),
    ],
)
def test_who_did_not_do_it_is_not_told_to_have_done_it(
    language: Language, said: str, quoted: str, tongue: Language
) -> None:
    assert list(not_by(said, language, [(quoted, tongue)]))
    assert not list(
        not_by(said.replace("атпаев", "ейтов").replace("atpayev", "eitov"), language, [(quoted, tongue)])
    )
