"""Numbers of clauses, cases and plates, beside words that belong to others."""

import pytest

from assistant.misnamed import unknown_plates
from assistant.misplaced import beside_another
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

MARKS = [  # a quote, a lie that takes the number of the other sentence, and a truth
    (
        KK,
        "247513031000184 нөмірлі іс жер алу туралы. 247513031000148 нөмірлі іс жоспар жасау туралы.",
        "Жер алу туралы іс 247513031000148 нөмірімен тіркелген.",
        "Жер алу туралы іс 247513031000184 нөмірімен тіркелген.",
    ),
    (
        RU,
        "Дело № 247513031000184 о захвате участка. Дело № 247513031000148 касается подделки плана.",
        "Дело о захвате участка имеет номер 247513031000148.",
        "Дело о захвате участка имеет номер 247513031000184.",
    ),
    (
        EN,
        "Under clause 6.4 a penalty is due for delay. Under clause 6.7 the lessor answers for defects.",
        "Under clause 6.7 a penalty for delay is due.",
        "Under clause 6.4 a penalty for delay is due.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), MARKS)
def test_the_number_of_another_sentence_is_found(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert list(beside_another(lie, language, [(quote, language)]))
    assert not list(beside_another(truth, language, [(quote, language)]))


def test_a_plate_is_proved_in_one_piece() -> None:
    proof = ["Камера зафиксировала номер 639 TRA 13, затем прошёл грузовик 693 TAR 13."]
    assert list(unknown_plates("Номер минивэна 639 TAR 13.", proof)) == ["639 TAR 13"]
    assert not list(unknown_plates("Номера 639TRA13 и 693 TAR 13.", proof))


def test_a_plate_is_proved_in_the_letters_of_its_quote() -> None:
    cyrillic = "639 ТАР 13"
    assert list(unknown_plates(f"Номер {cyrillic}.", ["Номер 639 TAP 13."])) == [cyrillic]
    assert not list(unknown_plates(f"Номер {cyrillic}.", [f"Номер {cyrillic}."]))
