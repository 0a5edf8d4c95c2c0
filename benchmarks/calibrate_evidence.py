"""Fits the evidence model and its floor on half of our development questions; reports on the other half.

The floor is the highest that refuses at most one in ten of the questions to fit on whose answer was
found. Where an answer exists but was not found, to refuse is right: only a wrong citation is left.
Prints the constants of `vectorstore/evidence.py` and `assistant/ask.py`; changes neither.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np

from benchmarks.bench import Bench
from benchmarks.evidence_model import Score, as_it_is, fitted, scorer, strongest
from benchmarks.observations import Observation, observe
from benchmarks.result import Measured, Result
from casefile.language import SPOKEN
from vectorstore.evidence import FLOOR

REFUSED = 0.10
WORDS = ("covered", "near", "both")
VARIANTS = {"base": WORDS, "with phrases": (*WORDS, "phrase_near", "phrase_words")}
FLOORS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)


@dataclass(frozen=True, slots=True)
class Variant:
    """A set of features, fitted."""

    constants: dict[str, float]  # in the order of the features, the bias first
    floor: float
    fit: dict[str, float]
    check: dict[str, float]
    check_by_floor: dict[float, dict[str, float]]


def measure(bench: Bench) -> Result:
    observed = observe(bench)
    fitting = [one for one in observed if one.question.to_fit]
    checking = [one for one in observed if not one.question.to_fit]
    now = {"fit": _rates(fitting, as_it_is, FLOOR), "check": _rates(checking, as_it_is, FLOOR)}
    variants = {name: _variant(fitting, checking, features) for name, features in VARIANTS.items()}
    base = variants["base"]
    print(
        "to paste: BIAS, COVERED, NEAR, BOTH =",
        *base.constants.values(),
        "; FLOOR =",
        base.floor,
    )
    return Result(
        "evidence",
        tuple(
            Measured(f"{what}, check half", 100 * share, "%", note=f"floor {FLOOR}, constants as they are")
            for what, share in now["check"].items()
        ),
        {
            "now": {"floor": FLOOR} | now,
            "now_by_floor": {floor: _rates(checking, as_it_is, floor) for floor in FLOORS},
            "named_but_missing": [one.question.id for one in observed if one.named_missing],
            "variants": {name: asdict(variant) for name, variant in variants.items()},
        },
    )


def _variant(
    fitting: Sequence[Observation], checking: Sequence[Observation], features: Sequence[str]
) -> Variant:
    coefficients = fitted(fitting, features)
    score = scorer(features, coefficients)
    floor = _floor(fitting, score)
    return Variant(
        constants=dict(zip(("bias", *features), np.round(coefficients, 2).tolist(), strict=True)),
        floor=floor,
        fit=_rates(fitting, score, floor),
        check=_rates(checking, score, floor),
        check_by_floor={one: _rates(checking, score, one) for one in FLOORS},
    )


def _floor(observed: Sequence[Observation], score: Score) -> float:
    known = sorted(strongest(one, score) for one in observed if one.found)
    return round(known[int(REFUSED * len(known))] - 5e-3, 2)


def _rates(observed: Sequence[Observation], score: Score, floor: float) -> dict[str, float]:
    """Share refused: of those whose answer was found, of all that have one, of those that have none."""
    refused: dict[str, list[bool]] = {}
    for one in observed:
        low = strongest(one, score) < floor
        if one.found:
            refused.setdefault("answer found, refused", []).append(low)
        kind = "answerable, refused" if one.question.gold else "unanswerable, refused"
        for name in (kind, f"{kind}, {one.question.language}"):
            refused.setdefault(name, []).append(low)
    kinds = ("answerable, refused", "unanswerable, refused")
    order = ["answer found, refused", *kinds, *(f"{kind}, {lang}" for kind in kinds for lang in SPOKEN)]
    return {name: round(float(np.mean(refused[name])), 3) for name in order}
