import re
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assistant.normal import whole_words
from assistant.verdict import Checked, Proposed, Quoted, Reason
from assistant.verify import verify
from casefile.collection import CollectionKind
from casefile.language import Language
from casefile.lawref import LawRef
from casefile.search import Hit
from tests.assistant.material import CODE, HITS, LAW, STATEMENT_RU, THEFT_RU, by_letters, make_hit

KK, RU, EN = Language.KK, Language.RU, Language.EN
KNOWN = {hit.passage.id: hit for hit in HITS.values()}
LOSS = "14.02.2025 я, Касымов Ербол Ануарович, заметил пропажу ноутбука Lenovo стоимостью 350 000 тенге."
SUSPECT = "Подозреваю соседа Ахметова, его телефон +7 701 123 45 67."
PRISON = "наказывается лишением свободы на срок до 5 лет с конфискацией имущества"
PRISON_KK = "5 жылға дейінгі мерзімге бас бостандығынан айыруға жазаланады"
PHONE_KK = "Сапарова Айгүл, дүкеннен телефонымның жоғалғанын байқадым"
MAIL = "он писал мне с адреса akhmetov@example.kz"
BAG = "A seized phone is placed in a Faraday bag within 15 minutes."


def check(key: str, text: str, quote: str, language: Language, hits: dict[str, Hit] | None = None) -> Checked:
    passage = HITS[key].passage.id if key in HITS else key
    return verify(Proposed(text, (Quoted(passage, quote),)), hits or KNOWN, language, identify=by_letters)


TRUE = [
    ("statement_ru", "Касымов Ербол заметил пропажу ноутбука Lenovo стоимостью 350000 тенге.", LOSS, RU),
    ("statement_ru", "Пропажу ноутбука Касымов заметил 14 февраля 2025 года.", LOSS, RU),
    ("statement_ru", "Қасымов Ербол ноутбуктың жоғалғанын 2025 жылғы 14 ақпанда байқаған.", LOSS, KK),
    ("statement_ru", "Kasymov noticed the loss of a Lenovo notebook on 14 February 2025.", LOSS, EN),
    ("statement_ru", "Телефон соседа Ахметова: +77011234567.", SUSPECT, RU),
    ("statement_kk", "Айгүл Сапарова жоғалғанын байқаған.", PHONE_KK, KK),
    ("theft_ru", "По ч. 2 ст. 188 УК кража наказывается лишением свободы на срок до 5 лет.", PRISON, RU),
    ("theft_ru", "Наказывается лишением свободы на срок до пяти лет.", PRISON, RU),
    ("theft_ru", "Theft is punished by deprivation of liberty of up to five years.", PRISON, EN),
    ("theft_ru", "By paragraph 2 of Article 188: deprivation of liberty up to 5 years.", PRISON, EN),
    ("theft_ru", "Art. 188(2): deprivation of liberty of up to five years.", PRISON, EN),
    ("theft_kk", "Ұрлық бес жылға дейін бас бостандығынан айыруға жазаланады.", PRISON_KK, KK),
    ("theft_kk", "Наказание составляет до 5 лет лишения свободы.", PRISON_KK, RU),
    ("guidance_en", "The phone goes into a Faraday bag within 15 minutes.", BAG, EN),
]  # fmt: skip


@pytest.mark.parametrize(("key", "text", "quote", "language"), TRUE)
def test_a_true_statement_is_supported(key: str, text: str, quote: str, language: Language) -> None:
    checked = check(key, text, quote, language)
    assert checked.doubts == ()
    assert checked.supported and checked.claim.citations == (1,)


LIES = [
    # invented name
    ("statement_ru", "Сидоров заметил пропажу ноутбука.", LOSS, RU, Reason.NAME),
    ("statement_ru", "Пропажу ноутбука заметил Сидоров Ербол.", LOSS, RU, Reason.NAME),
    ("statement_ru", "Пропажу заметил Касымбеков.", LOSS, RU, Reason.NAME),
    ("statement_ru", "Ноутбуктың жоғалғанын Сидоров байқаған.", LOSS, KK, Reason.NAME),
    ("statement_ru", "The loss was noticed by Sidorov.", LOSS, EN, Reason.NAME),
    ("statement_ru", "Пропал ноутбук Asus.", LOSS, RU, Reason.NAME),
    ("statement_ru", "Пропажу заметил Б. Касымов.", LOSS, RU, Reason.NAME),
    # a name of the same passage that the quote does not hold
    ("statement_ru", "Ахметов заметил пропажу ноутбука.", LOSS, RU, Reason.NAME),
    # invented or swapped numbers
    ("statement_ru", "Касымов заметил пропажу ноутбука стоимостью 530 000 тенге.", LOSS, RU, Reason.NUMBER),
    ("statement_ru", "Касымов заметил пропажу 15.02.2025.", LOSS, RU, Reason.NUMBER),
    ("statement_ru", "Телефон соседа Ахметова: +77011234576.", SUSPECT, RU, Reason.NUMBER),
    ("theft_ru", "Наказывается лишением свободы на срок до 15 лет.", PRISON, RU, Reason.NUMBER),
    ("theft_ru", "Наказывается лишением свободы на срок до десяти лет.", PRISON, RU, Reason.NUMBER),
    ("theft_ru", "Наказывается лишением свободы на срок до 5 месяцев.", PRISON, RU, Reason.NUMBER),
    ("theft_kk", "Ұрлық 7 жылға дейін бас бостандығынан айыруға жазаланады.", PRISON_KK, KK, Reason.NUMBER),
    ("guidance_en", "The phone goes into a Faraday bag within 50 minutes.", BAG, EN, Reason.NUMBER),
    # invented article
    ("theft_ru", "По ст. 190 УК кража наказывается лишением свободы.", PRISON, RU, Reason.REFERENCE),
    ("theft_ru", "По ч. 3 ст. 188 УК кража наказывается лишением свободы.", PRISON, RU, Reason.REFERENCE),
    ("theft_ru", "Under paragraph 3 of Article 188 theft is punished.", PRISON, EN, Reason.REFERENCE),
    ("theft_kk", "ҚР ҚК 190-бабы бойынша ұрлық үшін жазаланады.", PRISON_KK, KK, Reason.REFERENCE),
    ("guidance_en", "Under Article 17 a seized phone is placed in a bag.", BAG, EN, Reason.REFERENCE),
    ("theft_ru", "По ч. 2 1ст. 188 УК кража наказывается лишением свободы.", PRISON, RU, Reason.NUMBER),
    # quotes that prove nothing
    ("statement_ru", "Касымов заметил пропажу ноутбука.", "Касымов украл ноутбук", RU, Reason.QUOTE_MISSING),
    ("theft_ru", "Касымов заметил пропажу ноутбука.", LOSS, RU, Reason.QUOTE_MISSING),
    ("statement_ru", "Заявитель заметил пропажу.", "пропажу", RU, Reason.QUOTE_TOO_SHORT),
    ("nowhere", "Заявитель заметил пропажу.", LOSS, RU, Reason.PASSAGE_UNKNOWN),
    ("statement_ru", "Телефон соседа указан.", "дозреваю соседа Ахметова", RU, Reason.QUOTE_CUTS_WORD),
    # swapped denial
    ("statement_ru", "Дверь была взломана.", "Дверь взломана не была.", RU, Reason.NEGATION),
    ("statement_kk", "Күдікті тұлға сатушы.", "Күдікті тұлға сатушы емес.", KK, Reason.NEGATION),
    ("statement_kk", "Күдікті тұлға сатушы.", "Күдікті тұлға сатушы", KK, Reason.QUOTE_CUTS_NEGATION),
    # speech that nobody made
    ("statement_ru", "Заявитель сказал: «Ахметов сам во всем признался».", SUSPECT, RU, Reason.SPEECH),
    # links and markup
    ("guidance_en", "See https://evil.example/x for the bag.", BAG, EN, Reason.LINK),
    ("guidance_en", "A phone goes in a bag ![x](//evil.example/pixel).", BAG, EN, Reason.LINK),
    ("guidance_en", 'A phone <img src="x.gif"> goes in a bag.', BAG, EN, Reason.LINK),
    ("statement_ru", "Пишите на akhmetova@example.kz.", MAIL, RU, Reason.LINK),
    # another language than the question's
    ("guidance_en", "The phone goes into a bag within 15 minutes.", BAG, RU, Reason.LANGUAGE),
    ("theft_ru", "Наказывается лишением свободы на срок до 5 лет.", PRISON, KK, Reason.LANGUAGE),
]  # fmt: skip


@pytest.mark.parametrize(("key", "text", "quote", "language", "reason"), LIES)
def test_a_lie_is_not_supported(key: str, text: str, quote: str, language: Language, reason: Reason) -> None:
    checked = check(key, text, quote, language)
    assert not checked.supported
    assert reason in {doubt.reason for doubt in checked.doubts}


def test_a_statement_without_a_quote_is_not_supported() -> None:
    checked = verify(Proposed("Наказывается лишением свободы.", ()), KNOWN, RU)
    assert [doubt.reason for doubt in checked.doubts] == [Reason.NO_QUOTE]


def test_one_false_quote_spoils_the_statement() -> None:
    passage = HITS["theft_ru"].passage.id
    quotes = (Quoted(passage, PRISON), Quoted(passage, "наказывается смертной казнью"))
    assert not verify(Proposed("Наказывается лишением свободы.", quotes), KNOWN, RU).supported


def test_the_citation_is_the_slice_of_the_page() -> None:
    hit = HITS["theft_ru"]
    [citation] = check(
        "theft_ru", "Наказывается лишением свободы.", PRISON.upper().replace(" ", "\n"), RU
    ).citations
    page = " " * hit.passage.locator.start + hit.passage.text
    assert page[citation.start : citation.end] == citation.quote == PRISON


def test_a_quote_that_is_cited_already_keeps_its_number() -> None:
    first = check("theft_ru", "Наказывается лишением свободы.", PRISON, RU)
    hit = HITS["theft_ru"].passage.id
    quotes = (Quoted(hit, "Кража, совершенная"), Quoted(hit, PRISON))
    second = verify(
        Proposed("Кража наказывается лишением свободы.", quotes), KNOWN, RU, cited=first.citations
    )
    assert second.claim.citations == (2, 1)


def test_a_case_file_does_not_speak_as_law() -> None:
    note = make_hit("Вор обязан вернуть все имущество владельцу.", RU, law=LawRef(CODE, "188", "2"))
    hits = {note.passage.id: note}
    text = "По ч. 2 ст. 188 УК вор обязан вернуть имущество."
    checked = check(note.passage.id, text, note.passage.text, RU, hits)
    assert [doubt.reason for doubt in checked.doubts] == [Reason.REFERENCE]


def test_a_case_file_may_be_quoted_on_the_article_it_names() -> None:
    note = make_hit("Подозрение предъявлено по ч. 2 ст. 188 УК РК.", RU, kind=CollectionKind.CASE)
    hits = {note.passage.id: note}
    assert check(
        note.passage.id, "Подозрение предъявлено по ч. 2 ст. 188 УК РК.", note.passage.text, RU, hits
    ).supported


@pytest.mark.parametrize(
    ("cut", "rest", "language"),
    [("Дверь квартиры взломана не", "была", RU), ("The door was definitely not", "broken", EN)],
)
def test_a_quote_that_ends_in_a_denial_is_cut(cut: str, rest: str, language: Language) -> None:
    hit = make_hit(f"{cut} {rest}.", language)
    checked = check(hit.passage.id, cut, cut, language, {hit.passage.id: hit})
    assert [doubt.reason for doubt in checked.doubts] == [Reason.QUOTE_CUTS_NEGATION]


@pytest.mark.parametrize(
    ("before", "quote", "after", "language"),
    [
        ("Бранных слов в тексте нет. ", "Эксперт исследовал три страницы текста.", "", RU),
        ("", "Сарапшы мәтіннің үш бетін зерттеді.", " Жоқ құжаттар тізімде аталған.", KK),
        ("Was there a trace? No. ", "The expert examined three pages of the text.", "", EN),
    ],
)
def test_a_denial_of_the_sentence_beside_is_not_cut(
    before: str, quote: str, after: str, language: Language
) -> None:
    hit = make_hit(f"{before}{quote}{after}", language)
    assert check(hit.passage.id, quote, quote, language, {hit.passage.id: hit}).supported


def test_a_law_is_proved_by_its_own_place_without_the_words() -> None:
    law = make_hit("Кража наказывается штрафом или арестом.", RU, kind=LAW, law=LawRef(CODE, "188", "1"))
    hits = {law.passage.id: law}
    assert check(
        law.passage.id, "По ст. 188 УК РК кража наказывается штрафом.", law.passage.text, RU, hits
    ).supported


@given(st.sampled_from([THEFT_RU, STATEMENT_RU]), st.data())
def test_every_verbatim_slice_proves_itself(text: str, data: st.DataObject) -> None:
    borders = [at for at in range(len(text) + 1) if whole_words(text, at, at)]
    start, end = sorted((data.draw(st.sampled_from(borders)), data.draw(st.sampled_from(borders))))
    assume(text[start:end].strip())
    key = "theft_ru" if text is THEFT_RU else "statement_ru"
    checked = check(key, text[start:end], text[start:end], RU)
    offset = HITS[key].passage.locator.start
    for citation in checked.citations:
        assert text[citation.start - offset : citation.end - offset] == citation.quote == text[start:end]
    weak = {Reason.QUOTE_TOO_SHORT, Reason.QUOTE_CUTS_NEGATION}
    assert checked.supported or {doubt.reason for doubt in checked.doubts} <= weak


@given(st.sampled_from(TRUE), st.integers(1, 9), st.data())
def test_an_inserted_digit_makes_a_statement_unsupported(
    true: tuple[str, str, str, Language], digit: int, data: st.DataObject
) -> None:
    key, text, quote, language = true
    at = data.draw(st.integers(0, len(text)))
    changed = f"{text[:at]}{digit}{text[at:]}"
    # A digit that stands alone and repeats a number of the quote says nothing new.
    if set(re.findall(r"\d+", changed)) - set(re.findall(r"\d+", text + quote)):
        assert not check(key, changed, quote, language).supported


@given(st.sampled_from(TRUE), st.sampled_from(["\n", "  ", "\u00a0", " \u00ad"]), st.booleans())
def test_the_dress_of_a_quote_does_not_matter(
    true: tuple[str, str, str, Language], space: str, yo: bool
) -> None:
    key, text, quote, language = true
    dressed = (quote.replace("е", "ё") if yo else quote).replace(" ", space)
    assert check(key, text, dressed, language).supported


NOTE = {
    KK: ("Баға ұсынысын 48 млн теңгеден асырмаңыздар", "Ғ. Әбішев", "Ғ. Әбішев 48 млн теңге туралы жазған."),
    RU: ("Цену ставьте не выше 212 млн тенге", "Б. Омарова", "Омарова просила цену не выше 212 млн тенге."),
    EN: ("Keep the price below 212 million tenge", "B. Umar", "Umar asked for less than 212 million tenge."),
}  # fmt: skip


@pytest.mark.parametrize("language", NOTE)
def test_a_signature_may_be_quoted_beside_a_sentence(language: Language) -> None:
    sentence, name, said = NOTE[language]
    hit = make_hit(f"{sentence}.\n{name}", language, kind=CollectionKind.CASE)
    passage = hit.passage.id
    quotes = Quoted(passage, sentence), Quoted(passage, name)
    hits = {passage: hit}
    assert Reason.QUOTE_TOO_SHORT not in {
        d.reason for d in verify(Proposed(said, quotes), hits, language).doubts
    }
    alone = verify(Proposed(said, quotes[1:]), hits, language)
    assert [doubt.reason for doubt in alone.doubts] == [Reason.QUOTE_TOO_SHORT]


FIRMS = {
    KK: ("тоқыма «Алатау Лайн» серіктестігіне жіберілді", "Тоқыма «Алатау Тоқыма» серіктестігіне жіберілді."),
    RU: ("перевозился текстиль для «Алатау Лайн»", "Перевозился текстиль для «Алатау Текстиль»."),
    EN: ("textile was carried for “Alatau Line”", "Textile was carried for “Alatau Textile”."),
}  # fmt: skip


@pytest.mark.parametrize("language", FIRMS)
def test_a_name_is_not_put_together_from_here_and_there(language: Language) -> None:
    quote, said = FIRMS[language]
    hit = make_hit(quote, language, kind=CollectionKind.CASE)
    checked = verify(Proposed(said, (Quoted(hit.passage.id, quote),)), {hit.passage.id: hit}, language)
    assert Reason.SPEECH in {doubt.reason for doubt in checked.doubts}


# A passage with a misread letter, what it was, and a statement with the name in it and with another one.
MISREAD = [
    (
        KK,
        "Куә Сейітов Асқар сол күні кешке дүкеннің жаньнда ақ көлікті көргенін айтты.",
        "Куә Сейітов Асқар сол күні кешке дүкеннің жанында ақ көлікті көргенін айтты.",
        "Сейітов Асқар сол күні кешке ақ көлікті көргенін айтты.",
        "Бекенов Асқар сол күні кешке ақ көлікті көргенін айтты.",
    ),
    (
        RU,
        "Свидетель Петренко Олег показал, что вечером у магазина стояла белая машина с прнцепом.",
        "Свидетель Петренко Олег показал, что вечером у магазина стояла белая машина с прицепом.",
        "Петренко Олег показал, что вечером у магазина стояла белая машина.",
        "Сидоренко Олег показал, что вечером у магазина стояла белая машина.",
    ),
    (
        EN,
        "The witness Peter Holloway said that a white truck stood near the shop that evenlng.",
        "The witness Peter Holloway said that a white truck stood near the shop that evening.",
        "Peter Holloway said that a white truck stood near the shop.",
        "Peter Gallagher said that a white truck stood near the shop.",
    ),
]


@pytest.mark.parametrize(("language", "text", "quote", "claim", "lie"), MISREAD)
def test_a_misread_letter_of_recognised_text_is_quoted_as_it_stands(
    language: Language, text: str, quote: str, claim: str, lie: str
) -> None:
    typed = make_hit(text, language, start=7)
    hit = replace(typed, passage=replace(typed.passage, recognised=True))
    checked = check(hit.passage.id, claim, quote, language, {hit.passage.id: hit})
    assert checked.doubts == ()
    (citation,) = checked.citations
    assert (citation.quote, citation.start, citation.end) == (text, 7, 7 + len(text))
    checked = check(hit.passage.id, lie, quote, language, {hit.passage.id: hit})
    assert Reason.NAME in {doubt.reason for doubt in checked.doubts}


@pytest.mark.parametrize(("language", "text", "quote", "claim", "lie"), MISREAD)
def test_a_misread_letter_of_any_other_text_is_no_quote(
    language: Language, text: str, quote: str, claim: str, lie: str
) -> None:
    hit = make_hit(text, language)
    checked = check(hit.passage.id, claim, quote, language, {hit.passage.id: hit})
    assert [doubt.reason for doubt in checked.doubts] == [Reason.QUOTE_MISSING]


@pytest.mark.parametrize(("language", "text", "quote", "claim", "lie"), MISREAD)
def test_a_name_is_that_of_the_passage_and_not_of_a_misread_quote(
    language: Language, text: str, quote: str, claim: str, lie: str
) -> None:
    """The model says a name that is a letter away, in the quote and in the statement."""
    other = {KK: ("Асқар", "Аспар"), RU: ("Олег", "Олен"), EN: ("Holloway", "Hollowar")}[language]
    typed = make_hit(text, language)
    hit = replace(typed, passage=replace(typed.passage, recognised=True))
    checked = check(
        hit.passage.id, claim.replace(*other), text.replace(*other), language, {hit.passage.id: hit}
    )
    assert checked.citations[0].quote == text
    assert Reason.NAME in {doubt.reason for doubt in checked.doubts}


@given(st.sampled_from(MISREAD), st.data())
def test_a_change_in_text_that_is_not_recognised_is_no_quote(
    case: tuple[Language, str, str, str, str], data: st.DataObject
) -> None:
    language, text, _, claim, _ = case
    at = data.draw(st.sampled_from([n for n, char in enumerate(text) if char.isalnum()]))
    changed = text[:at] + data.draw(st.sampled_from(["ъ", "q", ""])) + text[at + 1 :]
    assume(changed[-2:] == text[-2:] and changed[0] == text[0] and changed != text)
    hit = make_hit(text, language)
    checked = check(hit.passage.id, claim, changed, language, {hit.passage.id: hit})
    assert [doubt.reason for doubt in checked.doubts] == [Reason.QUOTE_MISSING]
    assert not checked.citations
