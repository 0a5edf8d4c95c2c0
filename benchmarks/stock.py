"""Ours beside LlamaIndex's stock pipeline: same texts, same embedder, same machine, same run."""

import json
import sys
from pathlib import Path

from benchmarks.bench import BOTH, Bench, article_of
from benchmarks.process import run
from benchmarks.quality import firsts, mean, ndcg, percentile
from benchmarks.queries import queries, timed
from benchmarks.questions import Question, questions
from benchmarks.ranking import DEEP
from benchmarks.result import Measured, Result
from casefile.language import Language

Found = dict[str, list[tuple[str, str]]]  # articles by question id


def measure(bench: Bench) -> Result:
    folder = bench.work / "stock"
    folder.mkdir(exist_ok=True)
    given = ["--shared", str(bench.shared), "--folder", str(folder)]
    program = run([sys.executable, "-m", "benchmarks.stock_pipeline", *given])
    theirs = json.loads(program.output.splitlines()[-1])
    took, found = _ours(bench, bench.shared)
    ingested = sum(one.seconds for one in bench.ingestion.values())
    p95, their_p95 = percentile(took, 0.95), percentile(theirs["query_ms"], 0.95)
    their_found = {id_: [(doc, article) for doc, article in hits] for id_, hits in theirs["found"].items()}
    quality = {"ours": _quality(found), "theirs": _quality(their_found)}
    return Result(
        "stock",
        (
            Measured("ingest, ours / LlamaIndex, command to end", ingested / theirs["command_s"], bar=1),
            Measured("query p95, ours / LlamaIndex", p95 / their_p95, bar=1),
            Measured(
                "LlamaIndex ingest, command to end", theirs["command_s"], "s", note=f"ours {ingested:.1f} s"
            ),
            Measured("LlamaIndex ingest, imports not counted", theirs["ingest_s"], "s"),
            Measured("LlamaIndex peak memory", program.peak_mb, "MB"),
            Measured("LlamaIndex query, median", percentile(theirs["query_ms"], 0.5), "ms"),
            Measured("LlamaIndex query, p95", their_p95, "ms", note=f"ours {p95:.1f} ms"),
            *(
                Measured(
                    f"LlamaIndex own questions, {name}, nDCG@10",
                    figure,
                    note=f"ours {quality['ours'][name]:.2f}",
                )
                for name, figure in quality["theirs"].items()
            ),
        ),
        {"nodes": theirs["nodes"], "ndcg@10": quality},
    )


def _ours(bench: Bench, shared: Path) -> tuple[list[float], Found]:
    names = list(BOTH)
    with bench.desk() as desk:
        took = timed(lambda text: desk.search(text, names, 10, Language.RU), queries(shared))
        found = {
            q.id: firsts(article_of(hit) for hit in desk.search(q.text, names, DEEP, q.language))
            for q in _answerable()
        }
    return took, found


def _quality(found: Found) -> dict[str, float]:
    """nDCG@10 of all our answerable questions, and by language."""
    by_language: dict[str, list[float]] = {"all": []}
    for question in _answerable():
        figure = ndcg(found[question.id], question.gold)
        by_language["all"].append(figure)
        by_language.setdefault(question.language, []).append(figure)
    return {name: round(mean(figures), 4) for name, figures in by_language.items()}


def _answerable() -> list[Question]:
    return [question for question in questions() if question.gold]
