"""Words, names and leave attributed to somebody who did not give them."""

import pytest

from assistant.attributed import by_leave, called_so, put_into_mouth, said_by_nobody
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

WORDS_PUT_INTO_A_MOUTH = [  # a quote, a lie over it and a truth
    (
        KK,
        "Журнал бойынша Цой түсте кірді. Белов есіктің ашық болғанын айтты.",
        "Цой есіктің ашық болғанын айтты.",
        "Белов есіктің ашық болғанын айтты.",
    ),
    (
        RU,
        "В журнале отмечено: Цой вошла в полдень. Белов пояснил, что дверь была открыта.",
        "Цой показала, что дверь была открыта.",
        "Белов показал, что дверь была открыта.",
    ),
    (
        EN,
        "The log shows that Tsoi entered at noon. Belov explained that the door was open.",
        "Tsoi testified that the door was open.",
        "Belov testified that the door was open.",
    ),
]

A_NAME_NOBODY_GAVE = [  # a quote, a lie over it and a truth
    (
        KK,
        "Қоңырау шалушы өзін Марат деп таныстырды. Код Лисовта болды.",
        "Қоңырау шалушы өзін Лисов деп таныстырды.",
        "Қоңырау шалушы өзін Марат деп таныстырды.",
    ),
    (
        RU,
        "Звонивший представился Маратом. Код был у Лисова.",
        "Звонивший представился Лисовым.",
        "Звонивший представился Маратом.",
    ),
    (
        EN,
        "The caller introduced himself as Marat. The code was that of Lisov.",
        "The caller introduced himself as Lisov.",
        "The caller introduced himself as Marat.",
    ),
]

LEAVE_OF_ANOTHER = [  # a quote, a lie over it and a truth
    (
        KK,
        "Пәтер иесінің рұқсатымен қаралды.",
        "Пәтер прокурордың рұқсатымен қаралды.",
        "Пәтер иесінің рұқсатымен қаралды.",
    ),
    (
        RU,
        "Квартиру осмотрели с согласия собственника.",
        "Квартиру осмотрели с согласия прокурора.",
        "Квартиру осмотрели с согласия собственника.",
    ),
    (
        EN,
        "The flat was searched with the permission of the judge.",
        "The flat was searched with the permission of the owner.",
        "The flat was searched with the permission of the judge.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WORDS_PUT_INTO_A_MOUTH)
def test_words_put_into_a_mouth_are_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(put_into_mouth(lie, language, [(quote, language, "")]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WORDS_PUT_INTO_A_MOUTH)
def test_words_put_into_a_mouth_are_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(put_into_mouth(truth, language, [(quote, language, "")]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_NAME_NOBODY_GAVE)
def test_a_name_nobody_gave_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(called_so(lie, language, [(quote, language, "")]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_NAME_NOBODY_GAVE)
def test_a_name_nobody_gave_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(called_so(truth, language, [(quote, language, "")]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), LEAVE_OF_ANOTHER)
def test_leave_of_another_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(by_leave(lie, language, [(quote, language, "")]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), LEAVE_OF_ANOTHER)
def test_leave_of_another_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(by_leave(truth, language, [(quote, language, "")]))


WORDS_THAT_NOBODY_SAID = [  # a quote, a lie over it, and a title by which it is a truth
    (KK, "Есік ашық тұрған.", "Шебер есіктің ашық болғанын айтты.", "Шебердің жауабы"),
    (RU, "Дверь стояла открытой.", "Мастер сообщил, что дверь была открыта.", "Протокол допроса мастера"),
    (EN, "The door stood open.", "The foreman said that the door was open.", "Statement of the foreman"),
]


@pytest.mark.parametrize(("language", "quote", "lie", "title"), WORDS_THAT_NOBODY_SAID)
def test_nobody_speaks_whom_no_quote_lets_speak(language: Language, quote: str, lie: str, title: str) -> None:
    assert list(said_by_nobody(lie, language, [(quote, language, "№ 7")]))
    assert not list(said_by_nobody(lie, language, [(quote, language, title)]))
