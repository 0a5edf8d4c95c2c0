"""A question that takes for granted what the law does not say is told what the law does have there."""

import pytest

from assistant.premise import Level, missing
from casefile.collection import CollectionKind
from casefile.language import SPOKEN, Language
from casefile.lawref import LawRef
from casefile.place import named
from casefile.search import Hit
from prompts.render import phrase
from tests.assistant.material import CODE, HITS, STATEMENT_RU, Shelf, answer, make_hit

KK, RU, EN = SPOKEN
CRIMINAL = {KK: "ҚР Қылмыстық кодексі", RU: "Уголовный кодекс РК", EN: "Criminal Code of Kazakhstan"}
ABSENT = {
    KK: ("ҚК 999-бабы қандай жаза көздейді?", "ҚР ҚК 999-бабы"),
    RU: ("Какое наказание по ст. 999 УК?", "ст. 999 УК РК"),
    EN: ("What does Article 999 of the Criminal Code say?", "Criminal Code of Kazakhstan, Article 999"),
}


def of_law(*places: LawRef, text: str = "Норма закона.", evidence: float = 0.0) -> list[Hit]:
    return [
        make_hit(text, RU, kind=CollectionKind.LAW, title="Закон", law=place, page=n, evidence=evidence)
        for n, place in enumerate(places, start=1)
    ]


def articles(*numbers: str, act: str = CODE) -> list[Hit]:
    return of_law(*(LawRef(act, number) for number in numbers))


@pytest.mark.parametrize("language", SPOKEN)
def test_an_article_beyond_the_last_is_refused_with_the_highest_one(language: Language) -> None:
    question, place = ABSENT[language]
    given = answer(question, articles("9", "99", "100-1", "100"), identify=lambda _: language)
    assert given.refused
    assert given.notices[:3] == (
        phrase("refused_premise", language),
        phrase("article_missing", language, place=place),
        phrase("article_last", language, act=CRIMINAL[language], highest="100-1"),
    )


@pytest.mark.parametrize(("language", "question"), [
    (KK, "ҚК 188-9-бабы не дейді?"),
    (RU, "Что предусматривает ст. 188-9 УК?"),
    (EN, "What does Article 188-9 of the Criminal Code say?"),
])  # fmt: skip
def test_an_inserted_article_is_told_beside_its_neighbours(language: Language, question: str) -> None:
    given = answer(question, articles("188", "188-1", "189"), identify=lambda _: language)
    assert phrase("article_inserts", language, numbers="188, 188-1") in given.notices


@pytest.mark.parametrize(("language", "question", "act"), [
    (KK, "Будапешт конвенциясының 57-бабы не дейді?", "Киберқылмыс туралы Будапешт конвенциясы"),
    (KK, "57-бап Будапешт не дейді?", "Киберқылмыс туралы Будапешт конвенциясы"),
    (RU, "Что сказано в ст. 57 Будапештской конвенции?", "Будапештская конвенция о киберпреступности"),
    (EN, "What is in Article 57 of the Budapest Convention?",
     "Convention on Cybercrime (Budapest Convention)"),
])  # fmt: skip
def test_an_act_that_is_not_in_the_collections_is_named(language: Language, question: str, act: str) -> None:
    given = answer(question, articles("188"), identify=lambda _: language)
    assert given.refused and any(act in notice for notice in given.notices)
    [one] = missing(named(question), [], Shelf(articles("48", act="BWBV0001839")))
    assert (one.level, one.has) == (Level.ARTICLE, ("48",))


@pytest.mark.parametrize("language", SPOKEN)
def test_an_act_under_another_name_is_not_said_to_be_absent(language: Language) -> None:
    given = answer("ст. 999 Налогового кодекса", articles("188"), identify=lambda _: language)
    assert given.notices[1] == phrase("act_unknown", language, act="Налогового кодекса")


@pytest.mark.parametrize("language", SPOKEN)
def test_an_article_that_no_act_has_is_told_so(language: Language) -> None:
    given = answer("5000-бап? ст. 5000? Article 5000?", articles("188"), identify=lambda _: language)
    assert phrase("article_nowhere", language, article="5000") in given.notices
    assert given.notices.count(phrase("article_nowhere", language, article="5000")) == 1


PARTS = [LawRef(CODE, "188", part) for part in ("1", "2", "3", "3-1", "4")]


@pytest.mark.parametrize(
    ("question", "level", "has"),
    [
        ("ч. 9 ст. 188 УК", Level.PART, ("1", "2", "3", "3-1", "4")),
        ("ҚК 188-бабының 9-бөлігі", Level.PART, ("1", "2", "3", "3-1", "4")),
        ("Article 188(9) of the Criminal Code", Level.PART, ("1", "2", "3", "3-1", "4")),
        ("п. 9) ч. 2 ст. 188 УК", Level.POINT, ("1", "4")),
    ],
)
def test_what_an_article_has_instead_is_read_from_its_text(
    question: str, level: Level, has: tuple[str, ...]
) -> None:
    text = "2. Кража, совершенная:\n1) группой лиц;\n4) неоднократно, – наказывается."
    [one] = missing(named(question), [], Shelf(of_law(*PARTS, text=text)))
    assert (one.level, one.has) == (level, has)


def test_points_and_subpoints_of_a_law_in_points_are_told() -> None:
    act = "Z1300000094"
    text = "1. Оператор обязан:\n1) хранить;\n2) удалять данные.\n2. Иное запрещено."
    shelf = Shelf(of_law(LawRef(act, "25"), text=text))
    place = 'Закона РК "О персональных данных и их защите"'
    found = [next(missing(named(f"{inner} ст. 25 {place}"), [], shelf)) for inner in ("п. 7", "пп. 9) п. 1")]
    assert [(one.level, one.has) for one in found] == [
        (Level.POINT, ("1", "2")),
        (Level.SUBPOINT, ("1", "2")),
    ]


@pytest.mark.parametrize("question", ["ст. 188 УК", "ч. 2 ст. 188 УК", "п. 1) ч. 2 ст. 188 УК", "ст. 188"])
def test_what_is_there_is_not_missing_even_where_it_was_not_found(question: str) -> None:
    shelf = Shelf(of_law(*PARTS, text="2. Кража:\n1) группой лиц."))
    assert not list(missing(named(question), [], shelf))


@pytest.mark.parametrize("language", SPOKEN)
def test_an_answer_about_one_article_tells_that_the_other_is_missing(language: Language) -> None:
    there = make_hit(HITS["theft_ru"].passage.text, RU, kind=CollectionKind.LAW, law=LawRef(CODE, "188"))
    given = answer("ст. 188 и ст. 999 УК: кража", [there], identify=lambda _: language)
    assert not given.refused
    assert phrase("article_missing", language, place=ABSENT[language][1]) in given.notices


def test_an_answer_from_a_case_file_does_not_say_that_no_law_was_searched() -> None:
    given = answer("Какой ноутбук пропал у Касымова по ст. 188 УК?", [make_hit(STATEMENT_RU, RU)])
    assert not given.refused and given.notices == (phrase("own_words", RU),)


def test_halves_of_the_civil_code_count_as_one() -> None:
    shelf = Shelf([*articles("405", act="K940001000_"), *articles("1124", act="K990000409_")])
    [one] = missing(named("ст. 2000 ГК РК"), [], shelf)
    assert one.has == ("405", "1124")
