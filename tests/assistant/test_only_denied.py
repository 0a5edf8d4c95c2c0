"""What is affirmed of whom the quotes only deny. Kazakh has no such rule: it denies with its verbs."""

import pytest

from assistant.only_denied import only_denied
from casefile.language import Language

RU, EN = Language.RU, Language.EN

WHAT_IS_AFFIRMED_WHERE_ALL_IS_DENIED = [  # a quote, a lie over it and a truth
    (
        RU,
        "База клиентов не пострадала.",
        "База клиентов была зашифрована вирусом.",
        "База клиентов не была зашифрована.",
    ),
    (
        EN,
        "The customer database was not damaged.",
        "The customer database was encrypted by the virus.",
        "The customer database was not encrypted.",
    ),
]


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_IS_AFFIRMED_WHERE_ALL_IS_DENIED)
def test_what_is_affirmed_where_all_is_denied_is_found(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert list(only_denied(lie, language, [(quote, language)]))


@pytest.mark.parametrize(("language", "quote", "lie", "truth"), WHAT_IS_AFFIRMED_WHERE_ALL_IS_DENIED)
def test_what_is_affirmed_where_all_is_denied_is_not_seen_in_a_truth(
    language: Language, quote: str, lie: str, truth: str
) -> None:
    assert not list(only_denied(truth, language, [(quote, language)]))
