"""What the indexes call a word, and what they call the same word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.language import Language
from vectorstore.analysis import Analyser

ANALYSER = Analyser()
KK, RU, EN, UND = Language.KK, Language.RU, Language.EN, Language.UND

KEYBOARD = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")
KAZAKH_WORD = st.text("абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі", min_size=1, max_size=24)
ANY_TEXT = st.text(max_size=200) | st.text("аәіiqhkнһАHҚx1 2.-/’\n\u00ad\u0301\u200b_", max_size=60)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ст. 188-1 УК", ["ст", "188-1", "ук"]),
        ("188-бап, 190-1-бабының", ["188", "бап", "190-1", "бабының"]),
        ("01.02.2024 в 12:30", ["01.02.2024", "в", "12:30"]),
        ("статьи 188,189", ["статьи", "188", "189"]),
        ("интернет-магазин", ["интернет", "магазин"]),
        ("дело-ны следователь-ге", ["дело", "следователь"]),
        ("мошен\u00adничество, мо\u200bшен\u0301ник", ["мошенничество", "мошенник"]),
        ("продук-\nция и лог-\n\nдеректер", ["продукция", "и", "логдеректер"]),
        ("Нур-\nСултан", ["нур", "султан"]),
        ("Ещё ЁЛКА", ["еще", "елка"]),
        ("O’Brien didn't", ["o'brien", "didn't"]),
        ("Қылмыстық iс, тайһa", ["қылмыстық", "іс", "тайһа"]),
        ("HЕТ cop COVID-19", ["нет", "cop", "covid", "19"]),
        ("Telegramға", ["telegram", "ға"]),
        ("«»… —", []),
    ],
)
def test_words_are_cut_as_a_reader_would(text: str, words: list[str]) -> None:
    assert ANALYSER.words(text) == words


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        (KK, "мектеп мектептің мектептеріміздегі мектебі мектепке мектебінде"),
        (KK, "кітап кітабы кітаптан кітапты кітабымыз"),
        (KK, "бап бабы бабының бабында бапқа баптан баптар"),
        (KK, "қылмыс қылмыстық қылмысты қылмыстың қылмыстары"),
        (KK, "тергеу тергеуге тергеуді тергейді тергеген тергеді"),
        (KK, "ұрлау ұрлады ұрлаған ұрлайды ұрлағаны"),
        (KK, "азамат азаматтың азаматтардан азаматқа азаматы"),
        (KK, "іс істің іске істер істердің ісі ісінен"),
        (KK, "құқық құқығы құқықтарын құқықтық"),
        (KK, "республика республикасы республикасының республикаға"),
        (KK, "полиция полицияның полицияға полициясы"),
        (KK, "Қасымов Қасымовтың Қасымовқа Қасымовпен"),
        (RU, "кража кражи кражу кражей кражам"),
        (RU, "Касымов Касымова Касымову Касымовым"),
        (RU, "уголовный уголовного уголовному"),
        (EN, "investigation investigations investigate"),
    ],
)
def test_forms_of_one_word_share_a_stem(language: Language, forms: str) -> None:
    assert len({tuple(ANALYSER.stems(form, language)) for form in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("кінәлі", "кінәсіз"), ("ұрлаған", "ұрламаған")])
def test_negation_is_not_stemmed_away(one: str, other: str) -> None:
    assert ANALYSER.stems(one, KK) != ANALYSER.stems(other, KK)


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("полицияның", "полиции"),
        ("следователь-ге", "следователя"),
        ("Қасымовқа", "Касымову"),
        ("паспорты", "паспорта"),
    ],
)
def test_a_word_both_languages_share_has_one_stem(kazakh: str, russian: str) -> None:
    assert ANALYSER.stems(kazakh, KK) == ANALYSER.stems(russian, RU)


@pytest.mark.parametrize("typed", ["кылмыстык ис", "қылмыстық iс", "ҚЫЛМЫСТЫҚ ІС"])
def test_a_careless_spelling_has_the_stems_of_the_proper_one(typed: str) -> None:
    assert ANALYSER.stems(typed, KK) == ANALYSER.stems("қылмыстық іс", KK)


@given(KAZAKH_WORD)
def test_a_kazakh_word_typed_without_its_letters_has_the_same_stem(word: str) -> None:
    assert ANALYSER.stems(word, KK) == ANALYSER.stems(word.translate(KEYBOARD), KK)


@given(ANY_TEXT, st.sampled_from(Language))
def test_analysis_never_raises_and_yields_single_words(text: str, language: Language) -> None:
    for word in [*ANALYSER.words(text), *ANALYSER.stems(text, language)]:
        assert word
        assert not any(char.isspace() for char in word)
    ANALYSER.query_terms(text, language)


@given(ANY_TEXT)
def test_analysis_of_its_own_output_changes_nothing(text: str) -> None:
    words = ANALYSER.words(text)
    assert ANALYSER.words(" ".join(words)) == words


def test_parts_of_a_joined_number_are_found_below_the_number_itself() -> None:
    assert ANALYSER.words("188-1") == ["188-1"]
    assert ANALYSER.stems("188-1", RU) == ["188-1", "188"]


def test_a_word_of_unknown_language_is_stemmed_both_ways() -> None:
    assert set(ANALYSER.stems("кражаны кражами", UND)) >= {"кража", "краж"}


def test_a_cut_word_keeps_its_halves_in_case_the_hyphen_was_real() -> None:
    assert ANALYSER.stems("лог-\n\nдеректер", KK) == ["логдерек", "лок", "дерек"]


@pytest.mark.parametrize(
    ("language", "question", "stems"),
    [
        (KK, "Алаяқтық үшін қандай жаза бар?", ["алаяктик", "жаза"]),
        (KK, "Алаяктык ушин кандай жаза бар?", ["алаяктик", "жаза"]),
        (RU, "Какое наказание за кражу?", ["наказан", "краж"]),
        (EN, "What is the penalty for theft?", ["penalti", "theft"]),
        (RU, "что это", ["что", "эт"]),
    ],
)
def test_a_question_is_left_with_what_it_asks_for(
    language: Language, question: str, stems: list[str]
) -> None:
    assert ANALYSER.query_stems(question, language) == stems


@pytest.mark.parametrize(
    ("language", "word", "kin"),
    [(KK, "группаның", "групп"), (RU, "группа", "группа"), (RU, "паспорттың", "паспорт")],
)
def test_a_question_also_asks_for_the_other_languages_form(language: Language, word: str, kin: str) -> None:
    (term,) = ANALYSER.query_terms(word, language)
    assert kin in {*term.stems, *term.kin}


@pytest.mark.parametrize("form", ["разбой", "разбоя", "разбою", "разбоем", "разбое", "Разбои"])
def test_a_noun_in_oj_has_one_stem_and_it_is_nobody_elses(form: str) -> None:
    analyser = Analyser()
    assert analyser.stems(form, Language.RU) == ["разбой"]
    assert analyser.stems("разбить", Language.RU) != ["разбой"]
