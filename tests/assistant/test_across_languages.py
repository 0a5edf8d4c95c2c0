"""Checks that hold a statement in any language against a quote in any other."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product

import pytest

from assistant.apposed import of_another_post
from assistant.conditions import half_described
from assistant.denials import none_lacks, objected
from assistant.holders import used_by
from assistant.shares import told_of_part
from assistant.spoken import Spoken
from assistant.supposed import named_suspect, only_advised
from casefile.language import SPOKEN, Language

KK, RU, EN = Language.KK, Language.RU, Language.EN
Check = Callable[[str, Language, Sequence[Spoken]], Iterable[str]]


def _used_by(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterable[str]:
    return used_by(text, language, [(quote, tongue, "") for quote, tongue in quotes])


@dataclass(frozen=True)
class Told:
    """By language a quote, a lie over it and a truth."""

    check: Check
    quotes: dict[Language, str]
    lies: dict[Language, str]
    truths: dict[Language, str]


TOLD = {
    "suspected": Told(
        named_suspect,
        {
            KK: "Кабельдің ұрланғаны анықталды. Жолдасов осы ұрлықты жасады деп күдіктеледі.",
            RU: "Кража кабеля установлена. Жолдасов подозревается в этой краже.",
            EN: "The theft of the cable is established. Zholdasov is suspected of that theft.",
        },
        {
            KK: "Ұрлықты Жолдасов жасағаны анықталды.",
            RU: "Установлено, что кражу совершил Жолдасов.",
            EN: "It was established that the theft was committed by Zholdasov.",
        },
        {
            KK: "Жолдасов ұрлық жасады деп күдіктеледі.",
            RU: "В краже подозревается Жолдасов.",
            EN: "Zholdasov is suspected of the theft.",
        },
    ),
    "post": Told(
        of_another_post,
        {
            KK: "Дәрігер көршінің өлімін тіркеді. Полицияға фельдшер Г. Асқарова хабарлады.",
            RU: "Врач зафиксировал смерть соседа. В полицию сообщила фельдшер Г. Аскарова.",
            EN: "Doctor recorded the death of the neighbour. The paramedic G. Askarova informed the police.",
        },
        {
            KK: "Көршінің өлімін Асқарова тіркеді.",
            RU: "Смерть соседа зафиксировала Аскарова.",
            EN: "The death of the neighbour was recorded by Askarova.",
        },
        {
            KK: "Полицияға Асқарова хабарлады.",
            RU: "В полицию сообщила Аскарова.",
            EN: "The police were informed by Askarova.",
        },
    ),
    "part": Told(
        told_of_part,
        {
            KK: "Тоғыз шоттың төртеуі зерттелді. Төрт шот бойынша ақша аударылмаған.",
            RU: "Изучены четыре из девяти счетов. По четырём счетам переводы денег не установлены.",
            EN: "Four of the nine accounts were examined. On the four no transfers of money were found.",
        },
        {
            KK: "Шоттар бойынша ақша аударылмаған.",
            RU: "Переводы денег по счетам не установлены.",
            EN: "No transfers of money were found on the accounts.",
        },
        {
            KK: "Төрт шот бойынша ақша аударылмаған.",
            RU: "По четырём счетам переводы денег не установлены.",
            EN: "No transfers of money were found on four accounts.",
        },
    ),
    "instalments": Told(
        told_of_part,
        {
            KK: "Алғашқы екі төлем толық түсті.",
            RU: "Первые два платежа поступили полностью.",
            EN: "The first two payments were received in full.",
        },
        {
            KK: "Төлем толық түсті.",
            RU: "Платежи поступили полностью.",
            EN: "The payments were received in full.",
        },
        {
            KK: "Екі төлем толық түсті.",
            RU: "Полностью поступили два платежа.",
            EN: "Two payments were received in full.",
        },
    ),
    "objection": Told(
        objected,
        {
            KK: "Мен істің тоқтатылуына қарсы емеспін.",
            RU: "Я не возражаю против прекращения дела.",
            EN: "I do not object to the termination of the case.",
        },
        {
            KK: "Ол істің тоқтатылуына қарсы болды.",
            RU: "Он возразил против прекращения дела.",
            EN: "He objected to the termination of the case.",
        },
        {
            KK: "Ол істің тоқтатылуына қарсы болмады.",
            RU: "Против прекращения дела он не возражал.",
            EN: "He did not object to the termination of the case.",
        },
    ),
    "nowhere lacking": Told(
        none_lacks,
        {
            KK: "Тіркеу нөмірі жоқ бірде-бір құты табылмады.",
            RU: "Ни на одном флаконе не отсутствовал регистрационный номер.",
            EN: "Of the 212 bottles none lacked the registration number.",
        },
        {
            KK: "Құтыларда тіркеу нөмірі жоқ.",
            RU: "На флаконах нет регистрационного номера.",
            EN: "The bottles bore no registration number.",
        },
        {
            KK: "Барлық құтыда тіркеу нөмірі бар.",
            RU: "Регистрационный номер есть на всех флаконах.",
            EN: "All bottles bore the registration number.",
        },
    ),
    "two conditions": Told(
        half_described,
        {
            KK: "Тауарды ерікті түрде тапсырған және бұзушылыққа алғаш рет жол берген адам айыппұлдан "
            "босатылады.",
            RU: "Лицо, добровольно сдавшее товар и впервые допустившее нарушение, освобождается от штрафа.",
            EN: "A person who voluntarily surrendered the goods and has committed the violation for the "
            "first time is released from the fine.",
        },
        {
            KK: "Тауарды ерікті түрде тапсырған адам айыппұлдан босатылады.",
            RU: "Добровольно сдавший товар освобождается от штрафа.",
            EN: "Anyone who voluntarily surrendered the goods is released from the fine.",
        },
        {
            KK: "Тауарды ерікті түрде тапсырып, бұзушылыққа алғаш рет жол берген адам айыппұлдан босатылады.",
            RU: "Кто добровольно сдал товар и допустил нарушение впервые, освобождается от штрафа.",
            EN: "Whoever voluntarily surrendered the goods and committed the violation for the first time is "
            "released from the fine.",
        },
    ),
    "account": Told(
        _used_by,
        {
            KK: "Кесте Ерлан Тоқтасынның есептік жазбасымен көшірілген.",
            RU: "Таблица скопирована под учётной записью Ерлана Токтасына.",
            EN: "The table was copied under the account of Yerlan Toktasyn.",
        },
        {
            KK: "Кестені Ерлан Тоқтасынның өзі көшіріп алған.",
            RU: "Таблицу скопировал Ерлан Токтасын сам.",
            EN: "Yerlan Toktasyn himself copied the table.",
        },
        {
            KK: "Кесте Ерлан Тоқтасынның есептік жазбасымен көшірілген.",
            RU: "Таблица скопирована под учётной записью Токтасына.",
            EN: "The table was copied under the account of Toktasyn.",
        },
    ),
    "advice": Told(
        only_advised,
        {
            KK: "Сүзгілер тозған деп танылды. Сүзгілерді ауыстыру ұсынылады.",
            RU: "Фильтры признаны изношенными. Рекомендуется заменить фильтры.",
            EN: "The filters were found to be worn. It is recommended to replace the filters.",
        },
        {KK: "Сүзгілер ауыстырылды.", RU: "Фильтры заменили.", EN: "The filters were replaced."},
        {
            KK: "Сүзгілерді ауыстыру ұсынылды.",
            RU: "Фильтры рекомендовано заменить.",
            EN: "It was recommended to replace the filters.",
        },
    ),
}
PAIRS = [(told, *pair) for told in TOLD for pair in product(SPOKEN, SPOKEN)]


@pytest.mark.parametrize(("told", "language", "tongue"), PAIRS)
def test_a_lie_is_found(told: str, language: Language, tongue: Language) -> None:
    row = TOLD[told]
    assert list(row.check(row.lies[language], language, [(row.quotes[tongue], tongue)]))


@pytest.mark.parametrize(("told", "language", "tongue"), PAIRS)
def test_a_truth_is_not_doubted(told: str, language: Language, tongue: Language) -> None:
    row = TOLD[told]
    assert not list(row.check(row.truths[language], language, [(row.quotes[tongue], tongue)]))
