"""Fines that a law lists by who pays them, told of another payer."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.numbers import quantities
from assistant.tariffs import of_other_item
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

LISTS = {
    KK: "Бұзу лауазымды адамдарға – отыз, шағын кәсіпкерлік субъектілеріне – алпыс айлық есептік көрсеткіш "
    "мөлшерінде айыппұл салуға әкеп соғады.",
    RU: "Нарушение влечёт штраф на должностных лиц в размере тридцати, на субъектов малого "
    "предпринимательства – в размере шестидесяти месячных расчётных показателей.",
    EN: "A breach carries a fine of thirty monthly calculation indices for officials and sixty for small "
    "businesses.",
}
OFFICIALS = {
    KK: "Лауазымды адамға {} АЕК айыппұл салынады.",
    RU: "Должностное лицо платит штраф в {} МРП.",
    EN: "Officials are fined {} monthly calculation indices.",
}
SMALL = {
    KK: "Шағын кәсіпкерлік субъектісіне {} АЕК айыппұл салынады.",
    RU: "Субъект малого предпринимательства платит штраф в {} МРП.",
    EN: "Small businesses are fined {} monthly calculation indices.",
}


@pytest.mark.parametrize("of_list", LISTS)
@pytest.mark.parametrize("language", OFFICIALS)
@pytest.mark.parametrize(("told", "own", "others"), [(OFFICIALS, "30", "60"), (SMALL, "60", "30")])
def test_a_fine_is_told_of_its_own_payer(
    of_list: Language, language: Language, told: dict[Language, str], own: str, others: str
) -> None:
    quotes = [(LISTS[of_list], of_list)]
    assert list(of_other_item(told[language].format(others), language, quotes)) == [others]
    assert not list(of_other_item(told[language].format(own), language, quotes))


@pytest.mark.parametrize(
    ("quote", "truth"),
    [
        ("Изъяты два ноутбука и 85 000 тенге.", "Изъяты 85 000 тенге."),
        (
            "Без перерыва не более двух часов, а в общей сложности четырёх часов.",
            "Не дольше двух часов подряд.",
        ),
        (
            "Штраф на граждан – десять МРП, на юридических лиц – тридцать МРП, с лишением прав на год.",
            "Юридическое лицо лишают прав на год.",
        ),
    ],
)
def test_other_numbers_of_a_sentence_are_left_alone(quote: str, truth: str) -> None:
    assert not list(of_other_item(truth, RU, [(quote, RU)]))


def test_fines_of_the_code_in_force_are_not_exchanged(shared: Path) -> None:
    right = exchanged = caught = 0
    for quote, payers in _sanctions(shared / "laws" / "ru" / "code_of_administrative_offenses.jsonl"):
        for payer in payers:
            for number in payers.values():
                statement = f"Штраф на {payer} составляет {number} месячных расчётных показателей."
                found = list(of_other_item(statement, RU, [(quote, RU)]))
                if number == payers[payer]:
                    right += 1
                    assert not found, f"{statement} || {quote}"
                else:
                    exchanged += 1
                    caught += bool(found)
    assert right > 500
    assert caught >= 0.95 * exchanged


_SANCTION = re.compile(r"влеч[её]т\s+штраф[^.;]*|влекут\s+штраф[^.;]*")
_PAYER = re.compile(r"на ([^–—-]+?)(?:\s*[–—-])?\s+в\s+размере\s+([а-я]+(?:\s[а-я]+)?)(?=,|\s+месячн)")


def _sanctions(law: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Sentences of the code with the fine of each payer, where the form of the list is plain."""
    for line in law.read_text(encoding="utf-8").splitlines():
        for sanction in _SANCTION.findall(json.loads(line)["text"]):
            found = _PAYER.findall(sanction)
            payers = {payer.split(",")[0]: number for payer, number in found if quantities(number, RU)}
            if len(set(payers.values())) == len(payers) == len(found) > 1:
                yield f"Нарушение {sanction}.", payers
