"""Commands from cold: what a person waits for at a terminal."""

from statistics import median

from benchmarks.bench import Bench
from benchmarks.corpus import LAWS
from benchmarks.process import DALEL, Run, run
from benchmarks.result import Measured, Result

QUESTION = "кража чужого имущества"


def measure(bench: Bench) -> Result:
    helps = [run([DALEL, "--help"]) for _ in range(10)]
    search = [DALEL, "search", QUESTION, "-c", LAWS, "--json", "--data", str(bench.data)]
    searches = [run(search) for _ in range(5)]
    return Result(
        "commands",
        (
            Measured("dalel --help", _middle(helps), "s", bar=0.5),
            Measured("dalel search, one-shot", _middle(searches), "s", bar=3),
            Measured("dalel search, peak memory", max(one.peak_mb for one in searches), "MB"),
        ),
        {"help_s": _all(helps), "search_s": _all(searches)},
    )


def _middle(runs: list[Run]) -> float:
    return median(one.seconds for one in runs)


def _all(runs: list[Run]) -> list[float]:
    return [round(one.seconds, 3) for one in runs]
