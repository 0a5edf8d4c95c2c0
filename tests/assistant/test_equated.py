"""Somebody unnamed is told to be a certain person, and no sentence of the quotes says so."""

import pytest

from assistant.equated import equated
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

CASES = [  # quotes, a lie over them, and quotes over which it is a truth
    (
        KK,
        ["Қара қалпақ киген жігіт банкоматтан ақша алды.", "Карта Тимур Сейітқалидың атында."],
        "Банкоматтан ақша алған қара қалпақты жігіт — Тимур Сейітқали.",
        ["Банкоматтан ақша алған қара қалпақты жігіт Тимур Сейітқали болып шықты."],
    ),
    (
        RU,
        ["Парень в чёрной кепке снял деньги в банкомате.", "Карта открыта на имя Тимура Сейткали."],
        "Парень в чёрной кепке, снявший деньги в банкомате, — Тимур Сейткали.",
        ["Парень в чёрной кепке снял деньги в банкомате.", "Сестра опознала в нём Тимура Сейткали."],
    ),
    (
        EN,
        [
            "A young man in a black cap took money from the machine.",
            "The card bears the name of Timur Seitkali.",
        ],
        "The young man in the black cap who took money from the machine was Timur Seitkali.",
        ["A young man in a black cap took money from the machine.", "His sister recognised Timur Seitkali."],
    ),
]


@pytest.mark.parametrize(("language", "quotes", "lie", "proofs"), CASES)
def test_nobody_is_named_by_putting_sentences_together(
    language: Language, quotes: list[str], lie: str, proofs: list[str]
) -> None:
    assert list(equated(lie, language, [(quote, language) for quote in quotes]))
    assert not list(equated(lie, language, [(quote, language) for quote in proofs]))
