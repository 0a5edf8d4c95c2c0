"""A question about a person, a numbered case or another country's law needs a passage that names it."""

import pytest

from assistant.other_countries import asked_country
from assistant.unheld import unheld
from casefile.collection import CollectionKind
from casefile.language import SPOKEN, Language
from casefile.search import Hit
from prompts.render import phrase
from tests.assistant.material import HITS, STATEMENT_RU, answer, make_hit

KK, RU, EN = SPOKEN
LAW = CollectionKind.LAW
THEFT = [HITS["theft_ru"], HITS["theft_kk"], HITS["fraud_ru"]]
CASE = make_hit(STATEMENT_RU, RU)  # Касымов Ербол

PERSONS = {
    KK: ("Куәгер Омаровтың айтқаны қандай болды?", "Омаровтың"),
    RU: ("Что рассказала на допросе свидетель Омарова?", "Омарова"),
    EN: ("What did investigator Omarov find in the garage?", "Omarov"),
}
HELD = {
    KK: "Касымовтың ноутбугы қашан жоғалды?",
    RU: "Когда у Касымова пропал ноутбук?",
    EN: "When did Kassymov notice the loss?",
}
OF_THE_LAW = {
    KK: "Омаров телефонымды ұрлады, оған қандай жаза бар?",
    RU: "Сосед Омаров украл у меня телефон, что ему грозит?",
    EN: "My neighbour Omarov stole my phone, how is he punished?",
}
CASES = {
    KK: "№2455 ісімді қай тергеуші жүргізіп жатыр?",
    RU: "Кто сейчас ведёт дело № 2455?",
    EN: "Who is in charge of case 2455 now?",
}
COUNTRIES = {
    KK: ("Германияда ұрлық үшін қанша жылға қамайды?", "Германияда"),
    RU: ("Сколько дают за кражу по законам Германии?", "Германии"),
    EN: ("What is the sentence for theft in Germany?", "Germany"),
}


@pytest.mark.parametrize("language", SPOKEN)
def test_a_person_whom_no_passage_names_is_told_in_the_refusal(language: Language) -> None:
    question, name = PERSONS[language]
    given = answer(question, THEFT)
    assert given.refused and given.claims == ()
    assert given.notices[0] == phrase("refused_name", language, names=name)


@pytest.mark.parametrize("language", SPOKEN)
def test_a_person_of_the_case_file_is_asked_about(language: Language) -> None:
    assert unheld(HELD[language], language, [CASE]) is None
    assert unheld(HELD[language], language, THEFT) is not None


@pytest.mark.parametrize("language", SPOKEN)
def test_what_somebody_did_may_be_asked_of_the_law(language: Language) -> None:
    assert unheld(OF_THE_LAW[language], language, THEFT) is None


@pytest.mark.parametrize("language", SPOKEN)
def test_a_case_is_known_by_its_number(language: Language) -> None:
    found = unheld(CASES[language], language, THEFT)
    assert found is not None and found.names == "№ 2455"
    assert unheld(CASES[language], language, [make_hit("Дело № 2455 принято к производству.", RU)]) is None


@pytest.mark.parametrize("language", SPOKEN)
def test_another_countrys_law_is_not_answered_with_ours(language: Language) -> None:
    question, name = COUNTRIES[language]
    given = answer(question, THEFT)
    assert given.refused
    assert given.notices[0] == phrase("refused_country", language, names=name)


@pytest.mark.parametrize("language", SPOKEN)
def test_a_treaty_that_names_the_country_answers(language: Language) -> None:
    treaty = make_hit("Договор с Федеративной Республикой Германия о выдаче.", RU, kind=LAW)
    assert unheld(COUNTRIES[language][0], language, [treaty]) is None


@pytest.mark.parametrize(
    ("language", "question"),
    [
        (KK, "Қазақстан азаматы Ресейде ұсталса, оны ұстап беру тәртібі қандай?"),
        (RU, "Подозреваемый сбежал в Турцию, как запросить его выдачу?"),
        (RU, "свидетель живёт в Германии, можно ли допросить его по видеосвязи"),
        (RU, "чем УК РК отличается от УК РФ"),
        (EN, "They smuggled fuel over the border to Kyrgyzstan, what is the penalty?"),
        (EN, "May a Kazakh court judge a crime committed in Turkey?"),
    ],
)
def test_a_country_that_is_only_mentioned_is_no_foreign_law(language: Language, question: str) -> None:
    assert asked_country(question) == ""
    assert unheld(question, language, THEFT) is None


@pytest.mark.parametrize(
    ("language", "question"),
    [
        (KK, "Каспиде ақшамды алаяқтар шешіп алды"),
        (KK, "Алматыда Абай көшесінде телефонымды тартып алды"),
        (RU, "слили мои фото в Telegram, пишут из Астаны"),
        (RU, "что нашли на улице Кунаева после ограбления"),
        (RU, "оскорбляют Токаева в соцсетях"),
        (RU, "по делу 2025 года пропал протокол"),
        (EN, "somebody in Almaty sold me a fake Lexus on Kolesa"),
        (EN, "what happens in case 500 grams are found"),
    ],
)
def test_brands_towns_streets_and_offices_need_not_stand_in_the_law(
    language: Language, question: str
) -> None:
    assert unheld(question, language, THEFT) is None


def test_what_is_found_by_its_number_needs_no_name(hits: list[Hit]) -> None:
    exact = make_hit(STATEMENT_RU, RU)
    exact.channels["identifier"] = 1.0
    assert unheld(PERSONS[RU][0], RU, [exact, *hits]) is None
