"""Words that mix Cyrillic and Latin letters."""

import pytest

from assistant.mixed_script import mixed_words

WORDS_OF_TWO_ALPHABETS = [  # a lie with one Latin or Cyrillic letter, and the word
    ("Куә Cәрсенов кездесуге келді.", "Cәрсенов"),
    ("Свидетель Лагутeнко ушёл домой.", "Лагутeнко"),
    ("The witness Lаgutenko went home.", "Lаgutenko"),
]
WORDS_OF_ONE = [  # a keyboard without the Kazakh letter і writes the Latin one; brands stand beside numbers
    "Куә Сәрсенов iстiң мән-жайын бiледi.",
    "Свидетель Лагутенко уехал на BMW X5 и оставил пароль от Wi-Fi.",
    "The witness Lagutenko has a flat in Almaty and a Лада.",
]


@pytest.mark.parametrize(("said", "word"), WORDS_OF_TWO_ALPHABETS)
def test_a_word_of_two_alphabets_is_found(said: str, word: str) -> None:
    assert list(mixed_words(said, [])) == [word]


@pytest.mark.parametrize(("said", "word"), WORDS_OF_TWO_ALPHABETS)
def test_a_word_that_the_quote_writes_the_same_way_is_not_found(said: str, word: str) -> None:
    assert not list(mixed_words(said, ["", f"({word})"]))


@pytest.mark.parametrize("said", WORDS_OF_ONE)
def test_words_of_one_alphabet_are_not_found(said: str) -> None:
    assert not list(mixed_words(said, []))
