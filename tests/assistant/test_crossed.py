"""People and places told in each other's place."""

import pytest

from assistant.attributed import by_word_of
from assistant.crossed import crossed
from assistant.journeys import reversed_journey
from assistant.misnamed import mixed_names
from assistant.person_place import person_for_place
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN


@pytest.mark.parametrize(
    ("language", "quote", "lie", "truth"),
    [
        (
            KK,
            "Қақпаны Әбенов жапты, ал шамды Гребнев сөндірді.",
            "Қақпаны Гребнев жапты, ал шамды Әбенов сөндірді.",
            "Шамды Гребнев сөндірді, ал қақпаны Әбенов жапты.",
        ),
        (
            RU,
            "Ворота закрыл Абаев, а лампу погасил Гребнев.",
            "Ворота закрыл Гребнев, а лампу погасил Абаев.",
            "Лампу погасил Гребнев, а ворота закрыл Абаев.",
        ),
        (
            EN,
            "The gate was locked by Abaev, and the lamp was put out by Grebnev.",
            "The gate was locked by Grebnev, and the lamp was put out by Abaev.",
            "The lamp was put out by Grebnev, and the gate was locked by Abaev.",
        ),
    ],
)
def test_what_one_did_is_not_told_of_the_other(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(crossed(lie, language, [(quote, language, "")]))
    assert not list(crossed(truth, language, [(quote, language, "")]))


@pytest.mark.parametrize(
    ("language", "quote", "lie", "truth"),
    [
        (
            KK,
            "Жәшікті Виктор Әбенов алды, оны Ольга Гребнева қайтарды.",
            "Жәшікті Виктор Гребнева алды.",
            "Жәшікті Әбенов Виктор алды.",
        ),
        (
            RU,
            "Ящик взял Пётр Абаев, а вернула Ольга Гребнева.",
            "Ящик взял Пётр Гребнев.",
            "Ящик взял Абаев Пётр.",
        ),
        (
            EN,
            "The crate was taken by Viktor Abaev and returned by Olga Grebneva.",
            "The crate was taken by Viktor Grebneva.",
            "The crate was taken by Abaev Viktor.",
        ),
    ],
)
def test_two_people_are_not_one(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(mixed_names(lie, language, [(quote, language)]))
    assert not list(mixed_names(truth, language, [(quote, language)]))


def test_two_russian_cases_are_two_people() -> None:
    quotes = [("Я сообщил начальнице Абаевой.", RU), ("Показания Гребнева Петра", RU)]
    assert not list(mixed_names("Начальнице Абаевой Гребнев сообщил сам.", RU, quotes))


@pytest.mark.parametrize(
    ("language", "lie", "truth"),
    [
        (KK, "Жүк Ригаға Аралдан жөнелтілді.", "Жүк Аралға Ригадан жөнелтілді."),
        (RU, "Груз вышел из Арала и прибыл в Ригу.", "Груз вышел из Риги и прибыл в Арал."),
        (
            EN,
            "The load left Aral for the port and went to Riga.",
            "The load left Riga for the port and went to Aral.",
        ),
    ],
)
def test_a_journey_keeps_its_direction(language: Language, lie: str, truth: str) -> None:
    quote = "The load left Riga on Monday and was delivered to Aral."
    assert list(reversed_journey(lie, language, [(quote, EN)]))
    assert not list(reversed_journey(truth, language, [(quote, EN)]))


@pytest.mark.parametrize(
    ("language", "quote", "lie", "truth"),
    [
        (
            KK,
            "Велосипедті Оралда Анна есімді әйелден алдым.",
            "Велосипедті Аннада Орал есімді адамнан алған.",
            "Велосипедті Оралда Анна есімді әйелден алған.",
        ),
        (
            RU,
            "Велосипед я купил в Уральске у женщины по имени Анна.",
            "Велосипед куплен в Анне у человека по имени Уральск.",
            "Велосипед куплен в Уральске у женщины по имени Анна.",
        ),
        (
            EN,
            "I bought the bicycle in Uralsk of a woman named Anna.",
            "The bicycle was bought in Anna of a man named Uralsk.",
            "The bicycle was bought in Uralsk of a woman named Anna.",
        ),
    ],
)
def test_a_place_is_no_person(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(person_for_place(lie, language, [(quote, language)]))
    assert not list(person_for_place(truth, language, [(quote, language)]))


@pytest.mark.parametrize(
    ("language", "quote", "above", "lie", "truth"),
    [
        (
            KK,
            "Гребневті алдаған жоқпын.",
            "Абаевтан жауап алу хаттамасы",
            "Гребневтің айтуынша, ол алдаған жоқ.",
            "Абаевтың айтуынша, ол алдаған жоқ.",
        ),
        (
            RU,
            "Обманывать Гребнева я не собирался.",
            "Объяснение Абаева Петра",
            "По словам Гребнева, он не собирался обманывать.",
            "По словам Абаева, он не собирался обманывать.",
        ),
        (
            EN,
            "I did not mean to cheat Grebnev.",
            "Interview of Peter Abaev",
            "According to Grebnev, he did not mean to cheat.",
            "According to Abaev, he did not mean to cheat.",
        ),
    ],
)
def test_it_is_told_by_the_word_of_who_speaks(
    language: Language, quote: str, above: str, lie: str, truth: str
) -> None:
    assert list(by_word_of(lie, language, [(quote, language, above)]))
    assert not list(by_word_of(truth, language, [(quote, language, above)]))
