"""Deeds that a statement tells of and its quotes do not."""

import json
import re
import tomllib
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.events import unheard
from assistant.word_lists import word_lists
from casefile.language import SPOKEN, Language

HERE = Path(__file__).parent
KINDS = word_lists("events")
# A statement, a quote over which it is a lie, and one over which it is true; by kind and language.
DEEDS = tomllib.loads((HERE / "deeds.toml").read_text(encoding="utf-8"))
ROWS = [(kind, language, *DEEDS[kind][language]) for kind in DEEDS for language in SPOKEN]
LONGEST = 60  # words of a quote


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_told_and_proved_in_three_languages(kind: str) -> None:
    one = KINDS[kind]
    assert set(one) == {"by", "said", "also"}
    assert all(set(one[part]) == set(SPOKEN) for part in ("said", "also"))
    assert all(one[part][language] for part in ("said", "also") for language in SPOKEN)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_proved_by_other_kinds_that_there_are(kind: str) -> None:
    by = KINDS[kind]["by"]
    assert set(by) <= set(KINDS) - {kind} and len(by) == len(set(by))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", SPOKEN)
def test_the_words_of_a_kind_are_patterns_that_take_a_word(kind: str, language: Language) -> None:
    for part in ("said", "also"):
        patterns = KINDS[kind][part][language]
        assert len(patterns) == len(set(patterns))
        assert not [words for words in patterns if re.compile(words).match("")]


def test_every_kind_has_a_lie_and_a_truth_in_three_languages() -> None:
    assert list(DEEDS) == list(KINDS)
    assert all(set(DEEDS[kind]) == set(SPOKEN) for kind in DEEDS)


@pytest.mark.parametrize(("kind", "language", "said", "silent", "telling"), ROWS)
def test_a_deed_of_which_the_quote_is_silent_is_found(
    kind: str, language: Language, said: str, silent: str, telling: str
) -> None:
    [word] = unheard(said, language, [(silent, language)])
    assert any(re.fullmatch(one, word, re.IGNORECASE) for one in KINDS[kind]["said"][language])


@pytest.mark.parametrize(("kind", "language", "said", "silent", "telling"), ROWS)
def test_a_deed_of_which_the_quote_tells_in_other_words_is_not_found(
    kind: str, language: Language, said: str, silent: str, telling: str
) -> None:
    assert not list(unheard(said, language, [(silent, language), (telling, language)]))


@pytest.mark.parametrize("kind", DEEDS)
@pytest.mark.parametrize(("language", "tongue"), list(permutations(SPOKEN, 2)))
def test_a_quote_of_any_language_proves_a_deed(kind: str, language: Language, tongue: Language) -> None:
    said, telling = DEEDS[kind][language][0], DEEDS[kind][tongue][2]
    assert not list(unheard(said, language, [(telling, tongue)]))


@pytest.mark.parametrize("language", SPOKEN)
def test_a_deed_without_any_quote_is_found(language: Language) -> None:
    assert all(list(unheard(DEEDS[kind][language][0], language, [])) for kind in DEEDS)


@cache
def _passages() -> list[tuple[str, Language]]:
    rows = [
        json.loads(line)
        for path in sorted((HERE / "cases").glob("*_*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    passages = (one for row in rows for one in row.get("passages", ()))
    return sorted({(one["text"], Language(one["language"])) for one in passages})


@given(st.data())
def test_a_statement_that_repeats_its_quote_is_never_doubted(data: st.DataObject) -> None:
    passage, language = data.draw(st.sampled_from(_passages()))
    words = passage.split()
    start = data.draw(st.integers(0, len(words) - 1))
    quote = words[start : start + data.draw(st.integers(1, LONGEST))]
    assert not list(unheard(" ".join(quote), language, [(" ".join(quote), language)]))
    # Nor one that repeats the end, the beginning or the middle of it.
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(quote))] * 2)))
    assert not list(unheard(" ".join(quote[first:last]), language, [(" ".join(quote), language)]))
