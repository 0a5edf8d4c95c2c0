"""The arithmetic of the measurements: rankings, percentiles, verdicts, the fit."""

import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.logistic import fit, predict
from benchmarks.quality import firsts, ndcg, percentile, recall
from benchmarks.result import Measured, Result, table, write

rankings = st.lists(st.integers(0, 20), unique=True)
relevant = st.sets(st.integers(0, 20))


@given(rankings, relevant)
def test_ndcg_and_recall_stay_between_nothing_and_one(ranking: list[int], gold: set[int]) -> None:
    assert 0 <= ndcg(ranking, gold) <= 1
    assert 0 <= recall(ranking, gold) <= 1


@given(rankings, relevant.filter(bool))
def test_relevant_first_is_perfect(ranking: list[int], gold: set[int]) -> None:
    best = sorted(gold) + [key for key in ranking if key not in gold]
    assert ndcg(best, gold) == pytest.approx(1)


def test_gain_falls_with_the_logarithm_of_the_place() -> None:
    assert ndcg([1, 2, 3], {3}) == pytest.approx(1 / math.log2(4))


@given(st.lists(st.integers(0, 5)))
def test_firsts_keeps_order_and_drops_repeats(keys: list[int]) -> None:
    kept = firsts(keys)
    assert set(kept) == set(keys)
    assert [keys.index(key) for key in kept] == sorted(keys.index(key) for key in kept)


def test_ninety_five_of_a_hundred_do_not_exceed_the_p95() -> None:
    assert percentile(range(1, 101), 0.95) == 95
    assert percentile([7.0], 0.95) == 7.0


@pytest.mark.parametrize(("value", "verdict"), [(10.0, "met"), (30.0, "MISSED")])
def test_verdict_names_the_share_of_the_bar(value: float, verdict: str) -> None:
    measured = Measured("search", value, "ms", bar=20)
    assert measured.verdict == f"{verdict}, {value / 20:.2f} of the bar"
    assert measured.verdict in table([measured])


def test_written_file_tells_figures_and_machine(tmp_path: Path) -> None:
    result = Result("speed", (Measured("search", 12.34, "ms", bar=20),), {"searches": 500})
    write(result, {"cores": 2}, tmp_path)
    told = json.loads((tmp_path / "speed.json").read_text(encoding="utf-8"))
    assert told["machine"] == {"cores": 2}
    assert told["measured"][0]["value"] == 12.3
    assert told["details"] == {"searches": 500}


def test_fit_finds_the_coefficients_that_made_the_labels() -> None:
    random = np.random.default_rng(0)
    features = random.normal(size=(20_000, 2))
    true = np.array([-1.0, 2.0, -0.5])
    labels = (random.random(len(features)) < predict(features, true)).astype(np.float64)
    assert fit(features, labels, np.ones(len(features))) == pytest.approx(true, abs=0.1)
