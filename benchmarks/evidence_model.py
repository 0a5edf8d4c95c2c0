"""The evidence model as it is fitted: which passages teach it, and what it says of a question."""

from collections.abc import Callable, Sequence

import numpy as np

from benchmarks.logistic import Floats, fit, predict
from benchmarks.observations import Observation, Seen

ROUNDS, RIDGE = 15, 0.05

Score = Callable[[Seen], float]


def fitted(observed: Sequence[Observation], features: Sequence[str]) -> Floats:
    """Coefficients, the bias first.

    A question is refused or answered by its strongest passage, so each question teaches with one: where
    it has an answer the strongest of those that give it, else the strongest of all. Which that is depends
    on the model; begins with the product's own and goes on until it settles.
    """
    score: Score = as_it_is
    coefficients = np.zeros(len(features) + 1)
    for _ in range(ROUNDS):
        taught = [max(passages, key=score) for one in observed if (passages := _teaching(one))]
        labels = np.array([float(seen.gold) for seen in taught])
        share = labels.mean()  # answers and others weigh the same, however many there are
        weights = np.where(labels == 1, 0.5 / share, 0.5 / (1 - share))
        rows = np.array([[seen.features[name] for name in features] for seen in taught])
        coefficients = fit(rows, labels, weights, RIDGE)
        score = scorer(features, coefficients)
    return coefficients


def scorer(features: Sequence[str], coefficients: Floats) -> Score:
    def score(seen: Seen) -> float:
        row = np.array([[seen.features[name] for name in features]])
        return 1.0 if seen.referred else float(predict(row, coefficients)[0])

    return score


def as_it_is(seen: Seen) -> float:
    return seen.evidence


def strongest(one: Observation, score: Score) -> float:
    return 0.0 if one.unheld else max((score(seen) for seen in one.passages), default=0.0)


def _teaching(one: Observation) -> list[Seen]:
    """None of a question that is answered by lookup, nor of one whose answer was not found."""
    if any(seen.referred for seen in one.passages):
        return []
    return [seen for seen in one.passages if seen.gold or not one.question.gold]
