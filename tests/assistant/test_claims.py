"""Lies and truths that somebody wrote who had not seen the verifier: how many of each it tells apart.

They are known by now: of lies nobody has seen, 81 to 92 of 100 were kept out (docs/decisions/011).
`python -m tests.assistant.claim_cases` prints how many of each set and sort end as they should.
"""

from collections import defaultdict

import pytest

from tests.assistant.claim_cases import Case, checked, read

CASES = {name: list(read(name)) for name in ("liar", "truthful")}


SORTS = sorted({case.sort for case in CASES["liar"]})


NEWEST = "blind 6"


@pytest.mark.parametrize("sort", SORTS)
def test_no_older_lie_passes(sort: str) -> None:
    lies = [case for case in CASES["liar"] if case.sort == sort and case.set != NEWEST]
    assert len(lies) >= 9
    assert [case.id for case in lies if _passes(case)] == []


# Of 144 lies by the last three authors, mended on for an hour. Aim: none.
STILL_SHOWN = 15


def test_few_of_the_newest_lies_pass() -> None:
    lies = [case for case in CASES["liar"] if case.set == NEWEST]
    assert len(lies) == 144 and sum(map(_passes, lies)) <= STILL_SHOWN


# Of those that were mended on for long; and of all, those by authors who were asked for their own words too.
LONG = ("development", "measuring", "later", "blind", "blind 2")


@pytest.mark.slow  # half a minute
@pytest.mark.parametrize(
    ("sort", "least", "of_all"), [("truthful", 0.97, 0.93), ("truthful_cross", 0.97, 0.94)]
)
def test_most_truths_are_supported(sort: str, least: float, of_all: float) -> None:
    truths = [case for case in CASES["truthful"] if case.sort == sort and case.set != NEWEST]
    passed = {case.id for case in truths if _passes(case)}
    earlier = {case.id for case in truths if case.set in LONG}
    assert len(passed & earlier) >= least * len(earlier)
    assert len(passed) >= of_all * len(truths)


@pytest.mark.parametrize("sort", ["truthful", "truthful_cross"])
def test_the_newest_truths_are_supported_as_often_as_was_measured(sort: str) -> None:
    truths = [case for case in CASES["truthful"] if case.sort == sort and case.set == NEWEST]
    assert len(truths) == 54 and sum(map(_passes, truths)) >= 38  # 70 %; aim: 92 and 80


def test_every_sort_is_written_in_three_languages() -> None:
    spoken = defaultdict(set)
    for case in (*CASES["liar"], *CASES["truthful"]):
        spoken[case.sort].add(case.language)
    assert all(len(languages) == 3 for languages in spoken.values())
    assert len(CASES["liar"]) >= 240
    assert len(CASES["truthful"]) >= 240


def _passes(case: Case) -> bool:
    return any(verdict.supported for verdict in checked(case))
