"""Replays: whether answers on record come out the same, and how long it takes to see and to verify it."""

import random
import time
from collections.abc import Callable
from statistics import median
from typing import TypeVar

from assistant.answered import Answered
from benchmarks.bench import BOTH, Bench
from benchmarks.questions import Question, questions
from benchmarks.result import Measured, Result
from ui.desk import Desk

ASKED = 200
Made = TypeVar("Made")


def measure(bench: Bench) -> Result:
    asked = random.Random(0).sample(questions(), ASKED)
    with bench.desk() as desk:
        records = [_ask(desk, question) for question in asked]
    with bench.desk() as desk:  # opened again, as after a restart
        replays = [_timed(desk.replay, record) for record in records]
        proofs = [_timed(desk.verify, record) for record in records]
    same = sum(replay.identical for replay, _ in replays)
    stand = sum(proof.stand for proof, _ in proofs)
    return Result(
        "replay",
        (
            _share("replays identical", same),
            _share("answers of which every citation stands", stand),
            Measured("replay, median", median(took for _, took in replays), "ms"),
            Measured("verification, median", median(took for proof, took in proofs if proof.proofs), "ms"),
        ),
        {
            "asked": ASKED,
            "refused": sum(replay.refused[0] for replay, _ in replays),
            "citations": sum(len(proof.proofs) for proof, _ in proofs),
            "differing": [replay.kept.id for replay, _ in replays if not replay.identical],
        },
    )


def _share(what: str, count: int) -> Measured:
    return Measured(
        what, 100 * count / ASKED, "%", note=f"{'met' if count == ASKED else 'MISSED'}, the bar is 100"
    )


def _ask(desk: Desk, question: Question) -> str:
    *_, last = desk.ask(question.text, list(BOTH), question.language)
    assert isinstance(last, Answered)
    return last.answer.record


def _timed(work: Callable[[str], Made], record: str) -> tuple[Made, float]:
    """What it gives, and the milliseconds it took."""
    began = time.perf_counter()
    made = work(record)
    return made, (time.perf_counter() - began) * 1000
