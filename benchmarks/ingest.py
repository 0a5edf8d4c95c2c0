"""Ingestion of the whole corpus with the real command, into a fresh data directory."""

import json
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.corpus import corpus, files
from benchmarks.result import Measured, Result


def measure(bench: Bench) -> Result:
    runs = bench.ingestion
    seconds = sum(run.seconds for run in runs.values())
    outcomes = [json.loads(line) for run in runs.values() for line in run.output.splitlines()]
    articles = len(corpus(bench.shared))
    return Result(
        "ingest",
        (
            Measured("ingest the corpus", seconds, "s", bar=150),
            Measured("ingest, peak memory", max(run.peak_mb for run in runs.values()), "MB", bar=1500),
            Measured("ingest, articles a second", articles / seconds, "/s"),
            Measured("data directory", size(bench.data) / 1e6, "MB"),
        ),
        {
            "articles": articles,
            "files": sum(len(paths) for paths in files(bench.shared).values()),
            "passages": sum(int(outcome.get("passages", 0)) for outcome in outcomes),
            "commands": {
                name: {"seconds": round(run.seconds, 2), "peak_mb": round(run.peak_mb)}
                for name, run in runs.items()
            },
            "megabytes": {
                folder: round(sum(size(path) for path in bench.data.rglob(folder)) / 1e6, 1)
                for folder in ("ledger.sqlite*", "originals", "dense", "lexical")
            },
        },
    )


def size(path: Path) -> int:
    """Bytes of a file, or of all files under a folder."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
