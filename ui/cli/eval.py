"""`dalel eval`: how good the answers to a file of questions are, as a table, as JSON, as files."""

import csv
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from assistant.evaluate import Expected, Measure, Scored, Summary, summaries, value
from casefile.errors import BatchLineInvalid, DataUnwritable, FileEmpty
from casefile.language import Language
from ui.chart import bars
from ui.cli.questions import batch_lines, batch_question
from ui.cli.session import opened
from ui.contract import Json, summary_json
from ui.desk import Desk
from ui.evaluation import evaluate, expected
from ui.speech import printable_json, say

DRAWN = (
    Measure.GOLD_CITED,
    Measure.CITATION_PRECISION,
    Measure.SPAN_RECALL,
    Measure.REFUSAL_PRECISION,
    Measure.REFUSAL_RECALL,
)
LATENCIES = ("sources_p50", "sources_p95", "answer_p50", "answer_p95")


def run(file: str, names: list[str], out: Path | None, data: Path | None, *, as_json: bool) -> None:
    """Every line is read before the first question is asked: figures on half a file mislead."""
    with opened(data) as (desk, settings):
        questions = list(_questions(file, desk, settings.lang))
        if not questions:
            raise FileEmpty(path=file)
        if out is not None:
            _make(out)
        scored = list(_progress(evaluate(desk, questions, names, settings.lang), len(questions)))
        found = summaries(scored)
        told = evaluation_json(scored, found, names)
        if out is not None:
            _keep(out, told, scored, found, settings.lang)
        print(printable_json(told) if as_json else table(found, settings.lang))


def _questions(file: str, desk: Desk, fallback: Language) -> Iterator[Expected]:
    for row, line in batch_lines(file):
        asked = batch_question(file, row, line)
        try:
            yield expected(asked, lambda text: desk.language(text, fallback))
        except ValueError as error:
            raise BatchLineInvalid(path=file, row=row, reason=f"gold_{error}") from error


def _progress(scored: Iterator[Scored], total: int) -> Iterator[Scored]:
    for n, one in enumerate(scored, start=1):
        if sys.stderr.isatty():
            print(f"\r\x1b[K{n} / {total}", end="\n" if n == total else "", file=sys.stderr, flush=True)
        yield one


def evaluation_json(scored: Sequence[Scored], found: Mapping[str, Summary], names: Sequence[str]) -> Json:
    records = [one.reply.provenance for one in scored]
    return {
        "collections": list(names),
        "models": sorted({str(record["model"]) for record in records if record.get("model")}),
        "composers": {
            name: sum(record.get("composer") == name for record in records)
            for name in ("extractive", "generative", "none")
        },
        "groups": {name: summary_json(summary) for name, summary in found.items()},
    }


def table(found: Mapping[str, Summary], language: Language) -> str:
    rows = [["", *(_group(name, language) for name in found)]]
    rows.append([say("eval.questions", language), *(str(summary.questions) for summary in found.values())])
    for measure in Measure:
        shares = [summary.shares[measure] for summary in found.values()]
        if any(of for _, of in shares):
            rows.append([say(f"eval.{measure}", language), *map(_share, shares)])
    for name in LATENCIES:
        seconds = [summary.latency.get(name) for summary in found.values()]
        rows.append([say(f"eval.{name}", language), *("—" if s is None else f"{s:.3f}" for s in seconds)])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def _share(share: tuple[int, int]) -> str:
    ratio = value(share)
    return "—" if ratio is None else f"{ratio:.3f} ({share[0]}/{share[1]})"


def _group(name: str, language: Language) -> str:
    return say("eval.all", language) if name == "all" else say(f"language.{name}", language)


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataUnwritable(path=out, reason=error.strerror or error) from error


def _keep(
    out: Path, told: Json, scored: Sequence[Scored], found: Mapping[str, Summary], language: Language
) -> None:
    """`results.json`, `results.csv` with a line a question (no texts), `results.svg`."""
    heights = {
        say(f"eval.{measure}", language): {
            _group(name, language): value(summary.shares[measure]) for name, summary in found.items()
        }
        for measure in DRAWN
    }
    try:
        text = json.dumps(told, ensure_ascii=False, indent=1)
        (out / "results.json").write_text(text + "\n", encoding="utf-8")
        with (out / "results.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(_rows(scored))
        (out / "results.svg").write_text(bars(say("eval.title", language), heights), encoding="utf-8")
    except OSError as error:
        raise DataUnwritable(path=out, reason=error.strerror or error) from error


def _rows(scored: Sequence[Scored]) -> Iterator[list[object]]:
    yield ["id", "language", "refused", "cited", *Measure, "sources_s", "answer_s", "record"]
    for one in scored:
        ratios = [value(one.shares.get(measure, (0, 0))) for measure in Measure]
        answer = one.reply.answer
        yield [
            one.expected.id,
            one.expected.language,
            int(one.refused),
            " ".join("/".join(article) for article in one.cited),
            *("" if ratio is None else round(ratio, 4) for ratio in ratios),
            *(round(seconds, 4) for seconds in (one.reply.sources_s, one.reply.answer_s)),
            answer.record if answer else "",
        ]
