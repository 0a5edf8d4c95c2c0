"""Rules told of anybody, over quotes that leave out whom they bind."""

import pytest

from assistant.half_rules import told_of_anybody
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

A_LIST_CUT_OFF = [  # what the quote leaves out, the quote, a lie over it and a truth
    (
        KK,
        "2. Зейнеткерлер, студенттер,",
        "ережені алғаш бұзған қызметкерлер жарнадан босатылуы мүмкін.",
        "Ережені алғаш бұзған кез келген адам жарнадан босатылуы мүмкін.",
        "Ережені алғаш бұзған адам зейнеткер немесе студент болса, жарнадан босатылуы мүмкін.",
    ),
    (
        RU,
        "2. Пенсионеры, студенты,",
        "работники, впервые нарушившие устав, могут быть освобождены от взноса.",
        "Любой, кто впервые нарушил устав, может быть освобождён от взноса.",
        "Пенсионер, студент и тот, кто впервые нарушил устав, могут быть освобождены от взноса.",
    ),
    (
        EN,
        "2. Pensioners, students,",
        "workers who break the charter for the first time may be spared the fee.",
        "Anyone who breaks the charter for the first time may be spared the fee.",
        "Pensioners, students and people who break the charter for the first time may be spared the fee.",
    ),
]


@pytest.mark.parametrize(("language", "before", "quote", "lie", "truth"), A_LIST_CUT_OFF)
def test_anybody_over_a_list_cut_off_is_found(
    language: Language, before: str, quote: str, lie: str, truth: str
) -> None:
    assert list(told_of_anybody(lie, language, [(quote, language, f"{before} {quote}")]))


@pytest.mark.parametrize(("language", "before", "quote", "lie", "truth"), A_LIST_CUT_OFF)
def test_anybody_is_not_found_in_a_truth(
    language: Language, before: str, quote: str, lie: str, truth: str
) -> None:
    assert not list(told_of_anybody(truth, language, [(quote, language, f"{before} {quote}")]))


@pytest.mark.parametrize(("language", "before", "quote", "lie", "truth"), A_LIST_CUT_OFF)
def test_anybody_is_not_found_where_the_quote_begins_the_rule(
    language: Language, before: str, quote: str, lie: str, truth: str
) -> None:
    assert not list(told_of_anybody(lie, language, [(quote, language, f"2. {quote}")]))


@pytest.mark.parametrize(
    ("language", "before", "quote", "lie"),
    [
        (
            KK,
            "Жарна уақытында төленбеген жағдайда,",
            "қызметкер хабарлама алады.",
            "Кез келген адам хабарлама алады.",
        ),
        (RU, "В случае просрочки,", "работник получает извещение.", "Любой работник получает извещение."),
        (EN, "If the fee is late,", "the worker gets a notice.", "Any person gets a notice."),
    ],
)
def test_anybody_is_not_found_behind_a_condition(
    language: Language, before: str, quote: str, lie: str
) -> None:
    assert not list(told_of_anybody(lie, language, [(quote, language, f"{before} {quote}")]))
