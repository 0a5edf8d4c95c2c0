"""Lies and truths that somebody wrote who had not seen the verifier: how many of each it tells apart.

They are known by now: of lies nobody has seen, 85 to 92 of 100 were kept out (docs/decisions/011).
`python -m tests.assistant.claim_cases` prints how many of each set and sort end as they should.
"""

from collections import defaultdict

import pytest

from tests.assistant.claim_cases import Case, checked, read

CASES = {name: list(read(name)) for name in ("liar", "truthful")}


SORTS = sorted({case.sort for case in CASES["liar"]})


@pytest.mark.parametrize("sort", SORTS)
def test_no_known_lie_passes(sort: str) -> None:
    lies = [case for case in CASES["liar"] if case.sort == sort]
    assert len(lies) >= 9
    assert [case.id for case in lies if _passes(case)] == []


# Of those that were mended on for long; and of all, those by authors who were asked for their own words too.
LONG = ("development", "measuring", "later", "blind", "blind 2")


@pytest.mark.slow  # half a minute
@pytest.mark.parametrize(
    ("sort", "least", "of_all"), [("truthful", 0.97, 0.93), ("truthful_cross", 0.97, 0.95)]
)
def test_most_truths_are_supported(sort: str, least: float, of_all: float) -> None:
    truths = [case for case in CASES["truthful"] if case.sort == sort]
    passed = {case.id for case in truths if _passes(case)}
    earlier = {case.id for case in truths if case.set in LONG}
    assert len(passed & earlier) >= least * len(earlier)
    assert len(passed) >= of_all * len(truths)


def test_every_sort_is_written_in_three_languages() -> None:
    spoken = defaultdict(set)
    for case in (*CASES["liar"], *CASES["truthful"]):
        spoken[case.sort].add(case.language)
    assert all(len(languages) == 3 for languages in spoken.values())
    assert len(CASES["liar"]) >= 240
    assert len(CASES["truthful"]) >= 240


def _passes(case: Case) -> bool:
    return any(verdict.supported for verdict in checked(case))
