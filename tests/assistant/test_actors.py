"""Who narrates is told to do what was done to him."""

import pytest

from assistant.actors import narrator_acts
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

WHAT_WAS_DONE_TO_ME = [  # what stands above the quote, the quote, a lie over it and a truth
    (
        KK,
        "Жәбірленуші Қасымовтың жауабы",
        "Ол мені дәлізде иығымнан итерді.",
        "Қасымов дәлізде Бековты иығынан итерді.",
        "Беков дәлізде Қасымовты иығынан итерді.",
    ),
    (
        RU,
        "Объяснение Касымова",
        "Он дал мне пощёчину в коридоре.",
        "Касымов дал Бекову пощёчину в коридоре.",
        "Беков дал Касымову пощёчину в коридоре.",
    ),
    (
        EN,
        "Statement of Kasymov",
        "He pushed me with an elbow in the corridor.",
        "Kasymov pushed Bekov with an elbow in the corridor.",
        "Bekov pushed Kasymov with an elbow in the corridor.",
    ),
]


@pytest.mark.parametrize(("language", "above", "quote", "lie", "truth"), WHAT_WAS_DONE_TO_ME)
def test_a_narrator_who_acts_is_found(
    language: Language, above: str, quote: str, lie: str, truth: str
) -> None:
    assert list(narrator_acts(lie, language, [(quote, language, above)]))


@pytest.mark.parametrize(("language", "above", "quote", "lie", "truth"), WHAT_WAS_DONE_TO_ME)
def test_a_narrator_who_acts_is_not_seen_in_a_truth(
    language: Language, above: str, quote: str, lie: str, truth: str
) -> None:
    assert not list(narrator_acts(truth, language, [(quote, language, above)]))


@pytest.mark.parametrize(("language", "above", "quote", "lie", "truth"), WHAT_WAS_DONE_TO_ME)
def test_somebody_else_than_who_narrates_may_act(
    language: Language, above: str, quote: str, lie: str, truth: str
) -> None:
    assert not list(narrator_acts(lie, language, [(quote, language, "")]))
