"""Laws tell what is to happen: a question of what happened is told from a story that is asked of the law."""

import pytest

from assistant.happened import asks_what_happened
from casefile.language import SPOKEN, Language

KK, RU, EN = SPOKEN


@pytest.mark.parametrize(
    ("language", "question"),
    [
        (KK, "ұрланған көлікті кімнің қорасынан тапты?"),
        (KK, "Абай қай жылы қайтыс болған?"),
        (KK, "сарапшы не тапты, пышақта кімнің ізі табылды"),
        (RU, "Чьи отпечатки нашли на ноже?"),
        (RU, "На какой счёт ушли деньги с карты?"),
        (RU, "Кто изобрёл дактилоскопию и когда умер"),
        (RU, "В магазине «Рахат» была драка. Кто ударил первым?"),
        (EN, "Who called the victim before midnight?"),
        (EN, "Which account did the money go to"),
        (EN, "At what time was the garage searched"),
    ],
)
def test_what_happened_is_asked(language: Language, question: str) -> None:
    assert asks_what_happened(question, language)


@pytest.mark.parametrize(
    ("language", "question"),
    [
        (KK, "көршім велосипедімді ұрлады, оған не болады?"),
        (KK, "ұрлаған адам қанша жылға сотталады"),
        (KK, "үш адам қоймаға түсіпті, арты не болар екен"),
        (KK, "Заң қашан күшіне енді?"),
        (KK, "телефонымды кім ұрлады деп арыз жазамын"),
        (RU, "Сосед украл велосипед, что ему будет?"),
        (RU, "Имел ли право следователь войти без санкции?"),
        (RU, "Законно ли задержали брата?"),
        (RU, "Когда вступил в силу УК?"),
        (RU, "кто должен был вызвать понятых"),
        (RU, "у меня украли телефон"),
        (RU, "сколько дают тому, кто украл телефон"),
        (RU, "что делать, если угнали машину"),
        (RU, "какие правила у допроса ребёнка"),
        (RU, "почему отклонили заявку на пособие"),
        (EN, "What happens if I signed the record?"),
        (EN, "When was the Criminal Code amended?"),
        (EN, "What should the police have done when they searched the car?"),
        (EN, "Why was I not given a lawyer?"),
        (EN, "how many signatures needed"),
        (Language.UND, "кто нашёл нож"),
    ],
)
def test_a_story_that_is_asked_of_the_law_is_left_alone(language: Language, question: str) -> None:
    assert not asks_what_happened(question, language)
