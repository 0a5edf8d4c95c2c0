"""Checks that hold a statement in any language against a quote in any other."""

import tomllib
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from pathlib import Path

import pytest

from assistant.apposed import of_another_post
from assistant.carriers import giver_or_carrier
from assistant.conditions import half_described, only_the_excepted
from assistant.debtors import of_other_debtor
from assistant.denials import none_lacks, not_set_aside, objected
from assistant.directions import by_then, only_extended, other_way
from assistant.holders import used_by
from assistant.marked import of_other_mark
from assistant.paired import numbers_exchanged, of_other_name
from assistant.sequence import compared_days
from assistant.shares import told_of_part
from assistant.spoken import Spoken
from assistant.sums import claimed_or_awarded, each_of_total, on_top, owed, without_rate
from assistant.supposed import named_suspect, only_advised
from casefile.language import SPOKEN, Language

# By check and language a quote, a lie over it and a truth.
ROWS = tomllib.loads((Path(__file__).parent / "across_languages.toml").read_text(encoding="utf-8"))


def _used_by(text: str, language: Language, quotes: Sequence[Spoken]) -> Iterable[str]:
    return used_by(text, language, [(quote, tongue, "") for quote, tongue in quotes])


CHECKS: dict[str, Callable[[str, Language, Sequence[Spoken]], Iterable[str]]] = {
    "suspected": named_suspect,
    "post": of_another_post,
    "part": told_of_part,
    "instalments": told_of_part,
    "objection": objected,
    "nowhere lacking": none_lacks,
    "two conditions": half_described,
    "account": _used_by,
    "advice": only_advised,
    "on top": on_top,
    "rate": without_rate,
    "each": each_of_total,
    "claimed": claimed_or_awarded,
    "overdrawn": owed,
    "before an event": other_way,
    "extended": only_extended,
    "not earlier": by_then,
    "presence": of_other_mark,
    "carrier": giver_or_carrier,
    "except one": only_the_excepted,
    "set aside": not_set_aside,
    "terms exchanged": numbers_exchanged,
    "debtor": of_other_debtor,
    "shop": of_other_name,
    "days compared": compared_days,
}
PAIRS = [(told, *pair) for told in CHECKS for pair in product(SPOKEN, SPOKEN)]


def test_every_check_has_a_quote_a_lie_and_a_truth_in_three_languages() -> None:
    assert list(ROWS) == list(CHECKS)
    assert all(
        set(row) == set(SPOKEN) and all(len(said) == 3 for said in row.values()) for row in ROWS.values()
    )


@pytest.mark.parametrize(("told", "language", "tongue"), PAIRS)
def test_a_lie_is_found(told: str, language: Language, tongue: Language) -> None:
    [quote, _, _], [_, lie, _] = ROWS[told][tongue], ROWS[told][language]
    assert list(CHECKS[told](lie, language, [(quote, tongue)]))


@pytest.mark.parametrize(("told", "language", "tongue"), PAIRS)
def test_a_truth_is_not_doubted(told: str, language: Language, tongue: Language) -> None:
    [quote, _, _], [_, _, truth] = ROWS[told][tongue], ROWS[told][language]
    assert not list(CHECKS[told](truth, language, [(quote, tongue)]))
