"""Kazakh is Kazakh in whatever letters it is typed, and no other language is taken for it."""

import pytest

from benchmarks.questions import Half, questions
from benchmarks.spellings import latin_2021, russian_keyboard
from casefile.language import Language
from vectorstore.analysis import Analyser
from vectorstore.language import LetterAndProfileIdentifier
from vectorstore.lexicon import Lexicon

KK = Language.KK
TUNE = [question for question in questions(Half.TUNE) if question.kind in ("colloquial", "formal")]


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(Lexicon())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ūrlyq üşın qandai jaza bar", "ұрлық үшін қандай жаза бар"),  # 2021
        ("zhala zhapkany ushin zhaza kanday", "жала жапканы ушин жаза кандай"),  # passport
        ("ķylmystyķ ìs ķozġau", "қылмыстық іс қозғау"),  # ISO 9
    ],
)
def test_latin_letters_are_read(analyser: Analyser, typed: str, meant: str) -> None:
    assert analyser.query_stems(analyser.spelled(typed), KK) == analyser.query_stems(meant, KK)


def test_nearly_every_kazakh_question_in_latin_letters_is_recognised(analyser: Analyser) -> None:
    asked = [latin_2021(question.text) for question in TUNE if question.language is KK]
    identify = LetterAndProfileIdentifier(analyser.spelled).identify
    missed = [text for text in asked if identify(text) is not KK]
    assert len(missed) <= len(asked) / 20, missed


def test_english_questions_stay_english(analyser: Analyser) -> None:
    asked = [question.text for question in TUNE if question.language is Language.EN]
    assert [text for text in asked if analyser.spelled(text) != text] == []


@pytest.mark.parametrize("text", ["", "1", "?!", "a", "TRC20", "Wederrechtelijke toegang", "кража iPhone"])
def test_what_is_not_kazakh_in_latin_letters_is_left_alone(analyser: Analyser, text: str) -> None:
    assert analyser.spelled(text) == text


def test_a_russian_keyboard_changes_no_stem(analyser: Analyser) -> None:
    for question in TUNE:
        if question.language is KK:
            typed = russian_keyboard(question.text)
            assert analyser.query_stems(typed, KK) == analyser.query_stems(question.text, KK)
