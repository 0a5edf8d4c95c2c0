import pytest

from assistant.sense import turned
from casefile.language import Language

KK, RU, EN = Language.KK, Language.RU, Language.EN


@pytest.mark.parametrize(
    ("said", "quote", "language"),
    [
        ("Дверь была взломана", "Дверь взломана не была", RU),
        ("Дверь не взломана", "Дверь взломана", RU),
        ("Следы не обнаружены", "Обнаружены следы обуви", RU),
        ("Ол сатушы", "Ол сатушы емес", KK),
        ("Ол сатушы емес", "Ол сатушы", KK),
        ("Ол ақшаны алған", "Ол ақшаны алмаған", KK),
        ("Ол ақшаны алмаған", "Ол ақшаны алған", KK),
        ("The phone was found", "The phone was not found", EN),
        ("The phone was never found", "The phone was found", EN),
        # A restriction that is dropped widens the norm.
        (
            "Кража наказывается лишением свободы",
            "Кража, не связанная с насилием, наказывается лишением свободы",
            RU,
        ),
    ],
)
def test_a_swapped_denial_is_noticed(said: str, quote: str, language: Language) -> None:
    assert list(turned(said, language, [(quote, language)]))


@pytest.mark.parametrize(
    ("said", "quote", "language"),
    [
        ("Дверь не взломана", "Дверь взломана не была", RU),
        ("Мекемесі туралы хабарлама", "Ұрлық туралы хабарлама", KK),
        ("Қамауға алу мерзімі", "Қамауға алу мерзімі екі ай", KK),
        ("Ол ақшаны алмаған", "Ол ақшаны алмады", KK),
        ("The phone was not found", "The phone was not found", EN),
    ],
)
def test_what_agrees_is_left_alone(said: str, quote: str, language: Language) -> None:
    assert not list(turned(said, language, [(quote, language)]))
