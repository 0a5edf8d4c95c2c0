"""How good the answers to our own questions are, over all laws and treaties, with the configured model.

Both halves and the test questions of later authors, each by itself, unless DALEL_BENCH_HALVES names some:
what is to test is for a last look.
"""

import os
from collections.abc import Iterator, Mapping

from assistant.evaluate import Measure, Summary, summaries, value
from benchmarks.bench import BOTH, Bench
from benchmarks.gold import rows
from benchmarks.result import Measured, Result
from casefile.language import Language
from ui.cli.eval import evaluation_json, table
from ui.desk import Desk
from ui.evaluation import evaluate, expected

HALVES = os.environ.get("DALEL_BENCH_HALVES", "tune test others-test").split()
LEAST = {  # by measure: of which group, and the least it should be
    Measure.GOLD_CITED: ("ru", 0.65),
    Measure.SPAN_RECALL: ("ru", 0.50),
    Measure.REFUSAL_RECALL: ("all", 0.85),
}
MOST = {Measure.WRONGLY_REFUSED: ("all", 0.10)}
LATENCY = {"sources_p95": 0.3, "answer_p95": 0.6}  # s


def measure(bench: Bench) -> Result:
    measured: list[Measured] = []
    details: dict[str, object] = {}
    with bench.desk() as desk:
        for half in HALVES:
            found, details[half] = half_of(desk, half)
            measured += _rows(half, found)
            print(f"{half}\n{table(found, Language.EN)}\n")
    return Result("answers", tuple(measured), details)


def half_of(desk: Desk, half: str) -> tuple[Mapping[str, Summary], dict[str, object]]:
    asked = [expected(row, lambda text: desk.language(text, Language.RU)) for row in rows(half)]
    scored = list(evaluate(desk, asked, list(BOTH), Language.RU))
    found = summaries(scored)
    return found, evaluation_json(scored, found, BOTH)


def _rows(half: str, found: Mapping[str, Summary]) -> Iterator[Measured]:
    for wanted, (group, least) in LEAST.items():
        ratio = value(found[group].shares[wanted]) or 0.0
        verdict = f"bar {least}: {'met' if ratio >= least else 'MISSED'}"
        yield Measured(f"{half}, {group}, {wanted}", ratio, note=verdict)
    for wanted, (group, most) in MOST.items():
        yield Measured(f"{half}, {group}, {wanted}", value(found[group].shares[wanted]) or 0.0, bar=most)
    for name, most in LATENCY.items():
        yield Measured(f"{half}, all, {name}", found["all"].latency[name], "s", bar=most)
