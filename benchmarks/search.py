"""Search and extractive answers in process, over the whole corpus."""

from benchmarks.bench import BOTH, Bench
from benchmarks.quality import percentile
from benchmarks.queries import queries, timed
from benchmarks.result import Measured, Result
from casefile.language import Language

ANSWERS = 120


def measure(bench: Bench) -> Result:
    with bench.desk() as desk:
        names = list(BOTH)
        texts = queries(bench.shared)
        search = timed(lambda text: desk.search(text, names, 10, Language.RU), texts)
        ask = timed(lambda text: list(desk.ask(text, names, Language.RU)), texts[:ANSWERS])
    return Result(
        "search",
        (
            Measured("search, median", percentile(search, 0.5), "ms", bar=20),
            Measured("search, p95", percentile(search, 0.95), "ms", bar=60),
            Measured("extractive answer, median", percentile(ask, 0.5), "ms"),
            Measured("extractive answer, p95", percentile(ask, 0.95), "ms"),
        ),
        {"searches": len(search), "answers": len(ask), "slowest_search_ms": round(max(search), 1)},
    )
