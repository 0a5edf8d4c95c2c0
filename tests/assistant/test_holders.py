"""Those in whose name a thing is, and those who used it."""

import pytest

from assistant.holders import used_by
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

A_HOLDER_TOLD_TO_BE_THE_USER = [  # a quote, a lie over it and a truth
    (
        KK,
        "Нөмір Федотоваға тіркелген. Қоңыраулар түнде түскен.",
        "Федотова түнде қоңырау соққан.",
        "Федотова – нөмірдің тіркелген иесі.",
    ),
    (
        RU,
        "Номер зарегистрирован на Федотову. Звонки поступали ночью.",
        "Федотова звонила ночью.",
        "Федотова – зарегистрированный абонент.",
    ),
    (
        EN,
        "The number is registered in the name of Fedotova. The calls came at night.",
        "Fedotova called at night.",
        "Fedotova is the registered holder of the number.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_HOLDER_TOLD_TO_BE_THE_USER)
def test_a_holder_told_to_be_the_user_is_found(language: Language, quote: str, lie: str, truth: str) -> None:
    assert list(used_by(lie, language, [(quote, language, "")]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), A_HOLDER_TOLD_TO_BE_THE_USER)
def test_a_holder_told_to_be_the_user_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(used_by(truth, language, [(quote, language, "")]))
