"""A quote in recognised text: what the bound lets pass, and what it never does."""

import re
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assistant.normal import fold, places
from assistant.recognised import misread_places
from casefile.language import SPOKEN, Language

KK, RU, EN = Language.KK, Language.RU, Language.EN
TEXTS = {
    KK: "Тергеуші 2025 жылғы 14 ақпанда сағат 09:30-да дүкеннің қоймасын қарап шықты, сейфтің ішінен құны "
    "180 000 теңге тұратын телефон мен ноутбукті тауып, оларды куәлердің көзінше мөрленген қапқа салды",
    RU: "Следователь 14.02.2025 в 09:30 осмотрел склад магазина по адресу улица Абая, дом 17, обнаружил "
    "внутри сейфа телефон и ноутбук стоимостью 350 000 тенге и упаковал их при понятых в опечатанный пакет",
    EN: "On 14 February 2025 at 09:30 the investigator examined the store at 17 Abay street, found a phone "
    "and a notebook worth 350 000 tenge inside the safe and sealed them before the witnesses in a bag",
}
LETTERS = {KK: "аәбғкқнңоөуұүһі", RU: "абвгдеиклмнорстуя", EN: "abcdeghiklmnorstu"}
WORD = re.compile(r"\w+")


@st.composite
def quotes(draw: st.DrawFn, fewest: int = 1) -> tuple[Language, str, str]:
    """A language, its text, and some words of it in a row."""
    language = draw(st.sampled_from(SPOKEN))
    text = TEXTS[language]
    words = [word.span() for word in WORD.finditer(text)]
    first = draw(st.integers(0, len(words) - fewest))
    last = draw(st.integers(first + fewest - 1, len(words) - 1))
    return language, text, text[words[first][0] : words[last][1]]


@st.composite
def misread(draw: st.DrawFn, language: Language, quote: str) -> str:
    """The quote with one letter replaced, lost or added somewhere inside a word."""
    at = draw(st.sampled_from([n for n, char in enumerate(quote) if char.isalpha()]))
    letter = draw(st.sampled_from(LETTERS[language]))
    put = draw(st.sampled_from([letter, "", quote[at] + letter]))
    return quote[:at] + put + quote[at + 1 :]


def distance(one: str, two: str) -> int:
    """Levenshtein's."""
    row = list(range(len(two) + 1))
    for n, a in enumerate(one, 1):
        before, row[0] = row[0], n
        for m, b in enumerate(two, 1):
            before, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, before + (a != b))
    return row[-1]


@given(quotes(8), st.data())
def test_what_is_found_is_within_the_bound(taken: tuple[Language, str, str], data: st.DataObject) -> None:
    language, text, quote = taken
    for _ in range(data.draw(st.integers(1, 4))):
        quote = data.draw(misread(language, quote))
    for start, end in misread_places(quote, text):
        mine, theirs = WORD.findall(fold(quote).text), WORD.findall(fold(text[start:end]).text)
        assert len(mine) == len(theirs)
        differing = [n for n, pair in enumerate(zip(mine, theirs, strict=True)) if len({*pair}) > 1]
        assert len(differing) <= len(mine) // 8
        assert all(later - earlier >= 8 for earlier, later in pairwise(differing))
        for one, two in ((mine[n], theirs[n]) for n in differing):
            assert distance(one, two) == 1 and min(len(one), len(two)) >= 4
            assert one.isalpha() and two.isalpha()
        assert WORD.sub("", fold(quote).text.strip()) == WORD.sub("", fold(text[start:end]).text)


@given(quotes(8), st.data())
def test_one_misread_letter_is_found_at_its_whole_words(
    taken: tuple[Language, str, str], data: st.DataObject
) -> None:
    _, text, quote = taken
    letters = [word for word in WORD.findall(quote) if word.isalpha()]
    assume(len(letters) >= 8)
    word = data.draw(st.sampled_from([word for word in letters if len(word) > 5]))
    assume(word not in {"ақпанда", "February"})  # a month
    at = data.draw(st.integers(0, len(word) - 1))
    wrong = word[:at] + data.draw(st.sampled_from(["ъ", ""])) + word[at + 1 :]
    changed = re.sub(rf"\b{word}\b", wrong, quote, count=1)
    assert [text[start:end] for start, end in misread_places(changed, text)] == [quote]


@given(quotes(8), st.data())
def test_another_digit_is_never_accepted(taken: tuple[Language, str, str], data: st.DataObject) -> None:
    language, text, quote = taken
    digits = [n for n, char in enumerate(quote) if char.isdigit()]
    assume(digits)
    at = data.draw(st.sampled_from(digits))
    put = data.draw(
        st.sampled_from(["", *(digit for digit in "0123456789" if digit != quote[at]), quote[at] + "0"])
    )
    changed = quote[:at] + put + quote[at + 1 :]
    assume(changed.strip(" .,:") not in text)  # a number cut at the edge of the quote
    assume(not any(places(changed, text)))
    assert not any(misread_places(changed, text))
    assert not any(misread_places(data.draw(misread(language, changed)), text))


@given(quotes(8), st.data())
def test_another_number_of_words_is_never_accepted(
    taken: tuple[Language, str, str], data: st.DataObject
) -> None:
    _, text, quote = taken
    words = quote.split(" ")
    assume(len(words) > 2)
    at = data.draw(st.integers(1, len(words) - 2))
    changed = data.draw(
        st.sampled_from(
            [
                [*words[:at], *words[at + 1 :]],
                [*words[:at], words[at], *words[at:]],
                [*words[:at], words[at] + words[at + 1], *words[at + 2 :]],
                [*words[:at], words[at + 1], words[at], *words[at + 2 :]],
            ]
        )
    )
    assume(" ".join(changed) != quote)
    assert not any(misread_places(" ".join(changed), text))


@given(quotes(8), st.data())
def test_two_words_among_eight_are_never_accepted(
    taken: tuple[Language, str, str], data: st.DataObject
) -> None:
    _, text, quote = taken
    words = [word.span() for word in WORD.finditer(quote)]
    one = data.draw(st.integers(0, len(words) - 2))
    two = data.draw(st.integers(one + 1, min(one + 7, len(words) - 1)))
    for start, end in (words[two], words[one]):
        quote = quote[: end - 1] + ("ъ" if quote[end - 1] != "ъ" else "ь") + quote[end:]
        assert start < end
    assert not any(misread_places(quote, text))


@given(quotes(), st.data())
def test_a_quote_under_eight_words_is_exact(taken: tuple[Language, str, str], data: st.DataObject) -> None:
    language, text, quote = taken
    assume(len(WORD.findall(quote)) < 8 and any(map(str.isalpha, quote)))
    assert not any(misread_places(quote, text))
    assert not any(misread_places(data.draw(misread(language, quote)), text))


# A sentence with a blank, and two words that are a letter apart and say other things.
OTHER_WORDS = [
    (KK, "Куәгердің айтуынша ол сол күні кешке үйге {}, есік жабық тұрған", "барады", "бармады"),
    (KK, "Куәгердің айтуынша ол сол күні кешке үйге {}, есік жабық тұрған", "келеді", "келмеді"),
    (KK, "Сол күні кешке дүкен сатушысы тауарды ақшасын толық төлемей {} деді", "алады", "алмады"),
    (KK, "Оған сот үкімі бойынша бас бостандығынан айыру {} жылға тағайындалған екен", "жеті", "жету"),
    (KK, "Куә осы шарт бойынша ақша аударуға қатаң тыйым {} деп түсінік берді", "салынған", "салынғаз"),
    (RU, "Суд назначил ему наказание в виде лишения свободы на {} лет строгого режима", "девять", "десять"),
    (
        RU,
        "Свидетель показал, что видел подозреваемого у магазина вечером третьего {} этого года",
        "июня",
        "июля",
    ),
    (
        RU,
        "В книге учета записано, что документ составлен в конце {} века неизвестным писарем",
        "XVII",
        "XVIII",
    ),
    (RU, "Потерпевший показал, что сосед в тот вечер ему {} в помощи и ушел", "отказал", "отказан"),
    (
        RU,
        "Правила хранения изъятых вещей {} вскрывать пакет без понятых и без следователя",
        "запрещают",
        "запрещаюк",
    ),
    (EN, "The witness said that the guard was {} to open the door of the store", "unable", "usable"),
    (EN, "The suspect told the officer that he {} taking the money from the safe", "denied", "denies"),
    (EN, "The officer wrote that the owner of the shop {} remember the number plate", "doesn't", "doest't"),
    (EN, "The court sentenced him to pay a fine of {} thousand tenge within a month", "fifty", "fifti"),
]


@pytest.mark.parametrize(("language", "sentence", "one", "two"), OTHER_WORDS)
def test_words_that_deny_or_count_are_exact(language: Language, sentence: str, one: str, two: str) -> None:
    for mine, theirs in ((one, two), (two, one)):
        assert not any(misread_places(sentence.format(mine), sentence.format(theirs)))
    assert any(places(sentence.format(one), sentence.format(one)))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("это было законно и в порядке", "это было незаконно и в порядке"),
        ("это сделать мүмкін деп айтты", "это сделать мүмкін емес деп айтты"),
        ("он не пришел на допрос вчера", "он на пришел на допрос вчера"),
        ("сумма в договоре ст188 указана верно", "сумма в договоре ет188 указана верно"),
        ("в доме на улице Абая жил", "в доме, на улице Абая жил"),
    ],
)
def test_only_a_letter_of_a_long_word_may_differ(one: str, two: str) -> None:
    around = "Следователь спросил его, и он ответил, что {}, а потом подписал протокол"
    assert not any(misread_places(around.format(one), around.format(two)))
    assert not any(misread_places(around.format(two), around.format(one)))


def test_a_table_of_numbers_allows_nothing() -> None:
    assert not any(misread_places("1 2 3 4 5 6 7 8 9 слово", "1 2 3 4 5 6 7 8 9 слава"))


def test_two_words_may_differ_where_there_are_sixteen_and_eight_between() -> None:
    page = (
        "Свидетелъ показал, что вечером он вернулся домой поздно и увидел, что дверь в квартиру взламана была"
    )
    quote = page.replace("Свидетелъ", "Свидетель").replace("взламана", "взломана")
    assert [page[start:end] for start, end in misread_places(quote, page)] == [page]


def test_a_word_torn_at_the_end_of_a_line_may_be_misread() -> None:
    page = "«Потерпевший показал, что вечером он вер-\nнулся домои поздно и увидел свет»"
    quote = "«Потерпевший показал, что вечером он вернулся домой поздно и увидел свет»"
    assert list(misread_places(quote, page)) == [(0, len(page))]
