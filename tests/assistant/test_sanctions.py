"""Terms and sums of one punishment told of another."""

import json
import re
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from assistant.sanctions import Punishment, of_other_punishment, punishments
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

SANCTIONS = {
    KK: "Үш мың айлық есептік көрсеткішке дейінгі мөлшерде айыппұл салуға не сол мөлшерде түзеу жұмыстарына, "
    "не сегіз жүз сағатқа дейінгі мерзімге қоғамдық жұмыстарға тартуға, не үш жылға дейінгі мерзімге бас "
    "бостандығын шектеуге, не сол мерзімге бас бостандығынан айыруға, белгілі бір лауазымды атқару құқығынан "
    "бес жылға дейінгі мерзімге айыра отырып, жазаланады.",
    RU: "Наказывается штрафом в размере до трёх тысяч месячных расчётных показателей либо исправительными "
    "работами в том же размере, либо привлечением к общественным работам на срок до восьмисот часов, либо "
    "ограничением свободы на срок до трёх лет, либо лишением свободы на тот же срок, с лишением права "
    "занимать определённые должности на срок до пяти лет.",
    EN: "Shall be punishable by a fine of up to three thousand monthly calculation indices or correctional "
    "labour in the same amount, or by community service for up to eight hundred hours, or by "
    "restriction of liberty for up to three years, or by deprivation of liberty for the same term, with "
    "deprivation of the right to hold certain positions for up to five years.",
}
MEASURED = {
    Punishment.FINE: "3000 index",
    Punishment.CORRECTIVE_LABOUR: "3000 index",
    Punishment.COMMUNITY_SERVICE: "800 hour",
    Punishment.RESTRICTION: "3 year",
    Punishment.IMPRISONMENT: "3 year",
    Punishment.LOSS_OF_RIGHT: "5 year",
}
TOLD = {  # a sentence with the term of restriction of liberty
    KK: "Бұл үшін {} жылға дейін бас бостандығын шектеу көзделген.",
    RU: "За это предусмотрено до {} лет ограничения свободы.",
    EN: "It carries restriction of liberty for up to {} years.",
}


@pytest.mark.parametrize("language", SANCTIONS)
def test_each_punishment_has_its_own_measure(language: Language) -> None:
    found = punishments(SANCTIONS[language], language)
    assert {kind: [one.told for one in measures] for kind, measures in found.items()} == {
        kind: [told] for kind, told in MEASURED.items()
    }


@pytest.mark.parametrize("tongue", SANCTIONS)
@pytest.mark.parametrize("language", TOLD)
def test_a_term_is_told_of_its_own_punishment(language: Language, tongue: Language) -> None:
    quotes = [(SANCTIONS[tongue], tongue)]
    assert list(of_other_punishment(TOLD[language].format(5), language, quotes)) == ["5 year"]
    assert not list(of_other_punishment(TOLD[language].format(3), language, quotes))


@pytest.mark.parametrize(
    ("language", "said", "quote"),
    [
        (
            RU,
            "Назначено полтора года ограничения свободы.",
            "К одному году шести месяцам ограничения свободы.",
        ),
        (RU, "Пять суток ареста с 10 часов.", "Бес тәулікке әкімшілік қамаққа алынды, сағат 10.00-ден."),
        (EN, "Fined 7 indices under Article 434.", "A fine of seven monthly calculation indices."),
        (RU, "Домашний арест на два месяца.", "Арест на двадцать суток."),
    ],
)
def test_other_numbers_are_left_alone(language: Language, said: str, quote: str) -> None:
    tongue = KK if "қамаққа" in quote else language
    assert not list(of_other_punishment(said, language, [(quote, tongue)]))


TERMS = {  # a punishment of the code and the sentence that tells of it
    "ограничением свободы на срок до ([а-я]+) лет": "Наказывается ограничением свободы на срок до {} лет.",
    "лишением свободы на срок до ([а-я]+) лет": "Наказывается лишением свободы на срок до {} лет.",
    "права занимать[^,;]*? на срок до ([а-я]+) лет": "С лишением права занимать должности на срок до {} лет.",
}


def test_terms_of_the_code_in_force_are_not_exchanged(shared: Path) -> None:
    exchanged = 0
    for sanction in _sanctions(shared / "laws" / "ru" / "criminal_code.jsonl"):
        terms = [
            (found, told) for shape, told in TERMS.items() if len(found := re.findall(shape, sanction)) == 1
        ]
        for (own, told), (other, _) in permutations(terms, 2):
            quotes = [(sanction, RU)]
            assert not list(of_other_punishment(told.format(own[0]), RU, quotes)), sanction
            if own != other:
                exchanged += 1
                assert list(of_other_punishment(told.format(other[0]), RU, quotes)), sanction
    assert exchanged > 100


def _sanctions(law: Path) -> Iterator[str]:
    for line in law.read_text(encoding="utf-8").splitlines():
        yield from re.findall(r"наказыва(?:ется|ются)\s[^\n]*", json.loads(line)["text"])
