"""Acts are known by every name people give them, and no other country's act is taken for ours."""

import json
from pathlib import Path

import pytest

from casefile.actfind import find_act, find_acts
from casefile.acts import Division, act_citation, act_name, acts, division_of, holder_of
from casefile.language import SPOKEN, Language
from casefile.lawref_parse import find_refs

CRIMINAL, PROCEDURE, OFFENCES, LABOUR = "K1400000226", "K1400000231", "K1400000235", "K1500000414"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("УК РК", CRIMINAL),
        ("Уголовного кодекса Республики Казахстан", CRIMINAL),
        ("уголовным кодексом", CRIMINAL),
        ("ҚР ҚК", CRIMINAL),
        ("Қылмыстық кодекстің", CRIMINAL),
        ("Қазақстан Республикасының Қылмыстық кодексінде", CRIMINAL),
        ("Кылмыстык кодекстин", CRIMINAL),
        ("Criminal Code of the Republic of Kazakhstan", CRIMINAL),
        ("CC RK", CRIMINAL),
        ("КР КК", CRIMINAL),
        ("Уголовно-процессуального кодекса", PROCEDURE),
        ("ҚР Қылмыстық-процестік кодексінің", PROCEDURE),
        ("Кодекса РК об административных правонарушениях", OFFENCES),
        ("Әкімшілік құқық бұзушылық туралы кодекстің", OFFENCES),
        ("Трудовой кодекс РК", LABOUR),
        ("ГК РК от 27 декабря 1994 года", "K940001000_"),
        ("УК РК от 3 июля 2014 года", CRIMINAL),
        ("ҚР Еңбек кодексі", LABOUR),
        ("Закона РК от 21 мая 2013 года № 94-V «О персональных данных и их защите»", "Z1300000094"),
        ("«Дербес деректер және оларды қорғау туралы» ҚР Заңының", "Z1300000094"),
        ("Будапештской конвенции", "BWBV0001839"),
        ("Convention on Cybercrime", "BWBV0001839"),
        ("Second Additional Protocol to ETS 30", "BWBV0003125"),
    ],
)
def test_an_act_is_known_by_its_names(text: str, code: str) -> None:
    assert find_act(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "УК РФ",
        "УК КР",
        "Уголовного кодекса Российской Федерации",
        "УК РК 1997 года",
        "УК РК от 16 июля 1997 года",
        "УК РК (в редакции 1997 года)",
        "1997 жылғы Қылмыстық кодекстің",
        "Criminal Code of the Russian Federation",
        "Ресей Федерациясының Қылмыстық кодексі",
    ],
)
def test_another_act_of_the_same_name_keeps_its_own_name(text: str) -> None:
    assert [found.code for found in find_acts(text)] == [text]


@pytest.mark.parametrize(
    "text",
    ["", "ст. 188 как кража", "законодательством о связи", "кража", "the code", "ПК и монитор", "ТҚ РК"],
)
def test_ordinary_words_name_no_act(text: str) -> None:
    assert find_act(text) == ""


def test_an_unknown_law_keeps_its_title() -> None:
    assert [found.code for found in find_acts("Закона РК «О доступе к информации»")] == [
        "О доступе к информации"
    ]


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("code", acts())
def test_every_name_of_every_act_leads_back_to_it(code: str, language: Language) -> None:
    for words in (act_name(code, language), act_citation(code, language)):
        found = find_act(words)
        assert found == code or acts()[code].same_name_as == found


@pytest.mark.parametrize("code", acts())
def test_facts_of_an_act_are_complete(code: str) -> None:
    act = acts()[code]
    assert act.titles
    assert act.names
    assert act.item in ("пункт", "подпункт")
    assert act.division is Division.PARTS or not act.undivided


def test_the_civil_code_is_two_acts_told_apart_by_the_article() -> None:
    assert holder_of("K940001000_", "115") == "K940001000_"
    assert holder_of("K940001000_", "501-1") == "K990000409_"
    assert holder_of("", "501") == ""


def test_an_unknown_act_is_called_as_given_and_divided_into_points() -> None:
    assert act_name("Учебный закон", Language.RU) == "Учебный закон"
    assert division_of("TRAINING-1") is Division.POINTS
    assert division_of(CRIMINAL) is Division.PARTS


def test_acts_of_the_shared_laws_are_known_by_their_titles(shared: Path) -> None:
    files = [*sorted((shared / "laws" / "ru").glob("*.jsonl")), shared / "guidance" / "treaties_en.jsonl"]
    titles = {
        (row["law"], row["doc"])
        for file in files
        for row in map(json.loads, file.read_text("utf-8").splitlines())
    }
    assert {(law, code) for law, code in titles if find_act(law) != code} == set()


@pytest.mark.parametrize(
    ("text", "act", "article"),
    [
        ("Будапешт киберқылмыс конвенциясының 77-бабы не дейді", "BWBV0001839", "77"),
        ("Киберқылмыс туралы Будапешт конвенциясының 77-бабы", "BWBV0001839", "77"),
        ("Будапештская конвенция о киберпреступности, ст. 57", "BWBV0001839", "57"),
        ("Article 77 of the Budapest Convention on Cybercrime", "BWBV0001839", "77"),
        ("Budapest Cybercrime Convention, art. 77", "BWBV0001839", "77"),
        ("БҰҰ Сыбайлас жемқорлыққа қарсы конвенциясының 99-бабы", "BWBV0001830", "99"),
        ("Экстрадиция туралы Еуропа конвенциясының 50-бабы", "BWBV0001010", "50"),
    ],
)
def test_treaties_are_known_by_the_names_people_give_them(text: str, act: str, article: str) -> None:
    [found] = find_refs(text)
    assert (found.ref.act, found.ref.article) == (act, article)
