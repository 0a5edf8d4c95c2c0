"""Lies and truths that somebody wrote who had not seen the verifier: how many of each it tells apart.

They are known by now. Of lies nobody had seen, 81 to 92 of 100 were kept out in eight rounds, and 58 in the
last, whose authors were asked for as many mechanisms as they could think of (docs/decisions/011).
`python -m tests.assistant.claim_cases` prints how many of each set and sort end as they should.
"""

from collections import defaultdict

import pytest

from tests.assistant.claim_cases import Case, checked, read

CASES = {name: list(read(name)) for name in ("liar", "truthful")}


SORTS = sorted({case.sort for case in CASES["liar"]})


THIRDS = [0, *(pytest.param(third, marks=pytest.mark.slow) for third in (1, 2))]  # half a minute each


@pytest.mark.parametrize("third", THIRDS)
@pytest.mark.parametrize("sort", SORTS)
def test_no_lie_passes(sort: str, third: int) -> None:
    lies = [case for case in CASES["liar"] if case.sort == sort]
    assert len(lies) >= 9
    assert [case.id for case in lies[third::3] if _passes(case)] == []


# Of those that were mended on for long; and of all, those by authors who were asked for their own words too.
LONG = ("development", "measuring", "later", "blind", "blind 2")


# Of all truths in one language, and across languages; and what the last round reached.
BARS = {"truthful": 0.92, "truthful_cross": 0.80}
NEWEST = {("truthful", "blind 9"): 31, ("truthful_cross", "blind 9"): 32}  # of 36; aim: 34 and 29


@pytest.mark.slow  # half a minute
@pytest.mark.parametrize("sort", BARS)
def test_most_truths_are_supported(sort: str) -> None:
    truths = [case for case in CASES["truthful"] if case.sort == sort]
    passed = {case.id for case in truths if _passes(case)}
    earlier = {case.id for case in truths if case.set in LONG}
    assert len(passed & earlier) >= 0.95 * len(earlier)
    assert len(passed) >= BARS[sort] * len(truths)


@pytest.mark.parametrize(("sort", "newest"), NEWEST)
def test_the_newest_truths_are_supported_as_often_as_was_measured(sort: str, newest: str) -> None:
    truths = [case for case in CASES["truthful"] if (case.sort, case.set) == (sort, newest)]
    assert len(truths) == 36 and sum(map(_passes, truths)) >= NEWEST[sort, newest]


def test_every_sort_is_written_in_three_languages() -> None:
    spoken = defaultdict(set)
    for case in (*CASES["liar"], *CASES["truthful"]):
        spoken[case.sort].add(case.language)
    assert all(len(languages) == 3 for languages in spoken.values())
    assert len(CASES["liar"]) >= 240
    assert len(CASES["truthful"]) >= 240


def _passes(case: Case) -> bool:
    return any(verdict.supported for verdict in checked(case))
