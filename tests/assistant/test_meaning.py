"""Which words are one, in whatever form."""

import pytest

from assistant.meaning import alike, content
from casefile.language import Language

KK = Language.KK
SURE = 0.7  # likeness from which the checks take two words for one


def likeness(one: str, other: str) -> float:
    [said], [quoted] = content(one, KK), content(other, KK)
    return alike(said, quoted)


# Kazakh has endings for who did it, and two pasts; Russian and English stems agree without help.
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("қашқан", "қаштым"),
        ("естіген", "естідік"),
        ("сезген", "сездің"),
        ("шыққандар", "шықты"),
        ("түскен", "түстім"),
        ("айтқан", "айттым"),
    ],
)
def test_kazakh_verbs_of_one_stem_are_alike(one: str, other: str) -> None:
    assert likeness(one, other) >= SURE <= likeness(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("қашқан", "қостым"), ("естіген", "ескерді"), ("сезген", "сөзге"), ("айтқан", "атты")]
)
def test_kazakh_verbs_of_two_stems_are_not(one: str, other: str) -> None:
    assert likeness(one, other) < SURE
