"""Lies and truths that somebody wrote who had not seen the verifier: how many of each it tells apart.

What code can compare to the letter must never pass. What takes understanding (a denial, a duty, a conclusion
turned round) is held to the share that was measured; `python -m tests.assistant.claim_cases` prints it.
"""

from collections import defaultdict

import pytest

from tests.assistant.claim_cases import Case, checked, read

TO_THE_LETTER = (
    "invented_sum invented_term invented_article invented_id invented_quote wrong_language mixed_scripts"
    " markdown_link image broken_json endless_json"
).split()
CASES = {name: list(read(name)) for name in ("liar", "truthful")}


@pytest.mark.parametrize("sort", TO_THE_LETTER)
def test_no_invention_passes(sort: str) -> None:
    lies = [case for case in CASES["liar"] if case.sort == sort]
    assert len(lies) >= 9
    assert [case.id for case in lies if _passes(case)] == []


# Of all lies of the sort, in three languages. Aim: all of them.
FLOORS = {"invented_name": 1.0, "other_passage": 0.98, "obeyed_injection": 1.0, "swapped_negation": 0.97}
FLOORS |= {"swapped_modality": 1.0, "wrong_conclusion": 0.95}


@pytest.mark.parametrize(("sort", "least"), FLOORS.items())
def test_most_turned_meanings_are_noticed(sort: str, least: float) -> None:
    lies = [case for case in CASES["liar"] if case.sort == sort]
    assert sum(not _passes(case) for case in lies) >= least * len(lies)


# Of those that were mended on for long; and of all, those by authors who were asked for their own words too.
@pytest.mark.slow  # half a minute
@pytest.mark.parametrize(
    ("sort", "least", "of_all"), [("truthful", 0.97, 0.93), ("truthful_cross", 0.97, 0.95)]
)
def test_most_truths_are_supported(sort: str, least: float, of_all: float) -> None:
    truths = [case for case in CASES["truthful"] if case.sort == sort]
    passed = {case.id for case in truths if _passes(case)}
    earlier = {case.id for case in truths if "subtle" not in case.set}
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
