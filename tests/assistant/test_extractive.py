from itertools import pairwise

import pytest

from assistant.extractive import extract
from assistant.relevance import WordRelevance, truncated
from assistant.units import LONGEST, units
from assistant.verify import verify
from casefile.collection import CollectionKind
from casefile.language import SPOKEN, Language
from casefile.lawref import LawRef
from casefile.search import Hit
from tests.assistant.material import CODE, FRAUD_RU, HITS, LAW, QUESTIONS, THEFT_KK, THEFT_RU, make_hit

KK, RU, EN = Language.KK, Language.RU, Language.EN
RELEVANCE = WordRelevance(truncated)
ITEMS = "\n".join(
    f"{n}) действие номер {n}, описанное достаточно подробно, чтобы занять целую строку;"
    for n in range(1, 15)
)
LONG_LAW = (
    f"2. Деяние, совершенное:\n{ITEMS}\n15) с использованием криптовалюты, –\n"
    "наказывается лишением свободы на срок до семи лет с конфискацией имущества."
)


def composed(question: str, language: Language, hits: list[Hit]) -> list[str]:
    return [proposed.text for proposed in extract(question, language, hits, RELEVANCE)]


@pytest.mark.parametrize("language", SPOKEN)
def test_everything_composed_passes_the_verifier(language: Language) -> None:
    hits = list(HITS.values())
    known = {hit.passage.id: hit for hit in hits}
    proposed = list(extract(QUESTIONS[language], language, hits, RELEVANCE))
    assert proposed
    for one in proposed:
        assert verify(one, known, language).doubts == ()


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (KK, f"ҚР ҚК 188-бабының 2-бөлігі: «{' '.join(THEFT_KK.split())}»"),
        (RU, f"Ч. 2 ст. 188 УК РК: «{' '.join(THEFT_RU.split())}»"),
    ],
)
def test_an_article_is_quoted_in_the_language_of_the_question(language: Language, expected: str) -> None:
    [said] = composed(QUESTIONS[language], language, [HITS["theft_ru"], HITS["theft_kk"]])
    assert said == expected


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        (KK, "ҚР ҚК 188-бабының 2-бөлігі (орыс тілінде): «"),
        (EN, "(in Russian): “"),
    ],
)
def test_a_quote_of_another_language_says_so(language: Language, lead: str) -> None:
    [said] = composed(QUESTIONS[language], language, [HITS["theft_ru"]])
    assert lead in said


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        (KK, "Заявление, 2-бет (орыс тілінде): «"),
        (RU, "Заявление, стр. 2: «"),
        (EN, "Заявление, page 2 (in Russian): “"),
    ],
)
def test_a_case_file_is_named_by_document_and_page(language: Language, lead: str) -> None:
    [said] = composed(QUESTIONS[language], language, [HITS["statement_ru"]])
    assert said.startswith(lead)


def test_a_case_file_is_never_named_as_law() -> None:
    note = make_hit("Кража совершена группой лиц ночью.", RU, title="Рапорт", law=LawRef(CODE, "188", "2"))
    [said] = composed("кража группой лиц", RU, [note])
    assert said.startswith("Рапорт, стр. 1: «")


def test_a_document_without_a_title_is_named_by_its_file() -> None:
    [said] = composed("кража группой", RU, [make_hit("Кража совершена группой лиц ночью.", RU)])
    assert said.startswith("case-ru.txt, стр. 1: «")


def test_of_a_long_norm_the_head_the_item_and_the_sanction_are_quoted() -> None:
    hit = make_hit(LONG_LAW, RU, kind=LAW, law=LawRef(CODE, "218", "2"))
    [proposed] = extract("что за использование криптовалюты?", RU, [hit], RELEVANCE)
    quotes = [quoted.quote for quoted in proposed.quotes]
    assert quotes[0] == "2. Деяние, совершенное:"
    assert quotes[-1].startswith("15) с использованием криптовалюты")
    assert quotes[-1].endswith("с конфискацией имущества.")
    assert "[…]" in proposed.text
    assert verify(proposed, {hit.passage.id: hit}, RU).supported


def test_editorial_notes_are_not_quoted_as_the_norm() -> None:
    noted = THEFT_RU + "\nСноска. Статья 188 с изменениями, внесенными законом о краже от 12.07.2018."
    hit = make_hit(noted, RU, kind=LAW, law=LawRef(CODE, "188", "2"))
    [said] = composed("кража статья изменения закон", RU, [hit])
    assert "Сноска" not in said


def test_a_note_before_the_norm_does_not_hide_it() -> None:
    noted = (
        "Сноска. Заголовок статьи 188 в редакции Закона РК от 08.07.2024 (порядок см.\nст.2\n).\n" + THEFT_RU
    )
    quotable = [noted[unit.start : unit.end] for unit in units(noted, RU)]
    assert quotable[0].startswith("2. Кража")


def test_of_a_repealed_article_the_note_is_quoted() -> None:
    note = "Сноска. Статья 47 исключена Законом РК от 29.12.2021 № 89-VII."
    hit = make_hit(note, RU, kind=LAW, law=LawRef(CODE, "47"))
    [said] = composed("статья 47", RU, [hit])
    assert "исключена" in said


def test_a_note_is_not_quoted_beside_its_norm() -> None:
    note = make_hit(
        "Сноска. Статья 188 с изменениями от 12.07.2018.", RU, kind=LAW, law=LawRef(CODE, "188"), score=0.9
    )
    [said] = composed("ст. 188", RU, [note, HITS["theft_ru"]])
    assert "Кража, совершенная" in said


@pytest.mark.parametrize("question", ["ч. 2 ст. 188 УК", "ст. 188", "188-баптың 2-бөлігі", "Article 188"])
def test_the_article_that_is_asked_for_comes_first(question: str) -> None:
    near = make_hit("3. Кража, ст. 188.", RU, kind=LAW, law=LawRef(CODE, "188-1", "3"), score=0.9, page=7)
    assert "188(2)" in composed(question, EN, [near, HITS["fraud_ru"], HITS["theft_ru"]])[0]


def test_law_goes_before_guidance_and_guidance_before_the_case() -> None:
    text = "Кража наказывается штрафом или арестом."
    kinds = [CollectionKind.CASE, CollectionKind.GUIDANCE, CollectionKind.LAW]
    hits = [
        make_hit(text, RU, kind=kind, title=f"Документ {kind}", score=0.9 - 0.02 * n)
        for n, kind in enumerate(kinds)
    ]
    said = composed("наказание за кражу", RU, hits)
    assert [text.split(",")[0] for text in said] == ["Документ law", "Документ guidance", "Документ case"]


def test_the_best_sentence_is_chosen_by_rare_words() -> None:
    text = "Документ подписан в городе Алматы. Сумма ущерба составила 45 000 тенге. Документ сдан в архив."
    rare = WordRelevance(truncated, lambda *_: {"ущер": 5.0, "доку": 0.1})
    [proposed] = extract("ущерб документ", RU, [make_hit(text, RU)], rare)
    assert [quoted.quote for quoted in proposed.quotes] == ["Сумма ущерба составила 45 000 тенге."]


def test_likeness_chooses_across_languages() -> None:
    text = "Документ подписан в городе Алматы. Телефон помещают в экранированный пакет."
    near = WordRelevance(truncated, likeness=lambda _, texts: [float("пакет" in text) for text in texts])
    [proposed] = extract(QUESTIONS[EN], EN, [make_hit(text, RU)], near)
    assert [quoted.quote for quoted in proposed.quotes] == ["Телефон помещают в экранированный пакет."]


@pytest.mark.parametrize(
    "text", [LONG_LAW, THEFT_KK, "слово " * 400, "а" * 2000, "", "\n\n", "1) пункт;\n2) пункт."]
)
def test_units_are_short_ordered_and_inside_the_text(text: str) -> None:
    found = units(text, RU)
    assert all(0 < unit.end - unit.start <= LONGEST for unit in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[unit.start : unit.end] == text[unit.start : unit.end].strip() for unit in found)


def test_a_long_sentence_is_marked_where_it_is_cut() -> None:
    text = "Обязан сообщить о краже, " + ", ".join(["а также о иных сходных обстоятельствах"] * 30) + "."
    [said] = composed("кража", RU, [make_hit(text, RU)])
    assert said.endswith("[…]»")


def test_few_sources_and_quotes_are_shown() -> None:
    hits = [
        make_hit(f"Кража номер {n} совершена ночью из квартиры.", RU, title=f"Рапорт {n}") for n in range(10)
    ]
    assert len(composed("кража из квартиры", RU, hits)) <= 5


def test_the_item_that_is_asked_for_is_quoted_with_its_head_and_sanction() -> None:
    hit = make_hit(LONG_LAW, RU, kind=LAW, law=LawRef(CODE, "218", "2"))
    [proposed] = extract("п. 7 ч. 2 ст. 218 УК криптовалюта", RU, [hit], RELEVANCE)
    quotes = [quoted.quote for quoted in proposed.quotes]
    assert quotes[0] == "2. Деяние, совершенное:"
    assert quotes[1].startswith("7) действие номер 7")
    assert quotes[-1].startswith("наказывается")


GONE = {
    RU: "5) исключен Законом РК от 27.12.2019 № 292-VІ (порядок введения в действие см. ст. 2);",
    KK: "5) алып тасталды – ҚР 27.12.2019 № 292-VI Заңымен;",
}


@pytest.mark.parametrize("language", GONE)
def test_an_item_that_was_taken_out_is_not_quoted_beside_living_ones(language: Language) -> None:
    text = LONG_LAW.replace(ITEMS.split("\n")[4], GONE[language])
    hit = make_hit(text, language, kind=LAW, law=LawRef(CODE, "218", "2"))
    [proposed] = extract("292-VІ 292-VI исключен Законом алып тасталды Заңымен", language, [hit], RELEVANCE)
    assert not any(quoted.quote.startswith("5)") for quoted in proposed.quotes)


def test_an_item_that_was_taken_out_is_quoted_to_who_asks_for_it() -> None:
    text = LONG_LAW.replace(ITEMS.split("\n")[4], GONE[RU])
    hit = make_hit(text, RU, kind=LAW, law=LawRef(CODE, "218", "2"))
    [said] = composed("п. 5 ч. 2 ст. 218 УК", RU, [hit])
    assert GONE[RU] in said


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("3) исключен Законом РК от 27.12.2019;", True),
        ("3) исключена;", True),
        ("4. Утратил силу Законом РК от 01.01.2020.", True),
        ("2) ҚР 21.01.2019 № 217-VI Заңымен алып тасталды;", True),
        ("2) күші жойылды – ҚР 03.07.2017 Заңымен;", True),
        ("3) исключение лица из реестра юридических лиц;", False),
        ("3) исключен из реестра по решению суда;", False),
        ("3) с незаконным проникновением в жилище;", False),
    ],
)
def test_what_was_taken_out_of_the_law_is_told_from_what_speaks_of_exclusion(text: str, gone: bool) -> None:
    assert [unit.gone for unit in units(text, RU)] == [gone]


def test_the_part_that_is_asked_for_is_quoted_alone() -> None:
    first = make_hit(FRAUD_RU, RU, kind=LAW, law=LawRef(CODE, "188", "1"), score=0.85)
    said = composed("ч. 2 ст. 188 УК РК", RU, [first, HITS["theft_ru"]])
    assert [text.partition(":")[0] for text in said] == ["Ч. 2 ст. 188 УК РК"]


@pytest.mark.parametrize("question", ["188-баптың 2-бөлігі", "ч. 2 ст. 188 УК РК", "Article 188(2)"])
def test_another_article_does_not_answer_for_its_number(question: str) -> None:
    near = make_hit(
        "2. Скотокрадство, ст. 188.", RU, kind=LAW, law=LawRef(CODE, "188-1", "2"), score=0.9, page=7
    )
    assert not any("188-1" in text for text in composed(question, RU, [near, HITS["theft_ru"]]))


def test_another_article_is_cited_if_it_answers_without_the_number() -> None:
    near = make_hit(
        "2. Скотокрадство наказывается штрафом.", RU, kind=LAW, law=LawRef(CODE, "188-1", "2"), page=7
    )
    said = composed("ст. 188 УК и скотокрадство", RU, [near, HITS["theft_ru"]])
    assert any("188-1" in text for text in said)


def test_the_same_words_in_two_documents_are_one_statement() -> None:
    text = "Телефон изъят 14 февраля у соседа."
    copies = [make_hit(text, RU, title=title) for title in ("Протокол", "Протокол (копия)")]
    assert len(composed("где изъят телефон", RU, copies)) == 1


def test_the_same_words_in_two_articles_are_two_statements() -> None:
    text = "Кража телефона наказывается штрафом."
    both = [make_hit(text, RU, kind=LAW, law=LawRef(CODE, n), page=int(n)) for n in ("188", "189")]
    assert len(composed("кража телефона", RU, both)) == 2


def test_the_best_scored_hit_is_cited_first_among_its_kind() -> None:
    rare = WordRelevance(truncated, lambda *_: {"жаза": 1.0})
    best = make_hit("Ұрлық – мүлікті жасырын жымқыру.", KK, kind=LAW, law=LawRef(CODE, "188"), evidence=0.19)
    other = make_hit(
        "Соттың жазасы туралы ереже.", KK, kind=LAW, law=LawRef(CODE, "8"), score=0.7, evidence=0.9
    )
    said = [one.text for one in extract("ұрлық үшін қандай жаза?", KK, [best, other], rare)]
    assert "188-бабы" in said[0] and len(said) == 2


@pytest.mark.parametrize(
    "question",
    ["ч. 2 ст. 300 УК РК", "ҚР ҚК 300-бабының 2-бөлігі", "Criminal Code of Kazakhstan, Article 300(2)"],
)
def test_a_part_that_is_asked_for_by_number_is_quoted_whole(question: str) -> None:
    hit = make_hit(LONG_LAW, RU, kind=LAW, law=LawRef(CODE, "300", "2"))
    [proposed] = extract(question, RU, [hit], RELEVANCE)
    quoted = " ".join(quote.quote for quote in proposed.quotes)
    assert all(f"{n}) действие номер {n}," in quoted for n in range(1, 15))
    assert "наказывается лишением свободы" in quoted
    assert verify(proposed, {hit.passage.id: hit}, RU).doubts == ()


@pytest.mark.parametrize(
    "text", ["3) исключен Законом РК от 27.12.2019;", "3) алып тасталды – ҚР 27.12.2019 Заңымен;"]
)
def test_a_passage_that_only_says_it_is_gone_is_no_trouble(text: str) -> None:
    gone = make_hit(text, RU, kind=LAW, law=LawRef(CODE, "189", "2"), score=0.9)
    assert list(extract("Что исключено Законом РК?", RU, [gone, *HITS.values()], RELEVANCE))
