"""A question of law sounds otherwise than one about life, knowledge, a case's facts or another country."""

import pytest

from casefile.language import SPOKEN, Language
from training.train_lawlike import learned, questions
from vectorstore.hashed import BUCKETS
from vectorstore.lawlike import LEARNED, buckets, lawlike

KK, RU, EN = SPOKEN
OF_LAW = {
    KK: ["ноутбук ұрлаған үшін жаза қандай", "тінтуге куәгер керек пе", "менің планшетімді ұрлап кетті"],
    RU: ["сколько дают за кражу планшета", "нужны ли понятые при обыске", "у меня вчера украли планшет"],
    EN: [
        "how many years for stealing a tablet",
        "does a search need witnesses",
        "somebody stole my tablet at school",
    ],
}
OTHER = {
    KK: ["қарбызды қалай таңдайды", "Юпитердің неше серігі бар", "ер адам қай есіктен шықты, не киіп алған"],
    RU: ["как выбрать арбуз", "сколько спутников у Юпитера", "из какой двери вышел мужчина в кепке"],
    EN: [
        "how to pick a watermelon",
        "how many moons has Jupiter",
        "which door did the man in the cap come out of",
    ],
}


@pytest.mark.parametrize(("language", "question"), [(one, said) for one in SPOKEN for said in OF_LAW[one]])
def test_questions_of_law_sound_like_law(language: Language, question: str) -> None:
    assert lawlike(question) > 0


@pytest.mark.parametrize(("language", "question"), [(one, said) for one in SPOKEN for said in OTHER[one]])
def test_other_questions_do_not(language: Language, question: str) -> None:
    assert lawlike(question) < 0


def test_letters_that_a_hurried_hand_leaves_out_change_nothing() -> None:
    assert buckets("ҚЫЛМЫСТЫҚ іс үшін") == buckets("кылмыстык ис ушин")
    assert buckets("") == [] and all(0 <= one < BUCKETS for one in buckets("кража телефона"))


def test_what_holds_no_word_is_neither() -> None:
    assert abs(lawlike("?!")) < 5


def test_learning_tells_two_sides_apart_and_is_repeatable() -> None:
    law, other = ["кража телефона", "кража коня"] * 3, ["рецепт плова", "рецепт торта"]
    weights, bias = learned(law, other)
    again, same = learned(law, other)
    assert (weights == again).all() and bias == same
    assert weights[buckets("кража")].sum() > 0 > weights[buckets("рецепт")].sum()


def test_questions_of_law_are_many_and_different_and_the_weights_are_small() -> None:
    said = list(questions())
    assert len(said) > 2_000 and len(set(said)) > 0.99 * len(said)
    assert LEARNED.stat().st_size < 100_000
