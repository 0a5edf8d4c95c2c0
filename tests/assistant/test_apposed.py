"""Names to which a statement gives the post of somebody whom its quotes do not name."""

import pytest

from assistant.apposed import given_role
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN

POSTS = [
    (
        KK,
        "Эпикризге емдеуші дәрігер қол қойды; бөлім меңгерушісі Ермағамбетов демалыста болған.",
        "Эпикризге емдеуші дәрігер Ермағамбетов қол қойды.",
        "Бөлім меңгерушісі Ермағамбетов демалыста болған.",
    ),
    (
        RU,
        "Эпикриз подписал лечащий врач; заведующий Ермагамбетов находился в отпуске.",
        "Эпикриз подписал лечащий врач Ермагамбетов.",
        "Заведующий Ермагамбетов был в отпуске.",
    ),
    (
        EN,
        "The treating physician signed the summary; the director Yermagambetov was on leave.",
        "The summary was signed by the treating physician, Yermagambetov.",
        "The director Yermagambetov was on leave.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), POSTS)
def test_the_post_of_somebody_unnamed_is_not_given_to_another(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert list(given_role(lie, language, [(quote, language)]))
    assert not list(given_role(truth, language, [(quote, language)]))
