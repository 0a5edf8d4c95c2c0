"""Truths that are changed in one place are hardly ever still shown: a measure that needs no author."""

from collections import Counter

import pytest

from tests.assistant.altered import altered
from tests.assistant.claim_cases import checked, read

# Of all changes of a sort the most that may still be shown: as measured, never to become worse. Many of those
# that are shown say the same in other words ("may not" for "must not") or say nothing at all.
MOST = {
    "another number": 0.02,
    "another number of the passage": 0.03,
    "another name": 0.01,
    "another name of the passage": 0.2,
    "another month": 0.02,
    "another unit": 0.05,
    "another modal word": 0.2,
    "denial added": 0.35,
    "denial dropped": 0.5,
}


@pytest.mark.slow  # ten minutes
def test_few_altered_truths_are_shown() -> None:
    total: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    for case in read("truthful"):
        if len(case.claims) == 1 and checked(case)[0].supported:
            for one in altered(case):
                total[one.sort] += 1
                shown[one.sort] += one.shown
    assert total.keys() == MOST.keys()
    assert {sort: shown[sort] for sort in MOST if shown[sort] > MOST[sort] * total[sort]} == {}
