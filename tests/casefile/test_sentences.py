"""Sentences end where they end, and law abbreviations, initials and dates do not end them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.language import SPOKEN, Language
from casefile.sentences import sentences
from tests.linear import grows_linearly


def cut(text: str, language: Language = Language.RU) -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            Language.RU,
            "Кража, ч. 2 ст. 188 УК РК. Ущерб 5 млн. тенге.",
            ["Кража, ч. 2 ст. 188 УК РК.", "Ущерб 5 млн. тенге."],
        ),
        (
            Language.RU,
            "Прибыл 12.05.2024 г. в г. Алматы. Ушел.",
            ["Прибыл 12.05.2024 г. в г. Алматы.", "Ушел."],
        ),
        (
            Language.RU,
            "Касымов А.Е. показал. И. о. следователя спросил.",
            ["Касымов А.Е. показал.", "И. о. следователя спросил."],
        ),
        (Language.RU, "Он сказал: «Нет!» Потом ушел… И все.", ["Он сказал: «Нет!»", "Потом ушел…", "И все."]),
        (Language.RU, "Было, т.е. есть, и т.д. Конец.", ["Было, т.е. есть, и т.д.", "Конец."]),
        (
            Language.KK,
            "188-б. 2-т. бойынша 5 млн. тг. айыппұл. Іс жабылды.",
            ["188-б. 2-т. бойынша 5 млн. тг. айыппұл.", "Іс жабылды."],
        ),
        (
            Language.KK,
            "Ол 2024 ж. 5 мамырда келді, т.б. Содан кетті.",
            ["Ол 2024 ж. 5 мамырда келді, т.б.", "Содан кетті."],
        ),
        (
            Language.EN,
            "See Art. 6 of the Convention. Mr. Smith, e.g. here, left.",
            ["See Art. 6 of the Convention.", "Mr. Smith, e.g. here, left."],
        ),
        (Language.EN, "It is No. 5. Is it? Yes!", ["It is No. 5.", "Is it?", "Yes!"]),
    ],
)
def test_abbreviations_do_not_end_sentences(language: Language, text: str, expected: list[str]) -> None:
    assert cut(text, language) == expected


@pytest.mark.parametrize("language", SPOKEN)
def test_list_items_are_units_of_their_own(language: Language) -> None:
    assert cut("2. Кража:\n1) группой;\n2) лицом, –\nнаказывается.\n3. Иное", language) == [
        "2. Кража:",
        "1) группой;",
        "2) лицом, –\nнаказывается.",
        "3. Иное",
    ]
    assert cut("Кража: 1) группой; 2) лицом.", language) == ["Кража:", "1) группой;", "2) лицом."]


def test_a_wrapped_line_goes_on_and_a_blank_line_ends() -> None:
    assert cut("a line that wraps\nonto the next. And\nmore\n\nBlank") == [
        "a line that wraps\nonto the next.",
        "And\nmore",
        "Blank",
    ]


def test_a_reference_broken_over_lines_stays_whole() -> None:
    assert cut("см.\nст. 2\n188 УК") == ["см.\nст. 2\n188 УК"]
    assert cut("198 и\n233\n– ущерб на сумму") == ["198 и\n233\n– ущерб на сумму"]


@given(st.text(alphabet=st.sampled_from([*"аб Вст.188;)\n!?«»-–1г"]), max_size=300))
def test_sentences_are_the_text_without_the_space_between_them(text: str) -> None:
    at = 0
    for start, end in sentences(text, Language.UND):
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip() != ""
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    "piece", ["слово ", "а", ". ", "\n", "1) ", "a.b.", "..a", "; 1) ", " ", ").", "г. "]
)
def test_a_text_without_sentences_takes_linear_time(piece: str) -> None:
    assert grows_linearly(lambda text: list(sentences(text, Language.UND)), piece, 60_000)
