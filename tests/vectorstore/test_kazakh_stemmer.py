"""The Kazakh stemmer against word forms written by hand, half of them not looked at while it was made."""

from collections.abc import Callable
from pathlib import Path

import pytest

from vectorstore.analysis.folding import fold
from vectorstore.analysis.kazakh import KazakhStemmer

FORMS = Path(__file__).parents[2] / "benchmarks" / "words"
STEMMER = KazakhStemmer()


def forms(half: str) -> list[tuple[str, str]]:
    """Form and lemma, folded."""
    lines = (FORMS / f"kk_forms.{half}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return [(fold(form.lower()), fold(lemma.lower())) for form, lemma, _ in rows]


def share(stem: Callable[[str], str], half: str) -> float:
    """Of the forms that have the stem of their lemma."""
    known = forms(half)
    return sum(stem(form) == stem(lemma) for form, lemma in known) / len(known)


def test_halves_share_no_lemma_and_are_large_enough() -> None:
    tune, test = (
        {
            line.split("\t")[1]
            for line in (FORMS / f"kk_forms.{half}.tsv").read_text(encoding="utf-8").splitlines()
        }
        for half in ("tune", "test")
    )
    assert not tune & test
    assert len(forms("tune")) + len(forms("test")) >= 600


@pytest.mark.parametrize("half", ["tune", "test"])
def test_most_forms_have_the_stem_of_their_lemma(half: str) -> None:
    assert share(STEMMER.stem, half) > 0.8
    assert share(STEMMER.stem, half) > share(lambda word: word[:5], half) + 0.15


def test_different_lemmas_seldom_share_a_stem() -> None:
    lemmas = {lemma for half in ("tune", "test") for _, lemma in forms(half)}
    assert len({STEMMER.stem(lemma) for lemma in lemmas}) > 0.93 * len(lemmas)
