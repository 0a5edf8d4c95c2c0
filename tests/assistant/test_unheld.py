"""A question about a person, a numbered case or another country's law needs a passage that names it."""

import pytest

from assistant.other_countries import asked_country
from assistant.unheld import unheld
from casefile.collection import CollectionKind
from casefile.language import SPOKEN, Language
from casefile.lawref import LawRef
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


@pytest.mark.parametrize(
    ("language", "question"),
    [
        (KK, "түрік заңы бойынша жалгерді қашан ескертеді?"),
        (KK, "Ыстамбұлда депортация қалай жүреді"),
        (KK, "Мәскеуде тіркелмесем қанша айыппұл"),
        (KK, "Bürgergeld қанша еуро"),
        (RU, "когда американский полицейский зачитывает правила"),
        (RU, "сколько рассматривает апелляцию Home Office"),
        (RU, "СНИЛС как получить ребёнку"),
        (RU, "штраф в Стамбуле за безбилетный проезд"),
        (EN, "is a TSA agent at the airport allowed to open my bag"),
        (EN, "notice period of a UK tenancy"),
        (EN, "Miranda warning, when is it read"),
        (EN, "weed in Colorado, how many grams"),
    ],
)
def test_a_town_an_office_or_a_document_tells_whose_law_is_asked_for(
    language: Language, question: str
) -> None:
    assert asked_country(question)
    found = unheld(question, language, THEFT)
    assert found is not None and found.phrase == "refused_country"


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
        (KK, "Қытайдан келген сәлемдемеден есірткі шықты, не болады"),
        (KK, "тергеушімен ағылшын тілінде сөйлесуге құқығым бар ма"),
        (RU, "решение российского суда, как исполнить"),
        (RU, "отец умер в Москве, по чьим законам делят наследство"),
        (RU, "выдача беглеца в Узбекистан"),
        (RU, "на английском языке нужен переводчик при допросе"),
        (EN, "extradition to the United States"),
        (RU, "нелегала депортируют в Узбекистан, кто решает"),
        (EN, "a parcel from China had pills in it, is it smuggling"),
        (EN, "which law applies to a contract with a German company"),
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
        (RU, "ограбили на улице Кунаева, что делать"),
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


ACT_NUMBERS = {
    KK: ("№ 9999-XII Заңның 5-бабында қандай талап бар?", "9999-XII"),
    RU: ("Что запрещает Закон РК № 9876-ХІІ, статья 5?", "9876-XII"),
    EN: ("Quote article 6 of Law No. 874-XII on digital bailiffs", "874-XII"),
}


@pytest.mark.parametrize("language", SPOKEN)
def test_a_law_of_a_number_that_no_passage_has_is_not_answered_with_another(language: Language) -> None:
    question, number = ACT_NUMBERS[language]
    law = make_hit("Статья 5. Обязанности.", RU, kind=LAW, law=LawRef("Z100000261_", "5"))
    law.channels["reference"] = 1.0  # "article 5", of any act
    given = answer(question, [law], identify=lambda _: language)
    assert given.refused
    assert given.notices[0] == phrase("refused_act_number", language, names=f"№ {number}")


@pytest.mark.parametrize(
    "question", ["Закон № 261-IV: права пристава", "Law No. 261-IV on enforcement", "№ 261-ІV Заң не туралы"]
)
def test_a_law_is_known_by_its_number(question: str) -> None:
    coded = make_hit("Статья 5. Обязанности.", RU, kind=LAW, law=LawRef("Z100000261_", "5"))
    written = make_hit("Статья 5.", RU, kind=LAW, title="Закон от 2 апреля 2010 года № 261-IV")
    assert unheld(question, RU, [coded]) is None and unheld(question, RU, [written]) is None


def test_a_number_that_is_no_laws_is_left_alone() -> None:
    assert unheld("рейс № 12-II до Астаны", RU, THEFT) is None


@pytest.mark.parametrize("language", SPOKEN)
def test_what_happened_is_asked_of_the_case_and_not_of_laws(language: Language) -> None:
    question = HAPPENED[language]
    given = answer(question, THEFT, identify=lambda _: language)
    assert given.refused and given.notices[0] == phrase("refused_happened", language)
    assert unheld(question, language, [*THEFT, CASE]) is None
    weak = make_hit(STATEMENT_RU, RU, evidence=0.1)
    assert unheld(question, language, [*THEFT, weak], 0.2) is not None


HAPPENED = {
    KK: "ұрланған көлікті қай ауладан тапты?",
    RU: "Чьи отпечатки нашли на ноже?",
    EN: "Who called the victim that evening?",
}
